"""Numbers about many positions: what was said once, how it moves over time, and what it rests on."""

from dashboard.estimates.coverage import Coverage, coverage
from dashboard.estimates.smoothing import Smoothing, Stretch, smooth
from dashboard.estimates.utterances import utterances

__all__ = ["Coverage", "Smoothing", "Stretch", "coverage", "smooth", "utterances"]
