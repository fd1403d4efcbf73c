"""The first beliefs about an event: who its participants and speakers are."""

import datetime
import json
from collections.abc import Iterator

from dragoman.model import Event, Fact, Participant, Receipt, content_id

REFERS_TO = "refers_to"


def references(event: Event, at: datetime.datetime) -> Iterator[Fact]:
    """A ``refers_to`` fact for each actor, recipient and speaker of `event` that is a mention.

    The subject is ``EVENT_MENTION/MENTION``: the same words may mean another actor on another
    event's day.
    """
    speakers = [claim.speaker for claim in event.claims if claim.speaker is not None]
    seen: set[str] = set()
    for participant in (*event.actors, *event.recipients, *speakers):
        if participant.mention and participant.mention not in seen:
            seen.add(participant.mention)
            yield _reference(event, participant, at)


def _reference(event: Event, participant: Participant, at: datetime.datetime) -> Fact:
    subject = f"{event.mention_id}/{participant.mention}"
    belief = json.dumps(
        {
            "code": participant.code,
            "identifier_id": participant.identifier_id,
            "identifier_text": participant.identifier_text,
            "rule": participant.rule,
            "sector": participant.sector,
        },
        ensure_ascii=False,
        sort_keys=True,
    )
    return Fact(
        id=content_id("fact", subject, REFERS_TO, belief, event.coder.version),
        subject=subject,
        predicate=REFERS_TO,
        object=belief,
        valid_from=event.time.earliest,
        valid_to=event.time.latest,
        known_from=at,
        known_to=None,
        evidence=(Receipt(event.doc.document_id, participant.span),),
        method=event.method,
        score=1.0 if participant.code else 0.0,
    )
