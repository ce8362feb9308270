"""Blocs: groups of actors that agree with each other more than with the rest, and how to lay them out.

Two actors are tied where they agree more than not, and the tie weighs the more, the closer they stand and the more topics
they share. The groups are those of Louvain (Blondel et al. 2008) on these ties, as networkx finds them with a fixed seed;
their modularity (Newman and Girvan 2004) says how clear the division is. The layout is that of Kamada and Kawai (1989)
with disagreement as distance, so that those who agree lie near each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import networkx as nx
import numpy as np

from dashboard.estimates.agreement import Agreement

SEED = 20_260_203
CLEAR = 0.1
"""Modularity from which on a division is called clear."""
NEAREST = 0.5
"""Distance of two actors that agree on everything, where the furthest are 1 + NEAREST apart: names need room."""
UNKNOWN = 0.5
"""Distance, before NEAREST, of two of whom nothing can be said: neither near nor far."""
BELOW, ROOM = -1.0, 0.4
"""Height of the row of those of whom nothing can be said, and the room between it and the others."""


class Blocs(NamedTuple):
    """Groups of actors, the largest first, each in the given order; an actor without ties is a group of its own.

    `modularity` is 0 where the groups are no more tied within than chance has it, and at most 1.
    """

    groups: list[list[str]]
    modularity: float

    @property
    def clear(self) -> bool:
        """Whether there are several groups, and ties fall within them far more than chance has it."""
        return len([group for group in self.groups if len(group) > 1]) > 1 and self.modularity >= CLEAR


def tie(pair: Agreement) -> float:
    """Return how strongly two actors are tied: 0 where they agree no more than not, else up to the number of topics."""
    return max(0.0, 2 * pair.value - 1) * len(pair.topics)


def blocs(actors: Sequence[str], pairs: Sequence[Agreement]) -> Blocs:
    """Return the groups among `actors`, always the same for the same input."""
    # numbers for nodes: sets of names would be walked through in another order in each process
    graph = _graph(actors, pairs)
    found = nx.community.louvain_communities(graph, weight="weight", seed=SEED) if graph.size() else []
    modularity = nx.community.modularity(graph, found, weight="weight") if found else 0.0
    groups = [sorted(group) for group in found or ([number] for number in graph)]
    groups.sort(key=lambda group: (-len(group), group))
    return Blocs([[actors[number] for number in group] for group in groups], float(modularity))


def layout(actors: Sequence[str], pairs: Sequence[Agreement]) -> dict[str, tuple[float, float]]:
    """Return a place for each actor, within -1 to +1 both ways; always the same for the same input.

    Actors of whom nothing can be said stand in a row below the others.
    """
    known = {frozenset((pair.actor, pair.other)): 1 - pair.value for pair in pairs}
    spoken = set().union(*known) if known else set()
    inside, outside = ([actor for actor in actors if (actor in spoken) is wanted] for wanted in (True, False))
    row = np.linspace(-1, 1, len(outside) + 2)[1:-1]
    places = {actor: (float(x), BELOW) for actor, x in zip(outside, row, strict=True)}
    if not inside:
        return places
    distances: dict[int, dict[int, float]] = {number: {} for number in range(len(inside))}
    for one, other in combinations(distances, 2):
        apart = NEAREST + known.get(frozenset((inside[one], inside[other])), UNKNOWN)
        distances[one][other] = distances[other][one] = apart
    found = nx.kamada_kawai_layout(nx.complete_graph(len(inside)), dist=distances)
    at = np.array([found[number] for number in distances])
    low, span = at.min(axis=0), np.maximum(np.ptp(at, axis=0), 1e-9)
    floor = BELOW + ROOM if outside else -1.0
    x, y = ((at - low) / span).T
    return places | {actor: (float(2 * x[n] - 1), float(floor + (1 - floor) * y[n])) for n, actor in enumerate(inside)}


def _graph(actors: Sequence[str], pairs: Sequence[Agreement]) -> nx.Graph:
    numbers = {actor: number for number, actor in enumerate(actors)}
    graph = nx.Graph()
    graph.add_nodes_from(range(len(actors)))
    ties = ((numbers[pair.actor], numbers[pair.other], tie(pair)) for pair in pairs)
    graph.add_weighted_edges_from(edge for edge in ties if edge[2] > 0)
    return graph
