"""How right the pipeline and the classifier are, against gold annotations."""

from models.evaluate.baselines import Majority, WordModel, ZeroShot
from models.evaluate.behaviour import BehaviourReport, evaluate_behaviour, load_suite
from models.evaluate.comparison import Comparison, compare_methods
from models.evaluate.documents import Metrics, evaluate_documents, in_period, read_gold
from models.evaluate.gold_pairs import GoldPair, gold_pairs
from models.evaluate.invariance import InvarianceReport, swap_test

__all__ = [
    "BehaviourReport",
    "Comparison",
    "GoldPair",
    "InvarianceReport",
    "Majority",
    "Metrics",
    "WordModel",
    "ZeroShot",
    "compare_methods",
    "evaluate_behaviour",
    "evaluate_documents",
    "gold_pairs",
    "in_period",
    "load_suite",
    "read_gold",
    "swap_test",
]
