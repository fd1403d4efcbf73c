"""Processes that are killed, interrupted, short of room, or two at once."""

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.robustness.pages import SENTENCE
from tests.serve.conftest import Run, process

COMMAND = [sys.executable, "-c", "from dragoman.serve.cli.app import main; main()"]
PAGES = 60


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    for number in range(PAGES):
        text = f"Guards to leave post {number}\n\n{SENTENCE}\n\nPost {number} stays. {SENTENCE}\n"
        (folder / f"page-{number:02}.txt").write_text(text)
    return folder


@pytest.fixture(scope="module")
def clean(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], int]:
    ledger = tmp_path_factory.mktemp("clean") / "ledger"
    assert process("code", folder, "--ledger", ledger, "--workers", "2").returncode == 0
    return said(ledger)


def said(ledger: Path) -> tuple[list[str], int]:
    """The names of the inputs that are done and the number of events."""
    inputs = json.loads(process("ledger", "inputs", "--ledger", ledger, "--json").stdout)
    events = json.loads(process("events", "--ledger", ledger, "--json").stdout)
    return [one["name"] for one in inputs if one["outcome"] == "done"], len(events)


def started(folder: Path, ledger: Path) -> "subprocess.Popen[str]":
    words = ["code", str(folder), "--ledger", str(ledger), "--workers", "2"]
    return subprocess.Popen(
        [*COMMAND, *words],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=os.environ | {"NO_COLOR": "1"},
    )


def wait_until(true: Callable[[], bool], seconds: float = 40) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def stored(ledger: Path) -> int:
    """How many inputs the manifest has, before and after it is made."""
    try:
        with sqlite3.connect(f"{(ledger / 'manifest.sqlite').as_uri()}?mode=ro", uri=True) as found:
            return int(found.execute("SELECT count(*) FROM inputs").fetchone()[0])
    except sqlite3.Error:
        return 0


def workers(child: "subprocess.Popen[str]") -> set[int]:
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,pgid=,stat="], capture_output=True, text=True, check=True
    )
    rows = (line.split() for line in listed.stdout.splitlines())
    return {int(pid) for pid, group, state in rows if int(group) == child.pid and state[0] != "Z"}


def test_a_killed_run_goes_on_where_it_stopped(
    folder: Path, clean: tuple[list[str], int], tmp_path: Path
) -> None:
    ledger = tmp_path / "ledger"
    child = started(folder, ledger)
    wait_until(lambda: stored(ledger) > 0)
    child.kill()
    child.communicate(timeout=20)
    wait_until(lambda: not workers(child), 10)
    before = stored(ledger)
    assert 0 < before < PAGES
    again = process("code", folder, "--ledger", ledger, "--workers", "2")
    assert again.returncode == 0
    assert f"passed over {before} inputs" in again.stderr
    assert said(ledger) == clean


def test_an_interrupted_run_ends_with_130_and_can_go_on(
    folder: Path, clean: tuple[list[str], int], tmp_path: Path
) -> None:
    ledger = tmp_path / "ledger"
    child = started(folder, ledger)
    wait_until(lambda: len(workers(child)) > 1)
    os.killpg(child.pid, signal.SIGINT)
    _, errors = child.communicate(timeout=20)
    assert child.returncode == 130
    assert "run the same again to go on" in errors
    assert "Traceback" not in errors
    assert process("code", folder, "--ledger", ledger, "--workers", "2").returncode == 0
    assert said(ledger) == clean


def test_two_writers_at_once_double_nothing(
    folder: Path, clean: tuple[list[str], int], tmp_path: Path
) -> None:
    ledger = tmp_path / "ledger"
    children = [started(folder, ledger) for _ in range(2)]
    for child in children:
        _, errors = child.communicate(timeout=90)
        assert child.returncode == 0, errors
    assert said(ledger) == clean


