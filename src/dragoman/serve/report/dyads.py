"""The dyads that the page draws."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.analyse import Choice, Period, codes_of, load_groups, series
from dragoman.ledger import EventFilter, View
from dragoman.model import Document, Event
from dragoman.resolve import load_knowledge_base
from dragoman.serve.report.chart import Chart, draw
from dragoman.serve.report.months import counts, end_of_month


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """Two sides with their months.

    `ids` are the events between them of whatever status and time. Drawn are the months from the
    first to the last publication: `drawn` events are counted there, `outside` in other months.
    """

    key: str
    names: tuple[str, str]
    members: tuple[tuple[str, ...], tuple[str, ...]]
    ids: frozenset[str]
    periods: tuple[Period, ...]
    chart: Chart
    drawn: int
    outside: int


def dyads_of(
    view: View, pairs: Sequence[tuple[str, str]], documents: Sequence[Document]
) -> tuple[Dyad, ...]:
    """The dyads of `pairs` over the time in which the documents were published."""
    days = [one.published.earliest for one in documents if one.published.earliest]
    if not days:
        return ()
    window = Choice(since=min(days).replace(day=1), until=end_of_month(max(days)))
    return tuple(_dyad(view, pair, window) for pair in pairs)


def _dyad(view: View, pair: tuple[str, str], window: Choice) -> Dyad:
    sides = (codes_of(pair[0]), codes_of(pair[1]))
    events = view.events(EventFilter(dyad=sides))
    periods = series(view, *sides, "month", window).of("all")
    drawn = sum(period.events for period in periods)
    return Dyad(
        key="-".join("_".join(side.split()) for side in pair),
        names=(side_name(pair[0]), side_name(pair[1])),
        members=sides,
        ids=frozenset(event.id for event in events),
        periods=tuple(period for period in periods if period.events),
        chart=draw(periods),
        drawn=drawn,
        outside=sum(map(counts, events)) - drawn,
    )


def side_name(side: str) -> str:
    """``Armenia`` for ARM, the name of a group for a group, else the words as they are."""
    if side.casefold() in {name.casefold() for name in load_groups()}:
        return side
    knowledge = load_knowledge_base()
    actor = knowledge.actor(side) or next(iter(knowledge.find(side)), None)
    return actor.names[0] if actor else side


def keys_of(event: Event, dyads: Sequence[Dyad]) -> str:
    """The dyads of which this event is one, by key, parted by blanks."""
    return " ".join(dyad.key for dyad in dyads if event.id in dyad.ids)
