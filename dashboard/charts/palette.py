"""The colours of the figures, the same as in .streamlit/config.toml, and the signs that stand beside them."""

from __future__ import annotations

from collections.abc import Iterable

DIVERGING = {
    False: (
        "#8c4a08", "#b5651d", "#d58a3f", "#e8b880", "#efe3d3", "#e6eaea", "#d6e6e4", "#8fc6c2", "#4aa39d", "#14807a", "#045a56",
    ),
    True: (
        "#f2a654", "#d98836", "#b06c25", "#7f5122", "#4b3b2a", "#35393c", "#2b4343", "#256663", "#258c86", "#33b0a8", "#63d6cd",
    ),
}  # fmt: skip
"""From oppose over grey to support, for a light (False) and a dark (True) page."""
ACTORS = {
    False: ("#0072b2", "#c8500a", "#00825f", "#9c3587", "#3b9bd6", "#b27700", "#5d6b73", "#7a1f45"),
    True: ("#4ea8de", "#f28340", "#2ec49c", "#d788cf", "#9ad4fb", "#eabb4d", "#aab5bc", "#e5709f"),
}
SUPPORT = {False: "#14807a", True: "#33b0a8"}
OPPOSE = {False: "#b5651d", True: "#d98836"}
NEUTRAL = {False: "#7c878d", True: "#98a3a9"}
TEXT = {False: "#16232b", True: "#e6edef"}
MUTED = {False: "#52616a", True: "#a9b5bb"}
GRID = {False: "#dfe6e6", True: "#2a363d"}

SIGNS = {"support": "▲", "oppose": "▼", "neutral": "●"}
SYMBOLS = {"direct": "circle", "indirect": "diamond", "act": "square"}
"""Plotly's marker of each kind of statement."""
SHAPES = ("circle", "square", "diamond", "cross", "star", "pentagon", "x", "hexagram")
"""Plotly's markers that tell actors, or groups of actors, apart beside their colours."""


def stance_colour(stance: str, dark: bool = False) -> str:
    """Return the colour of a stance."""
    return {"support": SUPPORT, "oppose": OPPOSE}.get(stance, NEUTRAL)[dark]


def colour_scale(dark: bool = False) -> list[tuple[float, str]]:
    """Return the scale from -1 to +1 as Plotly takes it."""
    colours = DIVERGING[dark]
    return [(index / (len(colours) - 1), colour) for index, colour in enumerate(colours)]


def text_on(score: float, dark: bool = False) -> str:
    """Return black or white: what is readable (WCAG AA, 4.5 to 1) on the scale's colour of `score`."""
    colours = DIVERGING[dark]
    position = round((score + 1) / 2 * (len(colours) - 1))
    ground = colours[min(max(position, 0), len(colours) - 1)]
    return "#000000" if _luminance(ground) > 0.179 else "#ffffff"


def actor_colours(actors: Iterable[str], ranked: Iterable[str], dark: bool = False) -> dict[str, str]:
    """Return a colour for each of `actors`: the one of its place in `ranked`, else the next free one.

    So an actor keeps its colour while others come and go, as long as there are no more than colours.
    """
    colours = ACTORS[dark]
    place = {actor: index for index, actor in enumerate(ranked)}
    wanted = sorted(actors, key=lambda actor: (place.get(actor, len(place)), actor))
    taken: set[int] = set()
    chosen: dict[str, str] = {}
    for actor in wanted:
        first = place.get(actor, len(place)) % len(colours)
        tries = [(first + step) % len(colours) for step in range(len(colours))]
        slot = next((index for index in tries if index not in taken), first)
        taken.add(slot)
        chosen[actor] = colours[slot]
    return chosen


def fade(colour: str, alpha: float) -> str:
    """Return a hexadecimal colour with transparency, as Plotly takes it."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha:g})"


def _luminance(colour: str) -> float:
    """Relative luminance by WCAG 2."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
