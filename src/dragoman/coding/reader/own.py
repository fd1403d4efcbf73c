"""Event types of one's own: a small head on frozen states, fitted to a few sentences."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from importlib.resources import files

import numpy as np

from dragoman.engine import Encoded, chances, fit_logistic
from dragoman.engine.heads import Array
from dragoman.errors import CodebookError
from dragoman.model import Span, digest

PENALTY = 1.0
POSITIVE = 24.0
"""How often a trigger counts against one other word: few words of a sentence are triggers. Of 8, 24
and 60 the second found most triggers of the tests' types without telling many elsewhere."""
LEAST_THRESHOLD = 0.5
"""A type is told from the threshold with the best held-out F1 on, but never below this."""
FORMAT = 1
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Example:
    """A read sentence and the places (of its words) where triggers of one type start.

    `left` are further words of triggers, which count neither way.
    """

    words: Array
    starts: frozenset[int]
    left: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Fold:
    """Triggers of one held-out part: right, found in all, marked in all."""

    right: int
    found: int
    marked: int

    @property
    def precision(self) -> float:
        """The share of found triggers that are right; 0 where none is found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of marked triggers that are found; 0 where none is marked."""
        return self.right / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.found + self.marked
        return 2 * self.right / both if both else 0.0


@dataclass(frozen=True, slots=True)
class OwnType:
    """What was fitted for one event type; `folds` tell how well, on sentences not fitted to."""

    event: str
    weights: tuple[float, ...]
    bias: float
    threshold: float
    sentences: int
    folds: tuple[Fold, ...]

    @property
    def all(self) -> Fold:
        """All held-out parts together."""
        return Fold(
            sum(one.right for one in self.folds),
            sum(one.found for one in self.folds),
            sum(one.marked for one in self.folds),
        )


@dataclass(frozen=True)
class OwnHead:
    """The types of one codebook with the digests of the network's weights and of the sentences."""

    network: str
    sentences: str
    types: tuple[OwnType, ...]

    def check(self, network: str, events: Sequence[str]) -> None:
        """`CodebookError` where it was fitted on other weights or to types that are not there."""
        if self.network != network:
            raise CodebookError(
                f"the head of the codebook was fitted on other weights ({self.network[:12]}, "
                f"here {network[:12]}); fit it again: dragoman codebook train"
            )
        unknown = [one.event for one in self.types if one.event not in events]
        if unknown:
            raise CodebookError(
                f"the head of the codebook tells {', '.join(unknown)}, which the codebook has not; "
                "fit it again: dragoman codebook train"
            )

    @cached_property
    def digest(self) -> str:
        """The sha256 of the head as it is written: what tells it from others."""
        return digest(written(self).encode())

    def triggers(self, encoded: Encoded) -> list[tuple[Span, str, float]]:
        """Each word likely to tell an event of an own type: where, which and how likely.

        Of neighbouring words the likeliest, of several types the likeliest.
        """
        if not encoded.tokens.words:
            return []
        found = self._weights @ encoded.words.T + self._biases[:, None]
        scores = np.reciprocal(1.0 + np.exp(-found), dtype=np.float32)
        made: list[tuple[Span, str, float]] = []
        for word, row in enumerate(scores.T):
            best = int(row.argmax())
            one, score = self.types[best], float(row[best])
            if score < one.threshold or not _is_peak(scores[best], word):
                continue
            made.append((encoded.tokens.span(word, word), one.event, score))
        return made

    @cached_property
    def _weights(self) -> Array:
        return np.array([one.weights for one in self.types], np.float32)

    @cached_property
    def _biases(self) -> Array:
        return np.array([one.bias for one in self.types], np.float32)


def example(encoded: Encoded, triggers: Sequence[Span]) -> Example:
    """A read sentence with its triggers; those behind the longest text are left out."""
    places = [encoded.tokens.covered(span) for span in triggers]
    known = [place for place in places if place is not None]
    starts = frozenset(first for first, _ in known)
    inside = {word for first, last in known for word in range(first, last + 1)}
    return Example(encoded.words, starts, frozenset(inside - starts))


@cache
def other_sentences() -> tuple[str, ...]:
    """200 sentences of our corpus, of all PLOVER types and of none: what most news is like."""
    text = files("dragoman.coding.reader").joinpath("data/others.txt").read_text("utf-8")
    return tuple(text.splitlines())


def other_example(encoded: Encoded) -> Example:
    """One of `other_sentences`: its words of four and more letters tell no event of a type.

    Short words are left out: those of the marked sentences are enough, and fitting takes half the
    time.
    """
    places = zip(encoded.tokens.starts, encoded.tokens.ends, strict=True)
    short = frozenset(word for word, (start, end) in enumerate(places) if end - start < _SHORT)
    return Example(encoded.words, frozenset(), short)


