"""Reading to event mentions by lexicon and shallow grammar."""

from dragoman.coding.lexicon import Entry, Lexicon, load_lexicon
from dragoman.coding.rules import RulesCoder

__all__ = ["Entry", "Lexicon", "RulesCoder", "load_lexicon"]
