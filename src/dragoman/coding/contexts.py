"""What an event was about, by words of its sentence and its report."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from dragoman.coding.inflection import fold, singular
from dragoman.text.tokens import tokenize

_LENGTH = 4
"""Words in the longest phrase of the table."""
_REPORT = 3
"""Words of a context that a report must have for it to be what the report is about."""


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    """Folded phrase to the contexts that it shows."""
    text = files("dragoman.coding").joinpath("data/contexts.toml").read_text("utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for context, phrases in tomllib.loads(text)["sentence"].items():
        for phrase in phrases:
            key = " ".join(singular(fold(word)) for word in phrase.split())
            found[key] = (*found.get(key, ()), context)
    return found


def contexts_in(text: str) -> Counter[str]:
    """How many words of each context `text` has."""
    words = [singular(fold(token.text)) for token in tokenize(text)]
    phrases = _phrases()
    return Counter(
        context
        for start in range(len(words))
        for length in range(1, _LENGTH + 1)
        if start + length <= len(words)
        for context in phrases.get(" ".join(words[start : start + length]), ())
    )


def choose(own: Iterable[str], sentence: str, report: Mapping[str, int]) -> tuple[str, ...]:
    """The contexts of an event: those of its lexicon entry, of its sentence, of its report.

    `report` are the counts over the whole report. Without repeats, in that order.
    """
    here = [context for context, _ in contexts_in(sentence).most_common()]
    around = [context for context, count in report.items() if count >= _REPORT]
    return tuple(dict.fromkeys((*own, *here, *sorted(around))))


def known(contexts: Sequence[str], names: Iterable[str]) -> tuple[str, ...]:
    """Those of `contexts` that the codebook has."""
    allowed = set(names)
    return tuple(context for context in contexts if context in allowed)
