"""A view: what the ledger says as of a moment."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa

from dragoman.ledger import folding, manifest
from dragoman.ledger.filters import asked_for, select_events
from dragoman.ledger.records import (
    CodedDocument,
    Counts,
    EventFilter,
    InputOutcome,
    Result,
    Review,
)
from dragoman.ledger.relations import FOLDED, OBSERVED, Relations, answer, rows, stream
from dragoman.ledger.search import find_tellings
from dragoman.ledger.tables import TABLES
from dragoman.model import Document, Event, Fact, KnownEvent, Snapshot

_FIRST_TELLINGS = """
    WITH meant AS (
        SELECT DISTINCT p.event_id
        FROM participants p JOIN event_mentions m USING (mention_id) JOIN asked a
            ON a.event = m.event AND m.time.earliest <= a.latest AND m.time.latest >= a.earliest
            AND list_has_any(a.names, p.names)
        WHERE p.role <> 'speaker'
    )
    SELECT
        r.event_id,
        list(r.mention_id ORDER BY r.place) AS mention_ids,
        arg_min(m.mention_id, r.place) AS mention_id,
        arg_min(m.event, r.place) AS event,
        arg_min(m.actors, r.place) AS actors,
        arg_min(m.recipients, r.place) AS recipients,
        arg_min(m.time, r.place) AS time,
        arg_min(m.status, r.place) AS status
    FROM meant JOIN reports r USING (event_id) JOIN event_mentions m USING (mention_id, seq)
    GROUP BY r.event_id ORDER BY r.event_id"""

_TOLD_APART = """
    SELECT r.event_id, a.other AS mention_id FROM apart a JOIN reports r USING (mention_id)
    UNION
    SELECT r.event_id, a.mention_id FROM apart a JOIN reports r ON r.mention_id = a.other"""

_TELLINGS = """
    WITH parties AS (
        SELECT mention_id, list({role: role, position: position, mention_id: mention_id,
            code: code, sector: sector, identifier_id: identifier_id,
            identifier_text: identifier_text, rule: rule}) AS who
        FROM participants SEMI JOIN chosen USING (event_id)
        GROUP BY mention_id
    )
    SELECT r.event_id, p.who, m.*
    FROM chosen c JOIN reports r USING (event_id)
    JOIN event_mentions m USING (mention_id, seq)
    LEFT JOIN parties p USING (mention_id)
    ORDER BY c.rank, r.event_id, r.place"""

_ALL_EVENTS = EventFilter()


@dataclass(frozen=True, slots=True)
class View:
    """What a ledger says, as of a moment and of the parts that were visible when it was opened.

    Threads may share a view; writers do not disturb it. It stays readable through one compaction
    of the ledger and raises `LedgerError` after the second. Its relations (for `query` and
    `arrow`): documents, snapshots, sentences, mentions, times, attributions and event_mentions are
    the observations of the newest coding of each document; facts are those that are held; reports,
    participants and events are what they fold into.
    """

    path: Path
    last_seq: int
    as_of: datetime.datetime | None
    relations: Relations

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Gives the view's memory back."""
        self.relations.close()

    def query(self, sql: str, parameters: Mapping[str, object] | None = None) -> pa.Table:
        """The answer to a query in DuckDB's SQL over the view's relations."""
        self.relations.fold()
        return self.relations.ask(sql, parameters)

    def arrow(self, relation: str) -> pa.Table:
        """All rows of one of the view's relations."""
        if relation not in (*OBSERVED, *FOLDED):
            raise ValueError(f"no relation {relation!r}; known: {', '.join((*OBSERVED, *FOLDED))}")
        query = f"SELECT * FROM {relation}"  # noqa: S608 - one of the names above
        return self.relations.ask(query) if relation in OBSERVED else self.query(query)

    def events(self, wanted: EventFilter = _ALL_EVENTS) -> tuple[Event, ...]:
        """The events that `wanted` lets through, each once, in order of date.

        An event is as its first report has it, with the evidence of all its reports.
        """
        return tuple(self.iter_events(wanted))

    def iter_events(self, wanted: EventFilter = _ALL_EVENTS) -> Iterator[Event]:
        """The same events one after the other, for ledgers that memory does not hold.

        The view must stay open until the last.
        """
        found: Sequence[str] = ()
        if wanted.search:
            with manifest.reading(self.path) as database:
                found = find_tellings(database, wanted.search)
        return folding.fold(self._tellings(*select_events(wanted, found)))

    def search(self, words: str) -> tuple[Event, ...]:
        """The events that have all the words in a quote or a title (see `EventFilter.search`)."""
        return self.events(EventFilter(search=words)) if words.strip() else ()

    def event(self, key: str) -> Event | None:
        """The event of that id, or the one that the event mention of that id tells."""
        query = """
            SELECT DISTINCT event_id, 1 AS rank FROM reports WHERE $key IN (event_id, mention_id)
            ORDER BY event_id <> $key LIMIT 1"""
        return next(folding.fold(self._tellings(query, {"key": key})), None)

    def known_events(
        self, events: Sequence[Event], around: datetime.timedelta = datetime.timedelta(days=2)
    ) -> tuple[KnownEvent, ...]:
        """The events that one of `events` may be, for merging.

        They have its type, an actor or recipient of a name that it has too (code, identifier or
        words) and days at most `around` from its days.
        """
        asked = asked_for(events, around)
        if not asked.num_rows:
            return ()
        with self.relations.near(asked) as cursor:
            found = rows(answer(cursor, _FIRST_TELLINGS))
            who = folding.beliefs(rows(answer(cursor, "FROM participants")))
            apart = folding.apart(rows(answer(cursor, _TOLD_APART)))
        return tuple(folding.known(row, who, apart) for row in found)

    def documents(self, source: str = "") -> tuple[Document, ...]:
        """The documents, by day of publication and name; `source` is a publisher or a name.

        The text of a document that may not be kept whole is empty.
        """
        query = """
            SELECT * FROM documents
            WHERE $source = '' OR $source IN (lower(publisher.value), lower(name))
            ORDER BY published.earliest NULLS LAST, name, id"""
        found = rows(self.relations.ask(query, {"source": source.lower()}))
        return tuple(folding.document(row) for row in found)

    def document(self, key: str) -> CodedDocument | None:
        """The document of that id or name; of several with one name the one that was coded last."""
        query = "SELECT * FROM documents WHERE $key IN (id, name) ORDER BY seq DESC, id LIMIT 1"
        found = rows(self.relations.ask(query, {"key": key}))
        if not found:
            return None
        row = found[0]
        (received, *_) = (*self._received("document_id", row["id"]), None)
        observed = {name: self._observed(name, row["id"]) for name in folding.READING}
        told = """
            SELECT r.event_id, min(m.position) AS rank
            FROM reports r JOIN event_mentions m USING (mention_id, seq)
            WHERE r.document_id = $id GROUP BY r.event_id"""
        own = folding.as_told_by(row["id"], self._tellings(told, {"id": row["id"]}))
        return folding.coded_document(row, observed, received, own)

    def snapshot(self, key: str) -> Snapshot | None:
        """The snapshot of that id, as it was received last; its rights are its document's."""
        for row in self._received("id", key):
            return folding.snapshot(row)
        return None

    def outcomes(self, *results: Result | str) -> tuple[InputOutcome, ...]:
        """What became of the inputs, by name: all of them, or those with the given results."""
        with manifest.reading(self.path) as database:
            found = manifest.outcomes(database, self.last_seq, self.as_of)
            return tuple(one for one in found if not results or one.outcome in results)

    def reviews(self) -> tuple[Review, ...]:
        """The corrections made until the view's moment, oldest first."""
        with manifest.reading(self.path) as database:
            found = manifest.reviews(database, self.last_seq)
            return tuple(one for one in found if self.as_of is None or one.at <= self.as_of)

    def facts(self, subject: str = "", predicate: str = "") -> tuple[Fact, ...]:
        """The facts that are held, of one subject or predicate if these are given."""
        query = """
            SELECT * FROM facts
            WHERE $subject IN ('', subject) AND $predicate IN ('', predicate)
            ORDER BY subject, predicate, known_from, id"""
        return self._facts(query, {"subject": subject, "predicate": predicate})

    def fact(self, key: str) -> Fact | None:
        """The fact of that id, if it is held."""
        found = self._facts("SELECT * FROM facts WHERE id = $key", {"key": key})
        return found[0] if found else None

    def counts(self) -> Counts:
        """How much there is."""
        query = """
            SELECT
                (SELECT count(*) FROM documents) AS documents,
                (SELECT count(text) FROM documents) AS texts,
                (SELECT count(DISTINCT event_id) FROM reports) AS events,
                (SELECT count(*) FROM reports) AS reports,
                (SELECT count(*) FROM facts) AS facts"""
        results = [one.outcome for one in self.outcomes()]
        inputs = {str(result): results.count(result) for result in Result}
        return Counts(**rows(self.query(query))[0], **inputs)

    def export_duckdb(self, path: Path) -> None:
        """Writes the relations as the tables of a new DuckDB file, readable from 1.5 on.

        The file is a copy for other tools: no ledger. `LedgerError` if it exists.
        """
        self.relations.export(path)

    def _facts(self, query: str, parameters: Mapping[str, object]) -> tuple[Fact, ...]:
        decode = TABLES["facts"].codec.decode
        return tuple(decode(row) for row in rows(self.query(query, parameters)))

    def _received(self, column: str, key: str) -> list[folding.Row]:
        query = f"SELECT * FROM snapshots WHERE {column} = $key ORDER BY seq DESC, document_id"  # noqa: S608
        return rows(self.relations.ask(query, {"key": key}))

    def _observed(self, table: str, document_id: str) -> tuple[object, ...]:
        query = f"SELECT * FROM {table} WHERE document_id = $id ORDER BY position"  # noqa: S608
        decode = TABLES[table].codec.decode
        return tuple(decode(row) for row in rows(self.relations.ask(query, {"id": document_id})))

    def _tellings(self, chosen: str, parameters: Mapping[str, object]) -> Iterator[folding.Row]:
        """The event mentions of chosen events, each with `who` takes part.

        The query `chosen` gives the `event_id` of each event and a `rank` to order by.
        """
        self.relations.fold()
        with self.relations.cursor() as cursor:
            cursor.execute(f"CREATE TEMP TABLE chosen AS {chosen}", dict(parameters) or None)
            yield from stream(cursor, _TELLINGS)
