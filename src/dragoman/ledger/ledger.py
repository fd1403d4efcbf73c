"""The ledger: a folder of Parquet files that a manifest in SQLite names."""

import datetime
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa

from dragoman.errors import LedgerError
from dragoman.ledger import manifest
from dragoman.ledger.beliefs import SAME_EVENT, not_same_event
from dragoman.ledger.compaction import compact
from dragoman.ledger.files import WriteTable, write_table
from dragoman.ledger.manifest import File, PartRecord
from dragoman.ledger.records import InputOutcome, Part, Result, Review
from dragoman.ledger.relations import Relations
from dragoman.ledger.search import add_words
from dragoman.ledger.tables import TABLES, Origin, Row, fact_rows, rows_of
from dragoman.ledger.view import View
from dragoman.model import Coded, Fact, content_id

_SETTLED = (Result.DONE, Result.DROPPED)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """A ledger, open for reading and writing; there is nothing to close.

    One process writes at a time: another that wants to waits up to `wait` seconds and then gets a
    `LedgerError` that names the first. Readers wait for nobody. The folder must be on a disk of
    this machine: the manifest's log does not work on network drives.
    """

    path: Path
    wait: float = 30.0
    write: WriteTable = write_table
    clock: Callable[[], datetime.datetime] = _now

    @classmethod
    def open(cls, path: Path | str, *, create: bool = False, wait: float = 30.0) -> "Ledger":
        """The ledger in the folder `path`, made if it is not there and `create` says so.

        `LedgerError` where there is none, or one of another schema version, or other files.
        """
        ledger = cls(path=Path(path), wait=wait)
        if create and manifest.version(ledger.path) is None:
            with ledger._explained():
                manifest.create(ledger.path, ledger.clock())
        manifest.check(ledger.path)
        return ledger

    def append(self, part: Part) -> tuple[str, ...]:
        """Adds what is new in `part` and gives the keys of its inputs.

        When it returns, all of it is on the disk and visible to every view opened from then on;
        until then, whatever happens, none of it is. An input that is done or dropped under the
        same settings is left out with its document. `LedgerError` if the disk is full or another
        writer keeps the ledger.
        """
        with self._explained(), manifest.writing(self.path, self.wait) as database:
            new = _new_outcomes(part, manifest.latest(database, part.settings))
            if not new and not part.facts:
                return ()
            seq = manifest.next_seq(database)
            origin = Origin(seq, self.clock(), part.settings)
            coded = _new_documents(part, new)
            rows = _rows(coded, part.facts, origin)
            record = PartRecord(
                seq=seq,
                id=f"{seq:08d}-{content_id('part', part.settings, *new)}",
                at=origin.at,
                kind="coding",
                settings=part.settings,
                documents=len(rows["documents"]),
                events=len(rows["event_mentions"]),
                facts=len(rows["facts"]),
            )
            manifest.add_part(database, record, self._store(record.id, rows))
            manifest.add_inputs(database, record, new.values())
            add_words(database, seq, rows)
            return tuple(new)

    def done(self, settings: str) -> frozenset[str]:
        """The keys of inputs that need no further try under `settings`: done or dropped."""
        with manifest.reading(self.path, self.wait) as database:
            latest = manifest.latest(database, settings)
        return frozenset(key for key, one in latest.items() if one.outcome in _SETTLED)

    def view(self, as_of: datetime.datetime | None = None) -> View:
        """What the ledger says now, or what it said at the moment `as_of`."""
        with manifest.reading(self.path, self.wait) as database:
            database.execute("BEGIN")
            live = manifest.live_files(database)
            last_seq = manifest.next_seq(database) - 1
        return View(self.path, last_seq, as_of, Relations.over(self.path, live, as_of))

    def correct(
        self, fact_id: str, replacement: Fact | None, by: str, reason: str, at: datetime.datetime
    ) -> Fact | None:
        """Closes a fact and puts another (or none) in its place, for a reason that is kept.

        Gives the new fact as stored: known from `at` on, with an id of its own. Views as of a
        moment before `at` show the old one. `LedgerError` if the fact is not held.
        """
        with self._explained(), manifest.writing(self.path, self.wait) as database:
            with self.view() as view:
                old = view.fact(fact_id)
            if old is None:
                raise LedgerError(f"{fact_id} is no fact that is held; nothing was changed")
            new = replacement and _replacing(old, replacement, at)
            review = Review(
                fact=old.id, replacement=new.id if new else "", by=by, at=at, reason=reason
            )
            self._decide(database, review, [old], new)
            return new

    def split(self, mention_id: str, by: str, reason: str, at: datetime.datetime) -> Fact:
        """Tells an event mention apart from all others of its event, for a reason that is kept.

        From `at` on it has an event of its own, and no program joins the two again. Gives the new
        ``not_same_event`` fact. `LedgerError` if nothing else tells the event.
        """
        with self._explained(), manifest.writing(self.path, self.wait) as database:
            with self.view() as view:
                event = view.event(mention_id)
                held = view.facts(mention_id, SAME_EVENT)
            others = sorted(set(event.mention_ids) - {mention_id}) if event else []
            if event is None or len(others) == len(event.mention_ids):
                raise LedgerError(f"{mention_id} is no event mention; nothing was changed")
            if not others:
                raise LedgerError(f"{mention_id} alone tells {event.id}; nothing was changed")
            new = not_same_event(mention_id, others, at)
            closed = held[-1].id if held else ""
            review = Review(fact=closed, replacement=new.id, by=by, at=at, reason=reason)
            self._decide(database, review, held, new)
            return new

    def compact(self) -> int:
        """Merges small files into one for each table and gives the number of files that went.

        What was merged stays on the disk until the next call, for readers with older views; then
        it is removed, as is what a killed writer left behind.
        """
        with self._explained(), manifest.writing(self.path, self.wait) as database:
            return compact(self.path, database, self.write)

    def _decide(
        self, database: sqlite3.Connection, review: Review, old: Sequence[Fact], new: Fact | None
    ) -> None:
        """Closes the `old` facts and adds the new one, inside the writer's transaction."""
        for fact in old:
            if review.at <= fact.known_from:
                raise LedgerError(f"{fact.id} is held since {fact.known_from}; close it after that")
        seq = manifest.next_seq(database)
        origin = Origin(seq, review.at, "")
        rows = fact_rows([replace(fact, known_to=review.at) for fact in old], origin, seq)
        rows += fact_rows([new] if new else [], origin, seq)
        record = PartRecord(
            seq=seq,
            id=f"{seq:08d}-{content_id('review', review.fact, review.replacement)}",
            at=review.at,
            kind="review",
            settings="",
            facts=len(rows),
        )
        manifest.add_part(database, record, self._store(record.id, {"facts": rows}))
        manifest.add_review(database, seq, review)

    def _store(self, part_id: str, rows: Mapping[str, Sequence[Row]]) -> list[File]:
        """Writes rows to the files of a part; where one cannot be written, none is left."""
        files: list[File] = []
        try:
            for name, found in rows.items():
                if found:
                    path = f"parts/{name}/{part_id}.parquet"
                    schema = TABLES[name].schema
                    self.write(self.path / path, schema, [pa.Table.from_pylist(found, schema)])
                    size = (self.path / path).stat().st_size
                    files.append(File(path, name, len(found), size, TABLES[name].columns))
        except BaseException:
            for file in files:
                (self.path / file.path).unlink(missing_ok=True)
            raise
        return files

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.OperationalError) as error:
            raise LedgerError(
                f"{self.path} cannot be written: {error}. What it had before is untouched; "
                "make room or access and run the same again"
            ) from error


