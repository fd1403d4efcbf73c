"""The values that marks carry: codes of actors, dates, counts."""

import datetime
import re
from dataclasses import dataclass

from dragoman.marked.records import ACTOR_LETTERS, Mark
from dragoman.marked.vocabulary import COUNTS, INVENTED, Vocabulary, vocabulary

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_COUNT = re.compile(r"([a-z]+):(\d+)(?:(\.\.)(\d+)?)?")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who somebody is: `code` of a state or body ("---" invented), `sectors`, `identity` or ""."""

    code: str
    sectors: tuple[str, ...] = ()
    identity: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """What a number counts and how many; `high` is None for "at least"."""

    kind: str
    low: int
    high: int | None


def read_actor(value: str) -> Actor:
    """``KEN.GOV#akinyi`` in its parts; `ValueError` with the reason if it is no such value.

    Sectors may be several (``EGY.PTYOPP``, ``EGY.PTY.OPP``). Sectors alone (``REB``) belong to no
    country that is told: the code is "".
    """
    known = vocabulary()
    value, _, identity = value.partition("#")
    code, _, rest = value.partition(".")
    sectors = _sectors(rest)
    if code not in known.codes:
        code, sectors = "", _sectors(value)
    unknown = [sector for sector in sectors if sector not in known.codebook.sector_codes]
    if unknown and not code:
        raise ValueError(f"unknown code {value!r}{_code_hint(value, known)}")
    if unknown or not (code or sectors):
        raise ValueError(f"unknown sector {', '.join(unknown)!r} in {value!r}")
    return Actor(code, sectors, identity)


def _sectors(written: str) -> tuple[str, ...]:
    """Three letters each, with dots between or without."""
    return tuple(
        part[start : start + 3]
        for part in filter(None, written.split("."))
        for start in range(0, len(part), 3)
    )


def _code_hint(code: str, known: Vocabulary) -> str:
    if code.upper() in known.codes:
        return f"; write {code.upper()}"
    return f"; ISO 3166-1 alpha-3, a body's code, or {INVENTED} for an invented country"


def read_time(value: str) -> tuple[datetime.date | None, datetime.date | None]:
    """First and last day of a date, month, year or range of them; None at an open end.

    `ValueError` with the reason if it is no such value.
    """
    first, dots, last = value.partition("..")
    start = _days(first)[0] if first else None
    end = (_days(last)[1] if last else None) if dots else _days(first)[1]
    if start is None and end is None:
        raise ValueError(f"no date: {value!r}")
    if start and end and start > end:
        raise ValueError(f"ends before it begins: {value!r}")
    return start, end


def _days(value: str) -> tuple[datetime.date, datetime.date]:
    match = _DAY.fullmatch(value)
    if not match:
        raise ValueError(f"no date: {value!r}; YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        start = datetime.date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise ValueError(f"no date: {value!r}; {error}") from error
    if day:
        return start, start
    if month:
        next_month = (start.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
        return start, next_month - datetime.timedelta(days=1)
    return start, start.replace(month=12, day=31)


def read_count(value: str) -> Count:
    """``dead:4``, ``injured:10..12``, ``troops:500..``; `ValueError` with the reason if not so."""
    match = _COUNT.fullmatch(value)
    if not match:
        raise ValueError(f"no count: {value!r}; such as dead:4 or injured:10..12")
    kind, low, dots, high = match.groups()
    if kind not in COUNTS:
        raise ValueError(f"unknown count {kind!r}; one of {', '.join(COUNTS)}")
    if high and int(high) < int(low):
        raise ValueError(f"ends before it begins: {value!r}")
    return Count(kind, int(low), int(high) if high else None if dots else int(low))


def fault_of(mark: Mark) -> str | None:
    """What is wrong with the value of a mark; None if nothing is."""
    letter, value = mark.letter, mark.value
    try:
        if letter in ACTOR_LETTERS:
            _check_actor(mark)
        elif letter == "l" and value:
            read_actor(value)
        elif letter == "d" and value:
            read_time(value)
        elif letter == "n":
            read_count(value)
        elif letter in "tcq" and value:
            raise ValueError("takes no value")
    except ValueError as error:
        return f"{mark.key}: {error}"
    return None


def _check_actor(mark: Mark) -> None:
    if not mark.value:
        raise ValueError(f"needs a code, such as {mark.key}=KEN.GOV ({INVENTED} where invented)")
    read_actor(mark.value)
