"""Record codes in the code systems of the field, as of a day.

Numbers mean nothing without their system: COW 970 is Nauru and GW 970 Kiribati, FIPS AU is Austria
and ISO AU Australia. So every code is asked for by its system and given as text.
"""

import datetime
from collections import Counter
from enum import StrEnum

from dragoman.resolve.kb import KnowledgeBase
from dragoman.resolve.kb.dates import end_day, start_day
from dragoman.resolve.kb.tables import Row


class System(StrEnum):
    """The code systems; the value is the column of the table of states."""

    ISO2 = "iso2"
    ISO3 = "iso3"
    M49 = "isonum"
    COW = "cow"
    GW = "gw"
    FIPS = "fips"
    CAMEO = "cameo"
    PLOVER = "plover"


_IGO_PLOVER = {"UN": "UNO", "ICJ": "UNO", "WHO": "UNO", "EU": "EUR"}
_IN_PLOVER = {"ngo": "NGO", "company": "MNC", "media": "MNC"}


def translate(
    kb: KnowledgeBase, code: str, system: System, day: datetime.date | None = None
) -> str:
    """The code of a state, entity or organisation in another system; "" where it has none.

    `code` is a record code, ISO 3166-1 alpha-3, or the id of an entry of the table of states. Where
    a state's number changed (Germany, Yemen, Serbia), `day` decides, and None means today's. Where
    a system has several codes for one entry, this is the first, which is the one to write.
    """
    return next(iter(all_codes(kb, code, system, day)), "")


def all_codes(
    kb: KnowledgeBase, code: str, system: System, day: datetime.date | None = None
) -> tuple[str, ...]:
    """Like `translate`, with all codes that the system has for the entry, for those who read."""
    row = _row_on(kb.state_rows(code), day)
    if row is not None:
        return row.items(system.value)
    return _organisation_codes(kb, code, system)


def _row_on(rows: tuple[Row, ...], day: datetime.date | None) -> Row | None:
    """The row in force on the day; where none is, the nearest: the last one, or the first."""
    ordered = sorted(rows, key=lambda row: start_day(row["valid_from"]) or datetime.date.min)
    if not ordered:
        return None
    if day is None:
        return ordered[-1]
    for row in reversed(ordered):
        start, end = start_day(row["valid_from"]), end_day(row["valid_to"])
        if (start is None or start <= day) and (end is None or day < end):
            return row
    first = start_day(ordered[0]["valid_from"])
    return ordered[0] if first is not None and day < first else ordered[-1]


def _organisation_codes(kb: KnowledgeBase, code: str, system: System) -> tuple[str, ...]:
    """Organisations have codes in CAMEO and PLOVER only; of a body and its parts the commonest."""
    rows = kb.organisation_rows(code)
    if system is System.PLOVER:
        if code in {"IGO", "NGO", "MNC", "IMG", "ISM"}:
            return (code,)
        kinds = dict.fromkeys(
            _IGO_PLOVER.get(code) or _IN_PLOVER.get(row["kind"], "IGO") for row in rows
        )
        return tuple(kinds)[:1]
    if system is System.CAMEO:
        if code in {"IGO", "NGO", "MNC", "IMG"}:
            return (code,)
        counted = Counter(row["cameo"] for row in rows if row["cameo"])
        return tuple(cameo for cameo, _ in counted.most_common(1))
    return ()
