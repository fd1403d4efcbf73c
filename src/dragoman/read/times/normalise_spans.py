"""Normalisers of durations and of times that repeat."""

from dragoman.model import Precision, TimeBasis, TimexType
from dragoman.read.times.anchoring import moved, speech_day, told_value
from dragoman.read.times.days import Interval
from dragoman.read.times.lexicon import DAYPARTS, MONTHS, SEASON_CODES, SETS, WEEKDAYS
from dragoman.read.times.meaning import Context, Meaning, Parts, Tense, anchored
from dragoman.read.times.normalise_vague import RECENT_DAYS, unit_code, window
from dragoman.read.times.numbers import count_text, read_count, read_ordinal

_PRECISIONS = {
    "TS": Precision.MINUTE, "TM": Precision.MINUTE, "TH": Precision.HOUR, "D": Precision.DAY,
    "W": Precision.WEEK, "M": Precision.MONTH, "Q": Precision.QUARTER, "Y": Precision.YEAR,
    "DE": Precision.DECADE, "CE": Precision.CENTURY, "ML": Precision.CENTURY,
}  # fmt: skip


def period(count: float | None, word: str) -> str:
    """A duration as TIMEX3 writes it: ``P3W``, ``PT2H``, ``PXY``."""
    code = unit_code(word)
    if word.startswith("fortnight") and count is not None:
        count *= 2
    if code == "ML":
        code, count = "Y", count and count * 1000
    time = "T" if code.startswith("T") else ""
    return f"P{time}{count_text(count)}{code.removeprefix('T')}"


def _span(value: str, word: str, interval: Interval | None = None) -> Meaning:
    basis = TimeBasis.STATED if interval is None else TimeBasis.ANCHORED
    precision = Precision.VAGUE if "X" in value else _PRECISIONS[unit_code(word)]
    return Meaning(
        type=TimexType.DURATION, value=value, basis=basis, interval=interval, precision=precision
    )


def duration(parts: Parts, context: Context) -> Meaning | None:
    """As in "three years", "44-day", "two to three weeks" (the higher), "a year and a half"."""
    del context
    words, unit = parts["count"], parts["unit"]
    if words in {"a", "an"} and (unit in {"second", "quarter", "night"} or unit.endswith("s")):
        return None
    if unit.startswith(("season", "weekend")) or ("hyphen" in parts and unit == "quarters"):
        return None
    count = read_count(words)
    if count is not None and "half_word" in parts:
        count += 0.5
    if count == 0:
        return None
    if "unit2" in parts:
        second = period(read_count(parts["count2"]), parts["unit2"])
        joint = period(count, unit) + second[1:]
        return _span(joint, unit) if "T" not in joint else None
    return _span(period(count, unit), unit)


def vague_duration(parts: Parts, context: Context) -> Meaning | None:
    """As in "for years", "decades-long", "weeks or months"."""
    del context
    count = None if parts["unit"].endswith("s") else 1
    return _span(period(count, parts["unit"]), parts["unit"])


def whole_unit(parts: Parts, context: Context) -> Meaning | None:
    """As in "all day", "the whole year"."""
    del context
    return _span(period(1, parts["unit"]), parts["unit"])


def near_duration(parts: Parts, context: Context) -> Meaning | None:
    """As in "the past three months", "the next two weeks": with the days they cover."""
    count, unit = read_count(parts["count"]), parts["unit"]
    code, base = unit_code(unit), speech_day(context)
    ahead = "last" not in parts
    if count is None:
        days = RECENT_DAYS.get(code)
        interval = window(base, days if ahead else -days) if days else None
        return _span(period(None, unit), unit, interval)
    if parts["unit"] in {"season", "seasons"} or count == 0:
        return None
    interval = None
    if base is not None and code in {"D", "W", "M", "Y"} and count < 1000:
        lengths = {"D": 1, "W": 7, "M": 30.44, "Y": 365.25}
        days = round(count * lengths[code])
        interval = window(base, days if ahead else -days)
    return _span(period(count, unit), unit, interval)


def weekend(parts: Parts, context: Context) -> Meaning | None:
    """As in "the weekend": the last one, or the coming one where the clause looks ahead."""
    base = speech_day(context)
    if base is None:
        value = told_value(context)
        return anchored(value and moved(value, "W", 0))
    if "last" in parts:
        step = -1
    elif "next" in parts:
        step = 1
    elif "this" in parts or context.tense is Tense.FUTURE or base.weekday() > 4:
        step = 0
    else:
        step = -1
    week = moved(base.isoformat(), "W", step)
    return anchored(week and week + "-WE")


def _set(value: str) -> Meaning:
    return Meaning(
        type=TimexType.SET, value=value, basis=TimeBasis.STATED, precision=Precision.VAGUE
    )


def every(parts: Parts, context: Context) -> Meaning | None:
    """As in "every Friday", "each year", "every two weeks", "every other day", "Mondays"."""
    del context
    if "weekday" in parts or "weekdays" in parts:
        word = parts.get("weekday") or parts["weekdays"].removesuffix("s")
        part = f"T{DAYPARTS[parts['daypart']]}" if "daypart" in parts else ""
        return _set(f"XXXX-WXX-{WEEKDAYS[word] + 1}{part}")
    if "month" in parts:
        return _set(f"XXXX-{MONTHS[parts['month']]:02d}")
    if "season" in parts or "seasons" in parts:
        season = parts.get("season") or parts["seasons"].removesuffix("s")
        return _set(f"XXXX-{SEASON_CODES[season]}")
    if "daypart" in parts:
        return _set(f"XXXX-XX-XXT{DAYPARTS[parts['daypart']]}")
    count = read_count(parts["count"]) if "count" in parts else 1
    if "other" in parts:
        count = 2
    if "ordinal" in parts:
        count = read_ordinal(parts["ordinal"])
    return _set(period(count, parts["unit"])) if count != 0 else None


def repeated(parts: Parts, context: Context) -> Meaning | None:
    """As in "daily", "annually"."""
    del context
    return _set(SETS[parts["set_word"]])


def rate(parts: Parts, context: Context) -> Meaning | None:
    """As in "twice a year", "per month"."""
    del context
    return _set(period(1, parts["unit"]))


SPAN_NORMALISERS = {
    "duration": duration, "vague_duration": vague_duration, "whole_unit": whole_unit,
    "near_duration": near_duration, "weekend": weekend, "every": every, "repeated": repeated,
    "rate": rate,
}  # fmt: skip
