"""The model card: written by the training run, never by hand."""

from __future__ import annotations

from typing import Any

TEMPLATE = """# {name}

A cross-encoder that reads a statement, an actor and a proposition, and answers support, oppose, neutral or unrelated.
Fine-tuned from {base}, exported as an int8 ONNX graph of {megabytes:.0f} MB, version `{version}`.
Written by `stancewatch train` on {day}; the full record of the run is `record.json` beside this card.

## What it was trained on

{counts}
{earlier}
Public sets: Perspectrum (CC BY-SA 4.0), IBM Claim Stance (CC BY-SA 3.0), ArgKP 2021 (CDLA-Sharing 1.0), Touché 2023
(CC BY 4.0), DSE (cited use), CAD-NLI (Apache-2.0). In-domain labels are the project's own. Briefs to {train_until} train,
October and November 2025 validate (temperature, thresholds), later ones test; world propositions are split by
proposition, so the test ones were never seen.

## How right it is

| split | pairs | accuracy 4 | macro-F1 4 | stance pairs | accuracy 3 | macro-F1 3 | polarity | calibration error 4 | and 3 | conditions F1 |
|---|---|---|---|---|---|---|---|---|---|---|
{rows}

"4" counts all four labels, "3" the pairs that hold a position, with the likeliest of support, oppose and neutral; polarity is the
mean recall of support and oppose; conditions count as found where their words are found too. Temperature {temperature}
for whether there is a position, {stance_temperature} for its side, both fitted on the validation pairs. The int8 graph was
measured, not the network before export.

{masked}

Swap test: of {swaps} renamings of the actor's country in test pairs, text and question alike, {flip_rate:.1%} change the label.

Behaviour suite (`models/evaluate/behaviour.jsonl`): minimal pairs of diplomacy's grammar, both sides of a pair right:

| kind | passed | pairs |
|---|---|---|
{behaviour}

## Limits

English text only. One annotator a label. The neutral class is rare in training and is the weakest. Texts outside
diplomacy, irony and positions that take several sentences to state are not what it was trained for.
"""

MASKED = 'The graph never reads the name of an actor of the catalogue: text and question say "X" in its place.'
BASES = {
    "minilm": "all-MiniLM-L6-v2 (Apache-2.0; 6 layers of 384)",
    "mpnet": "all-mpnet-base-v2 (Apache-2.0; the lowest {layers} of its 12 layers of 768)",
}


def model_card(record: dict[str, Any]) -> str:
    """Return the card, in Markdown, of a run record."""
    counts = "\n".join(f"- {origin}: {count} pairs" for origin, count in sorted(record["pairs"].items()))
    rows = "\n".join(_row(split, figures) for split, figures in record["metrics"].items())
    return TEMPLATE.format(
        name=record["name"],
        base=BASES[record["settings"].get("base", "minilm")].format(**record["settings"]),
        version=record["version"],
        megabytes=record["bytes"] / 1e6,
        day=record["day"],
        counts=counts,
        earlier=_earlier(record.get("started_from")),
        train_until=record["train_until"],
        rows=rows,
        temperature=record["temperature"],
        stance_temperature=record["stance_temperature"],
        masked=MASKED if record.get("masked") else "The actor's name stands in the text that the graph reads.",
        swaps=record["swap_test"]["swaps"],
        flip_rate=record["swap_test"]["flip_rate"],
        behaviour=_behaviour(record["behaviour"]),
    )


def _earlier(started_from: dict[str, Any] | None) -> str:
    if not started_from:
        return ""
    pairs = ", ".join(f"{count} of {origin}" for origin, count in sorted(started_from["pairs"].items()))
    return f"\nIts start were the weights `{started_from['version']}` of {started_from['day']}, trained on: {pairs}.\n"


def _row(split: str, figures: dict[str, Any]) -> str:
    names = (
        "accuracy_4",
        "macro_f1_4",
        "stance_pairs",
        "accuracy_3",
        "macro_f1_3",
        "polarity",
        "calibration_error",
        "calibration_error_3",
        "condition_f1",
    )
    return f"| {split} | {figures['pairs']} | {' | '.join(_cell(figures[name]) for name in names)} |"


def _cell(value: float | int | None) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _behaviour(report: dict[str, Any]) -> str:
    rows = [{**report, "kind": "all"}, *report["kinds"]]
    return "\n".join(f"| {row['kind']} | {row['passed']} | {row['pairs']} |" for row in rows)
