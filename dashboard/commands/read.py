"""`stancewatch read`: documents in, positions out, nothing stored."""

from __future__ import annotations

from dashboard.commands.lines import print_rows
from dashboard.commands.options import ModelOption, Sources
from dashboard.commands.progress import progress


def read(sources: Sources, model: ModelOption = "default") -> None:
    """Print the positions in documents as JSON Lines; nothing is stored."""
    from models.documents import read_documents
    from models.pipeline import load_pipeline

    documents = read_documents(sources)
    with progress("Reading", prints_rows=True) as report:
        reading = load_pipeline(model=model).read_many(documents)
        for number, (_, positions) in enumerate(reading, start=1):
            print_rows(position.to_row() for position in positions)
            report(number, None)
