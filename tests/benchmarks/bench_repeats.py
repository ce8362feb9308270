"""Seconds of processor time that statements take to become utterances, and documents stories; for each it must not grow with their number.

Run: python tests/benchmarks/bench_repeats.py [statements ...]

The statements are made: as many actors and topics as in the seeds over four years, half of them reports of a remark that
another one reports too, with other words around the quotation; a tenth falls into one crowded week.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import time

from models.repeats import Report, Said, group_stories, group_utterances

ACTORS, TOPICS, DAYS, CROWDED = 60, 14, 1500, 7
FIRST = dt.date(2022, 2, 24)
REPORTED_TWICE = 0.5
FRAMES = (
    "“{}”, {} said on {}.", "Speaking to reporters, {1} said: “{0}” ({2}).", "On {2} {1} made it plain again: “{0}”",
    "{1} told the agency that {0}",
)  # fmt: skip


def vocabulary(size: int, source: random.Random) -> list[str]:
    """Return made-up words; the first ones are used most, as in a language."""
    return ["".join(source.choices("abcdefghijklmnoprstuvwz", k=source.randint(2, 9))) for _ in range(size)]


def sentence(words: list[str], length: int, source: random.Random) -> str:
    """Return words drawn by Zipf's law."""
    return " ".join(words[min(len(words) - 1, int(len(words) ** source.random()) - 1)] for _ in range(length))


def made(count: int) -> list[Said]:
    """Return `count` statements, always the same ones."""
    source = random.Random(count)
    words = vocabulary(20_000, source)
    said: list[Said] = []
    while len(said) < count:
        crowded = source.random() < 0.1
        day = FIRST + dt.timedelta(days=source.randrange(CROWDED) if crowded else source.randrange(DAYS))
        # a few actors and topics have most of what is said
        actor, topic = int(ACTORS ** source.random()), int(TOPICS ** source.random())
        remark = sentence(words, source.randint(10, 30), source)
        for number in range(2 if source.random() < REPORTED_TWICE / (2 - REPORTED_TWICE) else 1):
            text = source.choice(FRAMES).format(remark, f"the spokesman of actor {actor}", sentence(words, 3, source))
            when = day + dt.timedelta(days=number)
            said.append(Said(f"{len(said):016x}", f"actor {actor}", f"topic {topic}", "oppose", when, text))
    return said[:count]


def reports(said: list[Said]) -> list[Report]:
    """Return documents of five statements each."""
    return [
        Report(
            f"d{at:09}", said[at].day, " ".join(item.text for item in said[at : at + 5]),
            frozenset((item.actor, item.topic) for item in said[at : at + 5]),
        )
        for at in range(0, len(said), 5)
    ]  # fmt: skip


def main(counts: list[int]) -> None:
    """Print a row for each number of statements."""
    for count in counts:
        said = made(count)
        start = time.process_time()
        found = len(set(group_utterances(said).values()))
        middle = time.process_time()
        told = reports(said)
        stories = len(set(group_stories(told).values()))
        end = time.process_time()
        print(
            f"{count:8,} statements: {found:7,} utterances in {middle - start:6.1f} s, {1e6 * (middle - start) / count:5.0f} µs each; "
            f"{len(told):7,} documents: {stories:7,} stories in {end - middle:6.1f} s, {1e6 * (end - middle) / len(told):5.0f} µs each"
        )


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [10_000, 100_000])
