"""Numbers about many positions: what was said once, how it moves over time, who moved or contradicts itself, and what it rests on."""

from dashboard.estimates.contradictions import Contradiction, contradictions
from dashboard.estimates.coverage import Coverage, coverage
from dashboard.estimates.heat import Heat, topic_heat
from dashboard.estimates.shifts import Shift, Shifts, Side, shifts
from dashboard.estimates.smoothing import Smoothing, Stretch, smooth
from dashboard.estimates.utterances import utterances

__all__ = [
    "Contradiction",
    "Coverage",
    "Heat",
    "Shift",
    "Shifts",
    "Side",
    "Smoothing",
    "Stretch",
    "contradictions",
    "coverage",
    "shifts",
    "smooth",
    "topic_heat",
    "utterances",
]
