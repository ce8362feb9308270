"""Pairs a second: the shipped int8 classifiers beside the same networks in PyTorch, single precision, one by one.

Run: python tests/benchmarks/bench_classifying.py [pairs]     (the PyTorch rows need the extra `train`)

The PyTorch networks have the sizes of the shipped ones and random weights: the time does not depend on the weights.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from itertools import islice

from models.evaluate.documents import gold_document, read_gold
from models.pipeline import load_pipeline
from models.seeds import SEEDS
from models.stance import Query, load_classifier
from models.stance.rendering import render
from models.stance.weights import read_record, weights_folder

SIZES = {"minilm": (6, 384, 12, 1536), "mpnet": (9, 768, 12, 3072)}
"""Layers, width, heads and inner width of each shipped network."""


def questions(count: int) -> list[Query]:
    """Return the first `count` questions that the pipeline asks about the seed briefs."""
    pipeline = load_pipeline("fast")
    documents = (gold_document(row) for row in read_gold(SEEDS / "briefs.jsonl"))
    return list(islice((asked.query() for document in documents for asked in pipeline.ask(document)), count))


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call, in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_pytorch(name: str, queries: Sequence[Query]) -> float:
    """Seconds that the network called `name` takes in PyTorch, pair by pair."""
    import torch
    from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification, MPNetConfig
    from transformers import MPNetForSequenceClassification as MPNet

    layers, width, heads, inner = SIZES[name]
    sizes = {
        "num_hidden_layers": layers,
        "hidden_size": width,
        "num_attention_heads": heads,
        "intermediate_size": inner,
        "num_labels": 4,
    }
    network = (
        MPNet(MPNetConfig(**sizes)) if name == "mpnet" else BertForSequenceClassification(BertConfig(**sizes))
    ).eval()
    tokenizer = AutoTokenizer.from_pretrained(weights_folder(name), local_files_only=True)

    def one_by_one() -> None:
        for query in queries:
            encoded = tokenizer(*render(query), truncation="only_first", max_length=128, return_tensors="pt")
            with torch.no_grad():
                network(**encoded)

    one_by_one()
    return seconds(one_by_one)


def main(count: int) -> None:
    """Print the table, all rows measured in this one run."""
    queries = questions(count)
    print(f"{len(queries)} pairs")
    for name in SIZES:
        record = read_record(weights_folder(name))
        classifier = load_classifier(name)
        classifier.classify(queries[:32])
        shipped = seconds(lambda: classifier.classify(queries))  # noqa: B023 (called at once)
        print(f"  {record['name']:24} int8, ONNX Runtime   {len(queries) / shipped:8.0f} pairs a second")
        if find_spec("torch"):
            plain = in_pytorch(name, queries)
            print(f"  {'':24} fp32, PyTorch       {len(queries) / plain:8.0f}   ({plain / shipped:.1f} times slower)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
