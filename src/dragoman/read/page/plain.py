"""Plain-text pages: kinds of line by wording, repetition and order."""

import re
from collections.abc import Sequence

from dragoman.model import BlockKind
from dragoman.read.page.draft import DraftBlock
from dragoman.read.page.lines import (
    byline_names,
    credit_of,
    ends_like_prose,
    fused_section,
    is_chatter,
    is_copyright,
    is_masthead,
    is_related_heading,
    is_section,
)
from dragoman.read.page.metadata import clean
from dragoman.read.page.published import is_dateline
from dragoman.text.notices import find_notices

MAX_TITLE = 220
MAX_HEADING = 90
MAX_CAPTION = 300

FURNITURE = frozenset({BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.DATELINE, BlockKind.BYLINE})


def blocks_of_text(text: str) -> tuple[DraftBlock, ...]:
    """The blocks of a plain-text page: one a line, repeated lines and furniture told apart."""
    lines = [line for line in map(clean, text.split("\n")) if line]
    headings, rest = _open(lines)
    body = _with_leads(_classify(rest))
    return (*headings, *body)


def _open(lines: Sequence[str]) -> tuple[tuple[DraftBlock, ...], Sequence[str]]:
    """Section and title at the top, and the lines behind them."""
    if len(lines) < 2:
        return (), lines
    blocks: list[DraftBlock] = []
    position = 0
    if is_masthead(lines[0]):
        blocks.append(DraftBlock(BlockKind.MASTHEAD, lines[0], "masthead"))
        position = 1
    if position + 1 < len(lines) and is_section(lines[position]):
        blocks.append(DraftBlock(BlockKind.SECTION, lines[position], "section line"))
        position += 1
    first = lines[position]
    following = lines[position + 1] if position + 1 < len(lines) else None
    fused = fused_section(first, following)
    if fused is not None:
        label, title = fused
        blocks.append(DraftBlock(BlockKind.SECTION, label, "section fused with the headline"))
        blocks.append(DraftBlock(BlockKind.TITLE, title, "headline behind a fused section"))
    elif len(first) <= MAX_TITLE and not ends_like_prose(first) and _is_words(first):
        blocks.append(DraftBlock(BlockKind.TITLE, first, "first line"))
    else:
        return tuple(blocks), lines[position:]
    title = blocks[-1].text
    position += 1
    while position < len(lines) and lines[position] == title:
        position += 1
    return tuple(blocks), lines[position:]


def _is_words(line: str) -> bool:
    return not (is_dateline(line) or byline_names(line) or credit_of(line)) and bool(
        re.search(r"[^\W\d]{2}", line)
    )


def _classify(lines: Sequence[str]) -> list[DraftBlock]:
    blocks: list[DraftBlock] = []
    seen_repeats: set[str] = set()
    related = False
    for index, line in enumerate(lines):
        if line in seen_repeats:
            continue
        kind, rule = _kind(lines, index)
        if kind is BlockKind.CAPTION:
            seen_repeats.add(line)
        if kind is BlockKind.RELATED:
            related = True
        elif related and kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
            if len(line) > MAX_TITLE and ends_like_prose(line):
                related = False
            else:
                kind, rule = BlockKind.RELATED, "behind a related heading"
        if not is_chatter(line):
            blocks.append(DraftBlock(kind, line, rule))
    return blocks


def _kind(lines: Sequence[str], index: int) -> tuple[BlockKind, str]:
    line = lines[index]
    if find_notices(line):
        return BlockKind.NOTICE, "reservation notice"
    if is_dateline(line):
        return BlockKind.DATELINE, "dateline"
    if is_related_heading(line):
        return BlockKind.RELATED, "related heading"
    if _repeats(lines, index):
        return BlockKind.CAPTION, "repeated caption"
    if credit_of(line) is not None:
        return BlockKind.CREDIT, "image credit"
    if _before_credit(lines, index):
        return BlockKind.CAPTION, "caption before its credit"
    if is_copyright(line):
        return BlockKind.COPYRIGHT, "copyright line"
    if byline_names(line):
        return BlockKind.BYLINE, "byline"
    if _is_heading(lines, index):
        return BlockKind.HEADING, "short line without full stop"
    return BlockKind.PARAGRAPH, "paragraph"


def _repeats(lines: Sequence[str], index: int) -> bool:
    """A picture's caption and its alternative text often stand one behind the other."""
    line = lines[index]
    return len(line) <= MAX_CAPTION and line in lines[index + 1 : index + 3]


def _before_credit(lines: Sequence[str], index: int) -> bool:
    if index + 1 >= len(lines) or index == 0 or len(lines[index]) > MAX_CAPTION:
        return False
    return credit_of(lines[index + 1]) is not None and credit_of(lines[index]) is None


def _is_heading(lines: Sequence[str], index: int) -> bool:
    line = lines[index]
    return (
        len(line) <= MAX_HEADING
        and not ends_like_prose(line)
        and line[:1].isupper()
        and index + 1 < len(lines)
        and len(lines[index + 1]) > len(line)
        and not line.endswith((":", ","))
    )


def _with_leads(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """The first paragraph is the lead where captions, credits, byline or dateline follow it."""
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.PARAGRAPH:
            following = blocks[index + 1].kind if index + 1 < len(blocks) else None
            if following in FURNITURE:
                lead = DraftBlock(BlockKind.LEAD, block.text, "paragraph above the picture or date")
                return [*blocks[:index], lead, *blocks[index + 1 :]]
            break
    return blocks
