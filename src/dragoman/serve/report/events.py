"""An event as a card on the page."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.formats.public import count_origins
from dragoman.model import Event, Evidence, Participant, Size, Source
from dragoman.serve import words
from dragoman.serve.report.dyads import Dyad, keys_of
from dragoman.serve.report.months import counts, month_of

SYMBOLS = {1: "△", 2: "▲", 3: "▽", 4: "▼"}
"""Up is cooperation, down conflict; outlined is verbal, filled material."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that tell an event, and whose they are, "" where there is one report only."""

    evidence: Evidence
    outlet: str


@dataclass(frozen=True, slots=True)
class Teller:
    """One of those who say so, and why the words were read as them, "" for an outlet."""

    name: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCard:
    """An event with what the template does not work out itself.

    `key` is the event's id, with a number behind it where an event has a card again.
    """

    key: str
    event: Event
    date: str
    group: str
    sort_key: tuple[str, str, str]
    month: str
    counted: bool
    symbol: str
    dyads: str
    codes: str
    pairs: tuple[str, ...]
    chain: tuple[Teller, ...]
    quotes: tuple[Quote, ...]
    told: str
    reports: tuple[Source, ...]
    search: str


def event_cards(events: Iterable[Event], dyads: Sequence[Dyad]) -> tuple[EventCard, ...]:
    """The cards of `events`, each with a key of its own."""
    times: Counter[str] = Counter()
    cards = []
    for event in events:
        times[event.id] += 1
        cards.append(event_card(event, dyads, times[event.id]))
    return tuple(cards)


def event_card(event: Event, dyads: Sequence[Dyad], time: int = 1) -> EventCard:
    """The card of `event`, which is shown for the `time`-th time."""
    month = month_of(event)
    people = (*event.actors, *event.recipients)
    return EventCard(
        key=event.id if time == 1 else f"{event.id}-{time}",
        event=event,
        date=date_of(event),
        group=_group(event, month),
        sort_key=_sort_key(event, month),
        month=f"{month:%Y-%m}" if month else "",
        counted=counts(event),
        symbol=SYMBOLS[event.quad_code],
        dyads=keys_of(event, dyads),
        codes=" ".join(dict.fromkeys(one.code for one in people if one.code)),
        pairs=pairs_of(event),
        chain=_chain(event),
        quotes=_quotes(event),
        told=_told(event.reports),
        reports=event.reports or (event.doc,),
        search=_search(event, people),
    )


def date_of(event: Event) -> str:
    """``9 May 2024``, ``May 2024``, ``2023``, ``23 Sep to 30 Nov 2023``, ``undated``."""
    earliest, latest = event.time.earliest, event.time.latest
    if earliest is None or latest is None:
        return "undated"
    if earliest == latest:
        return f"{earliest.day} {earliest:%b %Y}"
    following = latest + datetime.timedelta(days=1)
    if earliest.day == 1 and following.day == 1:
        if month_of(event):
            return f"{earliest:%B %Y}"
        if (earliest.month, latest.month) == (1, 12) and earliest.year == latest.year:
            return f"{earliest.year}"
    return f"{earliest.day} {earliest:%b %Y} – {latest.day} {latest:%b %Y}"


def pairs_of(event: Event) -> tuple[str, ...]:
    """``ARM–RUS``: the codes of each two sides of the event, in the order of the alphabet.

    Actors of an event without recipients are each other's sides.
    """
    actors = {one.code for one in event.actors if one.code}
    others = {one.code for one in event.recipients if one.code} if event.recipients else actors
    found = {tuple(sorted((one, other))) for one in actors for other in others if one != other}
    return tuple(sorted("–".join(pair) for pair in found))


def size_of(size: Size) -> str:
    """``20``, ``20 to 30``, ``20 or more``."""
    if size.high is None:
        return f"{size.low:,} or more"
    return f"{size.low:,}" if size.high == size.low else f"{size.low:,} to {size.high:,}"


def _chain(event: Event) -> tuple[Teller, ...]:
    reasons = {
        words.full_name(claim.speaker): f"{words.why(claim.speaker)}; speaker of “{claim.cue}”"
        for claim in reversed(event.claims)
        if claim.speaker is not None
    }
    return tuple(Teller(name, reasons.get(name, "")) for name in words.chain(event))


def _quotes(event: Event) -> tuple[Quote, ...]:
    outlets = {source.document_id: words.outlet(source) for source in event.reports}
    if len(outlets) < 2:
        return tuple(Quote(one, "") for one in event.evidence)
    own = event.doc.document_id
    return tuple(Quote(one, outlets.get(one.document_id or own, "")) for one in event.evidence)


def _told(reports: tuple[Source, ...]) -> str:
    """``told by 3 reports of 2 origins``, "" for a single report."""
    if len(reports) < 2:
        return ""
    return f"told by {len(reports)} reports of {words.counted(count_origins(reports), 'origin')}"


def _group(event: Event, month: datetime.date | None) -> str:
    if month is not None:
        return f"{month:%B %Y}"
    return f"{event.time.earliest.year}, no single month" if event.time.earliest else "Undated"


def _sort_key(event: Event, month: datetime.date | None) -> tuple[str, str, str]:
    """So that in reverse the newest month comes first, and what no month holds last, by year.

    In a month the events of one day stand before those of several.
    """
    earliest, latest = event.time.earliest, event.time.latest
    if earliest is None:
        return ("", "", "")
    days = "day" if earliest == latest else ""
    return (f"{month:%Y-%m}" if month else "", days, earliest.isoformat())


def _search(event: Event, people: Sequence[Participant]) -> str:
    """All words that the search box looks in, in lower case."""
    parts = [
        words.kind(event),
        *event.contexts,
        *(f"{one.text} {one.identifier_text} {one.code}" for one in people),
        *words.chain(event),
        *(one.quote for one in event.evidence),
        event.doc.title,
    ]
    return " ".join(parts).lower()
