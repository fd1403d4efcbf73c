"""Time expressions, as words and as intervals of days."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.spans import Span


class TimexType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Precision(StrEnum):
    """How finely the words say when."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    VAGUE = "vague"


class TimeBasis(StrEnum):
    """What a time rests on."""

    STATED = "stated"
    """The words alone say it ("9 May 2024")."""
    ANCHORED = "anchored"
    """The words, counted from another day ("on Thursday")."""
    PUBLISHED = "published"
    """No words: the day of publication."""
    FETCHED = "fetched"
    """No words and no day of publication: the day the page was fetched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """When, in words (`span`), in TIMEX3 (`value`) and as a closed interval of days.

    `earliest` and `latest` are both included and are None together where the words name no days
    (a duration, a set, "recently" without an anchor). `value` keeps what is finer than a day
    (``2024-05-09T08:21-04:00``). `rule` names the rule that supplied it.
    """

    span: Span | None
    type: TimexType
    value: str
    earliest: datetime.date | None
    latest: datetime.date | None
    precision: Precision
    basis: TimeBasis
    rule: str
    mod: str | None = None
