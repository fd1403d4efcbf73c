"""The tables of the ledger and the rows that a part adds to them."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from dragoman.ledger.beliefs import all_facts
from dragoman.ledger.columns import Codec, codec, in_utc, storable, stored_fields
from dragoman.model import (
    Attribution,
    Coded,
    Document,
    Event,
    Fact,
    Given,
    Mention,
    Retention,
    Sentence,
    Snapshot,
    Span,
    TimeExpression,
    digest,
)

QUOTE_WORDS = 25
"""The longest quote, in words, that is kept of a text that may not be kept whole."""

Row = dict[str, Any]

_CUE = codec(Span | None)
_GIVEN = codec(Given)
_OBSERVED = {"seq": pa.int64(), "document_id": pa.string(), "position": pa.int64()}


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the record that its rows carry and the columns beside it.

    `seq` numbers the part that a row came with. Together with `document_id` it names one coding of
    one document.
    """

    name: str
    record: type
    beside: Mapping[str, pa.DataType]

    @property
    def schema(self) -> pa.Schema:
        """The columns beside the record, then its fields."""
        columns = stored_fields(self.record)
        own = {name: column.arrow for name, column in columns.items()}
        return pa.schema(list((dict(self.beside) | own).items()))

    @property
    def columns(self) -> str:
        """A digest of the schema."""
        return digest(str(self.schema).encode())[:16]

    @property
    def codec(self) -> Codec:
        """The way from a record to its columns and back."""
        return codec(self.record)


TABLES = {
    table.name: table
    for table in (
        Table(
            "documents",
            Document,
            {
                "seq": pa.int64(),
                "coded_at": pa.timestamp("us"),
                "key": pa.string(),
                "settings": pa.string(),
                "reader": pa.string(),
            },
        ),
        Table(
            "snapshots",
            Snapshot,
            {"seq": pa.int64(), "document_id": pa.string(), "given": _GIVEN.arrow},
        ),
        Table("sentences", Sentence, _OBSERVED),
        Table("mentions", Mention, _OBSERVED | {"text": pa.string()}),
        Table("times", TimeExpression, _OBSERVED | {"text": pa.string()}),
        Table(
            "attributions",
            Attribution,
            _OBSERVED | {"speaker_text": pa.string(), "cue_text": pa.string()},
        ),
        Table(
            "event_mentions",
            Event,
            _OBSERVED
            | {
                "place_mention": pa.string(),
                "attribution_ids": pa.list_(pa.string()),
                "status_cue_span": _CUE.arrow,
            },
        ),
        Table(
            "facts",
            Fact,
            {"seq": pa.int64(), "recorded_at": pa.timestamp("us"), "review": pa.int64()},
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where rows come from: the number of the part, its moment and the settings."""

    seq: int
    at: datetime.datetime
    settings: str


def rows_of(coded: Coded, key: str, origin: Origin) -> dict[str, list[Row]]:
    """The rows of one document, by table."""
    reading, document = coded.reading, coded.document

    def words(span: Span | None) -> str | None:
        return None if span is None else storable(span.of(document.text))

    def observed(name: str, found: Iterable[Any], extra: Callable[[Any], Row]) -> list[Row]:
        encode = TABLES[name].codec.encode
        beside = {"seq": origin.seq, "document_id": document.id}
        return [
            {**beside, "position": position, **extra(item), **encode(item)}
            for position, item in enumerate(found)
        ]

    return {
        "documents": [_document_row(coded, key, origin)],
        "snapshots": _snapshot_rows(coded, origin),
        "sentences": observed("sentences", reading.sentences, lambda _: {}),
        "mentions": observed("mentions", reading.mentions, lambda one: {"text": words(one.span)}),
        "times": observed("times", reading.times, lambda one: {"text": words(one.span)}),
        "attributions": observed(
            "attributions",
            reading.attributions,
            lambda one: {"speaker_text": words(one.speaker), "cue_text": words(one.cue)},
        ),
        "event_mentions": _event_rows(coded, origin),
        "facts": fact_rows(all_facts(coded, origin.at), origin),
    }


def _document_row(coded: Coded, key: str, origin: Origin) -> Row:
    row: Row = TABLES["documents"].codec.encode(coded.document)
    if coded.document.rights.retention is not Retention.TEXT:
        row["text"] = None
    return row | {
        "seq": origin.seq,
        "coded_at": in_utc(origin.at),
        "key": key,
        "settings": origin.settings,
        "reader": coded.reading.reader,
    }


def _snapshot_rows(coded: Coded, origin: Origin) -> list[Row]:
    if coded.snapshot is None:
        return []
    beside = {
        "seq": origin.seq,
        "document_id": coded.document.id,
        "given": _GIVEN.encode(coded.given),
    }
    return [beside | TABLES["snapshots"].codec.encode(coded.snapshot)]


def given(row: Row) -> Given:
    """What came beside the snapshot of a row of `snapshots`."""
    found: Given = _GIVEN.decode(row["given"])
    return found


def _event_rows(coded: Coded, origin: Origin) -> list[Row]:
    encode = TABLES["event_mentions"].codec.encode
    rows = []
    for position, (mention, event) in enumerate(zip(coded.mentions, coded.events, strict=True)):
        row: Row = encode(event) | {
            "seq": origin.seq,
            "document_id": coded.document.id,
            "position": position,
            "place_mention": mention.place,
            "attribution_ids": list(mention.attributions),
            "status_cue_span": _CUE.encode(mention.status_cue),
        }
        row["evidence"] = [_short_quote(evidence) for evidence in row["evidence"]]
        rows.append(row)
    return rows


def _short_quote(evidence: Row) -> Row:
    """The encoded evidence with its quote cut behind the last word that may be quoted."""
    quote: str = evidence["quote"]
    if len(quote.split()) <= QUOTE_WORDS:
        return evidence
    kept = quote[: len(quote) - len(quote.split(maxsplit=QUOTE_WORDS)[-1])].rstrip()
    start = evidence["span"]["start"]
    return evidence | {"quote": kept, "span": {"start": start, "end": start + len(kept)}}


def fact_rows(facts: Iterable[Fact], origin: Origin, review: int | None = None) -> list[Row]:
    """The rows of facts; `review` is the number of the correction that they belong to."""
    encode = TABLES["facts"].codec.encode
    beside = {"seq": origin.seq, "recorded_at": in_utc(origin.at), "review": review}
    return [{**beside, **encode(fact)} for fact in facts]
