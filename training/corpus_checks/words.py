"""Sentences as words, for everything that counts or compares them."""

import re

_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The words in lower case; punctuation counts for nothing."""
    return _WORD.findall(text.lower())


def sequences(tokens: list[str], length: int) -> set[tuple[str, ...]]:
    """All runs of `length` words."""
    return set(zip(*(tokens[start:] for start in range(length)), strict=False))
