"""The public event record: one JSON object per event, and the way back.

PLOVER 2.0 names where PLOVER has a field, ours beside them. Offsets count code points of the text
of the document that is named; texts that are unknown are empty, days, numbers and places null.
"""

import datetime
from functools import cache
from importlib.resources import files
from json import loads
from typing import Any

from dragoman.model import (
    Claim,
    Coder,
    Event,
    Evidence,
    Participant,
    PlaceReference,
    Precision,
    Size,
    SizeKind,
    Source,
    Span,
    Status,
    TimeBasis,
    TimeExpression,
    TimexType,
)

Record = dict[str, Any]

SCHEMA_VERSION = "1.0"
"""Of the record. A new first number means that readers must change."""


@cache
def schema() -> Record:
    """The JSON Schema (2020-12) of the record."""
    text = (files("dragoman.formats") / "data" / "event.schema.json").read_text("utf-8")
    found: Record = loads(text)
    return found


def to_json(event: Event) -> Record:
    """The record of `event`, its keys in their fixed order."""
    reports = event.reports or (event.doc,)
    return {
        "id": event.id,
        "doc": {
            "id": event.doc.id,
            "url": event.doc.url,
            "title": event.doc.title,
            "publisher": event.doc.publisher,
            "published": event.doc.published,
        },
        "event": event.event,
        "mode": list(event.modes),
        "context": list(event.contexts),
        "quad_code": event.quad_code,
        "event_scale": event.event_scale,
        "cameo": event.cameo,
        "actor": [_entity(one) for one in event.actors],
        "recipient": [_entity(one) for one in event.recipients],
        **_date(event),
        "event_loc": _place(event.place),
        "status": str(event.status),
        "certainty": str(event.certainty or ""),
        "historical": event.historical,
        "attribution": [_claim(one) for one in event.claims],
        "size": _sizes(event.sizes),
        "evidence": [_evidence(one, event) for one in event.evidence],
        "score": event.score,
        "method": event.method,
        "second": event.second,
        "rule": event.rule,
        "status_cue": event.status_cue,
        "coder": {
            "name": event.coder.name,
            "version": event.coder.version,
            "codebook": event.coder.codebook,
            "weights": event.coder.weights,
        },
        "reports": [one.id for one in reports],
        "origins": [one.origin for one in reports],
        "n_reports": len(reports),
        "n_origins": count_origins(reports),
    }


def count_origins(reports: tuple[Source, ...]) -> int:
    """How many independent origins tell an event; a report without one counts for itself."""
    return len({one.origin.casefold() or f"report {one.id}" for one in reports})


def _entity(one: Participant) -> Record:
    return {
        "entity_text": one.text,
        "start": one.span.start,
        "end": one.span.end,
        "code": one.code,
        "sector": one.sector,
        "identifier_id": one.identifier_id,
        "identifier_text": one.identifier_text,
        "rule": one.rule,
    }


def _date(event: Event) -> Record:
    time = event.time
    return {
        "date": time.earliest.isoformat() if time.earliest else None,
        "enddate": time.latest.isoformat() if time.latest else None,
        "date_text": event.date_text,
        "date_basis": str(time.basis),
        "date_precision": str(time.precision),
        "timex": {
            "type": str(time.type),
            "value": time.value,
            "mod": time.mod,
            "start": time.span.start if time.span is not None else None,
            "end": time.span.end if time.span is not None else None,
            "rule": time.rule,
        },
    }


def _place(place: PlaceReference | None) -> Record | None:
    if place is None:
        return None
    return {
        "extracted_place": place.text,
        "resolved_place": place.resolved,
        "country_code": place.country_code,
        "lat": place.lat,
        "lon": place.lon,
        "resolution": place.resolution,
        "start": place.span.start,
        "end": place.span.end,
    }


def _claim(claim: Claim) -> Record:
    speaker = claim.speaker
    return {
        "speaker": speaker.text if speaker else None,
        "code": speaker.code if speaker else "",
        "sector": speaker.sector if speaker else "",
        "cue": claim.cue,
        "start": speaker.span.start if speaker else None,
        "end": speaker.span.end if speaker else None,
        "kind": claim.kind,
        "cue_start": claim.cue_span.start,
        "cue_end": claim.cue_span.end,
        "identifier_id": speaker.identifier_id if speaker else "",
        "identifier_text": speaker.identifier_text if speaker else "",
        "rule": speaker.rule if speaker else "",
    }


