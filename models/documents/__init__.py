"""Documents from files, folders and addresses."""

from models.documents.published import find_published
from models.documents.read import SUFFIXES, read_documents

__all__ = ["SUFFIXES", "find_published", "read_documents"]
