"""Figures: each file says what a chart shows (plain data), decides it, and draws it."""

from dashboard.charts.over_time import OverTime, draw_over_time, over_time
from dashboard.charts.probabilities import Probabilities, draw_probabilities, probabilities
from dashboard.charts.where_they_stand import Standing, Standings, draw_standings, where_they_stand

__all__ = [
    "OverTime",
    "Probabilities",
    "Standing",
    "Standings",
    "draw_over_time",
    "draw_probabilities",
    "draw_standings",
    "over_time",
    "probabilities",
    "where_they_stand",
]
