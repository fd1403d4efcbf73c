"""The language of a document's report."""

from collections.abc import Sequence

import py3langid

from dragoman.model import REPORT_BLOCKS, Block

ENOUGH = 2000
"""Characters that identification reads."""


def language_of(text: str, blocks: Sequence[Block]) -> str:
    """The ISO 639-1 code of the report's text; text too short to tell by is taken as English."""
    words = " ".join(block.span.of(text) for block in blocks if block.kind in REPORT_BLOCKS)
    if len(words) < 60:
        return "en" if words.isascii() or len(words) < 20 else _classify(words)
    return _classify(words[:ENOUGH])


def _classify(words: str) -> str:
    code, _ = py3langid.classify(words)
    return str(code)
