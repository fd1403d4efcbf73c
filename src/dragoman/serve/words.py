"""An event in words: the same in tables, in the terminal and on the report page."""

import datetime
import textwrap
from collections.abc import Iterable

from dragoman.model import (
    Certainty,
    Event,
    Participant,
    PlaceReference,
    Precision,
    Source,
    Status,
    TimeBasis,
    TimeExpression,
)

OPEN_SIDE = "—"
"""What stands where an event has no recipient."""


def who(participants: Iterable[Participant]) -> str:
    """``ARM GOV, RUS``: codes where they are known, else the words."""
    return ", ".join(dict.fromkeys(map(code_or_words, participants))) or OPEN_SIDE


def code_or_words(one: Participant) -> str:
    """``ARM GOV``, or the report's words in quotation marks."""
    return " ".join(part for part in (one.code, one.sector) if part) or f"“{one.text}”"


def full_name(one: Participant) -> str:
    """The usual name behind the words, else the words."""
    return one.identifier_text or one.text


def meant(one: Participant) -> str:
    """``the government of Armenia (ARM GOV)``, ``RUS MIL``, ``nobody known``."""
    codes = " ".join(part for part in (one.code, one.sector) if part)
    name = one.identifier_text
    if name and one.sector == "GOV" and one.identifier_id == one.code:
        name = f"the government of {name}"
    if name and codes:
        return f"{name} ({codes})"
    return name or codes or "nobody known"


def why(one: Participant) -> str:
    """``“Yerevan” → the government of Armenia (ARM GOV): capital as government of ARM``."""
    return f"“{one.text}” → {meant(one)}" + (f": {one.rule}" if one.rule else "")


def part(role: str, event: Event) -> str:
    """``actor of “criticised”``: what a participant is to the trigger."""
    return f"{role} of “{event.evidence[0].trigger}”"


def kind(event: Event) -> str:
    """``SANCTION/withdraw``."""
    return "/".join((event.event, *event.modes))


def when(time: TimeExpression) -> str:
    """``2024-05-09``, ``2024-02``, ``2023-09-23 … 2023-11-30``, or ``undated``."""
    if time.earliest is None or time.latest is None:
        return "undated"
    if time.earliest == time.latest:
        return time.earliest.isoformat()
    if time.precision is Precision.MONTH:
        return time.earliest.isoformat()[:7]
    if time.precision is Precision.YEAR:
        return time.earliest.isoformat()[:4]
    return f"{time.earliest} … {time.latest}"


def published(time: TimeExpression) -> str:
    """``9 May 2024, 08:21 −04:00``: the day, with time and zone where the page states them."""
    if time.earliest is None:
        return "undated"
    day = f"{time.earliest.day} {time.earliest:%B %Y}"
    try:
        moment = datetime.datetime.fromisoformat(time.value)
    except ValueError:
        return day
    if "T" not in time.value:
        return day
    zone = moment.isoformat()[-6:].replace("-", "−") if moment.tzinfo else ""
    return f"{day}, {moment:%H:%M} {zone.replace('+00:00', 'UTC')}".rstrip()


_BASES = {
    TimeBasis.STATED: "stated",
    TimeBasis.ANCHORED: "counted from another day",
    TimeBasis.PUBLISHED: "day of publication",
    TimeBasis.FETCHED: "day the page was fetched",
}


def date_basis(event: Event) -> str:
    """What the date rests on: ``“on Thursday”, counted from the day of publication``."""
    words = f"“{event.date_text}”, " if event.date_text else ""
    if event.time.basis is TimeBasis.ANCHORED and event.time.rule.endswith("weekday"):
        return f"{words}counted from the day of publication"
    return words + _BASES[event.time.basis]


def date_why(event: Event) -> str:
    """``“Thursday”, counted from the day of publication: weekday; 2024-05-09, day``."""
    rule = f": {event.time.rule}" if event.time.rule else ""
    known = ", ".join(part for part in (event.time.value, event.time.precision) if part)
    return f"{date_basis(event)}{rule}" + (f"; {known}" if known else "")


def chain(event: Event) -> tuple[str, ...]:
    """Who says so, the innermost first and the outlet last: Peskov, Reuters, the outlet.

    An outlet that speaks for itself stands alone.
    """
    speakers = (full_name(claim.speaker) for claim in event.claims if claim.speaker is not None)
    return tuple(dict.fromkeys((*speakers, outlet(event.doc))))


def status_basis(event: Event) -> str:
    """What the status rests on: ``certain, “has agreed”``; "" where nothing is said of it."""
    cue = f"“{event.status_cue}”" if event.status_cue else ""
    return ", ".join(part for part in (event.certainty, cue) if part)


_OTHER = {"rules": "the reader", "reader": "the rules"}


def told_by(event: Event) -> str:
    """The coder, and what the other makes of the words: ``reader; the rules: no event``."""
    other = _OTHER.get(event.method, "the other")
    if not event.second:
        return event.method
    if event.second == event.event:
        return f"{event.method}; so {other}"
    seen = "no event" if event.second == "none" else event.second
    return f"{event.method}; {other}: {seen}"


def place(where: PlaceReference) -> str:
    """``“the Armenian capital”: Yerevan, ARM``, as far as it is known."""
    known = ", ".join(part for part in (where.resolved, where.country_code) if part)
    return f"“{where.text}”: {known}" if known else f"“{where.text}”"


def place_with_precision(where: PlaceReference) -> str:
    """``“Caucasus”: Caucasus; region``."""
    return f"{place(where)}; {where.resolution}" if where.resolution else place(where)


def cut(text: str, width: int) -> str:
    """`text` on one line, of at most `width` characters, whole words only."""
    return textwrap.shorten(text, width, placeholder=" …")


def outlet(source: Source) -> str:
    """The publisher of a report, else its name."""
    return source.publisher or source.id


def held(event: Event) -> str:
    """``occurred``, ``occurred · probable``: certainty is told where it is in question."""
    doubtful = event.certainty == Certainty.PROBABLE or (
        event.certainty == Certainty.POSSIBLE and event.status is not Status.HYPOTHETICAL
    )
    return f"{event.status} · {event.certainty}" if doubtful else str(event.status)


def status(event: Event) -> str:
    """``occurred``, ``planned · probable, background``."""
    return f"{held(event)}, background" if event.historical else held(event)


def score(value: float) -> str:
    """A score with its sign and a real minus."""
    return f"{value:+g}".replace("-", "−") if value else "0"


def counted(number: int, singular: str, plural: str = "") -> str:
    """``1 event``, ``2 events``, ``1,204 reports``."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