def _sizes(sizes: tuple[Size, ...]) -> Record:
    """By kind; of several numbers of a kind the first."""
    first = {size.kind: size for size in reversed(sizes)}
    return {
        str(kind): {
            "low": first[kind].low,
            "high": first[kind].high,
            "start": first[kind].span.start,
            "end": first[kind].span.end,
        }
        for kind in SizeKind
        if kind in first
    }


def _evidence(one: Evidence, event: Event) -> Record:
    names = {source.document_id: source.id for source in (*event.reports, event.doc)}
    return {
        "quote": one.quote,
        "start": one.span.start,
        "end": one.span.end,
        "sentence": one.sentence,
        "doc": names.get(one.document_id, one.document_id) if one.document_id else event.doc.id,
        "trigger": {
            "text": one.trigger,
            "start": one.trigger_span.start,
            "end": one.trigger_span.end,
        },
    }


def from_json(record: Record) -> Event:
    """The event of a record that the schema accepts.

    What the record does not carry stays empty: the ids of mentions; of further reports all but
    their name and origin. Documents go by their public name.
    """
    reports = tuple(
        Source(id=name, document_id=name, origin=origin)
        for name, origin in zip(record["reports"], record["origins"], strict=True)
    )
    doc = Source(document_id=record["doc"]["id"], origin=record["origins"][0], **record["doc"])
    return Event(
        id=record["id"],
        mention_id=record["id"],
        doc=doc,
        event=record["event"],
        modes=tuple(record["mode"]),
        contexts=tuple(record["context"]),
        quad_code=record["quad_code"],
        event_scale=record["event_scale"],
        cameo=record["cameo"],
        actors=tuple(_participant(one) for one in record["actor"]),
        recipients=tuple(_participant(one) for one in record["recipient"]),
        time=_time(record),
        date_text=record["date_text"],
        status=Status(record["status"]),
        historical=record["historical"],
        claims=tuple(_claim_of(one) for one in record["attribution"]),
        evidence=tuple(_evidence_of(one, doc) for one in record["evidence"]),
        score=record["score"],
        method=record["method"],
        second=record["second"],
        rule=record["rule"],
        coder=Coder(**record["coder"]),
        place=_place_of(record["event_loc"]),
        sizes=tuple(_size_of(kind, one) for kind, one in record["size"].items()),
        status_cue=record["status_cue"],
        certainty=record.get("certainty", ""),
        reports=(doc, *reports[1:]) if len(reports) > 1 else (),
    )


def _participant(one: Record) -> Participant:
    return Participant(
        mention="",
        text=one["entity_text"],
        span=Span(one["start"], one["end"]),
        code=one["code"],
        sector=one["sector"],
        identifier_id=one["identifier_id"],
        identifier_text=one["identifier_text"],
        rule=one["rule"],
    )


def _time(record: Record) -> TimeExpression:
    timex = record["timex"]
    return TimeExpression(
        span=None if timex["start"] is None else Span(timex["start"], timex["end"]),
        type=TimexType(timex["type"]),
        value=timex["value"],
        earliest=_day(record["date"]),
        latest=_day(record["enddate"]),
        precision=Precision(record["date_precision"]),
        basis=TimeBasis(record["date_basis"]),
        rule=timex["rule"],
        mod=timex["mod"],
    )


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _claim_of(one: Record) -> Claim:
    speaker = None
    if one["speaker"] is not None:
        speaker = _participant(one | {"entity_text": one["speaker"]})
    return Claim(
        speaker=speaker,
        cue=one["cue"],
        cue_span=Span(one["cue_start"], one["cue_end"]),
        kind=one["kind"],
    )


def _evidence_of(one: Record, doc: Source) -> Evidence:
    return Evidence(
        quote=one["quote"],
        span=Span(one["start"], one["end"]),
        sentence=one["sentence"],
        trigger=one["trigger"]["text"],
        trigger_span=Span(one["trigger"]["start"], one["trigger"]["end"]),
        document_id="" if one["doc"] == doc.id else one["doc"],
    )


def _place_of(one: Record | None) -> PlaceReference | None:
    if one is None:
        return None
    return PlaceReference(
        text=one["extracted_place"],
        span=Span(one["start"], one["end"]),
        resolved=one["resolved_place"],
        country_code=one["country_code"],
        lat=one["lat"],
        lon=one["lon"],
        resolution=one["resolution"],
    )


def _size_of(kind: str, one: Record) -> Size:
    return Size(SizeKind(kind), one["low"], one["high"], Span(one["start"], one["end"]))
