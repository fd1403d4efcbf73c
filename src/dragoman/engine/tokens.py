"""Text to token ids and back, the same in training and in use."""

import re
from dataclasses import dataclass

from tokenizers import Tokenizer

from dragoman.model import Span

WORD = re.compile(r"\w+|[^\w\s]")
LONGEST = 200
"""Tokens of a sentence, special ones included; what is longer is cut."""
MARKERS = ("[unused0]", "[unused1]", "[unused2]", "[unused3]")
"""Before and behind the source, before and behind the target."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's token ids with the first token of each word.

    `words` are indices of `ids`, `starts` and `ends` the words' offsets in the text.
    """

    ids: tuple[int, ...]
    words: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def covered(self, span: Span) -> tuple[int, int] | None:
        """The first and last word that `span` touches, as indices of `words`; None if none."""
        inside = [
            index
            for index, (start, end) in enumerate(zip(self.starts, self.ends, strict=True))
            if start < span.end and end > span.start
        ]
        return (inside[0], inside[-1]) if inside else None

    def span(self, first: int, last: int) -> Span:
        """Where the words from `first` to `last` (included) stand."""
        return Span(self.starts[first], self.ends[last])


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """Token ids with the four markers; `source` and `target` are where the first of each stands."""

    ids: tuple[int, ...]
    source: int
    target: int


def tokenise(tokenizer: Tokenizer, text: str) -> Tokens:
    """Special tokens around, at most `LONGEST`; a word is what `WORD` matches."""
    encoded = tokenizer.encode(text)
    ids = list(encoded.ids)
    if len(ids) > LONGEST:
        ids = [*ids[: LONGEST - 1], ids[-1]]
    bounds = {match.start(): match.end() for match in WORD.finditer(text)}
    words, starts, ends = [], [], []
    for index, (start, end) in enumerate(encoded.offsets[: LONGEST - 1]):
        if end > start and start in bounds:
            words.append(index)
            starts.append(start)
            ends.append(bounds.pop(start))
    return Tokens(tuple(ids), tuple(words), tuple(starts), tuple(ends))


def mark_pair(tokenizer: Tokenizer, text: str, source: Span, target: Span) -> MarkedPair | None:
    """The text with markers around both spans; None where one was cut off."""
    tokens = tokenise(tokenizer, text)
    places = tokens.covered(source), tokens.covered(target)
    before: dict[int, list[str]] = {}
    for side, place in enumerate(places):
        if place is None:
            return None
        behind = place[1] + 1
        last = tokens.words[behind] if behind < len(tokens.words) else len(tokens.ids) - 1
        before.setdefault(last, []).insert(0, MARKERS[2 * side + 1])
        before.setdefault(tokens.words[place[0]], []).append(MARKERS[2 * side])
    ids: list[int] = []
    at: dict[str, int] = {}
    for index, token in enumerate(tokens.ids):
        for marker in before.get(index, ()):
            at[marker] = len(ids)
            ids.append(tokenizer.token_to_id(marker) or 0)
        ids.append(token)
    return MarkedPair(tuple(ids), at[MARKERS[0]], at[MARKERS[2]])
