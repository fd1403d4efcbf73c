"""Quotations without a cue of their own: they go on from the speaker quoted before."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model import Sentence, Span
from dragoman.read.attribution.quotes import Quote
from dragoman.read.attribution.sayings import Saying

_REACH = 2
"""How many sentences may lie between the last quoted words and those that go on."""


def continue_quotes(
    sentences: Sequence[Sentence], quotes: Sequence[Quote], sayings: Sequence[Saying]
) -> list[Saying]:
    """The quotations that fill sentences and that nothing attributes, with the last speaker.

    Each is a saying with the cue and speaker of the one it continues, of rule
    ``quote-continued``.
    """
    spans = [sentence.span for sentence in sentences]
    attributed = sorted(span for saying in sayings for span in saying.contents)
    continued: list[Saying] = []
    known = sorted(sayings, key=_cue)
    for quote in quotes:
        inside = [index for index, span in enumerate(spans) if _fills(quote.span, span)]
        if not inside or any(_fills(span, quote.span) for span in attributed):
            continue
        speaker = _speaker(known, quote, spans[max(0, inside[0] - _REACH)].start)
        if speaker is not None:
            piece = replace(speaker, contents=(quote.span,), rule="quote-continued")
            continued.append(piece)
            known = sorted([*known, replace(piece, cue=speaker.cue)], key=_reach)
    return continued


def _cue(saying: Saying) -> int:
    return saying.cue.end


def _reach(saying: Saying) -> int:
    return max(saying.cue.end, *(span.end for span in saying.contents))


def _fills(quote: Span, sentence: Span) -> bool:
    """Whether the quotation is nearly all of the sentence."""
    shared = min(quote.end, sentence.end) - max(quote.start, sentence.start)
    return shared >= 0.85 * len(sentence)


def _speaker(known: Sequence[Saying], quote: Quote, earliest: int) -> Saying | None:
    """The last saying before the quotation that reaches to `earliest` or beyond."""
    before = [
        saying
        for saying in known
        if _reach(saying) <= quote.span.start and _reach(saying) >= earliest
    ]
    return max(before, key=_reach) if before else None
