"""Normalisers of times that are counted from another one, and of words like "now"."""

import re
from dataclasses import replace

from dragoman.model import Precision, TimexType
from dragoman.read.times.anchoring import (
    moved,
    speech_day,
    told_day,
    told_value,
    told_year,
    weekday_near,
)
from dragoman.read.times.days import add_days, add_months, day_or_none, week_value
from dragoman.read.times.lexicon import WEEKDAYS
from dragoman.read.times.meaning import Context, Meaning, Parts, Tense, anchored, date
from dragoman.read.times.normalise_vague import unit_code, vague
from dragoman.read.times.numbers import read_count, read_ordinal
from dragoman.read.times.values import day_of, month_of

BACK = frozenset("before earlier previously prior ago preceding".split())
"""Words behind a count that look back; all others look ahead."""

TOLD = frozenset("following ensuing subsequent previous preceding prior".split())
"""Words that count from the time told last, where "last" and "next" count from publication."""

RANGE_WORDS = frozenset("to through till until - – —".split())
"""Words between the two ends of a range."""


def deictic(parts: Parts, context: Context) -> Meaning | None:
    """Today, tomorrow, yesterday, tonight; "the day after tomorrow"."""
    word = parts["deictic"]
    if context.narrative and word == "today":
        return Meaning(type=TimexType.DATE, value="PRESENT_REF", precision=Precision.VAGUE)
    step = {"tomorrow": 1, "yesterday": -1}.get(word, 0)
    side = parts.get("side")
    step += 0 if side is None else -1 if side == "before" else 1
    base = speech_day(context)
    target = add_days(base, step) if base else None
    text = target.isoformat() if target else "XXXX-XX-XX"
    return date(text + ("TNI" if word == "tonight" else ""))


def weekday(parts: Parts, context: Context) -> Meaning | None:
    """A weekday, alone or with last, next or this."""
    number = WEEKDAYS[parts["weekday"]]
    base = speech_day(context)
    if base is None:
        return date(f"XXXX-WXX-{number + 1}")
    ahead = (number - base.weekday()) % 7
    if "last" in parts:
        found = add_days(base, ahead - 7)
    elif "next" in parts or "ahead" in parts:
        found = add_days(base, ahead or 7)
    elif "this" in parts:
        found = add_days(base, ahead if context.tense is Tense.FUTURE else -((7 - ahead) % 7))
    else:
        found = weekday_near(number, context)
        first = day_of(context.reference or "")
        if found and first and context.joined in RANGE_WORDS and found < first:
            found = add_days(found, 7)
    return anchored(found.isoformat()) if found else None


def weekday_of_week(parts: Parts, context: Context) -> Meaning | None:
    """As in "Monday of last week"."""
    base = speech_day(context)
    if base is None:
        return None
    step = {"last": -7, "next": 7}.get(parts["week_mark"], 0)
    found = add_days(base, WEEKDAYS[parts["weekday"]] - base.weekday() + step)
    return anchored(found.isoformat()) if found else None


def near_unit(parts: Parts, context: Context) -> Meaning | None:
    """As in "last week", "this year", "next month", "the following day"."""
    word = parts.get("last") or parts.get("next") or parts.get("ahead") or "this"
    unit = parts["long_unit"]
    by = -1 if "last" in parts else 0 if word == "this" else 1
    if unit == "day" and word == "last":
        return None
    told = word in TOLD or unit == "day" or context.narrative
    base = told_value(context) if told else _speech_value(context)
    if unit == "day" and not context.narrative:
        day = told_day(context)
        base = day.isoformat() if day else None
    if base is None:
        return None
    return anchored(_moved_unit(base, unit, by))


def _speech_value(context: Context) -> str | None:
    return context.anchor.isoformat() if context.anchor else None


def _moved_unit(base: str, unit: str, by: int) -> str | None:
    if unit != "weekend":
        return moved(base, unit_code(unit), by * (2 if unit == "fortnight" else 1))
    week = moved(base, "W", by)
    return week and week + "-WE"


def that_unit(parts: Parts, context: Context) -> Meaning | None:
    """As in "that year", "the same day": the time told last, as coarse as the unit."""
    base = told_value(context)
    unit = parts.get("long_unit") or parts["bare_unit"]
    value = _moved_unit(base, unit, 0) if base else None
    return None if value and "X" in value and not context.narrative else anchored(value)


def the_part(parts: Parts, context: Context) -> Meaning | None:
    """As in "the end of the month": that of the day or month told last, else the current one."""
    told = context.reference or ""
    if context.narrative or month_of(told) is not None:
        return that_unit(parts, context)
    return that_unit(parts, replace(context, reference=None))


def the_unit(parts: Parts, context: Context) -> Meaning | None:
    """As in "the year": the current one; "the quarter": the one told last, else the last ended."""
    if parts["bare_unit"] == "quarter" and not context.narrative:
        return the_period({"period": "quarter", "latest": "latest"}, context)
    if context.narrative or context.anchor is None:
        return that_unit(parts, context)
    return date(f"{context.anchor.year:04d}")


def told_day_of(parts: Parts, context: Context) -> Meaning | None:
    """As in "in the day": the day told last, else that of publication."""
    del parts
    day = told_day(context)
    return anchored(day.isoformat()) if day else None


def year_before(parts: Parts, context: Context) -> Meaning | None:
    """As in "the year-ago quarter", "the same period last year": a year before the time told."""
    base = context.quarter or told_value(context)
    if base is None or not base[:4].isdigit():
        return None
    year = int(base[:4]) - 1
    if "ordinal" in parts and 1 <= read_ordinal(parts["ordinal"]) <= 4:
        value: str | None = f"{year:04d}-Q{read_ordinal(parts['ordinal'])}"
    elif "-Q" in base:
        value = f"{year:04d}{base[4:]}"
    elif parts.get("period") == "quarter":
        value = moved(base, "Q", -4)
    else:
        value = moved(base, "M", -12) if re.fullmatch(r"\d{4}-\d\d", base) else f"{year:04d}"
    return _aside(anchored(value))


