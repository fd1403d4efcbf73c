"""What a coder said of sentences against what somebody marked in them."""

from dragoman.evaluate.gold import marked_events
from dragoman.evaluate.matching import Matched, matched
from dragoman.evaluate.plover import QuotedText, quoted_texts
from dragoman.evaluate.records import Case, Party, ToldEvent
from dragoman.evaluate.scores import Quiet, Ratio, Scores, Share, score
from dragoman.evaluate.words import misses, report

__all__ = [
    "Case",
    "Matched",
    "Party",
    "Quiet",
    "QuotedText",
    "Ratio",
    "Scores",
    "Share",
    "ToldEvent",
    "marked_events",
    "matched",
    "misses",
    "quoted_texts",
    "report",
    "score",
]
