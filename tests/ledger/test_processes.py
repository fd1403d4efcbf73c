"""Killed writers, two writers, readers beside a writer."""

import multiprocessing
import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger, manifest
from tests.ledger import writer
from tests.ledger.build import part

KILLS = 30
ENDLESS = 10**6

context = multiprocessing.get_context("forkserver")
context.set_forkserver_preload(["tests.ledger.writer"])


def start(
    path: Path, first: int, last: int, write: Callable[..., None] = writer.write
) -> tuple[multiprocessing.process.BaseProcess, Connection]:
    """A writer that has opened the ledger, and the end to hear its acknowledgements at."""
    hear, tell = context.Pipe(duplex=False)
    process = context.Process(target=write, args=(path, tell, first, last), daemon=True)
    process.start()
    tell.close()
    assert hear.recv() == "ready"
    return process, hear


def heard(hear: Connection) -> list[int]:
    """Everything that the writer acknowledged before its end."""
    numbers = []
    while True:
        try:
            numbers.append(hear.recv())
        except EOFError:
            return numbers


def check(ledger: Ledger, acknowledged: set[int]) -> None:
    """Whether what was acknowledged is there once, and nothing by halves."""
    with ledger.view() as view:
        names = [one.name for one in view.documents()]
        assert len(names) == len(set(names))
        assert {f"report {number}" for number in acknowledged} <= set(names)
        counts = view.counts()
        assert counts.documents == counts.done
        assert counts.reports == counts.events == writer.EVENTS * counts.documents
        stored = view.query("SELECT count(*) AS n FROM all_event_mentions").to_pylist()
        assert stored == [{"n": counts.reports}]


@pytest.mark.parametrize("write", [writer.write, writer.write_and_compact])
def test_a_killed_writer_loses_and_doubles_nothing(
    tmp_path: Path, write: Callable[..., None]
) -> None:
    path = tmp_path / "ledger"
    chance = random.Random(20240509)
    acknowledged: set[int] = set()
    for number in range(KILLS):
        process, hear = start(path, len(acknowledged), ENDLESS, write)
        if number % 2:
            acknowledged.add(hear.recv())
        time.sleep(chance.uniform(0.0, 0.1))
        process.kill()
        process.join()
        acknowledged.update(heard(hear))
    ledger = Ledger.open(path)
    assert len(acknowledged) >= KILLS // 2
    check(ledger, acknowledged)
    ledger.compact()
    ledger.compact()
    check(ledger, acknowledged)
    with manifest.reading(path) as database:
        named = {row[0] for row in database.execute("SELECT path FROM files")}
    on_disk = {found.relative_to(path).as_posix() for found in (path / "parts").glob("*/*")}
    assert on_disk == named


def test_every_file_of_a_killed_writer_is_whole(tmp_path: Path) -> None:
    chance = random.Random(7)
    for _ in range(5):
        process, _hear = start(tmp_path / "ledger", 0, ENDLESS)
        time.sleep(chance.uniform(0.0, 0.1))
        process.kill()
        process.join()
    for path in (tmp_path / "ledger" / "parts").glob("*/*.parquet"):
        assert pq.read_metadata(path).num_rows > 0


def test_a_reader_beside_a_writer_sees_whole_parts(tmp_path: Path) -> None:
    process, hear = start(tmp_path / "ledger", 0, 30)
    ledger = Ledger.open(tmp_path / "ledger")
    seen = []
    while process.is_alive() or not seen:
        with ledger.view() as view:
            counts = view.counts()
        assert counts.reports == writer.EVENTS * counts.documents
        assert counts.done == counts.documents
        seen.append(counts.documents)
    assert heard(hear) == list(range(30))
    assert seen == sorted(seen)
    check(ledger, set(range(30)))


def test_two_writers_take_turns(tmp_path: Path) -> None:
    both = [start(tmp_path / "ledger", 0, 20), start(tmp_path / "ledger", 10, 30)]
    for process, hear in both:
        assert len(heard(hear)) == 20
        process.join()
        assert process.exitcode == 0
    check(Ledger.open(tmp_path / "ledger"), set(range(30)))


def test_a_second_writer_that_waited_says_who_is_first(tmp_path: Path) -> None:
    process, _hear = start(tmp_path / "ledger", 0, 1)
    process.join()
    first = Ledger.open(tmp_path / "ledger")
    second = Ledger.open(tmp_path / "ledger", wait=0.05)
    with manifest.writing(first.path, 1.0):
        with pytest.raises(LedgerError, match=r"in use by another writer \(pid \d+\)"):
            second.append(part(writer.report(5)))
        with second.view() as view:
            assert view.counts().documents == 1
    assert second.append(part(writer.report(5))) == ("key report 5",)


def test_threads_share_a_view(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "ledger", create=True)
    for number in range(3):
        ledger.append(part(writer.report(number)))
    with ledger.view() as view, ThreadPoolExecutor(4) as pool:
        answers = [pool.submit(view.events) for _ in range(8)]
        known = [pool.submit(view.known_events, part(writer.report(9)).coded[0].events)] * 4
        assert {len(answer.result()) for answer in answers} == {6}
        assert {len(answer.result()) for answer in known} == {6}


def test_two_processes_may_create_a_ledger_at_once(tmp_path: Path) -> None:
    for number in range(5):
        with ThreadPoolExecutor(4) as pool:
            opened = [
                pool.submit(Ledger.open, tmp_path / str(number), create=True) for _ in range(4)
            ]
            assert {ledger.result().path for ledger in opened} == {tmp_path / str(number)}
