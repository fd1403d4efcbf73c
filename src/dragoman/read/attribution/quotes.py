"""Finds quotations: which characters stand between quotation marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model import Block, Document, Sentence, Span

_MARKS = re.compile(
    r"[“”„«»\"]|''|``"
    r"|(?<![\w])[‘'](?=\w)"  # a single mark that opens
    r"|(?<=[\w.,!?])[’'](?![\w])"  # one that closes, if one is open
)
_PAIRS = {"“": "”", "„": "”“", "«": "»", '"': '"', "''": "''", "``": "''", "‘": "’", "'": "'"}
_SINGLE = frozenset("‘'")


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch in quotation marks, the marks included.

    `closed` is False where a paragraph ends inside the quotation; `continued` is True where the
    quotation goes on from the paragraph before.
    """

    span: Span
    closed: bool
    continued: bool = False


def find_quotes(document: Document, sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
    """The quotations of the report's blocks, in text order, none inside another."""
    found: list[Quote] = []
    starts = {sentence.span.start for sentence in sentences}
    for block in sorted(document.blocks, key=_start):
        first = _first(document.text, block.span)
        if first not in starts:
            continue
        quotes = _in_block(document.text, block.span)
        continues = bool(found) and not found[-1].closed
        if continues and quotes and quotes[0].span.start == first:
            quotes[0] = Quote(quotes[0].span, quotes[0].closed, continued=True)
        found.extend(quotes)
    return tuple(found)


def _start(block: Block) -> int:
    return block.span.start


def _first(text: str, span: Span) -> int:
    words = span.of(text)
    return span.start + len(words) - len(words.lstrip())


def _in_block(text: str, span: Span) -> list[Quote]:
    """The quotations of one paragraph; one that is still open at its end runs to it."""
    found: list[Quote] = []
    opened: re.Match[str] | None = None
    for match in _MARKS.finditer(text, span.start, span.end):
        mark = match.group()
        if opened is None:
            if mark in _PAIRS and not _closing(text, match, span):
                opened = match
        elif mark in _PAIRS[opened.group()]:
            end = match.end()
            if end < span.end and text[end] in "'’\"”" and mark in {"''", "'", "’"}:
                end += 1
            found.append(Quote(Span(opened.start(), end), closed=True))
            opened = None
    if opened is not None and opened.group() not in _SINGLE:
        found.append(Quote(Span(opened.start(), span.end), closed=False))
    return found


def _closing(text: str, match: re.Match[str], span: Span) -> bool:
    """Whether a mark that may open stands as a closing one: after a letter, before a space."""
    before = text[match.start() - 1] if match.start() > span.start else " "
    after = text[match.end()] if match.end() < span.end else " "
    return not before.isspace() and before not in "([—–-:" and (after.isspace() or after in ".,;")
