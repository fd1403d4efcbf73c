"""Pages to documents, documents to readings."""
