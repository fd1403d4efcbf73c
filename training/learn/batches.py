"""Examples in batches of about the same length."""

import random
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

import torch
from torch import Tensor


class Sized(Protocol):
    """Anything with token ids."""

    @property
    def ids(self) -> tuple[int, ...]:
        """Token ids."""
        ...


Item = TypeVar("Item", bound=Sized)
_POOL = 50


def batches(items: Sequence[Item], size: int, chance: random.Random) -> Iterator[list[Item]]:
    """All items once, shuffled; a batch holds items of like length."""
    order = list(items)
    chance.shuffle(order)
    cut: list[list[Item]] = []
    for start in range(0, len(order), size * _POOL):
        pool = sorted(order[start : start + size * _POOL], key=lambda item: len(item.ids))
        cut.extend(pool[i : i + size] for i in range(0, len(pool), size))
    chance.shuffle(cut)
    yield from cut


def padded(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    """(rows, longest)."""
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[filler] * (longest - len(row))] for row in rows])


def inputs(items: Sequence[Sized], filler: int) -> tuple[Tensor, Tensor]:
    """Token ids and mask, both (items, longest)."""
    ids = padded([item.ids for item in items], filler)
    mask = padded([[1] * len(item.ids) for item in items], 0)
    return ids, mask
