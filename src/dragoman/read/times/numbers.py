"""Numbers in words and figures, as the grammar meets them."""

import re

from dragoman.read.times.lexicon import ONES, ORDINAL_WORDS, TEENS, TENS

_WORDS = (
    {word: n for n, word in enumerate(ONES)}
    | {word: 10 + n for n, word in enumerate(TEENS)}
    | {word: 20 + 10 * n for n, word in enumerate(TENS)}
    | {"a": 1, "an": 1, "single": 1, "additional": 1, "another": 1, "couple": 2, "dozen": 12}
)
_SCALES = {"hundred": 100, "thousand": 1000}
VAGUE = frozenset(
    "few several some many number dozens scores hundreds thousands tens decades".split()
)
_ORDINALS = {word: n for n, word in enumerate(ORDINAL_WORDS, 1)} | {"thirtieth": 30}


def read_count(words: str) -> float | None:
    """The number that `words` say: "two and a half" is 2.5; None for "several" and the like."""
    parts = words.replace("-", " ").split()
    if VAGUE & set(parts):
        return None
    total = part = 0.0
    halves = 0.5 if "half" in parts else 0.0
    if halves and parts[-1] != "half" and "dozen" not in parts:
        halves = 0.5
    for word in (word for word in parts if word not in {"half", "and", "of", "good", "more"}):
        if re.fullmatch(r"\d/\d", word):
            part += int(word[0]) / max(int(word[2]), 1)
        elif word[0].isdigit():
            part += float(word.replace(",", ""))
        elif word in _SCALES:
            total, part = total + max(part, 1) * _SCALES[word], 0
        elif word == "dozen":
            part = 12 * (halves or max(part, 1))
            halves = 0.0
        else:
            part += _article(word, parts)
    return total + part + halves


def _article(word: str, parts: list[str]) -> float:
    """The worth of a number word; an article counts nothing beside "half" or another number."""
    if word in {"a", "an", "another"} and len(parts) > 1:
        return 0
    return _WORDS.get(word, 0)


def count_text(count: float | None) -> str:
    """A count as TIMEX3 writes it: ``3``, ``2.5`` or ``X``."""
    if count is None:
        return "X"
    return f"{count:g}" if count != int(count) else str(int(count))


def read_ordinal(words: str) -> int:
    """The number of "third" or "3rd"; 0 for "last" and "final"."""
    digits = re.match(r"\d+", words)
    return int(digits.group()) if digits else _ORDINALS.get(words, 0)


def read_spoken_year(words: str) -> int:
    """The year of "nineteen ninety-six", "eighteen hundred" or "two thousand and one"."""
    parts = [word for word in words.replace("-", " ").split() if word != "and"]
    if parts[:2] == ["two", "thousand"]:
        return 2000 + sum(_WORDS[word] for word in parts[2:])
    return 100 * _WORDS[parts[0]] + sum(_WORDS.get(word, 0) for word in parts[1:])
