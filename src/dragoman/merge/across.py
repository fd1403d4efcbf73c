"""Which event mentions of different reports tell one event."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from dragoman.codebook import load_plover
from dragoman.merge.days import Days, days
from dragoman.model import (
    Event,
    Fact,
    KnownEvent,
    Participant,
    Receipt,
    Status,
    content_id,
)

SAME_EVENT = "same_event"
METHOD = "merge-0"

GENERIC_CODES = frozenset({"", "IGO", "NGO", "MNC", "INT", "NGM", "IMG"})
"""Codes that many actors share: these are told apart by their identifier or their words."""

_REAL = frozenset({Status.OCCURRED, Status.ONGOING})


@dataclass(slots=True)
class _Group:
    """An event with what its first member says; later ones are compared with that alone.

    So a chain of days cannot pull a war's daily attacks into one event.
    """

    id: str
    kind: str
    actors: frozenset[str]
    recipients: frozenset[str]
    days: Days | None
    status: Status
    apart: frozenset[str] = frozenset()
    members: list[Event] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    number: int = 0


@dataclass(slots=True)
class _Places:
    """Groups in the order in which they came, and by type and actor."""

    groups: list[_Group] = field(default_factory=list)
    by_actor: dict[tuple[str, str], list[_Group]] = field(default_factory=lambda: defaultdict(list))

    def add(self, new: _Group) -> None:
        new.number = len(self.groups)
        self.groups.append(new)
        for actor in new.actors:
            self.by_actor[new.kind, actor].append(new)

    def near(self, new: _Group) -> list[_Group]:
        """The groups that share its type and an actor, first come first."""
        found = {one.number: one for actor in new.actors for one in self.by_actor[new.kind, actor]}
        return [found[number] for number in sorted(found)]


def group(
    events: Sequence[Event], known: Sequence[KnownEvent], at: datetime.datetime
) -> tuple[Fact, ...]:
    """One `same_event` fact for each event mention, held from `at` on, in the order of `events`.

    `known` are events of the ledger that they may be. Two mentions tell one event
    if they have the same type and, in the same role, an actor in common (in types without
    direction in either role), recipients in common or none on one side, statuses that agree, and
    times that overlap. Two mentions of one report are two events: whoever coded it had both before
    them; nor does a mention join an event from which somebody told it apart. A mention that fits
    several events goes to the nearest in time; one that says too little of its time to choose stays
    alone. The order of `events` does not matter.
    """
    places = _Places()
    for one in known:
        places.add(_known_group(one))
    settled = {mention: one.id for one in known for mention in one.mention_ids}
    for event in sorted(events, key=_finest_first):
        if event.mention_id not in settled:
            _place(event, places)
    for found in places.groups:
        if found.members:
            name = found.id or content_id("event", min(map(_first_published, found.members))[1])
            settled |= {event.mention_id: name for event in found.members}
    return tuple(_fact(event, settled[event.mention_id], at) for event in events)


def _known_group(known: KnownEvent) -> _Group:
    actors, recipients = _sides(known.event, known.actors, known.recipients)
    when = days(known.time)
    return _Group(known.id, known.event, actors, recipients, when, known.status, known.apart)


def _new_group(event: Event) -> _Group:
    actors, recipients = _sides(event.event, event.actors, event.recipients)
    return _Group("", event.event, actors, recipients, days(event.time), event.status)


def _sides(
    kind: str, actors: Iterable[Participant], recipients: Iterable[Participant]
) -> tuple[frozenset[str], frozenset[str]]:
    """Who acts and on whom; in types without direction all act."""
    one = frozenset(filter(None, map(_who, actors)))
    other = frozenset(filter(None, map(_who, recipients)))
    return (one | other, frozenset()) if kind in _without_direction() else (one, other)


@cache
def _without_direction() -> frozenset[str]:
    return frozenset(event.name for event in load_plover().events if event.mutual)


def _who(participant: Participant) -> str:
    """By what a participant is the same as another; "" where nothing says that it is.

    "Police" here and "police" there are two unknowns, "Ruben Vardanyan" is one man.
    """
    if participant.code not in GENERIC_CODES:
        return participant.code
    words = participant.text.split()
    full_name = len(words) > 1 and all(word[0].isupper() for word in words)
    return participant.identifier_id or (participant.text.casefold() if full_name else "")


def _place(event: Event, places: _Places) -> None:
    new = _new_group(event)
    document = event.doc.document_id
    possible = [
        one
        for one in places.near(new)
        if document not in one.documents and event.mention_id not in one.apart
    ]
    chosen = _best(new, possible)
    if chosen is None:
        places.add(new)
        chosen = new
    chosen.members.append(event)
    chosen.documents.add(document)


def _best(new: _Group, candidates: Sequence[_Group]) -> _Group | None:
    """The nearest group that `new` fits; none where it fits several and is vague."""
    fitting = []
    for one in candidates:
        distance = _distance(new, one)
        if distance is not None:
            fitting.append((distance, one))
    if not fitting or (len(fitting) > 1 and new.days is not None and new.days.length > 6):
        return None
    return min(fitting, key=lambda pair: pair[0])[1]


def _distance(new: _Group, old: _Group) -> int | None:
    """Days between the two; None where they are different events."""
    if not (_agree(new.status, old.status) and _same_sides(new, old)):
        return None
    if new.days is None or old.days is None:
        return None
    return new.days.distance(old.days)


def _same_sides(new: _Group, old: _Group) -> bool:
    if new.kind in _without_direction():
        return len(new.actors & old.actors) >= min(2, len(new.actors), len(old.actors)) > 0
    if new.recipients and old.recipients and not new.recipients & old.recipients:
        return False
    return bool(new.actors & old.actors)


def _agree(one: Status, other: Status) -> bool:
    return one == other or {one, other} == _REAL


def _finest_first(event: Event) -> tuple[object, ...]:
    """The order in which events are placed: those that say best when and who come first."""
    when = days(event.time)
    vagueness = (not when.exact, when.length, when.earliest) if when else ()
    return (when is None, vagueness, not event.recipients, *_first_published(event))


def _first_published(event: Event) -> tuple[str, str]:
    return (event.doc.published or "9999", event.mention_id)


def _fact(event: Event, name: str, at: datetime.datetime) -> Fact:
    return Fact(
        id=content_id("fact", event.mention_id, SAME_EVENT, name),
        subject=event.mention_id,
        predicate=SAME_EVENT,
        object=name,
        valid_from=None,
        valid_to=None,
        known_from=at,
        known_to=None,
        evidence=tuple(
            Receipt(event.doc.document_id, evidence.trigger_span) for evidence in event.evidence
        ),
        method=METHOD,
        score=1.0,
    )
