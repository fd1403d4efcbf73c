"""Events as flat tables: one row an event, for spreadsheets, R and data frames.

Columns with several values are lists in Parquet and joined by ``; `` in CSV. Codes of other systems
stand in columns that name the system (``actor_cow``, ``country_fips``): they are those of the
event's last day, and empty where the system has none.
"""

import csv
import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TextIO

import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.formats.codes import SYSTEMS, participant_code, place_code
from dragoman.formats.public import count_origins
from dragoman.model import Event, Participant, Size, SizeKind
from dragoman.resolve.codes import System
from dragoman.resolve.kb import KnowledgeBase

Value = str | int | float | bool | datetime.date | list[str] | None

TEXT = pa.string()
TEXTS = pa.list_(pa.string())
WHOLE = pa.int64()
NUMBER = pa.float64()
FLAG = pa.bool_()
DAY = pa.date32()

BATCH = 10_000
"""Rows that are written together."""


class Column(NamedTuple):
    """A column: its name, its type in Parquet, and its value for an event."""

    name: str
    type: pa.DataType
    value: Callable[[Event], Value]


def columns(knowledge: KnowledgeBase) -> tuple[Column, ...]:
    """The columns, in their order; `knowledge` gives the codes of other systems."""
    return (
        Column("id", TEXT, lambda event: event.id),
        *_report(),
        *_what(),
        *_participants("actor", lambda event: event.actors),
        *_codes("actor", lambda event: event.actors, knowledge),
        *_participants("recipient", lambda event: event.recipients),
        *_codes("recipient", lambda event: event.recipients, knowledge),
        *_when(),
        *_where(),
        *_country(knowledge),
        *_claims(),
        *(column for kind in SizeKind for column in _size(kind)),
        *_receipts(),
        *_reports(),
    )


def write_csv(events: Iterable[Event], file: TextIO, knowledge: KnowledgeBase) -> int:
    """Writes a header and one line an event (RFC 4180); the number of events."""
    chosen = columns(knowledge)
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([column.name for column in chosen])
    written = 0
    for event in events:
        writer.writerow([_cell(column.value(event)) for column in chosen])
        written += 1
    return written


def write_parquet(events: Iterable[Event], path: Path, knowledge: KnowledgeBase) -> int:
    """Writes one Parquet file, in its place only once it is whole; the number of events."""
    chosen = columns(knowledge)
    aside = path.with_name(f".{path.name}.partial")
    written = 0
    try:
        with pq.ParquetWriter(aside, _schema(chosen), compression="zstd") as writer:
            for table in to_tables(events, chosen):
                writer.write_table(table)
                written += table.num_rows
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    return written


def to_tables(events: Iterable[Event], chosen: Sequence[Column]) -> Iterator[pa.Table]:
    """Arrow tables of the chosen columns, of up to `BATCH` events each."""
    iterator = iter(events)
    while batch := list(islice(iterator, BATCH)):
        arrays = [
            pa.array([column.value(event) for event in batch], column.type) for column in chosen
        ]
        yield pa.Table.from_arrays(arrays, schema=_schema(chosen))


def _schema(chosen: Sequence[Column]) -> pa.Schema:
    return pa.schema([(column.name, column.type) for column in chosen])


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _report() -> tuple[Column, ...]:
    return (
        Column("doc_id", TEXT, lambda event: event.doc.id),
        Column("doc_url", TEXT, lambda event: event.doc.url),
        Column("doc_title", TEXT, lambda event: event.doc.title),
        Column("doc_publisher", TEXT, lambda event: event.doc.publisher),
        Column("doc_published", TEXT, lambda event: event.doc.published),
    )


def _what() -> tuple[Column, ...]:
    return (
        Column("event", TEXT, lambda event: event.event),
        Column("mode", TEXTS, lambda event: list(event.modes)),
        Column("context", TEXTS, lambda event: list(event.contexts)),
        Column("quad_code", WHOLE, lambda event: event.quad_code),
        Column("event_scale", NUMBER, lambda event: event.event_scale),
        Column("cameo", TEXT, lambda event: event.cameo),
        Column("status", TEXT, lambda event: str(event.status)),
        Column("certainty", TEXT, lambda event: str(event.certainty)),
        Column("historical", FLAG, lambda event: event.historical),
    )


