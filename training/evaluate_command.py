"""``python -m training evaluate``: the network alone on marked sentences, head by head."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.engine import find_weights, open_network
from dragoman.errors import DragomanError
from dragoman.evaluate import Ratio, Scores, Share, score
from dragoman.marked import sound_sentences
from training.calibration import expected_error, reliability
from training.corpus_files import CORPUS, written_path
from training.network_events import Read, claim_ratio, mention_ratio, read_sentences, verdicts

BLIND = CORPUS / "blind"
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""From which probability on an event counts."""
COUNTED = 0.4
"""The one at which the other heads are measured."""


def main(arguments: Sequence[str]) -> int:
    """Prints the figures; 1 where files or weights cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m training evaluate", description=__doc__)
    parser.add_argument("files", type=Path, nargs="*", help="default: the blind part")
    parser.add_argument("--weights", type=Path, help="their folder; default: the shipped ones")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args(arguments)
    try:
        sentences = sound_sentences(options.files or [BLIND], written_path)
        network = open_network(find_weights(options.weights), options.threads)
    except DragomanError as error:
        print(error, file=sys.stderr)
        return 1
    weights = network.weights
    print(f"{weights.name} {weights.version} ({weights.digest[:12]}), {len(sentences)} sentences\n")
    for line in lines(read_sentences(network, sentences)):
        print(line)
    return 0


def lines(reads: Sequence[Read]) -> Iterator[str]:
    """All figures: by threshold, by head, by type, and how far the scores can be believed."""
    for threshold in THRESHOLDS:
        found = score([read.case(threshold) for read in reads])
        yield _ratio(f"trigger and type from {threshold:.0%}", found.triggers)
    found = score([read.case(COUNTED) for read in reads])
    yield f"\nof triggers from {COUNTED:.0%}"
    yield _share("status", found.statuses)
    yield _share("historical", found.historical)
    yield from (_ratio(name, ratio) for name, ratio in _heads(reads, found))
    yield f"\nby type, from {COUNTED:.0%}"
    yield from (_ratio(name, ratio) for name, ratio in found.types.items())
    bins = reliability(verdicts(reads))
    yield f"\nexpected calibration error of trigger and type {100 * expected_error(bins):.1f}"
    for one in bins:
        yield (
            f"  {one.low:4.0%} to {one.low + 0.1:4.0%}  {one.count:4}"
            f"  mean {one.mean:6.1%}  right {one.right:6.1%}"
        )


def _heads(reads: Sequence[Read], found: Scores) -> Iterator[tuple[str, Ratio]]:
    """The heads that the weights have."""
    yield "modes", found.modes
    yield "roles, mentions given", found.actors.plus(found.recipients)
    yield "whole events, mentions given", found.whole
    yield "mentions, exact", mention_ratio(reads)
    classes = reads[0].scores.network.classes if reads else {}
    if "context" in classes:
        yield "contexts", found.contexts
    if "claim" in classes:
        yield "speakers, exact", claim_ratio(reads, "speaker")
        yield "cues, exact", claim_ratio(reads, "cue")
    if "content" in classes:
        yield "contents, exact", claim_ratio(reads, "content")


def _ratio(name: str, ratio: Ratio) -> str:
    precision, recall = (_per_cent(one) for one in (ratio.precision, ratio.recall))
    return (
        f"{name:30} P {precision}  R {recall}  F1 {_per_cent(ratio.f1)}"
        f"  ({ratio.right} of {ratio.found} found, {ratio.expected} marked)"
    )


def _share(name: str, share: Share) -> str:
    return f"{name:30} {_per_cent(share.value)} % of {share.of}"


def _per_cent(share: float | None) -> str:
    return "    -" if share is None else f"{100 * share:5.1f}"
