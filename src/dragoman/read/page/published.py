"""When a page says it was published: ISO timestamps and the datelines that people read."""

import datetime
import re
from dataclasses import dataclass

from dragoman.model import Precision, Span, TimeBasis, TimeExpression, TimexType

ZONES = {
    "UTC": "+00:00", "GMT": "+00:00", "Z": "+00:00", "WET": "+00:00", "BST": "+01:00",
    "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00",
    "TRT": "+03:00", "AMT": "+04:00", "AZT": "+04:00", "GET": "+04:00", "EST": "-05:00",
    "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00",
    "PST": "-08:00", "PDT": "-07:00", "JST": "+09:00", "KST": "+09:00", "HKT": "+08:00",
    "SGT": "+08:00", "AEST": "+10:00", "AEDT": "+11:00", "SAST": "+02:00", "PKT": "+05:00",
}  # fmt: skip
"""Zone names of news datelines. Ambiguous ones have the reading usual in English datelines
(CST: North America; AMT: Armenia); IST (India, Israel, Ireland) is left out."""

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
        rf"\b{_DAY}\s+{_MONTH},?\s+{_YEAR}\b",
        r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)\b",
    )
)
_TIME = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?:[:.][0-5]\d(?:\.\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?(?![\d])",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:(?:GMT|UTC)\s*)?(?P<sign>[+\-−])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?\b")
_ZONE_NAME = re.compile(r"\b(" + "|".join(ZONES) + r")\b")
_LABEL = (
    r"(?:(?:first\s+)?published|posted|updated|last\s+updated|last\s+modified|modified|issued|date|"
    r"created|on|at|by|time)"
)
_FILLER = re.compile(
    rf"{_LABEL}|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|local\s+time"
    r"|[\s,:;|·•()–—\-]|\bET\b",
    re.IGNORECASE,
)
_WORDS_OF_TIME = (
    *ZONES,
    *(name.title() for name in MONTHS),
    *("[ap]m", "[AP]M", r"[ap]\.m\.", "day", "Mon", "Tue", "Tues", "Wed", "Wednes"),
    *("Thu", "Thurs", "Fri", "Sat", "Satur", "Sun"),
)
_NAMED_DATELINE = re.compile(
    r"(?:(?P<place>[A-Z][\w’'/-]+(?:\s[A-Z][\w’'/-]+)?(?:,\s[A-Z]\w+)?),\s)?"
    rf"(?:(?>{'|'.join(sorted(_WORDS_OF_TIME, key=len, reverse=True))}|[\d:.,/T+\s-]))+"
    r"(?:[-–—|]\s*(?P<outlet>[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,4})|\([A-Z]{2,6}\))?"
)
"""A place before the date and an outlet or its initials behind it."""

PLAUSIBLE_YEARS = range(1500, 2200)
"""Other years in metadata are placeholders (0001-01-01, 9999-12-31)."""

MAX_DATELINE = 110
"""Longer lines are prose, not datelines."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, with the time of day and zone as far as they are stated.

    `value` is ISO 8601: ``2024-05-09``, ``2024-05-09T08:21`` or ``2024-05-09T08:21-04:00``.
    """

    day: datetime.date
    value: str

    @property
    def precision(self) -> Precision:
        """Minute where a time of day is stated."""
        return Precision.MINUTE if "T" in self.value else Precision.DAY


def parse_iso(stamp: str) -> Moment | None:
    """A timestamp of metadata: ISO 8601 in any of its usual forms, else whatever date it holds."""
    words = stamp.strip()
    try:
        parsed = datetime.datetime.fromisoformat(words)
    except ValueError:
        return parse_dateline(words)
    if parsed.year not in PLAUSIBLE_YEARS:
        return None
    if re.fullmatch(r"\d{4}-?\d\d-?\d\d", words):
        return Moment(parsed.date(), parsed.date().isoformat())
    return Moment(parsed.date(), parsed.isoformat(timespec="minutes"))


def parse_dateline(line: str) -> Moment | None:
    """The moment that `line` names, if it names a full date."""
    for pattern in _DATES:
        for match in pattern.finditer(line):
            day = _day(match)
            if day is not None:
                rest = line[: match.start()] + " " + line[match.end() :]
                return Moment(day, day.isoformat() + _time_of_day(rest))
    return None


def is_dateline(line: str) -> bool:
    """Whether `line` is nothing but a date, with time, zone, weekday and labels as it may be."""
    if len(line) > MAX_DATELINE or parse_dateline(line) is None:
        return False
    return _beside_date(line).strip(" T.") == "" or bool(_NAMED_DATELINE.fullmatch(line))


def dateline_name(line: str) -> str | None:
    """The agency or outlet that a dateline names behind a dash ("9:25 GMT 20 May 2023 - Name")."""
    match = _NAMED_DATELINE.fullmatch(line) if is_dateline(line) else None
    return match["outlet"] if match else None


def _beside_date(line: str) -> str:
    """`line` without its dates, times, zones, weekdays and labels."""
    rest = line
    for pattern in (*_DATES, _TIME, _ZONE_NAME, _OFFSET):
        rest = pattern.sub(" ", rest)
    return _FILLER.sub("", rest)


def is_update(line: str) -> bool:
    """Whether a dateline tells of a change rather than of the first publication."""
    return re.search(r"\b(?:updated|modified)\b", line, re.IGNORECASE) is not None


def published_at(moment: Moment, rule: str, span: Span | None = None) -> TimeExpression:
    """`moment` as the publication time of a document."""
    return TimeExpression(
        span=span,
        type=TimexType.TIME if "T" in moment.value else TimexType.DATE,
        value=moment.value,
        earliest=moment.day,
        latest=moment.day,
        precision=moment.precision,
        basis=TimeBasis.STATED,
        rule=rule,
    )


def _day(match: re.Match[str]) -> datetime.date | None:
    month = match["month"]
    number = int(month) if month.isdigit() else MONTHS.get(month.lower())
    if number is None:
        return None
    try:
        return datetime.date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None


def _time_of_day(words: str) -> str:
    match = _TIME.search(words)
    if match is None:
        return ""
    hour, half = int(match["hour"]), (match["half"] or "").lower().replace(".", "")
    if half and hour > 12:
        return ""
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"T{hour:02d}:{match['minute']}{_zone(words[match.end() :])}"


def _zone(words: str) -> str:
    offset = _OFFSET.match(words.strip())
    if offset is not None:
        sign = "-" if offset["sign"] in "-−" else "+"
        return f"{sign}{int(offset['hours']):02d}:{offset['minutes'] or '00'}"
    name = _ZONE_NAME.search(words)
    return ZONES[name.group(1)] if name else ""
