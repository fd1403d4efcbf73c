"""What the page shows, gathered from a view, and its template filled with it."""

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from dragoman import __version__
from dragoman.codebook import QUAD_NAMES, Codebook, EventType, Mode, load_plover
from dragoman.formats.public import count_origins
from dragoman.ledger import View
from dragoman.model import Document, Event, Status, Use
from dragoman.serve import words
from dragoman.serve.report.documents import DocumentCard, document_cards
from dragoman.serve.report.dyads import Dyad, dyads_of
from dragoman.serve.report.events import EventCard, event_cards, size_of
from dragoman.serve.report.marks import marked

MOST_EVENTS = 5_000
"""More events than this make a page that browsers are slow with: then it shows the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The figures at the head of the page."""

    documents: int
    dropped: int
    failed: int
    reasons: tuple[tuple[str, int], ...]
    events: int
    reports: int
    origins: int
    shown: int


@dataclass(frozen=True, slots=True)
class Group:
    """The events of one month, under its name."""

    name: str
    cards: tuple[EventCard, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An event type of the page with those of its modes that the page has."""

    type: EventType
    modes: tuple[Mode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the filters offer, with how many events each: (value, text, count)."""

    types: tuple[tuple[str, str, int], ...]
    actors: tuple[tuple[str, str, int], ...]
    statuses: tuple[tuple[str, str, int], ...]


def render(view: View, pairs: Sequence[tuple[str, str]], title: str) -> str:
    """The page as HTML: every event of `view`, and the months of each pair of sides."""
    events = view.events()
    documents = view.documents()
    dyads = dyads_of(view, pairs, documents)
    shown = tuple(reversed(events))[:MOST_EVENTS]
    cards = event_cards(shown, dyads)
    template = _environment().get_template("page.html.j2")
    return template.render(
        title=title,
        totals=_totals(view, events, len(shown)),
        dyads=dyads,
        groups=_groups(cards),
        choices=_choices(shown),
        documents=document_cards(documents, events),
        codebook=_used(load_plover(), shown),
        defined=_defined(load_plover(), shown),
        quads=QUAD_NAMES,
        uses=tuple(Use),
        period=_period(documents),
        coders=tuple(dict.fromkeys(event.coder for event in shown)),
        version=__version__,
        as_of=view.as_of or datetime.datetime.now(datetime.UTC),
        ledger=view.path,
        today=datetime.datetime.now(datetime.UTC).date(),
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dragoman.serve.report"),
        autoescape=select_autoescape(["html", "j2"], default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["score"] = words.score
    environment.globals["marked"] = marked
    environment.globals["words"] = words
    environment.globals["counted"] = words.counted
    environment.globals["size_of"] = size_of
    return environment


def _totals(view: View, events: Sequence[Event], shown: int) -> Totals:
    counts = view.counts()
    left_out = view.outcomes("dropped", "failed")
    sources = tuple(source for event in events for source in event.reports or (event.doc,))
    return Totals(
        documents=counts.documents,
        dropped=counts.dropped,
        failed=counts.failed,
        reasons=tuple(Counter(one.reason for one in left_out).most_common()),
        events=counts.events,
        reports=counts.reports,
        origins=count_origins(sources),
        shown=shown,
    )


def _groups(cards: Sequence[EventCard]) -> tuple[Group, ...]:
    """By month, in the order of the cards; what no month holds goes by year, or stands last."""
    dated = sorted(cards, key=lambda card: card.sort_key, reverse=True)
    return tuple(
        Group(name, tuple(found)) for name, found in groupby(dated, key=lambda card: card.group)
    )


def _choices(events: Sequence[Event]) -> Choices:
    types = Counter(event.event for event in events)
    statuses = Counter(event.status for event in events)
    actors = Counter(
        code
        for event in events
        for code in {one.code for one in (*event.actors, *event.recipients) if one.code}
    )
    return Choices(
        types=tuple((name, name.capitalize(), types[name]) for name in sorted(types)),
        actors=tuple((code, code, actors[code]) for code in sorted(actors)),
        statuses=tuple((status, status, statuses[status]) for status in Status if statuses[status]),
    )


def _used(codebook: Codebook, events: Sequence[Event]) -> tuple[Entry, ...]:
    """The event types on the page with the modes on the page, as the codebook defines them."""
    modes = {(event.event, mode) for event in events for mode in event.modes}
    names = {event.event for event in events}
    return tuple(
        Entry(one, tuple(mode for mode in one.modes if (one.name, mode.name) in modes))
        for one in codebook.events
        if one.name in names
    )


def _defined(codebook: Codebook, events: Sequence[Event]) -> frozenset[str]:
    """The keys of what the page defines: types, and modes as ``TYPE-mode``."""
    return frozenset(
        key
        for entry in _used(codebook, events)
        for key in (
            entry.type.name,
            *(f"{entry.type.name}-{mode.name}" for mode in entry.modes),
        )
    )


def _period(documents: Sequence[Document]) -> str:
    """``27 September 2020 to 12 June 2024``: from the first to the last publication."""
    days = [one.published.earliest for one in documents if one.published.earliest]
    if not days:
        return ""
    first, last = (f"{day.day} {day:%B %Y}" for day in (min(days), max(days)))
    return first if first == last else f"{first} to {last}"


__all__ = ["MOST_EVENTS", "DocumentCard", "Dyad", "render"]
