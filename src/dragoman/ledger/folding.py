"""Rows of a view back into records."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from dragoman.ledger.beliefs import identified
from dragoman.ledger.columns import stored_fields
from dragoman.ledger.records import CodedDocument
from dragoman.ledger.tables import TABLES, given
from dragoman.model import Claim, Document, Event, Given, KnownEvent, Participant, Reading, Snapshot

Row = dict[str, Any]
Beliefs = Mapping[tuple[str, str, int], Row]
"""Rows of `participants` by event mention, role and position (from 1)."""


def beliefs(rows: Iterable[Row]) -> Beliefs:
    """Rows of `participants` by what they are about."""
    return {(row["mention_id"], row["role"], row["position"]): row for row in rows}


def fold(rows: Iterable[Row]) -> Iterator[Event]:
    """Rows of event mentions as events.

    Those of one event stand together under its `event_id`; `who` are their rows of `participants`.
    """
    for event_id, tellings in groupby(rows, key=lambda row: row["event_id"]):
        yield _one_event(event_id, [_telling(row) for row in tellings])


def as_told_by(document_id: str, rows: Iterable[Row]) -> tuple[Event, ...]:
    """Events as one document tells them, with the sources of all who do; rows as for `fold`."""
    events = []
    for event_id, found in groupby(rows, key=lambda row: row["event_id"]):
        tellings = [_telling(row) for row in found]
        whole = _one_event(event_id, tellings)
        events += [
            replace(
                telling,
                id=event_id,
                reports=whole.reports,
                mention_ids=whole.mention_ids,
            )
            for telling in tellings
            if telling.doc.document_id == document_id
        ]
    return tuple(events)


def _telling(row: Row) -> Event:
    event: Event = TABLES["event_mentions"].codec.decode(row)
    return _named(event, beliefs(row["who"] or ()))


def _one_event(event_id: str, tellings: Sequence[Event]) -> Event:
    first = tellings[0]
    return replace(
        first,
        id=event_id,
        evidence=tuple(
            one if telling is first else replace(one, document_id=telling.doc.document_id)
            for telling in tellings
            for one in telling.evidence
        ),
        reports=tuple({telling.doc.document_id: telling.doc for telling in tellings}.values()),
        mention_ids=tuple(telling.mention_id for telling in tellings),
    )


def _identified(
    participants: tuple[Participant, ...], mention_id: str, role: str, who: Beliefs
) -> tuple[Participant, ...]:
    return tuple(
        identified(one, who[mention_id, role, position])
        for position, one in enumerate(participants, start=1)
    )


def _named(event: Event, who: Beliefs) -> Event:
    def claim(one: Claim, position: int) -> Claim:
        if one.speaker is None:
            return one
        belief = who[event.mention_id, "speaker", position]
        return replace(one, speaker=identified(one.speaker, belief))

    return replace(
        event,
        actors=_identified(event.actors, event.mention_id, "actor", who),
        recipients=_identified(event.recipients, event.mention_id, "recipient", who),
        claims=tuple(claim(one, position) for position, one in enumerate(event.claims, start=1)),
    )


def apart(rows: Iterable[Row]) -> Mapping[str, frozenset[str]]:
    """The event mentions that are told apart from an event, by its id."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[row["event_id"]].add(row["mention_id"])
    return {event: frozenset(mentions) for event, mentions in found.items()}


def known(row: Row, who: Beliefs, apart: Mapping[str, frozenset[str]]) -> KnownEvent:
    """A row with the first event mention of an event, and the ids of all, for merging."""
    columns = stored_fields(Event)

    def named(name: str, role: str) -> tuple[Participant, ...]:
        return _identified(columns[name].decode(row[name]), row["mention_id"], role, who)

    return KnownEvent(
        id=row["event_id"],
        event=row["event"],
        actors=named("actors", "actor"),
        recipients=named("recipients", "recipient"),
        time=columns["time"].decode(row["time"]),
        status=columns["status"].decode(row["status"]),
        mention_ids=tuple(row["mention_ids"]),
        apart=apart.get(row["event_id"], frozenset()),
    )


READING = ("sentences", "mentions", "times", "attributions")
"""The tables that a document's reading is put together from."""


def document(row: Row) -> Document:
    """A row of `documents`; the text is empty where it is not kept."""
    decoded: Document = TABLES["documents"].codec.decode({**row, "text": row["text"] or ""})
    return decoded


def coded_document(
    row: Row,
    observed: Mapping[str, tuple[Any, ...]],
    received: Row | None,
    events: tuple[Event, ...],
) -> CodedDocument:
    """A row of `documents` with its observations, its row of `snapshots` and its events."""
    return CodedDocument(
        reading=Reading(document=document(row), reader=row["reader"], **observed),
        events=events,
        text_kept=row["text"] is not None,
        settings=row["settings"],
        coded_at=row["coded_at"].replace(tzinfo=datetime.UTC),
        snapshot=snapshot(received) if received else None,
        given=given(received) if received else Given(),
    )


def snapshot(row: Row) -> Snapshot:
    """A row of `snapshots`."""
    decoded: Snapshot = TABLES["snapshots"].codec.decode(row)
    return decoded
