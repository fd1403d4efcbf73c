"""Blocks on their way to a Document: texts with kinds, joined into one text with offsets."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.model import Block, BlockKind, Span, Stated

SEPARATOR = "\n\n"


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """A block before it has a place."""

    kind: BlockKind
    text: str
    rule: str


def join(blocks: Iterable[DraftBlock]) -> tuple[str, tuple[Block, ...]]:
    """The text of all blocks, parted by blank lines, and the blocks with their spans in it."""
    texts: list[str] = []
    placed: list[Block] = []
    position = 0
    for block in blocks:
        if texts:
            position += len(SEPARATOR)
        placed.append(Block(block.kind, Span(position, position + len(block.text)), block.rule))
        texts.append(block.text)
        position += len(block.text)
    return SEPARATOR.join(texts), tuple(placed)


def stated_in(value: str, rule: str, text: str, blocks: Iterable[Block], kind: BlockKind) -> Stated:
    """`value` with the place where it stands in the first block of `kind` that holds it."""
    for block in blocks:
        if block.kind is kind:
            start = text.find(value, block.span.start, block.span.end)
            if start >= 0:
                return Stated(value, rule, Span(start, start + len(value)))
    return Stated(value, rule)
