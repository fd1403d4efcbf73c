"""Which way the clause around an expression looks, and whether a text tells of times long past."""

import datetime
from collections.abc import Iterable, Sequence
from itertools import chain

from dragoman.read.times.grammar import Grammar
from dragoman.read.times.meaning import Tense
from dragoman.read.times.tokens import Tokens

_REACH = 14
"""Tokens to either side in which a verb can govern an expression."""

_OLD_YEARS = 5
"""Years named, at the least, before a text counts as history."""

_OUTWEIGHED = 8
"""Years long past that one year or weekday near publication outweighs."""

_LONG_PAST = 3
"""Years before publication from which a year is long past."""


def tense_at(grammar: Grammar, symbols: str, start: int, end: int) -> Tense:
    """The tense of the nearest verb form left of the expression, else of the first right of it.

    Behind "until" and "by" a time is taken to lie ahead.
    """
    lead = start - 1
    while lead > 0 and symbols[lead] in grammar.softeners:
        lead -= 1
    if lead >= 0 and symbols[lead] in grammar.deadlines:
        return Tense.FUTURE
    left = range(start - 1, max(start - 1 - _REACH, -1), -1)
    right = range(end, min(end + _REACH, len(symbols)))
    return (
        _first_verb(grammar, symbols, left)
        or _first_verb(grammar, symbols, right)
        or (Tense.UNKNOWN)
    )


def _first_verb(grammar: Grammar, symbols: str, places: Iterable[int]) -> Tense | None:
    """The tense of the first verb form in `places` before the clause stops.

    A participle close behind "will", "would" or "be" and "set" before "to" or "for" look ahead.
    """
    for i in places:
        symbol = symbols[i]
        if symbol in grammar.future:
            return Tense.FUTURE
        if symbol in grammar.past:
            ahead = any(before in grammar.future for before in symbols[max(i - 2, 0) : i])
            pending = symbol in grammar.pending and symbols[i + 1 : i + 2] in grammar.toward
            return Tense.FUTURE if ahead or pending else Tense.PAST
        if symbol in grammar.stops:
            return None
    return None


def is_narrative(grammar: Grammar, parts: Sequence[Tokens], anchor: datetime.date | None) -> bool:
    """Whether years long past outweigh years and weekdays near the day of publication."""
    if anchor is None:
        return True
    old = near = 0
    pairs = (zip(tokens.symbols, tokens.words, strict=True) for tokens in parts)
    for symbol, word in chain.from_iterable(pairs):
        if symbol in grammar.years:
            if int(word) <= anchor.year - _LONG_PAST:
                old += 1
            elif int(word) <= anchor.year + 1:
                near += 1
        elif symbol in grammar.deictics:
            near += 1
        elif symbol in grammar.eras:
            old += 1
    return old >= _OLD_YEARS and old > _OUTWEIGHED * near
