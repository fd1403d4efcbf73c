r"""Inline marks: ``[KEY TEXT]`` and ``[KEY=VALUE TEXT]``, one inside another, never across.

``\[``, ``\]`` and ``\\`` stand for the characters themselves.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from dragoman.marked.records import LETTERS, MENTION_LETTERS, Mark
from dragoman.model import Span

_OPENING = re.compile(r"\[([A-Za-z]\d+[a-z]?)(?:=([^\s\[\]]*))?(?:\s+|(?=[\]\[])|$)")
_ARTICLE = re.compile(r"(?:[Tt]he\s+(?!Hague\b)|an?\s+)(?=\S)")
_FIRST_ARTICLE = re.compile(r"An?\s+(?=\S)")
"""A capital article inside a sentence is part of a name ("An Nasiriyah", "A Coruña")."""
_BLANK_TO_DROP = re.compile(r"\s+(?=[.,;:?!](?:\W|$))|(?<=\s)\s+|^\s+|\s+$")


def parse_marks(line: str) -> tuple[str, tuple[Mark, ...], tuple[str, ...]]:
    """The text without marks, the marks in the order in which they open, and what is wrong.

    Runs of blanks become one, a blank before a stop or comma goes, and spans hold no blank at
    either end. Spans of mentions leave out a leading article.
    """
    raw, opened, faults = _strip(line)
    drop = [False] * len(raw)
    for match in _BLANK_TO_DROP.finditer(raw):
        drop[match.start() : match.end()] = [True] * len(match.group())
    kept = (letter for letter, gone in zip(raw, drop, strict=True) if not gone)
    text = "".join(" " if letter.isspace() else letter for letter in kept)
    position = [0, *accumulate(not gone for gone in drop)]
    marks = tuple(
        Mark(key, value, _trimmed(text, key, position[start], position[end]))
        for key, value, start, end in opened
    )
    faults += [f"{mark.key}: covers no words" for mark in marks if not len(mark.span)]
    return text, marks, tuple(faults)


def _strip(line: str) -> tuple[str, list[tuple[str, str, int, int]], list[str]]:
    """The characters outside of marks, and each mark as key, value, start and end in them."""
    kept: list[str] = []
    found: list[tuple[str, str, int, int]] = []
    stack: list[int] = []
    faults: list[str] = []
    at = 0
    while at < len(line):
        letter = line[at]
        if letter == "\\" and line[at + 1 : at + 2] in {"[", "]", "\\"}:
            kept.append(line[at + 1])
            at += 2
            continue
        opening = _OPENING.match(line, at) if letter == "[" else None
        if opening:
            key = opening.group(1)
            faults += _key_faults(key, [mark[0] for mark in found])
            stack.append(len(found))
            found.append((key, opening.group(2) or "", len(kept), -1))
            at = opening.end()
            continue
        if letter == "]" and stack:
            key, value, start, _ = found[stack[-1]]
            found[stack.pop()] = (key, value, start, len(kept))
        elif letter in "[]":
            faults.append(rf"a bracket at column {at + 1} belongs to no mark; write \{letter}")
        else:
            kept.append(letter)
        at += 1
    faults += [f"{found[index][0]}: is not closed" for index in stack]
    closed = [mark if mark[3] >= 0 else (*mark[:3], len(kept)) for mark in found]
    return "".join(kept), closed, faults


def _key_faults(key: str, earlier: Sequence[str]) -> list[str]:
    if key[0] not in LETTERS:
        return [f"{key}: unknown letter {key[0]!r}; one of {', '.join(LETTERS)}"]
    return [f"{key}: marked twice"] if key in earlier else []


def _trimmed(text: str, key: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if key[0] in MENTION_LETTERS:
        start = _after_article(text, start, end)
    return Span(start, end)


def _after_article(text: str, start: int, end: int) -> int:
    article = _ARTICLE.match(text, start, end)
    if not article and not re.search(r"\w", text[:start]):
        article = _FIRST_ARTICLE.match(text, start, end)
    return article.end() if article else start


def render_marks(text: str, marks: Sequence[Mark]) -> str:
    """The text with its marks written into it again; `ValueError` if marks cross.

    Of two marks with the same span the first is the outer one.
    """
    pieces: list[str] = []
    open_marks: list[Mark] = []
    ordered = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))
    for at, letter in enumerate([*text, ""]):
        while open_marks and open_marks[-1].span.end == at:
            open_marks.pop()
            pieces.append("]")
        while ordered and ordered[0].span.start == at:
            mark = ordered.pop(0)
            if open_marks and not open_marks[-1].span.covers(mark.span):
                raise ValueError(f"{mark.key} crosses {open_marks[-1].key}")
            open_marks.append(mark)
            pieces.append(f"[{mark.key}={mark.value} " if mark.value else f"[{mark.key} ")
        pieces.append(f"\\{letter}" if letter in {"[", "]", "\\"} else letter)
    return "".join(pieces)
