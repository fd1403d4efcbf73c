"""The sentences of a document's report, block by block."""

from dragoman.model import REPORT_BLOCKS, Document, Sentence
from dragoman.text.sentences import split

__all__ = ["find_sentences", "split"]


def find_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of title, lead, headings, paragraphs, quotes and items, in text order."""
    found: list[Sentence] = []
    for block in sorted(document.blocks, key=lambda block: block.span):
        if block.kind not in REPORT_BLOCKS:
            continue
        for span in split(block.span.of(document.text)):
            place = span.shifted(block.span.start)
            found.append(Sentence(index=len(found), span=place, block=block.kind))
    return tuple(found)
