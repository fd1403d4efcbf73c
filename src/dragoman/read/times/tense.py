"""Which way the clause around an expression looks, and whether a text tells of times long past."""

import datetime
from collections.abc import Sequence
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
    if start and symbols[start - 1] in grammar.deadlines:
        return Tense.FUTURE
    for i in range(start - 1, max(start - 1 - _REACH, -1), -1):
        symbol = symbols[i]
        if symbol in grammar.future:
            return Tense.FUTURE
        if symbol in grammar.past:
            return Tense.PAST
        if symbol in grammar.stops:
            break
    for symbol in symbols[end : end + _REACH]:
        if symbol in grammar.future:
            return Tense.FUTURE
        if symbol in grammar.past:
            return Tense.PAST
        if symbol in grammar.stops:
            break
    return Tense.UNKNOWN


def is_narrative(
    grammar: Grammar, parts: Sequence[Tokens], anchor: datetime.date | None
) -> bool:
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
