"""Which day, month or year the unsaid part of a time is taken from."""

import datetime

from dragoman.read.times.days import add_days, add_months, day_or_none, quarter_of, week_value
from dragoman.read.times.meaning import Context, Tense
from dragoman.read.times.values import day_of, month_of, year_of

_TURN_OF_YEAR = 9
"""In a narrative a month this much earlier in the year than the one told last is next year's."""


def speech_day(context: Context) -> datetime.date | None:
    """The day that "today" means: in a narrative of the past, the day told last."""
    return day_of(context.reference or "") if context.narrative else context.anchor


def told_day(context: Context) -> datetime.date | None:
    """The day that "the next day" counts from: the one told last, else the day of publication."""
    told = day_of(context.reference or "")
    return told or (None if context.narrative else context.anchor)


def told_value(context: Context) -> str | None:
    """The value that "later" and "earlier" count from."""
    if context.reference is not None:
        return context.reference
    return context.anchor.isoformat() if context.anchor and not context.narrative else None


def told_year(context: Context) -> int | None:
    """The year that "that year" means."""
    return year_of(told_value(context) or "")


def speech_year(context: Context) -> int | None:
    """The year that "this year" means."""
    if context.narrative:
        return told_year(context)
    return context.anchor.year if context.anchor else None


def year_of_month(month: int, context: Context) -> int | None:
    """The year of a month named without one."""
    if context.narrative:
        return _narrated_year(month, context)
    anchor = context.anchor
    if anchor is None:
        return None
    if context.tense is Tense.FUTURE:
        return anchor.year + (month < anchor.month)
    return anchor.year - (month > anchor.month)


def _narrated_year(month: int, context: Context) -> int | None:
    year, told = told_year(context), month_of(context.reference or "")
    if year is None:
        return None
    return year + (told is not None and told - month >= _TURN_OF_YEAR)


def year_of_day(month: int, day: int, weekday: int | None, context: Context) -> int | None:
    """The year of a day named without one; a weekday, where it is said, decides."""
    if context.narrative:
        return _narrated_year(month, context)
    anchor = context.anchor
    if anchor is None:
        return None
    years = range(max(anchor.year - 3, 1), min(anchor.year + 4, 9999))
    days = [found for year in years if (found := day_or_none(year, month, day))]
    if weekday is not None:
        days = [found for found in days if found.weekday() == weekday] or days
    if not days:
        return anchor.year
    return min(days, key=lambda found: _distance(found, anchor, context.tense)).year


def _distance(found: datetime.date, anchor: datetime.date, tense: Tense) -> int:
    """How far `found` lies from the day of publication; the wrong side counts four times."""
    days = (found - anchor).days
    wrong = (tense is Tense.FUTURE and days < 0) or (tense is not Tense.FUTURE and days > 0)
    factor = 1 if not wrong else 4 if tense is not Tense.UNKNOWN else 2
    return abs(days) * factor


def weekday_near(weekday: int, context: Context) -> datetime.date | None:
    """The day that a weekday alone means: the last one (today, if it is), or the coming one."""
    base = speech_day(context)
    if base is None:
        return None
    if context.tense is Tense.FUTURE:
        return add_days(base, (weekday - base.weekday()) % 7)
    return add_days(base, -((base.weekday() - weekday) % 7))


def moved(value: str, unit: str, by: int) -> str | None:
    """`value` moved by so many units, as coarse as the unit; finer than `value`, it is unknown.

    Units are ``D W M Q Y DE CE``. One month after ``1914`` is ``1914-XX``.
    """
    if value.startswith("BC"):
        return _moved_before_christ(value, unit, by)
    year = year_of(value)
    if year is None:
        return None
    if unit in {"Y", "DE", "CE"}:
        return _moved_years(year, unit, by)
    day, month = day_of(value), month_of(value)
    if unit in {"D", "W"}:
        target = add_days(day, by * (7 if unit == "W" else 1)) if day else None
        if target is None:
            return f"{year:04d}-WXX" if unit == "W" else f"{value[:7] if month else year}-XX"
        return target.isoformat() if unit == "D" else week_value(target)
    if month is None:
        return _moved_quarter(value, by) if unit == "Q" else f"{year:04d}-XX"
    moved_year, moved_month = add_months(year, month, by * (3 if unit == "Q" else 1))
    if not 1 <= moved_year <= 9998:
        return None
    if unit == "Q":
        return f"{moved_year:04d}-Q{quarter_of(datetime.date(moved_year, moved_month, 1))}"
    return f"{moved_year:04d}-{moved_month:02d}"


def _moved_before_christ(value: str, unit: str, by: int) -> str | None:
    """Years count down to Christ; what is finer than a year stays unknown."""
    year = int(f"{value[2:6]:0<4}")
    if unit not in {"Y", "DE", "CE"}:
        return value[:6] if by == 0 else f"{value[:6]}-{'WXX' if unit == 'W' else 'XX'}"
    length, digits = {"Y": (1, 4), "DE": (10, 3), "CE": (100, 2)}[unit]
    count = year // length - by
    return f"BC{count:0{digits}d}" if count > 0 else None


def _moved_years(year: int, unit: str, by: int) -> str | None:
    length, digits = {"Y": (1, 4), "DE": (10, 3), "CE": (100, 2)}[unit]
    count = year // length + by
    return f"{count:0{digits}d}" if 1 <= count * length <= 9998 else None


def _moved_quarter(value: str, by: int) -> str | None:
    if "-Q" not in value or not value[-1].isdigit():
        return f"{value[:4]}-QX"
    count = int(value[:4]) * 4 + int(value[-1]) - 1 + by
    return f"{count // 4:04d}-Q{count % 4 + 1}" if 1 <= count // 4 <= 9998 else None
