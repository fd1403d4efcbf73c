"""Normalisers of times of day, alone or with their date."""

import re

from dragoman.model import Precision, TimeBasis
from dragoman.read.times.anchoring import speech_day, told_day
from dragoman.read.times.days import add_days
from dragoman.read.times.lexicon import DAYPARTS, ZONES
from dragoman.read.times.meaning import Context, Meaning, Parts, date
from dragoman.read.times.normalise_dates import calendar, day_of_month, month_number
from dragoman.read.times.normalise_relative import deictic, week_from_value, weekday
from dragoman.read.times.numbers import read_count
from dragoman.read.times.values import day_of


def date_of(parts: Parts, context: Context) -> Meaning | None:
    """The day that the parts name beside the time of day."""
    if month_number(parts) is not None:
        return calendar(parts, context)
    if "deictic" in parts:
        return deictic(parts, context)
    if "weekday" in parts:
        return weekday(parts, context)
    return day_of_month(parts, context) if "day" in parts else None


def week_of(parts: Parts, context: Context) -> Meaning | None:
    """As in "the week of March 5"."""
    found = date_of(parts, context)
    week = week_from_value(found.value) if found else None
    return date(week, found.basis) if found and week else None


def part_of_day(parts: Parts, context: Context) -> Meaning | None:
    """As in "Thursday evening", "this morning", "that night", "the night of 8 February"."""
    code = DAYPARTS[parts.get("daypart") or parts["dawn"]]
    found = date_of(parts, context)
    if found is not None:
        value = found.value.removesuffix("TNI")
        return date(f"{value}T{code}", found.basis) if day_of(value) or "X" in value else None
    base = speech_day(context) if "this" in parts else told_day(context)
    if base is not None and "next" in parts:
        base = add_days(base, 1)
    return date(f"{base.isoformat() if base else 'XXXX-XX-XX'}T{code}")


def night(parts: Parts, context: Context) -> Meaning | None:
    """As in "last night" is that of yesterday; "overnight" that of today."""
    base = told_day(context) if context.narrative else context.anchor
    day = add_days(base, -1 if "last" in parts else 0) if base else None
    return date(f"{day.isoformat() if day else 'XXXX-XX-XX'}TNI")


def any_night(parts: Parts, context: Context) -> Meaning | None:
    """As in "at night": no one night."""
    del parts, context
    return date("XXXX-XX-XXTNI", TimeBasis.STATED)


def clock(parts: Parts, context: Context) -> Meaning | None:
    """As in "8:21 AM EDT, May 9, 2024", "noon Thursday", "0900 GMT"."""
    time = _time_of_day(parts)
    if time is None:
        return None
    found = date_of(parts, context)
    if found is None:
        base = told_day(context) if context.narrative else context.anchor
        found = date(base.isoformat() if base else "XXXX-XX-XX", TimeBasis.ANCHORED)
    if "REF" in found.value:
        return None
    day = found.value.split("T")[0]
    meaning = date(f"{day}T{time}{_zone(parts)}", found.basis)
    whole_hour = ":" not in parts.get("clock_time", "") and "military" not in parts
    if not whole_hour or "X" in day:
        return meaning
    return Meaning(
        type=meaning.type, value=meaning.value, basis=meaning.basis, precision=Precision.HOUR
    )


def _time_of_day(parts: Parts) -> str | None:
    if "clock_word" in parts:
        return DAYPARTS[parts["clock_word"]]
    if "military" in parts:
        return f"{parts['military'][:2]}:{parts['military'][2:]}"
    words = parts["clock_time"]
    match = re.match(r"(\d{1,2})(?:[:.](\d\d))?", words)
    hour = int(match[1]) if match else int(read_count(words.split()[0]) or 0)
    minute = match[2] or "00" if match else "00"
    letters = re.sub(r"[^a-z]", "", words)
    if letters.endswith(("am", "pm")):
        if hour > 12:
            return None
        hour = hour % 12 + (12 if letters.endswith("pm") else 0)
    elif parts.get("daypart") in {"afternoon", "evening"} and hour < 12:
        hour += 12
    return f"{hour:02d}:{minute}" if hour < 25 else None


def _zone(parts: Parts) -> str:
    words = parts.get("zone_mark") or parts.get("zone2") or ""
    return ZONES.get(words.split(" ")[0], "")


CLOCK_NORMALISERS = {
    "week_of": week_of, "part_of_day": part_of_day, "night": night, "any_night": any_night,
    "clock": clock,
}  # fmt: skip
