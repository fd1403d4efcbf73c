"""Runs inputs through the pipeline, on one process or several, with or without a ledger."""

import datetime
import multiprocessing
import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from itertools import islice
from multiprocessing import connection
from typing import NamedTuple

from dragoman.acquire import acquire
from dragoman.flow.settings import Settings
from dragoman.flow.stages import Timings, drive
from dragoman.flow.wiring import pipeline_of
from dragoman.ledger import InputOutcome, Ledger, Part, Result
from dragoman.merge import group
from dragoman.model import Coded, Done, Dropped, Failed, Outcome, Page

NEAR = datetime.timedelta(days=7)
"""How far around a batch's days the ledger is searched for the same events."""


class Progress(NamedTuple):
    """Where a run stands. `name` is the input that came last."""

    done: int
    coded: int
    dropped: int
    failed: int
    events: int
    name: str


@dataclass(slots=True)
class Summary:
    """What a run did. `reasons` counts why inputs were dropped or failed; `known` were there."""

    coded: int = 0
    dropped: int = 0
    failed: int = 0
    known: int = 0
    events: int = 0
    seconds: float = 0.0
    reasons: Counter[str] = field(default_factory=Counter)
    timings: Timings = field(default_factory=Timings)

    def add(self, outcome: Outcome[Coded]) -> None:
        """Counts one outcome."""
        if isinstance(outcome, Done):
            self.coded += 1
            self.events += len(outcome.value.events)
        else:
            self.reasons[outcome.reason] += 1
            self.dropped += isinstance(outcome, Dropped)
            self.failed += isinstance(outcome, Failed)

    def progress(self, name: str) -> Progress:
        """The counts so far."""
        done = self.known + self.coded + self.dropped + self.failed
        return Progress(done, self.coded, self.dropped, self.failed, self.events, name)


class Item(NamedTuple):
    """An input on its way: `key` names its content and place, for resuming."""

    key: str
    name: str
    outcome: Outcome[Page]


class Batch(NamedTuple):
    """A batch of inputs coded: one outcome for each item, in order."""

    items: tuple[Item, ...]
    outcomes: tuple[Outcome[Coded], ...]
    timings: Timings


def code(words: Sequence[str], settings: Settings) -> Iterator[Outcome[Coded]]:
    """Every input that `words` name, coded, in their order; no ledger is touched.

    Raises:
        InputError: a word names nothing.
    """
    for batch in code_batches(_items(words, settings), settings):
        yield from batch.outcomes


def code_into(
    ledger: Ledger,
    words: Sequence[str],
    settings: Settings,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Summary:
    """Codes inputs into `ledger`, batch by batch; what it has under these settings is passed over.

    A batch that was appended is there for good: a run that is broken off goes on behind it.
    """
    began = time.perf_counter()
    summary = Summary()
    digest = settings.digest()
    known = ledger.done(digest)

    def fresh() -> Iterator[Item]:
        for item in _items(words, settings):
            if item.key in known:
                summary.known += 1
            else:
                yield item

    for batch in code_batches(fresh(), settings):
        _append(ledger, batch, digest)
        for outcome in batch.outcomes:
            summary.add(outcome)
        summary.timings = summary.timings.plus(batch.timings)
        progress(summary.progress(batch.items[-1].name))
    summary.seconds = time.perf_counter() - began
    return summary


def code_batches(items: Iterable[Item], settings: Settings) -> Iterator[Batch]:
    """Codes batches in order, on `settings.workers` processes."""
    batches = _batched(items, settings.batch)
    if settings.workers <= 1:
        for batch in batches:
            yield code_batch(batch, settings)
        return
    yield from _in_processes(batches, settings)


def code_batch(items: tuple[Item, ...], settings: Settings) -> Batch:
    """One batch through all stages; what acquire dropped or failed stays so."""
    pages = [item for item in items if isinstance(item.outcome, Done)]
    values = [item.outcome.value for item in pages if isinstance(item.outcome, Done)]
    coded, timings = drive(pipeline_of(settings).stages, [item.name for item in pages], values)
    results = iter(coded)
    outcomes = tuple(
        _with_page(next(results), item.outcome.value)
        if isinstance(item.outcome, Done)
        else item.outcome
        for item in items
    )
    return Batch(items, outcomes, timings)


def _with_page(outcome: Outcome[Coded], page: Page) -> Outcome[Coded]:
    """The outcome with what the page was received as; the stages carry only what they read."""
    if isinstance(outcome, Done):
        return Done(replace(outcome.value, snapshot=page.snapshot, given=page.given))
    return outcome


def _in_processes(batches: Iterator[tuple[Item, ...]], settings: Settings) -> Iterator[Batch]:
    """Keeps twice as many batches in flight as there are processes, and yields them in order.

    A batch whose process died is coded again here, alone, so that one report that kills its
    process is found and the others are not lost.
    """
    pool = _pool(settings.workers)
    flying = [
        (batch, pool.submit(code_batch, batch, settings))
        for batch in islice(batches, 2 * settings.workers)
    ]
    try:
        while flying:
            batch, future = flying.pop(0)
            try:
                yield future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                yield _one_by_one(batch, settings)
                pool = _pool(settings.workers)
                flying = [(later, pool.submit(code_batch, later, settings)) for later, _ in flying]
            flying += [
                (later, pool.submit(code_batch, later, settings)) for later in islice(batches, 1)
            ]
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, initializer=_end_with_parent)


