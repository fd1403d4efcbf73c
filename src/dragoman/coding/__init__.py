"""Reading to event mentions by lexicon and shallow grammar."""

from dragoman.coding.lexicon import Entry, Lexicon, load_lexicon
from dragoman.coding.rules import RulesCoder
from dragoman.coding.status import StatusReading, is_background, status_of

__all__ = [
    "Entry",
    "Lexicon",
    "RulesCoder",
    "StatusReading",
    "is_background",
    "load_lexicon",
    "status_of",
]
