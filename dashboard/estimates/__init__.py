"""Numbers about many positions: what was said once, how it moves over time, who moved, who agrees with whom, and what it rests on."""

from dashboard.estimates.agreement import Agreement, agreements
from dashboard.estimates.blocs import Blocs, blocs, layout
from dashboard.estimates.contradictions import Contradiction, contradictions
from dashboard.estimates.convergence import Change, Gap, change, gaps
from dashboard.estimates.coverage import Coverage, coverage
from dashboard.estimates.heat import Heat, topic_heat
from dashboard.estimates.means import topic_means
from dashboard.estimates.shifts import Shift, Shifts, Side, shifts
from dashboard.estimates.smoothing import Smoothing, Stretch, smooth
from dashboard.estimates.utterances import utterances

__all__ = [
    "Agreement",
    "Blocs",
    "Change",
    "Contradiction",
    "Coverage",
    "Gap",
    "Heat",
    "Shift",
    "Shifts",
    "Side",
    "Smoothing",
    "Stretch",
    "agreements",
    "blocs",
    "change",
    "contradictions",
    "coverage",
    "gaps",
    "layout",
    "shifts",
    "smooth",
    "topic_heat",
    "topic_means",
    "utterances",
]