def _aside(meaning: Meaning | None) -> Meaning | None:
    return replace(meaning, aside=True) if meaning else None


def the_period(parts: Parts, context: Context) -> Meaning | None:
    """As in "the latest quarter": the quarter told last, else the last ended."""
    if context.quarter:
        return date(context.quarter)
    base = context.anchor.isoformat() if context.anchor else told_value(context)
    return anchored(moved(base, "Q", -1 if "latest" in parts else 0)) if base else None


def ago(parts: Parts, context: Context) -> Meaning | None:
    """As in "two weeks ago": counted from the day of publication."""
    count, unit = read_count(parts["count"]), unit_code(parts["unit"])
    if count is None:
        return vague("PAST_REF", None)
    if not context.narrative and unit == "Y" and count == 1 and context.quarter:
        return _aside(anchored(moved(context.quarter, "Q", -4)))
    base = context.anchor.isoformat() if context.anchor else None
    return _aside(_counted(told_value(context) if context.narrative else base, unit, -count))


def later(parts: Parts, context: Context) -> Meaning | None:
    """As in "three days later", "the year before", "a week earlier": from the time told last."""
    back = bool(BACK & {parts.get("later"), parts.get("earlier"), parts.get("ago")})
    count = read_count(parts.get("count", "few"))
    unit = unit_code(parts["unit"])
    if "from_day" in parts:
        base: str | None = context.anchor.isoformat() if context.anchor else None
    else:
        base = told_value(context)
    if count is None:
        year = told_year(context)
        if back or year is None or unit not in {"D", "W", "M"}:
            return vague("PAST_REF" if back else "FUTURE_REF", None)
        return date(f"{year:04d}" + {"D": "-XX-XX", "W": "-WXX", "M": "-XX"}[unit])
    sign = -1 if back else 1
    if unit == "Y" and count == 1 and context.quarter and not context.narrative:
        return _aside(anchored(moved(context.quarter, "Q", 4 * sign)))
    found = _counted(base, unit, sign * count)
    return _aside(found) if back else found


def ahead(parts: Parts, context: Context) -> Meaning | None:
    """As in "will meet in two weeks"; where the clause does not look ahead, only a duration."""
    if context.tense is not Tense.FUTURE or context.narrative:
        return None
    return hence(parts, context)


def to_the_day(parts: Parts, context: Context) -> Meaning | None:
    """As in "a year to the day later": the very day; before "after" or "since" only how long."""
    count, unit = read_count(parts["count"]), unit_code(parts["unit"])
    words = {parts.get("later"), parts.get("earlier"), parts.get("ago")} - {None}
    day = context.anchor if "ago" in parts else told_day(context)
    if count is None or unit not in {"M", "Y"}:
        return None
    if not words or day is None:
        code = f"P{count:g}{unit}"
        return Meaning(type=TimexType.DURATION, value=code, precision=Precision.DAY)
    months = round(count * (12 if unit == "Y" else 1)) * (-1 if words & BACK else 1)
    year, month = add_months(day.year, day.month, months)
    found = day_or_none(year, month, day.day)
    return anchored(found.isoformat()) if found else None


def hence(parts: Parts, context: Context) -> Meaning | None:
    """As in "in two weeks' time"."""
    count, base = read_count(parts["count"]), speech_day(context)
    if count is None or base is None:
        return vague("FUTURE_REF", None)
    return _counted(base.isoformat(), unit_code(parts["unit"]), count)


def _counted(base: str | None, unit: str, by: float) -> Meaning | None:
    if base is None or abs(by) > 100_000:
        return None
    if unit.startswith("T"):
        return _moved_hours(base, unit, by)
    if by != int(by):
        unit, by = {"Y": ("M", by * 12), "W": ("D", by * 7), "DE": ("Y", by * 10)}.get(
            unit, (unit, by)
        )
    return anchored(moved(base, unit, round(by)))


def _moved_hours(base: str, unit: str, by: float) -> Meaning | None:
    """Hours and minutes move the day only where they fill it."""
    day = day_of(base)
    if day is None:
        return None
    hours = by if unit == "TH" else 0
    target = add_days(day, int(hours / 24))
    return Meaning(type=TimexType.DATE, value=target.isoformat()) if target else None


def side_unit(parts: Parts, context: Context) -> Meaning | None:
    """As in "the day before", "the week after"."""
    words = {"count": "one", "unit": parts["unit"], "later": parts["side"]}
    if parts["unit"] == "day":
        day = told_day(context)
        return _counted(day.isoformat() if day else None, "D", -1 if parts["side"] in BACK else 1)
    return later(words, context)


def year_end(parts: Parts, context: Context) -> Meaning | None:
    """As in "year-end": the last day of the year."""
    del parts
    found = told_year(context) if context.narrative else context.anchor and context.anchor.year
    return date(f"{found:04d}-12-31") if found else None


def week_from_value(value: str) -> str | None:
    """The week of a value that names a day."""
    day = day_of(value)
    return week_value(day) if day else None


RELATIVE_NORMALISERS = {
    "deictic": deictic, "weekday": weekday, "weekday_of_week": weekday_of_week,
    "near_unit": near_unit, "that_unit": that_unit, "the_unit": the_unit, "the_part": the_part,
    "year_before": year_before, "told_day": told_day_of, "the_period": the_period, "ago": ago,
    "later": later, "hence": hence, "ahead": ahead, "to_the_day": to_the_day,
    "side_unit": side_unit, "year_end": year_end,
}  # fmt: skip
