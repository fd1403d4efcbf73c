"""Pages to documents: the story, its metadata with receipts, and what stands around it."""

from dragoman.read.page.document import PARSER, read_page

__all__ = ["PARSER", "read_page"]
