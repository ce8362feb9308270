"""Documents a second through the pipeline, and the share that each step takes.

Run: python tests/benchmarks/bench_reading.py [documents]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from itertools import islice

from models.evaluate.documents import gold_document, read_gold
from models.pipeline import load_pipeline
from models.seeds import SEEDS
from models.statements import find_candidates, split_sentences


def seconds(work: Callable[[], object], calls: int = 3) -> float:
    """Least wall time of a few calls, in seconds: what the machine does beside only ever adds."""
    times = []
    for _ in range(calls):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main(count: int) -> None:
    """Print the table for the first `count` seed briefs, all steps measured in this one run."""
    documents = [gold_document(row) for row in islice(read_gold(SEEDS / "briefs.jsonl"), count)]
    pipeline = load_pipeline()
    pipeline.read(documents[0])  # loads what loads once
    sentences = seconds(lambda: [split_sentences(document.text) for document in documents])
    candidates = seconds(lambda: [find_candidates(document, pipeline.catalogue) for document in documents])
    asking = seconds(lambda: [pipeline.ask(document) for document in documents])
    queries = [asked.query() for document in documents for asked in pipeline.ask(document)]
    stance = seconds(lambda: pipeline.classifier.classify(queries), calls=1)
    total = asking + stance
    print(f"{len(documents)} documents, {len(queries)} pairs: {len(documents) / total:.1f} documents a second")
    for name, value in (
        ("sentences", sentences),
        ("actors and references", candidates - sentences),
        ("topics", asking - candidates),
        ("stance", stance),
    ):
        print(f"  {name:24}{value:8.2f} s{100 * value / total:7.1f} %")
    print(f"  {len(queries) / stance:.0f} pairs a second")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
