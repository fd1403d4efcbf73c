"""The dates of the tables: ``2019``, ``2019-05`` or ``2019-05-20``."""

import datetime
import re

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def start_day(text: str) -> datetime.date | None:
    """The first day of the interval that a ``from`` cell opens; None for an empty cell.

    Raises ValueError for anything that is not a date.
    """
    if not text:
        return None
    year, month, day = _parts(text)
    return datetime.date(year, 1 if month is None else month, 1 if day is None else day)


def end_day(text: str) -> datetime.date | None:
    """The first day that is no longer in the interval that a ``to`` cell closes; None if open.

    A full date belongs to the successor; a month or a year is covered to its last day.
    Raises ValueError for anything that is not a date.
    """
    if not text:
        return None
    year, month, day = _parts(text)
    if month is None:
        return datetime.date(year + 1, 1, 1)
    if day is not None:
        return datetime.date(year, month, day)
    first = datetime.date(year, month, 1)
    return (first + datetime.timedelta(days=31)).replace(day=1)


def is_whole(text: str) -> bool:
    """Whether the date is known to the day."""
    return len(text) == len("2019-05-20")


def _parts(text: str) -> tuple[int, int | None, int | None]:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"not a date (2019, 2019-05 or 2019-05-20): {text!r}")
    year, month, day = match.groups()
    return int(year), None if month is None else int(month), None if day is None else int(day)