def _end_with_parent() -> None:
    """Ends this process when the one that it works for is killed; else it would wait for ever.

    An interruption, which reaches both, ends it without a word: the parent tells the user.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_outlive, args=(parent.sentinel,), daemon=True).start()


def _outlive(parent: int) -> None:
    connection.wait([parent])
    os._exit(1)


def _one_by_one(batch: tuple[Item, ...], settings: Settings) -> Batch:
    """Each item of `batch` in a process of its own; the one that kills it has failed."""
    outcomes: list[Outcome[Coded]] = []
    timings = Timings()
    for item in batch:
        with _pool(1) as pool:
            try:
                single = pool.submit(code_batch, (item,), settings).result()
            except BrokenProcessPool:
                outcomes.append(Failed(item.name, "process-died"))
            else:
                outcomes += single.outcomes
                timings = timings.plus(single.timings)
    return Batch(batch, tuple(outcomes), timings)


def _batched(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    iterator = iter(items)
    while batch := tuple(islice(iterator, size)):
        yield batch


def _items(words: Sequence[str], settings: Settings) -> Iterator[Item]:
    for outcome in acquire(words, settings.acquire):
        if isinstance(outcome, Done):
            page = outcome.value
            key = f"{page.snapshot.id}:{page.document_id}"
            yield Item(key, page.snapshot.name, outcome)
        else:
            yield Item(f"{outcome.name}:{outcome.reason}", outcome.name, outcome)


def _append(ledger: Ledger, batch: Batch, settings: str) -> None:
    coded = tuple(outcome.value for outcome in batch.outcomes if isinstance(outcome, Done))
    events = [event for document in coded for event in document.events]
    at = datetime.datetime.now(datetime.UTC)
    with ledger.view() as view:
        known = view.known_events(events, around=NEAR)
    facts = group(events, known, at)
    ledger.append(
        Part(
            coded=coded,
            outcomes=tuple(
                _input_outcome(item, outcome)
                for item, outcome in zip(batch.items, batch.outcomes, strict=True)
            ),
            settings=settings,
            facts=facts,
        )
    )


def _input_outcome(item: Item, outcome: Outcome[Coded]) -> InputOutcome:
    if isinstance(outcome, Done):
        return InputOutcome(key=item.key, name=item.name, outcome=Result.DONE)
    kind = Result.DROPPED if isinstance(outcome, Dropped) else Result.FAILED
    return InputOutcome(
        key=item.key, name=item.name, outcome=kind, reason=outcome.reason, detail=outcome.detail
    )