def _new_outcomes(part: Part, latest: Mapping[str, InputOutcome]) -> dict[str, InputOutcome]:
    """The outcomes of inputs that are not settled yet, or failed in a new way, by key."""
    new: dict[str, InputOutcome] = {}
    for one in part.outcomes:
        before = latest.get(one.key)
        if before is None or (before.outcome not in _SETTLED and before != one):
            new.setdefault(one.key, one)
    return new


def _new_documents(part: Part, new: Mapping[str, InputOutcome]) -> dict[str, tuple[str, Coded]]:
    """The documents of new inputs with the keys of these, by document id."""
    done = [one for one in part.outcomes if one.outcome == Result.DONE]
    documents: dict[str, tuple[str, Coded]] = {}
    for one, coded in zip(done, part.coded, strict=True):
        if new.get(one.key) is one:
            documents.setdefault(coded.document.id, (one.key, coded))
    return documents


def _rows(
    documents: Mapping[str, tuple[str, Coded]], facts: Sequence[Fact], origin: Origin
) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for key, coded in documents.values():
        for name, found in rows_of(coded, key, origin).items():
            rows[name] += found
    rows["facts"] += fact_rows(facts, origin)
    return rows


def _replacing(old: Fact, new: Fact, at: datetime.datetime) -> Fact:
    """`new` as known from `at` on; its id differs from that of every earlier belief of the kind."""
    key = content_id("fact", old.id, manifest.moment(at), new.subject, new.predicate, new.object)
    return replace(new, id=key, known_from=at, known_to=None)
