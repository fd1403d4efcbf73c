"""From signals to one answer per use, and to what may be kept."""

from collections.abc import Iterable
from dataclasses import replace

from dragoman.model import (
    Answer,
    Basis,
    Document,
    Retention,
    Rights,
    Signal,
    Use,
)
from dragoman.text.notices import find_notices

TDMREP_ORDER = ("file", "header", "meta")
"""TDMRep: what stands nearer to the text overrides what stands farther."""


def decide(signals: Iterable[Signal], basis: Basis | None = None) -> Rights:
    """The rights that `signals` add up to.

    Inside TDMRep the nearest statement wins; between families any reservation wins, then any grant
    (the rule of AIPREF); silence stays unknown. Whole texts are kept only where storage is granted
    or the user states a lawful basis.
    """
    kept = tuple(signals)
    answers = {use: _answer(use, _effective(kept)) for use in Use}
    free = answers[Use.STORAGE] is Answer.GRANTED or basis is not None
    return Rights(
        signals=kept,
        mining=answers[Use.MINING],
        ai_training=answers[Use.AI_TRAINING],
        search=answers[Use.SEARCH],
        storage=answers[Use.STORAGE],
        retention=Retention.TEXT if free else Retention.QUOTES,
        basis=basis,
    )


def settle(document: Document, rights: Rights, basis: Basis | None = None) -> Document:
    """`document` with the rights of its snapshot and of the notices in its own text."""
    notices = tuple(
        Signal(
            family="notice",
            answers=(
                *((Use(use), Answer.RESERVED) for use in notice.uses),
                *(
                    ((Use.SEARCH, Answer.GRANTED),)
                    if "search indexing" in notice.exceptions
                    else ()
                ),
            ),
            value=_quote(notice.span.of(document.text)),
            where="text",
            span=notice.span,
            exceptions=notice.exceptions,
        )
        for notice in find_notices(document.text)
    )
    return replace(document, rights=decide((*rights.signals, *notices), basis))


def _effective(signals: tuple[Signal, ...]) -> tuple[Signal, ...]:
    tdmrep = [signal for signal in signals if signal.family == "tdmrep"]
    nearest = max(tdmrep, key=lambda signal: TDMREP_ORDER.index(signal.where), default=None)
    return tuple(signal for signal in signals if signal.family != "tdmrep" or signal is nearest)


def _answer(use: Use, signals: tuple[Signal, ...]) -> Answer:
    stated = {answer for signal in signals for about, answer in signal.answers if about is use}
    for answer in (Answer.RESERVED, Answer.GRANTED):
        if answer in stated:
            return answer
    return Answer.UNKNOWN


def _quote(words: str, limit: int = 25) -> str:
    """At most `limit` words: the quotation length that the default policy keeps of any text."""
    parts = words.split()
    return " ".join(parts[:limit]) + (" …" if len(parts) > limit else "")
