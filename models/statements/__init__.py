"""Where in a document somebody may take a position: sentences, quotations, who speaks, conditions."""

from models.statements.candidates import Candidate, find_candidates
from models.statements.conditions import find_condition
from models.statements.quotations import quoted_spans
from models.statements.sentences import split_sentences

__all__ = ["Candidate", "find_candidates", "find_condition", "quoted_spans", "split_sentences"]
