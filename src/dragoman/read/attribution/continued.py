"""Quotations without a cue of their own: they go on from the speaker quoted before."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import replace

from dragoman.model import Sentence, Span
from dragoman.read.attribution.quotes import Quote
from dragoman.read.attribution.sayings import Saying

_REACH = 2
"""How many sentences may lie between the last quoted words and those that go on."""

_NEAR = 50
"""How many attributed stretches before a quotation's end are looked at."""


def continue_quotes(
    sentences: Sequence[Sentence], quotes: Sequence[Quote], sayings: Sequence[Saying]
) -> list[Saying]:
    """The quotations that fill sentences and that nothing attributes, with the last speaker.

    Each is a saying with the cue and speaker of the one it continues, of rule
    ``quote-continued``.
    """
    spans = [sentence.span for sentence in sentences]
    attributed = sorted({span for saying in sayings for span in saying.contents})
    known = sorted(((_reach(saying), saying) for saying in sayings), key=_first)
    continued: list[Saying] = []
    for quote in quotes:
        first = bisect_right(spans, quote.span.start, key=_end)
        if first == len(spans) or not _fills(quote.span, spans[first]):
            continue
        if _is_attributed(quote.span, attributed):
            continue
        speaker = _speaker(known, quote, spans[max(0, first - _REACH)].start)
        if speaker is not None:
            piece = replace(speaker, contents=(quote.span,), rule="quote-continued")
            continued.append(piece)
            insort(known, (_reach(piece), piece), key=_first)
    return continued


def _end(span: Span) -> int:
    return span.end


def _start(span: Span) -> int:
    return span.start


def _first(pair: tuple[int, Saying]) -> int:
    return pair[0]


def _reach(saying: Saying) -> int:
    return max(saying.cue.end, *(span.end for span in saying.contents))


def _fills(quote: Span, sentence: Span) -> bool:
    """Whether the quotation is nearly all of the sentence."""
    shared = min(quote.end, sentence.end) - max(quote.start, sentence.start)
    return shared >= 0.85 * len(sentence)


def _is_attributed(quote: Span, attributed: Sequence[Span]) -> bool:
    """Whether somebody is already said to say nearly all of the quotation."""
    last = bisect_left(attributed, quote.end, key=_start)
    return any(_fills(span, quote) for span in attributed[max(0, last - _NEAR) : last])


def _speaker(known: Sequence[tuple[int, Saying]], quote: Quote, earliest: int) -> Saying | None:
    """The last saying before the quotation that reaches to `earliest` or beyond."""
    last = bisect_right(known, quote.span.start, key=_first)
    if last == 0 or known[last - 1][0] < earliest:
        return None
    return known[last - 1][1]
