"""Time expressions of English news: a grammar of our own, read into TIMEX3 and days."""

from collections.abc import Sequence

from dragoman.model import Document, Sentence, TimeExpression
from dragoman.read.times.reader import find, find_in

__all__ = ["find", "find_times"]


def find_times(document: Document, sentences: Sequence[Sentence]) -> tuple[TimeExpression, ...]:
    """The time expressions of `sentences`, anchored on the day the document was published.

    Spans point into `document.text`. A date told in one sentence counts for those behind it.
    """
    spans = [sentence.span for sentence in sentences]
    return find_in(spans, document.text, document.published.earliest)
