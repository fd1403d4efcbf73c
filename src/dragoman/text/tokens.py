"""Words and marks with their offsets."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S., a.m.
    r"|\d[\d,.]*\d|\d"  # 1,200; 3.5
    r"|[’'](?:s|S)\b"  # the possessive mark is a token of its own
    r"|\w+(?:[-‐]\w+)*(?:[’'](?!s\b|S\b)\w+)*"  # cross-border, O'Brien, don't
    r"|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark: `start` to `end` in the text it was cut from."""

    text: str
    start: int
    end: int


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of `text` from `start` to `end`, white space left out."""
    stop = len(text) if end is None else end
    return tuple(
        Token(match.group(), match.start(), match.end())
        for match in _TOKEN.finditer(text, start, stop)
    )
