"""How far probabilities can be believed."""

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers with probabilities from `low` on: how many, their mean, the share that is right."""

    low: float
    count: int
    mean: float
    right: float


def reliability(verdicts: Sequence[tuple[float, bool]], bins: int = BINS) -> tuple[Bin, ...]:
    """Probabilities and whether they were right, in bins of the same width; empty ones left out."""
    parted: dict[int, list[tuple[float, bool]]] = {}
    for score, right in verdicts:
        parted.setdefault(min(int(score * bins), bins - 1), []).append((score, right))
    return tuple(
        Bin(
            low=index / bins,
            count=len(held),
            mean=sum(score for score, _ in held) / len(held),
            right=sum(right for _, right in held) / len(held),
        )
        for index, held in sorted(parted.items())
    )


def expected_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error: how far mean and share lie apart, weighted by counts."""
    total = sum(one.count for one in bins)
    return sum(one.count * abs(one.mean - one.right) for one in bins) / total if total else 0.0
