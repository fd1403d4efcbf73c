"""Normalisers of dates that name a day, month, season, quarter, year, decade or century."""

import datetime

from dragoman.model import TimeBasis
from dragoman.read.times.anchoring import (
    speech_day,
    speech_year,
    told_year,
    year_of_day,
    year_of_month,
)
from dragoman.read.times.days import day_or_none, last_of_month, week_value
from dragoman.read.times.lexicon import MONTHS, WEEKDAYS
from dragoman.read.times.meaning import Context, Meaning, Parts, anchored, date, stated
from dragoman.read.times.numbers import read_ordinal, read_spoken_year
from dragoman.read.times.values import day_of, month_of


def month_number(parts: Parts) -> int | None:
    """The month that the parts name."""
    words = parts.get("any_month") or parts.get("month") or parts.get("month2")
    return MONTHS[words.split()[0]] if words else None


def day_number(parts: Parts) -> int | None:
    """The day of the month that the parts name."""
    words = parts.get("day") or parts.get("day2")
    return read_ordinal(words) or None if words else None


def full_year(words: str) -> int:
    """A year in figures; of two figures, one between 1930 and 2029."""
    number = int(words)
    if len(words) > 2:
        return number
    return number + (2000 if number < 30 else 1900)


def year_text(parts: Parts) -> str | None:
    """The year that the parts state, as TIMEX3 writes it (``1914``, ``BC0490``)."""
    era = parts.get("era_mark", "").replace(".", "").lower()
    for name in ("year", "year3"):
        if name in parts and not era.startswith("b"):
            return f"{full_year(parts[name]):04d}"
    if "spoken_year" in parts:
        return f"{read_spoken_year(parts['spoken_year']):04d}"
    words = parts.get("year2") or parts.get("year")
    if words is None:
        return None
    return f"{'BC' if era.startswith('b') else ''}{int(words):04d}"


def which_year(words: str, context: Context) -> int | None:
    """The year that "last year", "that year" or "the following year" means."""
    this, told = speech_year(context), told_year(context)
    first = words.split()[-2] if words.startswith("the ") else words.split(maxsplit=1)[0]
    base = this if first in {"this", "last", "next", "past"} else told
    step = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "following": 1}
    return None if base is None else base + step.get(first, 0)


def calendar(parts: Parts, context: Context) -> Meaning | None:
    """Month with a day, a year or both; what is not said is taken from around."""
    month, day, year = month_number(parts), day_number(parts), year_text(parts)
    if month is None:
        return None
    rest = f"-{month:02d}" + (f"-{day:02d}" if day else "")
    if day and day_or_none(2000, month, day) is None:
        return None
    if year is not None:
        exists = not day or not year.isdigit() or day_or_none(int(year), month, day)
        return stated(year + rest) if exists else None
    if day is None:
        return _month(month, context)
    weekday = WEEKDAYS.get(parts.get("weekday") or parts.get("weekday2", ""))
    found = year_of_day(month, day, weekday, context)
    if found is not None and day_or_none(found, month, day) is None:
        return None
    return placed(found, rest, context)


def placed(year: int | None, rest: str, context: Context) -> Meaning:
    """A date whose year was found; ``XXXX`` where it was not."""
    reference = context.reference or ""
    if year is None and context.narrative and reference.startswith("BC"):
        return date(reference[:6] + rest)
    return date((f"{year:04d}" if year is not None else "XXXX") + rest)


def _month(month: int, context: Context) -> Meaning:
    return placed(year_of_month(month, context), f"-{month:02d}", context)


def month_of_year(parts: Parts, context: Context) -> Meaning | None:
    """As in "February of this year", "May 3 of last year"."""
    month, day = month_number(parts), day_number(parts)
    year = which_year(parts["which_year"], context)
    if month is None or (day and day_or_none(year or 2000, month, day) is None):
        return None
    return placed(year, f"-{month:02d}" + (f"-{day:02d}" if day else ""), context)


def other_month(parts: Parts, context: Context) -> Meaning | None:
    """As in "last March" (before this month), "next March" (after it), "this March"."""
    month, base = month_number(parts), speech_day(context)
    if month is None or base is None:
        return None if month is None else _month(month, context)
    if "last" in parts:
        return placed(base.year - (month >= base.month), f"-{month:02d}", context)
    if "this" in parts:
        return placed(base.year, f"-{month:02d}", context)
    return placed(base.year + (month <= base.month), f"-{month:02d}", context)


