"""Whether two times may be that of one event."""

from datetime import date, timedelta
from typing import NamedTuple

from dragoman.model import TimeBasis, TimeExpression

STATED_IN_WORDS = frozenset({TimeBasis.STATED, TimeBasis.ANCHORED})

TOLERANCE = timedelta(days=1)
"""How far apart two days may lie where one of them is only a day of publication.

A report is out on the day or on the day after; days that words state must overlap.
"""

MONTH = 31
"""A time of more days than this ("autumn", "this year") says too little to find one event by."""


class Days(NamedTuple):
    """A closed interval of days and how far off it may be."""

    earliest: date
    latest: date
    exact: bool

    @property
    def length(self) -> int:
        """How many days it spans beyond the first."""
        return (self.latest - self.earliest).days

    def distance(self, other: "Days") -> int | None:
        """Days between the two, 0 where they overlap; None where they cannot be one event's.

        An interval longer than a month meets only such as are a week or longer.
        """
        lengths = sorted((self.length, other.length))
        if lengths[1] > MONTH and lengths[0] < 6:
            return None
        gap = max(self.earliest - other.latest, other.earliest - self.latest, timedelta(0))
        allowed = timedelta(0) if self.exact and other.exact else TOLERANCE
        return gap.days if gap <= allowed else None


def days(time: TimeExpression) -> Days | None:
    """The days of an event's time; None where it names none."""
    if time.earliest is None or time.latest is None:
        return None
    exact = time.basis in STATED_IN_WORDS
    return Days(time.earliest, time.latest, exact)
