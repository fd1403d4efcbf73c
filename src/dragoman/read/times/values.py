"""What days a TIMEX3 value covers, and how finely it says so."""

import datetime
import re
from collections.abc import Callable

from dragoman.model import Precision
from dragoman.read.times.days import (
    Interval,
    day_or_none,
    last_of_month,
    months_interval,
    season_interval,
)

Reach = tuple[Interval, Precision]


def _day(match: re.Match[str]) -> Reach | None:
    day = day_or_none(int(match["y"]), int(match["m"]), int(match["d"]))
    if day is None:
        return None
    rest = match["rest"] or ""
    precision = Precision.DAY
    if re.match(r"T\d\d:", rest):
        precision = Precision.MINUTE
    elif rest:
        precision = Precision.HOUR
    return (day, day), precision


def _week(match: re.Match[str]) -> Reach | None:
    try:
        monday = datetime.date.fromisocalendar(int(match["y"]), int(match["w"]), 1)
    except ValueError:
        return None
    first = 5 if match["end"] else 0
    days = datetime.timedelta
    return (monday + days(first), monday + days(6)), Precision.WEEK


def _month(match: re.Match[str]) -> Reach | None:
    if not 1 <= int(match["m"]) <= 12:
        return None
    return months_interval(int(match["y"]), int(match["m"]), 1), Precision.MONTH


def _quarter(match: re.Match[str]) -> Reach:
    return months_interval(int(match["y"]), 3 * int(match["q"]) - 2, 3), Precision.QUARTER


def _half(match: re.Match[str]) -> Reach:
    return months_interval(int(match["y"]), 6 * int(match["h"]) - 5, 6), Precision.SEASON


def _season(match: re.Match[str]) -> Reach:
    return season_interval(int(match["y"]), match["s"]), Precision.SEASON


def _years(match: re.Match[str]) -> Reach | None:
    digits = match["digits"]
    length = 10 ** (4 - len(digits))
    first = int(digits) * length
    if first + length - 1 < 1:
        return None
    precision = {1: Precision.YEAR, 10: Precision.DECADE, 100: Precision.CENTURY}[length]
    last = min(first + length - 1, 9998)
    return (datetime.date(max(first, 1), 1, 1), last_of_month(last, 12)), precision


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Reach | None]], ...] = (
    (re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?P<rest>T.*)?"), _day),
    (re.compile(r"(?P<y>\d{4})-W(?P<w>\d\d)(?P<end>-WE)?"), _week),
    (re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)"), _month),
    (re.compile(r"(?P<y>\d{4})-Q(?P<q>[1-4])"), _quarter),
    (re.compile(r"(?P<y>\d{4})-H(?P<h>[12])"), _half),
    (re.compile(r"(?P<y>\d{4})-(?P<s>SP|SU|FA|WI)"), _season),
    (re.compile(r"(?P<digits>\d{2,4})"), _years),
)


def reach_of(value: str) -> Reach | None:
    """First and last day of a TIMEX3 value, with its precision; None where it names no days.

    Years before Christ (``BC0490``), placeholders (``XXXX-05``), durations, sets and references
    (``PAST_REF``) name none.
    """
    for form, read in _FORMS:
        match = form.fullmatch(value)
        if match is None:
            continue
        if not 1 <= int(value[:4] if value[:4].isdigit() else "1") <= 9998:
            return None
        return read(match)
    return None


def narrowed(interval: Interval, mod: str | None) -> Interval:
    """The third of `interval` that START, MID or END leaves; all of it for other modifiers."""
    first, last = interval
    third = ((last - first).days + 1) // 3
    if third == 0:
        return interval
    step = datetime.timedelta(days=third)
    if mod == "START":
        return first, first + step - datetime.timedelta(days=1)
    if mod == "END":
        return last - step + datetime.timedelta(days=1), last
    return (first + step, last - step) if mod == "MID" else interval


def year_of(value: str) -> int | None:
    """The year a value names or lies in."""
    return int(value[:4]) if re.match(r"\d{4}(?:-|$)", value) else None


def month_of(value: str) -> int | None:
    """The month a value names or lies in."""
    match = re.match(r"\d{4}-(\d\d)(?:-|$)", value)
    return int(match[1]) if match else None


def day_of(value: str) -> datetime.date | None:
    """The day of a value that names one day."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", value)
    return day_or_none(*(int(part) for part in match.groups())) if match else None
