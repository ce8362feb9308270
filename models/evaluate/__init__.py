"""How right the pipeline and the classifier are, against gold annotations."""

from models.evaluate.documents import Metrics, evaluate_documents, read_gold

__all__ = ["Metrics", "evaluate_documents", "read_gold"]
