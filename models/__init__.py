"""Text in, positions out: documents, statements, actors, dates, topics, stance and the pipeline that joins them."""
