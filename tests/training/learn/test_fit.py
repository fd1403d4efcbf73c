from pathlib import Path

import pytest

pytest.importorskip("torch", reason="learning needs what requirements/train.txt names")
pytest.importorskip("transformers")

import numpy as np
import torch

from dragoman.engine.heads import Heads as NumpyHeads
from tests.training.sentences import corpus_sentences
from training.errors import BaseModelError
from training.learn.batches import batches, padded
from training.learn.checkpoints import load_checkpoint
from training.learn.examples import PairExample
from training.learn.network import Heads
from training.learn_command import part_of

WIDTH, ROWS = 12, 5


def test_the_product_computes_the_same_heads() -> None:
    torch.manual_seed(3)
    learnt = Heads(WIDTH, {"status": 4}, roles=3, types=6, modes=7).eval()
    arrays = {name: value.detach().numpy() for name, value in learnt.state_dict().items()}
    plain = NumpyHeads(arrays)
    one, two, three = (torch.randn(ROWS, WIDTH) for _ in range(3))
    given = [state.numpy() for state in (one, two, three)]
    with torch.no_grad():
        pairs = [
            (learnt.token("status", one), plain.token("status", given[0])),
            (learnt.role(one, two, three), plain.role(*given)),
            *zip(learnt.pair(one, two, three), plain.pair(*given), strict=True),
        ]
    for expected, found in pairs:
        assert np.abs(expected.numpy() - found).max() < 1e-4


def test_batches_hold_every_item_once() -> None:
    import random

    items = [PairExample(tuple(range(size)), 0, 0, 0) for size in range(1, 40)]
    found = list(batches(items, 4, random.Random(5)))
    assert sorted(len(item.ids) for batch in found for item in batch) == list(range(1, 40))
    assert all(len(batch) <= 4 for batch in found)


def test_rows_are_filled_up() -> None:
    assert padded([[1, 2], [3]], 9).tolist() == [[1, 2], [3, 9]]


def test_a_smaller_part_lies_within_a_larger() -> None:
    sentences = corpus_sentences("".join(f"Rain {n}.\n0 weather\n\n" for n in range(20)))
    quarter, half = (part_of(sentences, share, seed=4) for share in (0.25, 0.5))
    assert (len(quarter), len(half)) == (5, 10)
    assert set(quarter) <= set(half)
    assert len(part_of(sentences, 1.0, seed=4)) == 20


def test_a_file_that_is_no_checkpoint_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pt").write_bytes(b"nothing")
    with pytest.raises(BaseModelError, match="no checkpoint"):
        load_checkpoint(tmp_path / "a.pt")
