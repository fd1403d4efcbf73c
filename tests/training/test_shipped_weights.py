"""The shipped weights on the part of the corpus that they have never seen."""

import pytest

from dragoman.engine import find_weights, open_network
from dragoman.evaluate import score
from dragoman.marked import sound_sentences
from training.evaluate_command import BLIND, COUNTED, lines
from training.network_events import Read, mention_ratio, read_sentences, verdicts


@pytest.fixture(scope="module")
def reads() -> list[Read]:
    network = open_network(find_weights(), threads=2)
    return read_sentences(network, sound_sentences([BLIND]))


def test_the_blind_part_is_read_as_well_as_it_was(reads: list[Read]) -> None:
    found = score([read.case(COUNTED) for read in reads])
    assert found.triggers.f1 >= 0.74
    assert (found.statuses.value or 0) >= 0.92
    assert found.actors.plus(found.recipients).f1 >= 0.88
    assert mention_ratio(reads).f1 >= 0.74


def test_a_higher_threshold_leaves_fewer_events(reads: list[Read]) -> None:
    counts = [score([read.case(least) for read in reads]).triggers.found for least in (0.3, 0.6)]
    assert counts[0] > counts[1] > 0
    assert len(verdicts(reads)) >= counts[0]


def test_every_head_of_the_weights_has_a_line(reads: list[Read]) -> None:
    classes = reads[0].scores.network.classes
    text = "\n".join(lines(reads))
    for head, name in {"context": "contexts", "claim": "speakers", "content": "contents"}.items():
        assert (head in classes) == (f"\n{name}" in text)
    assert "expected calibration error" in text