def _participants(
    role: str, chosen: Callable[[Event], tuple[Participant, ...]]
) -> tuple[Column, ...]:
    return (
        Column(role, TEXTS, lambda event: [one.text for one in chosen(event)]),
        Column(f"{role}_code", TEXTS, lambda event: [one.code for one in chosen(event)]),
        Column(f"{role}_sector", TEXTS, lambda event: [one.sector for one in chosen(event)]),
        Column(f"{role}_id", TEXTS, lambda event: [one.identifier_id for one in chosen(event)]),
    )


def _codes(
    role: str, chosen: Callable[[Event], tuple[Participant, ...]], knowledge: KnowledgeBase
) -> Iterator[Column]:
    def in_system(system: System) -> Callable[[Event], Value]:
        return lambda event: [
            participant_code(knowledge, one, system, event.time.latest) for one in chosen(event)
        ]

    return (Column(f"{role}_{system}", TEXTS, in_system(system)) for system in SYSTEMS)


def _when() -> tuple[Column, ...]:
    return (
        Column("date", DAY, lambda event: event.time.earliest),
        Column("enddate", DAY, lambda event: event.time.latest),
        Column("date_text", TEXT, lambda event: event.date_text),
        Column("date_basis", TEXT, lambda event: str(event.time.basis)),
        Column("date_precision", TEXT, lambda event: str(event.time.precision)),
        Column("timex", TEXT, lambda event: event.time.value),
    )


def _where() -> tuple[Column, ...]:
    def of(name: str) -> Callable[[Event], Value]:
        return lambda event: getattr(event.place, name) if event.place else None

    return (
        Column("place", TEXT, of("text")),
        Column("place_resolved", TEXT, of("resolved")),
        Column("country_code", TEXT, of("country_code")),
        Column("lat", NUMBER, of("lat")),
        Column("lon", NUMBER, of("lon")),
        Column("resolution", TEXT, of("resolution")),
    )


def _country(knowledge: KnowledgeBase) -> Iterator[Column]:
    def in_system(system: System) -> Callable[[Event], Value]:
        return lambda event: (
            place_code(knowledge, event.place, system, event.time.latest) if event.place else None
        )

    return (Column(f"country_{system}", TEXT, in_system(system)) for system in SYSTEMS)


def _claims() -> tuple[Column, ...]:
    return (
        Column("claimed_by", TEXTS, lambda event: [one.text for one in _speakers(event)]),
        Column("claimed_by_code", TEXTS, lambda event: [one.code for one in _speakers(event)]),
    )


def _speakers(event: Event) -> list[Participant]:
    return [claim.speaker for claim in event.claims if claim.speaker is not None]


def _size(kind: SizeKind) -> tuple[Column, ...]:
    def of(event: Event) -> Size | None:
        return next((size for size in event.sizes if size.kind is kind), None)

    def low(event: Event) -> int | None:
        size = of(event)
        return size.low if size else None

    def high(event: Event) -> int | None:
        size = of(event)
        return size.high if size else None

    return (Column(f"{kind}_low", WHOLE, low), Column(f"{kind}_high", WHOLE, high))


def _receipts() -> tuple[Column, ...]:
    return (
        Column("quote", TEXT, lambda event: event.evidence[0].quote),
        Column("quote_start", WHOLE, lambda event: event.evidence[0].span.start),
        Column("quote_end", WHOLE, lambda event: event.evidence[0].span.end),
        Column("trigger", TEXT, lambda event: event.evidence[0].trigger),
        Column("score", NUMBER, lambda event: event.score),
        Column("method", TEXT, lambda event: event.method),
        Column("second", TEXT, lambda event: event.second),
        Column("rule", TEXT, lambda event: event.rule),
        Column("coder", TEXT, lambda event: event.coder.name),
        Column("coder_version", TEXT, lambda event: event.coder.version),
        Column("codebook", TEXT, lambda event: event.coder.codebook),
    )


def _reports() -> tuple[Column, ...]:
    return (
        Column("reports", TEXTS, lambda event: [one.id for one in event.reports or (event.doc,)]),
        Column("n_reports", WHOLE, lambda event: len(event.reports) or 1),
        Column("n_origins", WHOLE, lambda event: count_origins(event.reports or (event.doc,))),
    )