def fit_type(event: str, examples: Sequence[Example], parts: int, seed: int) -> OwnType:
    """The classifier of all examples, with the figures of as many held-out `parts`."""
    weights, bias = _fit(examples)
    held = _held_out(examples, parts, seed)
    threshold = _threshold(held)
    return OwnType(
        event=event,
        weights=tuple(round(float(one), 6) for one in weights),
        bias=round(bias, 6),
        threshold=threshold,
        sentences=sum(bool(one.starts) for one in examples),
        folds=tuple(part.fold(threshold) for part in held),
    )


@dataclass(frozen=True, slots=True)
class _HeldOut:
    """Of one held-out part: each likeliest word's probability and whether it is marked."""

    peaks: tuple[tuple[float, bool], ...]
    marked: int

    def fold(self, threshold: float) -> Fold:
        found = [right for score, right in self.peaks if score >= threshold]
        return Fold(sum(found), len(found), self.marked)


def _held_out(examples: Sequence[Example], parts: int, seed: int) -> tuple[_HeldOut, ...]:
    """Each part read by what was fitted to the others; told and untold sentences both spread."""
    chance = np.random.default_rng(seed)
    told = [index for index, one in enumerate(examples) if one.starts]
    others = [index for index, one in enumerate(examples) if not one.starts]
    order = [*chance.permutation(told).tolist(), *chance.permutation(others).tolist()]
    parts = min(parts, len(told))
    if parts < 2:
        return ()
    found = []
    for part in range(parts):
        held = set(order[part::parts])
        weights, bias = _fit([one for i, one in enumerate(examples) if i not in held])
        found.append(_read([examples[i] for i in sorted(held)], weights, bias))
    return tuple(found)


def _threshold(held: Sequence[_HeldOut]) -> float:
    """In the middle between the least score that should count and the next one below."""
    scores = sorted({score for part in held for score, _ in part.peaks}, reverse=True)
    scores = [score for score in scores if score >= LEAST_THRESHOLD]
    if not scores:
        return LEAST_THRESHOLD

    def f1(place: int) -> float:
        folds = [part.fold(scores[place]) for part in held]
        both = sum(one.found + one.marked for one in folds)
        return sum(one.right for one in folds) / both

    best = max(range(len(scores)), key=f1)
    below = scores[best + 1] if best + 1 < len(scores) else LEAST_THRESHOLD
    return round((scores[best] + below) / 2, 4)


def _fit(examples: Sequence[Example]) -> tuple[Array, float]:
    states, told = [], []
    for one in examples:
        kept = [word for word in range(len(one.words)) if word not in one.left]
        states.append(one.words[kept])
        told += [word in one.starts for word in kept]
    return fit_logistic(np.concatenate(states), np.array(told), PENALTY, POSITIVE)


def _read(examples: Sequence[Example], weights: Array, bias: float) -> _HeldOut:
    peaks: list[tuple[float, bool]] = []
    for one in examples:
        scores = chances(one.words, weights, bias)
        peaks += [
            (float(score), word in one.starts)
            for word, score in enumerate(scores)
            if _is_peak(scores, word)
        ]
    return _HeldOut(tuple(peaks), sum(len(one.starts) for one in examples))


def _is_peak(scores: Array, word: int) -> bool:
    before = scores[word - 1] if word else -1.0
    behind = scores[word + 1] if word + 1 < len(scores) else -1.0
    return bool(scores[word] > before and scores[word] >= behind)


def written(head: OwnHead) -> str:
    """The head as JSON."""
    return json.dumps({"format": FORMAT, **asdict(head)}) + "\n"


def read_head(text: str, path: str) -> OwnHead:
    """What `written` wrote; `CodebookError` for anything else. `path` names it in messages."""
    try:
        given = json.loads(text)
        if given["format"] != FORMAT:
            raise ValueError(f"format {given['format']}, not {FORMAT}")
        return OwnHead(given["network"], given["sentences"], tuple(map(_type, given["types"])))
    except (ValueError, KeyError, TypeError) as error:
        raise CodebookError(
            f"{path}: no head of a codebook: {error}; fit it again: dragoman codebook train"
        ) from error


def _type(given: Mapping[str, object]) -> OwnType:
    values = dict(given)
    folds = values.pop("folds")
    weights = values.pop("weights")
    if not isinstance(folds, list) or not isinstance(weights, list):
        raise TypeError("folds and weights are lists")
    return OwnType(
        weights=tuple(map(float, weights)),
        folds=tuple(Fold(**fold) for fold in folds),
        **values,  # type: ignore[arg-type]
    )


def sentences_digest(texts: Sequence[str]) -> str:
    """One sha256 over what was fitted to."""
    return digest("\n".join(texts).encode())
