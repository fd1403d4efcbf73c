"""Calendar arithmetic: months, weeks, quarters, seasons and moving feasts, as pure functions."""

import datetime

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season, as meteorologists count them in the northern hemisphere.

A winter belongs to the year in which it begins."""

Interval = tuple[datetime.date, datetime.date]
"""First and last day, both included."""


def day_or_none(year: int, month: int, day: int) -> datetime.date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return datetime.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def add_days(day: datetime.date, days: int) -> datetime.date | None:
    """`day` moved by `days`, or None beyond the years 1 to 9999."""
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return None


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month that lie `months` after (before, if negative) the month given."""
    count = year * 12 + month - 1 + months
    return count // 12, count % 12 + 1


def last_of_month(year: int, month: int) -> datetime.date:
    """The last day of a month of the years 1 to 9998."""
    following = add_months(year, month, 1)
    return datetime.date(*following, 1) - datetime.timedelta(days=1)


def months_interval(year: int, month: int, months: int) -> Interval:
    """The days of `months` whole months from the month given."""
    return datetime.date(year, month, 1), last_of_month(*add_months(year, month, months - 1))


def week_value(day: datetime.date) -> str:
    """The ISO week of `day`, as ``2024-W19``."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(day: datetime.date) -> int:
    """The calendar quarter of `day`, 1 to 4."""
    return (day.month - 1) // 3 + 1


def season_of(day: datetime.date) -> tuple[int, str]:
    """Year and code of the season that `day` lies in."""
    code = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
    return (day.year - 1 if day.month < 3 else day.year), code


def season_interval(year: int, code: str) -> Interval:
    """The days of a season."""
    return months_interval(year, SEASONS[code], 3)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> datetime.date:
    """The `nth` weekday (Monday 0) of a month; `nth` -1 is the last."""
    if nth < 0:
        last = last_of_month(year, month)
        return last - datetime.timedelta(days=(last.weekday() - weekday) % 7)
    first = datetime.date(year, month, 1)
    return first + datetime.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> datetime.date:
    """Easter Sunday of the western churches (the anonymous Gregorian algorithm)."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped, leap = century // 4, century % 4
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped - moon + 15) % 30
    offset = (32 + 2 * leap + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * offset) // 451
    month, day = divmod(epact + offset - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)


FIXED_HOLIDAYS = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "christmas": (12, 25),
    "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "valentine's day": (2, 14), "st patrick's day": (3, 17), "april fools day": (4, 1),
    "may day": (5, 1), "victory day": (5, 9), "independence day": (7, 4), "bastille day": (7, 14),
    "halloween": (10, 31), "armistice day": (11, 11), "veterans day": (11, 11),
    "international women's day": (3, 8), "epiphany": (1, 6), "earth day": (4, 22),
    "anzac day": (4, 25), "juneteenth": (6, 19), "all saints day": (11, 1),
}  # fmt: skip
"""Month and day. "Victory Day" and "Independence Day" as Russian and American papers use them."""

EASTER_HOLIDAYS = {
    "easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7,
    "maundy thursday": -3, "ash wednesday": -46, "shrove tuesday": -47, "ascension day": 39,
    "pentecost": 49, "whit sunday": 49, "whit monday": 50, "corpus christi": 60,
}  # fmt: skip
"""Days after Easter Sunday."""

WEEKDAY_HOLIDAYS = {
    "thanksgiving": (11, 3, 4), "thanksgiving day": (11, 3, 4), "labor day": (9, 0, 1),
    "memorial day": (5, 0, -1), "martin luther king day": (1, 0, 3), "columbus day": (10, 0, 2),
    "presidents day": (2, 0, 3), "mother's day": (5, 6, 2), "father's day": (6, 6, 3),
}  # fmt: skip
"""Month, weekday (Monday 0) and which of them, as in the United States."""


def holiday(name: str, year: int) -> datetime.date | None:
    """The day of a holiday in `year`; None for names the tables lack."""
    if name in FIXED_HOLIDAYS:
        return datetime.date(year, *FIXED_HOLIDAYS[name])
    if name in EASTER_HOLIDAYS:
        return easter(year) + datetime.timedelta(days=EASTER_HOLIDAYS[name])
    if name in WEEKDAY_HOLIDAYS:
        return nth_weekday(year, *WEEKDAY_HOLIDAYS[name])
    return None
