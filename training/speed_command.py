"""``python -m training speed``: how fast the network reads sentences on this machine."""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.coding.reader.decoding import SentenceScores
from dragoman.engine import Encoded, Network, find_weights, open_network
from dragoman.errors import DragomanError
from dragoman.marked import sound_sentences
from training.corpus_files import CORPUS, written_path

BLIND = CORPUS / "blind"
WARMING = 20
"""Sentences read before the clock starts."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds: of every sentence read alone, of all read in one go, and of processors for that."""

    single: tuple[float, ...]
    together: float
    busy: float

    @property
    def median(self) -> float:
        """The middle latency in seconds."""
        return statistics.median(self.single)

    @property
    def p95(self) -> float:
        """The latency in seconds that 95 % of the sentences stay below or reach."""
        ordered = sorted(self.single)
        return ordered[max(0, -(-95 * len(ordered) // 100) - 1)]

    @property
    def rate(self) -> float:
        """Sentences a second where all are given at once."""
        return len(self.single) / self.together


def main(arguments: Sequence[str]) -> int:
    """Prints the figures; 1 where files or weights cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m training speed", description=__doc__)
    parser.add_argument("files", type=Path, nargs="*", help="default: the blind part")
    parser.add_argument("--weights", type=Path, help="their folder; default: the shipped ones")
    parser.add_argument("--threads", type=int, default=2, help="sentences read at the same time")
    options = parser.parse_args(arguments)
    try:
        texts = [one.text for one in sound_sentences(options.files or [BLIND], written_path)]
        network = open_network(find_weights(options.weights), options.threads)
    except DragomanError as error:
        print(error, file=sys.stderr)
        return 1
    weights = network.weights
    print(f"{weights.name} {weights.version} ({weights.digest[:12]}), {len(texts)} sentences")
    before = os.getloadavg()[0]
    for line in lines(measure(network, texts), options.threads):
        print(line)
    print(f"load of the last minute before: {before:.2f} on {os.cpu_count()} cores")
    return 0


def measure(network: Network, texts: Sequence[str]) -> Speed:
    """Every sentence alone, then all at once; each from its text to triggers and mentions."""
    _work(network, texts[:WARMING])
    single = []
    for text in texts:
        began = time.perf_counter()
        _work(network, [text])
        single.append(time.perf_counter() - began)
    began, busy = time.perf_counter(), time.process_time()
    _work(network, texts)
    together = time.perf_counter() - began
    return Speed(tuple(single), together, time.process_time() - busy)


def lines(speed: Speed, threads: int) -> Iterator[str]:
    """Latency and rate in words."""
    yield f"one sentence alone: median {_ms(speed.median)}, p95 {_ms(speed.p95)}"
    yield f"all at once: {speed.rate:.0f} sentences/s, {threads} at the same time, one a call"
    yield f"processor time of a sentence: {_ms(speed.busy / len(speed.single))}"


def _work(network: Network, texts: Sequence[str]) -> list[Encoded]:
    read = network.read(texts)
    for encoded in read:
        scores = SentenceScores(network, encoded)
        scores.triggers()
        scores.mentions()
    return read


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.1f} ms"
