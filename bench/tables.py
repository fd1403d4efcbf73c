"""What the tables of actors and places cost: to load, to keep, and to look a report's names up."""

import multiprocessing
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from dragoman.model import Reading
from dragoman.read.mentions import MentionFinder
from dragoman.resolve import load_knowledge_base, resolve_mention
from dragoman.resolve.places import find_places, open_gazetteer

FIRST = "Police in Paris, Texas, met Ukrainian officials."


class Tables(NamedTuple):
    """What loading took, in seconds, and what it added to the process, in MB."""

    seconds: float
    memory: float


def loaded() -> Tables:
    """The tables loaded in a fresh process, the gazetteer from its compiled file."""
    open_gazetteer()  # compiled now where it was not yet
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=fresh) as pool:
        return pool.submit(_load).result()


def _load() -> Tables:
    before, began = _resident(), time.perf_counter()
    MentionFinder(load_knowledge_base().names())
    find_places(FIRST, open_gazetteer())
    return Tables(time.perf_counter() - began, _resident() - before)


def _resident() -> float:
    """Memory that the process holds now, in MB; nothing where the system does not say."""
    if not sys.platform.startswith("linux"):
        return float("nan")
    line = next(
        one
        for one in Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        if one.startswith("VmRSS")
    )
    return int(line.split()[1]) / 1000


def characters_a_second(readings: Sequence[Reading]) -> float:
    """Characters a CPU second: actors found and resolved, and places, in each report."""
    knowledge, gazetteer = load_knowledge_base(), open_gazetteer()
    finder = MentionFinder(knowledge.names())
    find_places(FIRST, gazetteer)
    began = time.process_time()
    for reading in readings:
        day = reading.document.published.latest
        for mention in finder.find(reading.document, reading.sentences):
            resolve_mention(knowledge, mention, day)
        find_places(reading.document.text, gazetteer)
    seconds = time.process_time() - began
    return sum(len(reading.document.text) for reading in readings) / seconds