def test_a_full_disk_is_told_and_what_was_there_stays(
    dragoman: Run, folder: Path, tmp_path: Path
) -> None:
    ledger = tmp_path / "ledger"
    first, more = folder / "page-00.txt", folder / "page-01.txt"
    assert dragoman("code", first, "--ledger", ledger, "--workers", "1").exit_code == 0
    files = {path: path.stat().st_size for path in (ledger / "parts").rglob("*.parquet")}
    words = ["code", str(more), "--ledger", str(ledger), "--workers", "1"]
    done = subprocess.run(
        [*COMMAND, *words],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)),
    )
    assert done.returncode == 1
    assert "make room" in done.stderr
    assert "Traceback" not in done.stderr
    assert {path: path.stat().st_size for path in (ledger / "parts").rglob("*.parquet")} == files
    assert dragoman("code", more, "--ledger", ledger, "--workers", "1").exit_code == 0
    assert stored(ledger) == 2


def test_a_ledger_that_is_a_file(dragoman: Run, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    path.write_text("notes")
    for words in (("code", folder, "--workers", "1"), ("events",)):
        result = dragoman(*words, "--ledger", path)
        assert result.exit_code == 1
        assert str(path) in result.stderr
    assert path.read_text() == "notes"


@pytest.fixture
def small(dragoman: Run, folder: Path, tmp_path: Path) -> Path:
    ledger = tmp_path / "ledger"
    words = ("code", folder / "page-00.txt", "--ledger", ledger, "--workers", "1")
    assert dragoman(*words).exit_code == 0
    return ledger


def test_a_ledger_of_a_newer_schema_is_left_alone(dragoman: Run, folder: Path, small: Path) -> None:
    with sqlite3.connect(small / "manifest.sqlite") as database:
        database.execute("UPDATE meta SET value = '9999' WHERE name = 'schema'")
    for words in (("code", folder), ("events",), ("ledger", "compact")):
        result = dragoman(*words, "--ledger", small)
        assert result.exit_code == 1
        assert "upgrade dragoman" in result.stderr


@pytest.mark.parametrize("damage", [b"", b"junk" * 500])
def test_a_damaged_manifest_is_no_traceback(dragoman: Run, small: Path, damage: bytes) -> None:
    for path in small.glob("manifest.sqlite*"):
        path.write_bytes(damage)
    result = dragoman("events", "--ledger", small)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert "manifest" in result.stderr


@pytest.mark.parametrize("damage", ["removed", "cut"])
def test_a_damaged_part_is_no_traceback(dragoman: Run, small: Path, damage: str) -> None:
    for path in (small / "parts").rglob("*.parquet"):
        if damage == "removed":
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[:-100])
    result = dragoman("events", "--ledger", small)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)


def test_a_folder_that_may_not_be_written(small: Path, folder: Path) -> None:
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("the superuser writes everywhere, and cannot become somebody else here")
    for path in (small, *small.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        words = ["code", str(folder / "page-01.txt"), "--ledger", str(small), "--workers", "1"]
        bounded = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
        done = subprocess.run(
            [*bounded, *COMMAND, *words], capture_output=True, text=True, check=False
        )
    finally:
        for path in (small, *small.rglob("*")):
            path.chmod(0o755)
    assert done.returncode == 1, done.stderr
    assert str(small) in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--workers", "0"), "--workers"),
        (("--workers", "100000"), "--workers"),
        (("--max-size", "inf"), "--max-size"),
        (("--max-size", "nan"), "--max-size"),
        (("--date", "2024-02-30"), "--date"),
        (("--date", "\x1b[2J"), "--date"),
        (("--field", "title=" + ""), "--field"),
    ],
)
def test_wrong_options_are_usage_errors(
    dragoman: Run, folder: Path, tmp_path: Path, words: tuple[str, str], told: str
) -> None:
    result = dragoman("code", folder, "--ledger", tmp_path / "ledger", *words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert "\x1b" not in result.stderr
    assert not (tmp_path / "ledger").exists()


@pytest.mark.parametrize("words", [("--until", "9999"), ("--since", "0000"), ("--as-of", "25:00")])
def test_wrong_days_are_usage_errors(dragoman: Run, small: Path, words: tuple[str, str]) -> None:
    result = dragoman("events", "--ledger", small, *words)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    "moment", ["9999-12-31T23:59-12:00", "0001-01-01T00:00+12:00", "9999-12-31"]
)
def test_moments_at_the_edges(dragoman: Run, small: Path, moment: str) -> None:
    result = dragoman("events", "--ledger", small, "--as-of", moment)
    assert isinstance(result.exception, SystemExit | None)
    assert result.exit_code in (0, 2)
