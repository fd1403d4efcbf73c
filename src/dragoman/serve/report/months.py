"""Which month an event counts in; the same rules as `dragoman.analyse.series` by month."""

import calendar
import datetime

from dragoman.analyse import Choice
from dragoman.model import Event

LONGEST = 31
"""An event whose time spans more days than this has no month."""


def month_of(event: Event) -> datetime.date | None:
    """The first day of the month in which the event begins, None where its time is too vague."""
    earliest, latest = event.time.earliest, event.time.latest
    if earliest is None or latest is None or (latest - earliest).days >= LONGEST:
        return None
    return earliest.replace(day=1)


def counts(event: Event) -> bool:
    """Whether the event is counted: it happened or goes on, is news, and has a month."""
    choice = Choice()
    fits = event.status in choice.statuses and event.historical == choice.historical
    return fits and month_of(event) is not None


def end_of_month(day: datetime.date) -> datetime.date:
    """The last day of the month of `day`."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
