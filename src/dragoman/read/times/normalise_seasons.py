"""Normalisers of seasons, quarters, halves, fiscal years and holidays."""

import datetime
from dataclasses import replace

from dragoman.read.times.anchoring import speech_day, speech_year, told_year, year_of_month
from dragoman.read.times.days import holiday
from dragoman.read.times.lexicon import SEASON_CODES
from dragoman.read.times.meaning import Context, Meaning, Parts, Tense, anchored, date, stated
from dragoman.read.times.normalise_dates import month_number, placed, which_year, year_text
from dragoman.read.times.numbers import read_ordinal


def season(parts: Parts, context: Context) -> Meaning | None:
    """A season, with its year said or not."""
    code, said = SEASON_CODES[parts["season"]], year_text(parts)
    if said is not None:
        return stated(f"{said}-{code}")
    if "which_year" in parts:
        return placed(which_year(parts["which_year"], context), f"-{code}", context)
    return placed(_year_of_season(code, parts, context), f"-{code}", context)


def second_season(parts: Parts, context: Context) -> Meaning | None:
    """The second season of "the spring and summer": only straight behind one."""
    told = context.reference or ""
    if not context.joined or told[-2:] not in SEASON_CODES.values():
        return None
    return date(told[:-2] + SEASON_CODES[parts["season"]])


def _year_of_season(code: str, parts: Parts, context: Context) -> int | None:
    if context.narrative:
        return told_year(context)
    base = context.anchor
    if base is None:
        return None
    order = ("SP", "SU", "FA", "WI")
    now = order.index(("WI", "SP", "SU", "FA")[base.month % 12 // 3])
    home = base.year - (base.month < 3)
    wanted = order.index(code)
    if "last" in parts:
        return home - (wanted >= now)
    if "next" in parts:
        return home + (wanted <= now)
    if "this" in parts:
        return base.year
    if context.tense is Tense.FUTURE:
        return home + (wanted < now)
    return home - (wanted > now)


def quarter(parts: Parts, context: Context) -> Meaning | None:
    """A quarter, with its year said or not: without one, the last that has begun."""
    count = read_ordinal(parts["ordinal"])
    if not 1 <= count <= 4:
        return None
    return _part_of_year("Q", count, parts, context)


def half(parts: Parts, context: Context) -> Meaning | None:
    """The first or second half of a year."""
    count = read_ordinal(parts["ordinal"])
    if not 1 <= count <= 2 or parts.get("whole", "year") != "year":
        return None
    return _part_of_year("H", count, parts, context)


def _part_of_year(letter: str, count: int, parts: Parts, context: Context) -> Meaning | None:
    said = year_text(parts)
    if said is not None:
        return stated(f"{said}-{letter}{count}")
    if "which_year" in parts:
        found = which_year(parts["which_year"], context)
    elif context.narrative or context.anchor is None:
        found = speech_year(context)
    else:
        first = (count - 1) * (3 if letter == "Q" else 6) + 1
        late = first > context.anchor.month and context.tense is not Tense.FUTURE
        found = context.anchor.year - late
    return None if found is None else date(f"{found:04d}-{letter}{count}")


def quarter_ending(parts: Parts, context: Context) -> Meaning | None:
    """As in "the quarter" of "the quarter ended Sept. 30": by the calendar."""
    month = month_number(parts)
    if month is None:
        return None
    year = year_of_month(month, replace(context, tense=Tense.PAST))
    count = read_ordinal(parts["ordinal"]) if "ordinal" in parts else (month + 2) // 3
    if year is None or not 1 <= count <= 4:
        return None
    return date(f"{year:04d}-Q{count}")


def current_year(parts: Parts, context: Context) -> Meaning | None:
    """As in "the fiscal year", unnumbered: by the calendar, that of publication."""
    del parts
    found = speech_year(context)
    return None if found is None else date(f"{found:04d}")


def feast(parts: Parts, context: Context) -> Meaning | None:
    """A holiday, fixed or computed."""
    words = parts.get("holiday_name") or parts["holiday"]
    name = words.replace(" ' s", "'s").replace(" ’ s", "'s").replace("new year ", "new year's ")
    name = name.replace("new year's 's", "new year's")
    if "year" in parts:
        found = holiday(name, int(parts["year"]))
        return stated(found.isoformat()) if found else None
    base = speech_day(context)
    if base is None or not 2 <= base.year <= 9998:
        return None
    days = [day for step in (-1, 0, 1) if (day := holiday(name, base.year + step))]
    return anchored(_chosen(days, base, parts, context)) if days else None


def _chosen(days: list[datetime.date], base: datetime.date, parts: Parts, context: Context) -> str:
    if "last" in parts:
        days = [day for day in days if day < base]
    elif "next" in parts:
        days = [day for day in days if day > base]
    elif "this" in parts:
        days = [day for day in days if day.year == base.year]
    elif context.tense is not Tense.UNKNOWN:
        ahead = context.tense is Tense.FUTURE
        days = [day for day in days if (day >= base if ahead else day <= base)]
    return min(days, key=lambda day: abs((day - base).days)).isoformat()


SEASON_NORMALISERS = {
    "season": season, "second_season": second_season, "quarter": quarter, "half": half,
    "quarter_ending": quarter_ending, "current_year": current_year, "holiday": feast,
}  # fmt: skip
