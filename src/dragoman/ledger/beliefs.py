"""Who a participant is, as facts."""

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.model import Coded, Event, Fact, Participant, Receipt, content_id

REFERS_TO = "refers_to"
SAME_EVENT = "same_event"
NOT_SAME_EVENT = "not_same_event"
IDENTITY = ("code", "identifier_id", "identifier_text", "rule", "sector")
"""The keys of a `refers_to` fact's object, in their order."""


def identity(participant: Participant) -> str:
    """Who `participant` is, as the object of a `refers_to` fact: JSON with sorted keys."""
    return json.dumps({key: getattr(participant, key) for key in IDENTITY}, ensure_ascii=False)


def subject(event_mention: str, participant: Participant) -> str:
    """The subject of the `refers_to` fact of a participant of an event mention."""
    return f"{event_mention}/{participant.mention}"


def participants(event: Event) -> Iterable[Participant]:
    """The actors, recipients and named speakers of an event."""
    yield from event.actors
    yield from event.recipients
    yield from (claim.speaker for claim in event.claims if claim.speaker is not None)


def refers_to(event: Event, at: datetime.datetime) -> tuple[Fact, ...]:
    """One fact for each participant whose code, identifier or rule is known, held from `at` on.

    The id leaves `at` out: believing the same again is the same fact.
    """
    facts = {}
    for participant in participants(event):
        if any(getattr(participant, key) for key in IDENTITY):
            about, what = subject(event.mention_id, participant), identity(participant)
            facts[about] = Fact(
                id=content_id("fact", about, REFERS_TO, what),
                subject=about,
                predicate=REFERS_TO,
                object=what,
                valid_from=None,
                valid_to=None,
                known_from=at,
                known_to=None,
                evidence=(Receipt(event.doc.document_id, participant.span),),
                method=event.method,
                score=event.score,
            )
    return tuple(facts.values())


def not_same_event(mention_id: str, others: Sequence[str], at: datetime.datetime) -> Fact:
    """That an event mention tells another event than `others`, as a person decided at `at`."""
    what = json.dumps(sorted(others))
    return Fact(
        id=content_id("fact", mention_id, NOT_SAME_EVENT, what, at.isoformat()),
        subject=mention_id,
        predicate=NOT_SAME_EVENT,
        object=what,
        valid_from=None,
        valid_to=None,
        known_from=at,
        known_to=None,
        evidence=(),
        method="review",
        score=1.0,
    )


def all_facts(coded: Coded, at: datetime.datetime) -> tuple[Fact, ...]:
    """The facts of `coded`, and those that its events state but that it lacks."""
    given = {fact.subject for fact in coded.facts if fact.predicate == REFERS_TO}
    stated = (fact for event in coded.events for fact in refers_to(event, at))
    return (*coded.facts, *(fact for fact in stated if fact.subject not in given))


def identified(participant: Participant, belief: Mapping[str, str]) -> Participant:
    """`participant` with who it is by `belief`."""
    code, identifier_id, identifier_text, rule, sector = (belief[key] for key in IDENTITY)
    return replace(
        participant,
        code=code,
        sector=sector,
        identifier_id=identifier_id,
        identifier_text=identifier_text,
        rule=rule,
    )
