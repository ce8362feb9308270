"""Which side an actor takes on a proposition in a text, behind one small interface."""

from models.stance.base import LABELS, Judgement, Label, Query, StanceClassifier
from models.stance.weights import load_classifier

__all__ = ["LABELS", "Judgement", "Label", "Query", "StanceClassifier", "load_classifier"]
