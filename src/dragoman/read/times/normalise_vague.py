"""Normalisers of words like "now", "recently" and "soon", and the windows they are read as."""

import datetime

from dragoman.model import Precision, TimexType
from dragoman.read.times.days import Interval, add_days
from dragoman.read.times.lexicon import UNITS
from dragoman.read.times.meaning import Context, Meaning, Parts, Tense

RECENT_DAYS = {"D": 7, "W": 56, "M": 366, "Y": 3653}
"""How far "recent days", "recent weeks" … reach back: our reading, as no convention exists."""

NEAR_DAYS = 92
"""How far "recently" and "soon" reach: a quarter of a year, our reading."""


def unit_code(word: str) -> str:
    """The TIMEX3 code of a unit, singular or plural."""
    return UNITS[word if word in UNITS else word.removesuffix("s")]


def window(day: datetime.date | None, days: int) -> Interval | None:
    """The `days` days up to (negative) or from `day`."""
    other = add_days(day, days) if day else None
    if day is None or other is None:
        return None
    return (other, day) if days < 0 else (day, other)


def vague(value: str, interval: Interval | None) -> Meaning:
    """A date without bounds of its own, such as ``PAST_REF``."""
    return Meaning(type=TimexType.DATE, value=value, interval=interval, precision=Precision.VAGUE)


def present(parts: Parts, context: Context) -> Meaning | None:
    """As in "now", "currently"."""
    del parts
    return vague("PRESENT_REF", window(context.anchor, 0) if not context.narrative else None)


def past(parts: Parts, context: Context) -> Meaning | None:
    """As in "recently" reaches back a quarter of a year; "previously" has no bounds."""
    near = parts.get("past_ref", "").startswith(("recent", "lately", "newly"))
    return vague("PAST_REF", window(context.anchor, -NEAR_DAYS) if near else None)


def recent(parts: Parts, context: Context) -> Meaning | None:
    """As in "in recent weeks"."""
    days = RECENT_DAYS.get(unit_code(parts["units"]), NEAR_DAYS)
    return vague("PAST_REF", window(context.anchor, -days))


def coming(parts: Parts, context: Context) -> Meaning | None:
    """As in "in the coming weeks"."""
    days = RECENT_DAYS.get(unit_code(parts["units"]), NEAR_DAYS)
    return vague("FUTURE_REF", window(context.anchor, days))


def future(parts: Parts, context: Context) -> Meaning | None:
    """As in "soon" reaches ahead a quarter of a year; "in future" has no bounds."""
    near = parts.get("future_ref") in {"soon", "shortly"}
    if near and context.tense is not Tense.FUTURE:
        return None
    return vague("FUTURE_REF", window(context.anchor, NEAR_DAYS) if near else None)


VAGUE_NORMALISERS = {
    "present": present, "past": past, "recent": recent, "coming": coming, "future": future,
}  # fmt: skip
