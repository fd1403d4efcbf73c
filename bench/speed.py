"""``python -m bench speed``: articles, sentences and characters a second, memory, start-up."""

import argparse
import json
import multiprocessing
import random
import re
import resource
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from bench.tables import characters_a_second, loaded
from dragoman.codebook import load_plover
from dragoman.coding import RulesCoder, load_lexicon
from dragoman.flow.run import code, code_into
from dragoman.flow.settings import Settings
from dragoman.ledger import Ledger
from dragoman.model import Done, Reading
from dragoman.read.mentions import MentionFinder
from dragoman.read.times import find_times
from dragoman.resolve import load_knowledge_base

REPORTS = Path(__file__).parents[1] / "examples" / "reports"
SUFFIXES = {".html", ".htm", ".txt", ".gz"}
SYLLABLES = ("ba", "kel", "dor", "mi", "san", "tu", "ver", "lo", "rin", "gha", "zo", "pel")
STARTS = 5
YEARS = 5
"""How far each round of copies lies back: the sample spans nearly five."""
YEAR = re.compile(rb"\b20\d\d\b")


class Figure(NamedTuple):
    """A line of the table."""

    what: str
    value: float
    unit: str


class Run(NamedTuple):
    """A folder coded into a ledger. Memory is the largest of one process, in MB."""

    articles: int
    events: int
    seconds: float
    memory: float
    stages: dict[str, float]


def main(arguments: Sequence[str]) -> int:
    """Measures and prints a table, then the same as JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench speed", description=__doc__)
    parser.add_argument("--pages", type=Path, metavar="DIR", help="default: the sample, repeated")
    parser.add_argument("--count", type=int, default=300, help="how many pages the sample makes")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        pages = options.pages or repeat(REPORTS, Path(folder) / "pages", options.count)
        figures = [*_coding(pages, Path(folder)), *_rooms(pages), *_tables(), *_starts()]
    for figure in figures:
        print(f"{figure.what:<44} {figure.value:>12,.1f} {figure.unit}")
    print(json.dumps([figure._asdict() for figure in figures]))
    return 0


def repeat(reports: Path, folder: Path, count: int) -> Path:
    """`count` pages made of those in `reports`, each with other words in every paragraph.

    Without them a cache by content would make the copies cheap. Every round of copies is set some
    years earlier, or each event would be told by as many reports as there are rounds.
    """
    folder.mkdir(parents=True)
    originals = [path for path in sorted(reports.iterdir()) if path.suffix in SUFFIXES]
    for number in range(count):
        path = originals[number % len(originals)]
        content = _set_back(path.read_bytes(), number // len(originals))
        words = random.Random(number)  # noqa: S311
        mark = b"</p>" if path.suffix == ".html" else b"\n\n"
        parts = content.split(mark)
        fresh = [part + f" {_sentence(words)}".encode() for part in parts[:-1]]
        target = folder / f"{number:05d}-{path.name}"
        target.write_bytes(mark.join([*fresh, parts[-1]]))
    return folder


def _set_back(content: bytes, rounds: int) -> bytes:
    def earlier(match: re.Match[bytes]) -> bytes:
        return str(int(match.group()) - YEARS * rounds).encode()

    return YEAR.sub(earlier, content)


def _sentence(words: random.Random) -> str:
    names = ["".join(words.choices(SYLLABLES, k=3)).capitalize() for _ in range(2)]
    return f"Residents of {names[0]} met deputies from {names[1]} on {words.randint(1, 28)} March."


def _coding(pages: Path, folder: Path) -> list[Figure]:
    figures = []
    for workers in (1, 2):
        run = _alone(pages, folder / f"ledger-{workers}", workers)
        name = f"{run.articles} pages to ledger, {workers} worker{'s' * (workers > 1)}"
        figures.append(Figure(name, run.articles / run.seconds, "articles/s"))
        figures.append(Figure(f"memory of one process, {workers} at work", run.memory, "MB"))
        if workers == 1:
            rest = run.seconds - sum(run.stages.values())
            parts = {**run.stages, "tables, acquire, merge, ledger": rest}
            figures += [
                Figure(f"of that {part}", 1000 * seconds / run.articles, "ms/article")
                for part, seconds in parts.items()
            ]
    return figures


def _alone(pages: Path, ledger: Path, workers: int) -> Run:
    """The run in a fresh process, so that nothing is warm and its memory is its own."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=fresh) as pool:
        return pool.submit(_run, pages, ledger, workers).result()


def _run(pages: Path, ledger: Path, workers: int) -> Run:
    began = time.perf_counter()
    settings = Settings(workers=workers, batch=16)
    summary = code_into(Ledger.open(ledger, create=True), [str(pages)], settings)
    seconds = time.perf_counter() - began
    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    kilobytes = max(one.ru_maxrss for one in usage) / (1024 if sys.platform == "darwin" else 1)
    articles = summary.coded + summary.dropped + summary.failed
    return Run(articles, summary.events, seconds, kilobytes / 1000, summary.timings.seconds)


def _rooms(pages: Path) -> list[Figure]:
    """The rooms on their own, over readings that are there already, in this process."""
    readings = [
        one.value.reading for one in code([str(pages)], Settings()) if isinstance(one, Done)
    ]
    coder = RulesCoder(load_plover(), load_lexicon())
    finder = MentionFinder(load_knowledge_base().names())
    sentences = sum(len(reading.sentences) for reading in readings)
    characters = sum(len(reading.document.text) for reading in readings)

    def find_mentions(reading: Reading) -> object:
        return finder.find(reading.document, reading.sentences)

    def find_all_times(reading: Reading) -> object:
        return find_times(reading.document, reading.sentences)

    return [
        Figure("rules coder", sentences / _seconds(coder.code, readings), "sentences/s"),
        Figure("mentions", characters / _seconds(find_mentions, readings), "characters/s"),
        Figure("times", characters / _seconds(find_all_times, readings), "characters/s"),
        Figure("actors and places", characters_a_second(readings), "characters/CPU s"),
    ]


def _tables() -> list[Figure]:
    tables = loaded()
    return [
        Figure("tables of actors and places: to load", 1000 * tables.seconds, "ms"),
        Figure("tables of actors and places: memory", tables.memory, "MB"),
    ]


def _seconds(work: Callable[[Reading], object], readings: Sequence[Reading]) -> float:
    work(readings[0])  # tables are loaded on first use
    began = time.perf_counter()
    for reading in readings:
        work(reading)
    return time.perf_counter() - began


def _starts() -> list[Figure]:
    scripts = sysconfig.get_path("scripts")
    program = shutil.which("dragoman", path=scripts) or "dragoman"
    return [
        Figure("start: dragoman --help", _start([program, "--help"]), "ms"),
        Figure("start: import dragoman", _start([sys.executable, "-c", "import dragoman"]), "ms"),
        Figure("start: python alone", _start([sys.executable, "-c", ""]), "ms"),
    ]


def _start(command: Sequence[str]) -> float:
    """The shortest of several starts, in milliseconds."""
    times = []
    for _ in range(STARTS):
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    return 1000 * min(times)
