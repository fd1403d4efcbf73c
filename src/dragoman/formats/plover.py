"""PLOVER 2.0 as JSON lines, for tools that read that.

The first of the manual's two spellings is written. Compound actors stay in one record. Fields that
PLOVER has no name for (denied, planned, who claims it) stand in `comment`, in words.
"""

from collections.abc import Iterable
from typing import Any

from dragoman.codebook import load_plover
from dragoman.formats.codes import participant_code
from dragoman.model import Event, Participant, PlaceReference, Status
from dragoman.resolve.codes import System
from dragoman.resolve.kb import KnowledgeBase

Record = dict[str, Any]

RESOLUTION = {"point": 5, "city": 4, "district": 3, "region": 2, "country": 1}
"""PLOVER's numbers for how narrow a place is; it has none for what lies across borders."""


def obstacle(event: Event) -> str:
    """Why `event` makes no PLOVER record, "" if it does.

    `denied`: PLOVER's published data has no negated events. `no-date` and `no-actor`: the format
    requires both.
    """
    if event.status is Status.DENIED:
        return "denied"
    if event.time.earliest is None:
        return "no-date"
    return "" if event.actors else "no-actor"


def to_plover(event: Event, knowledge: KnowledgeBase) -> Record:
    """The PLOVER record of an event without an `obstacle`; ValueError for one without a date."""
    if event.time.earliest is None or event.time.latest is None:
        raise ValueError(f"{event.id} has no date, which PLOVER requires")
    first = event.evidence[0]
    record: Record = {
        "id": event.id,
        "date": event.time.earliest.isoformat(),
        "enddate": event.time.latest.isoformat(),
        "actor": _entities(event.actors, event, knowledge),
        "recipient": _entities(event.recipients, event, knowledge),
        "event": [event.event],
        "mode": list(event.modes),
        "context": list(event.contexts),
        "quad_code": event.quad_code,
        "event_scale": event.event_scale,
        "event_text": [one.trigger for one in event.evidence],
        "text_info": {
            "sequence": first.sentence,
            "start": first.span.start,
            "end": first.span.end,
            "text_story": [one.quote for one in event.evidence],
        },
        "size": {str(size.kind): size.low for size in reversed(event.sizes)},
        "link": event.doc.url,
        "cite_info": {
            "url": event.doc.url,
            "title": event.doc.title,
            "publication": event.doc.publisher,
            "language": "en",
            "coder": f"{event.coder.name} {event.coder.version}",
            "codebook": _codebook(event),
        },
        "coder": event.coder.name,
        "comment": _comment(event),
    }
    if event.place is not None:
        record["event_loc"] = _place(event.place)
    return record


def _entities(
    participants: Iterable[Participant], event: Event, knowledge: KnowledgeBase
) -> list[Record]:
    return [_entity(one, event, knowledge) for one in participants]


def _entity(one: Participant, event: Event, knowledge: KnowledgeBase) -> Record:
    """What is known of the participant: unknown fields are left out.

    So is `identifier_id`, which in PLOVER is a Wikidata id: the knowledge base has its own.
    """
    record = {
        "code": participant_code(knowledge, one, System.PLOVER, event.time.latest),
        "sector": one.sector,
        "entity_text": one.text,
        "identifier_text": one.identifier_text,
    }
    return {key: value for key, value in record.items() if value}


def _place(place: PlaceReference) -> Record:
    record = {
        "extracted_place": place.text,
        "resolved_place": place.resolved,
        "country_code": place.country_code,
        "lat": place.lat,
        "lon": place.lon,
        "resolution": RESOLUTION.get(place.resolution),
    }
    return {key: value for key, value in record.items() if value not in (None, "")}


def _codebook(event: Event) -> str:
    """PLOVER's own name for its manual; other codebooks go by theirs."""
    own = load_plover().id
    return "plover-base-2.0" if event.coder.codebook == own else event.coder.codebook


def _comment(event: Event) -> str:
    speakers = [claim.speaker.text for claim in event.claims if claim.speaker is not None]
    parts = [
        "" if event.status is Status.OCCURRED else f"status: {event.status}",
        "historical" if event.historical else "",
        f"claimed by: {' < '.join(speakers)}" if speakers else "",
    ]
    return "; ".join(part for part in parts if part)
