"""Transcripts: "SMITH: …", each turn one attribution."""

import re
from collections.abc import Sequence

from dragoman.model import REPORT_BLOCKS, Block, Document, Span
from dragoman.read.attribution.sayings import Saying

_TURN = re.compile(
    r"\s*(?P<speaker>(?:[QA](?=:)|[A-Z](?:[A-Z]+|\.))(?:[ '’.-]+[A-Z]{2,}|[ ][A-Z]\.)*)"
    r"(?:\s?[(,][^():\n]{1,60}\)?)?(?P<cue>:)\s+(?=\S)"
)
_FEWEST = 2
"""How many turns make a transcript: one alone may be a label."""
_LONGEST_TURN = 6
"""In paragraphs."""


def find_turns(document: Document) -> list[Saying]:
    """The turns of a transcript: paragraphs that open with a name in capitals and a colon.

    A turn goes on over paragraphs that open with no name, up to the next speaker.
    """
    blocks = [block for block in document.blocks if block.kind in REPORT_BLOCKS]
    opened = [(at, match) for at, block in enumerate(blocks) if (match := _opens(document, block))]
    if len({match["speaker"] for _, match in opened}) < _FEWEST:
        return []
    ends = [at for at, _ in opened[1:]] + [opened[-1][0] + 1]
    return [
        _turn(document, match, blocks[at : min(end, at + _LONGEST_TURN)])
        for (at, match), end in zip(opened, ends, strict=True)
    ]


def _opens(document: Document, block: Block) -> re.Match[str] | None:
    match = _TURN.match(document.text, block.span.start, block.span.end)
    return match if match and match.end() < block.span.end else None


def _turn(document: Document, match: re.Match[str], blocks: Sequence[Block]) -> Saying:
    said = [Span(match.end(), blocks[0].span.end)]
    said += [block.span for block in blocks[1:] if block.span.of(document.text).strip()]
    return Saying(
        cue=Span(match.start("cue"), match.end("cue")),
        contents=tuple(said),
        speaker=Span(match.start("speaker"), match.end("speaker")),
        rule="transcript",
    )
