"""How right the pipeline and the classifier are, against gold annotations."""

from models.evaluate.behaviour import BehaviourReport, evaluate_behaviour, load_suite
from models.evaluate.documents import Metrics, evaluate_documents, read_gold
from models.evaluate.invariance import InvarianceReport, swap_test

__all__ = [
    "BehaviourReport",
    "InvarianceReport",
    "Metrics",
    "evaluate_behaviour",
    "evaluate_documents",
    "load_suite",
    "read_gold",
    "swap_test",
]
