"""What a rule's normaliser gets and gives."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from dragoman.model import Precision, TimeBasis, TimexType
from dragoman.read.times.days import Interval


class Tense(Enum):
    """Which way the clause around an expression looks."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What an expression is read against.

    `anchor` is the day of publication. `reference` is the value of the last date read before,
    `quarter` that of the last quarter of a year.
    `narrative`: the text tells of years long past, so that dates hang on `reference` and not on
    `anchor`. `joined` is the one word between this expression and the
    one before, empty where there are more or none.
    """

    anchor: datetime.date | None
    reference: str | None = None
    quarter: str | None = None
    tense: Tense = Tense.UNKNOWN
    narrative: bool = False
    joined: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """The reading of an expression. `interval` and `precision` are given only where `value`
    does not say them. `aside`: told for comparison only ("a year earlier"), so that what follows
    does not count from it.
    """

    type: TimexType
    value: str
    basis: TimeBasis = TimeBasis.ANCHORED
    mod: str | None = None
    interval: Interval | None = None
    precision: Precision | None = None
    aside: bool = False


Parts = Mapping[str, str]
"""The words kept by a pattern, in lower case, by their names; what did not take part is absent."""

Normaliser = Callable[[Parts, Context], Meaning | None]
"""Pure: words and context to a meaning, or None where the words turn out not to be a time."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the grammar: `pattern` in the notation of `patterns`, read by `normaliser`."""

    name: str
    pattern: str
    normaliser: str


def date(value: str, basis: TimeBasis = TimeBasis.ANCHORED, mod: str | None = None) -> Meaning:
    """A DATE, or a TIME where `value` has a time of day."""
    is_time = "T" in value and "REF" not in value
    kind = TimexType.TIME if is_time else TimexType.DATE
    return Meaning(type=kind, value=value, basis=basis, mod=mod)


def stated(value: str) -> Meaning:
    """A date that the words alone say."""
    return date(value, TimeBasis.STATED)


def anchored(value: str | None) -> Meaning | None:
    """A date counted from another one; None stays None."""
    return None if value is None else date(value)
