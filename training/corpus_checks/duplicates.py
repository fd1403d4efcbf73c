"""Sentences that say the same in almost the same words."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.marked import CorpusSentence
from training.corpus_checks.words import sequences, words

NEAR = 0.6
"""Share of common word triples (Jaccard) from which two sentences count as near duplicates."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A sentence and an earlier one like it; `likeness` is 1 for the same words."""

    earlier: CorpusSentence
    later: CorpusSentence
    likeness: float


def duplicates(sentences: Sequence[CorpusSentence]) -> tuple[Duplicate, ...]:
    """Each sentence that has a (near) duplicate before it, with the one most like it."""
    seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
    triples = [_triples(sentence.text) for sentence in sentences]
    found: list[Duplicate] = []
    for index, own in enumerate(triples):
        common = Counter(other for triple in own for other in seen[triple])
        likeness = {
            other: count / (len(own) + len(triples[other]) - count)
            for other, count in common.items()
        }
        best = max(likeness, key=lambda other: (likeness[other], -other), default=None)
        if best is not None and likeness[best] >= NEAR:
            found.append(Duplicate(sentences[best], sentences[index], likeness[best]))
        for triple in own:
            seen[triple].append(index)
    return tuple(found)


def _triples(text: str) -> set[tuple[str, ...]]:
    """Runs of three words; of a shorter sentence the whole."""
    tokens = words(text)
    return sequences(tokens, 3) or ({tuple(tokens)} if tokens else set())