def following_day(parts: Parts, context: Context) -> Meaning | None:
    """The second day of "Oct. 3-5": only straight behind a day."""
    first = day_of(context.reference or "")
    number = day_number(parts)
    if not context.joined or first is None or number is None:
        return None
    year = full_year(parts["year"]) if "year" in parts else first.year
    found = day_or_none(year, first.month, number)
    basis = TimeBasis.STATED if "year" in parts else TimeBasis.ANCHORED
    return date(found.isoformat(), basis) if found and number > first.day else None


def day_of_month(parts: Parts, context: Context) -> Meaning | None:
    """As in "the 14th": of the month told last."""
    month = month_of(context.reference or "")
    number = read_ordinal(parts["day"])
    if month is None or not context.narrative:
        return None
    found = day_or_none(int((context.reference or "")[:4]), month, number)
    return anchored(found.isoformat()) if found else None


def iso(parts: Parts, context: Context) -> Meaning | None:
    """2024-05-09, 2024-05-09T08:21-04:00."""
    del context
    words = parts.get("iso_date") or parts["iso_time"]
    return stated(words.upper()) if day_of(words) else None


def slash(parts: Parts, context: Context) -> Meaning | None:
    """5/9/2024 (month first unless it cannot be) and 9.5.2024 (day first)."""
    del context
    dotted = "dot_date" in parts
    words = parts["dot_date"].split(".") if dotted else parts["slash_date"].split("/")
    first, second, year = int(words[0]), int(words[1]), full_year(words[2])
    day, month = (first, second) if dotted or first > 12 else (second, first)
    found = day_or_none(year, month, day)
    return stated(found.isoformat()) if found else None


def year(parts: Parts, context: Context) -> Meaning | None:
    """A year, in figures or words, of either era."""
    del context
    value = year_text(parts)
    return stated(value) if value else None


def short_year(parts: Parts, context: Context) -> Meaning | None:
    """'89; Sept. '89."""
    month, found = month_number(parts), full_year(parts["two_digits"])
    if context.narrative and context.reference and context.reference[:2].isdigit():
        found = int(context.reference[:2] + parts["two_digits"])
    return stated(f"{found:04d}" + (f"-{month:02d}" if month else ""))


def second_short_year(parts: Parts, context: Context) -> Meaning | None:
    """The "45" of "1939-45": only straight behind an earlier year of the same century."""
    first = context.reference or ""
    if not context.joined or len(first) != 4 or not first.isdigit():
        return None
    value = first[:2] + parts["two_digits"]
    return stated(value) if value > first else None


def decade(parts: Parts, context: Context) -> Meaning | None:
    """The 1990s, the '90s, the nineties, the 480s BC."""
    del context
    words = parts.get("decade_number", "")
    if "decade_year" in parts:
        return stated(parts["decade_year"][:-1])
    if not words:
        names = "twenties thirties forties fifties sixties seventies eighties nineties".split()
        return stated(f"19{names.index(parts['decade_word']) + 2}")
    digits = words[:-2]
    before = parts.get("era_mark", "").lower().startswith("b")
    if len(digits) == 2 and not before:
        return None
    if before:
        return stated(f"BC{int(digits):03d}")
    return stated(digits if len(digits) > 1 else ("20" if digits in "012" else "19") + digits)


def century(parts: Parts, context: Context) -> Meaning | None:
    """The 19th century is ``18``, its years' first figures."""
    del context
    count = read_ordinal(parts["ordinal"])
    if not 0 < count <= 30:
        return None
    before = parts.get("era_mark", "").lower().startswith("b")
    return stated(f"BC{count - 1:02d}" if before else f"{count - 1:02d}")


def week_of_month(parts: Parts, context: Context) -> Meaning | None:
    """As in "the last week of March", "the second day of May"."""
    month, said, count = month_number(parts), year_text(parts), read_ordinal(parts["ordinal"])
    if month is None or count > 5 or (said is not None and not said.isdigit()):
        return None
    year = int(said) if said else year_of_month(month, context)
    if year is None or not 1 <= year <= 9998:
        return None
    step = {"day": 1, "week": 7, "weekend": 7}[parts["week_of"]]
    last = last_of_month(year, month)
    day = datetime.date(year, month, 1 + step * (count - 1)) if count else last
    value = day.isoformat() if step == 1 else week_value(day)
    weekend = "-WE" if parts["week_of"] == "weekend" else ""
    return date(value + weekend, TimeBasis.STATED if said else TimeBasis.ANCHORED)


DATE_NORMALISERS = {
    "calendar": calendar, "month_of_year": month_of_year, "other_month": other_month,
    "following_day": following_day, "day_of_month": day_of_month, "iso": iso, "slash": slash,
    "year": year, "short_year": short_year, "second_short_year": second_short_year,
    "decade": decade, "century": century, "week_of_month": week_of_month,
}  # fmt: skip
