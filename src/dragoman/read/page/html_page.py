"""The blocks of an HTML page in reading order, each line once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.model import BlockKind
from dragoman.read.page.draft import DraftBlock
from dragoman.read.page.lines import (
    byline_names,
    credit_of,
    fused_section,
    is_chatter,
    is_copyright,
    is_related_heading,
    is_section,
)
from dragoman.read.page.markup import Marks, parse, read_marks, story
from dragoman.read.page.metadata import Metadata, clean, read_metadata
from dragoman.read.page.published import is_dateline
from dragoman.text.notices import find_notices


def draft_of_html(text: str) -> tuple[tuple[DraftBlock, ...], Metadata]:
    """Blocks and metadata of an HTML page; no blocks where it cannot be parsed."""
    tree = parse(text)
    if tree is None:
        return (), Metadata()
    metadata, marks = read_metadata(tree), read_marks(tree)
    head = tuple(_head(metadata, marks))
    title = next((block.text for block in head if block.kind is BlockKind.TITLE), "")
    around = tuple(_around(marks))
    if not metadata.authors:
        names = tuple((name, "author mark") for name in marks.authors)
        metadata = replace(metadata, authors=names)
    authors = frozenset(name for name, _ in metadata.authors)
    body = tuple(_body(story(text, marks.prose), title, around, marks.lead))
    body = tuple(_signed(block, authors) for block in body)
    return tuple(_once((*head, *_before(around), *body, *_behind(around)))), metadata


def _head(metadata: Metadata, marks: Marks) -> Iterator[DraftBlock]:
    stated = metadata.get("title")
    title, rule = (marks.title, "h1") if marks.title else stated or ("", "")
    if stated and marks.title and not _same(stated[0], marks.title):
        title, rule = _choose_title(stated, marks.title)
    fused = fused_section(title, stated[0] if stated else None)
    section, section_rule = marks.section, "section mark"
    if fused is not None:
        section, title = fused
        section_rule, rule = "section fused with the headline", "headline behind a fused section"
    elif not section and metadata.get("section"):
        section, section_rule = metadata.values["section"]
    if section:
        yield DraftBlock(BlockKind.SECTION, section, section_rule)
    if title:
        yield DraftBlock(BlockKind.TITLE, title, rule)


def _same(one: str, other: str) -> bool:
    return clean(one).casefold() == clean(other).casefold()


def _choose_title(stated: tuple[str, str], heading: str) -> tuple[str, str]:
    """The visible headline, unless the first h1 is the site's name or no headline at all.

    A headline shares words with what the metadata calls the title; a masthead does not.
    """
    words, shown = set(stated[0].casefold().split()), set(heading.casefold().split())
    shared = len(words & shown) / max(1, min(len(words), len(shown)))
    return (heading, "h1") if shared >= 0.5 and len(shown) >= 3 else stated


def _around(marks: Marks) -> Iterator[DraftBlock]:
    groups = (
        (BlockKind.BYLINE, marks.bylines, "byline"),
        (BlockKind.DATELINE, (marks.dateline,) if marks.dateline else (), "dateline"),
        (BlockKind.CAPTION, marks.captions, "figcaption"),
        (BlockKind.CREDIT, marks.credits, "image credit"),
        (BlockKind.RELATED, marks.related, "related links"),
        (BlockKind.COPYRIGHT, marks.copyright, "copyright line"),
        (BlockKind.NOTICE, marks.notices, "reservation notice"),
    )
    for kind, lines, rule in groups:
        for line in lines:
            yield DraftBlock(kind, line, rule)


_BEFORE = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CAPTION, BlockKind.CREDIT})


def _before(around: Iterable[DraftBlock]) -> Iterator[DraftBlock]:
    return (block for block in around if block.kind in _BEFORE)


def _behind(around: Iterable[DraftBlock]) -> Iterator[DraftBlock]:
    return (block for block in around if block.kind not in _BEFORE)


def _body(
    blocks: Iterable[DraftBlock], title: str, around: Iterable[DraftBlock], lead: str
) -> Iterator[DraftBlock]:
    """The story without what is told elsewhere: the title, captions, credits, links, notices."""
    elsewhere = {block.text for block in around} | {title}
    for block in blocks:
        if block.text in elsewhere or is_chatter(block.text) or _same(block.text, title):
            continue
        yield _reclassified(block, lead)


def _signed(block: DraftBlock, authors: frozenset[str]) -> DraftBlock:
    """A line that is nothing but an author's name is a byline."""
    if block.text in authors:
        return DraftBlock(BlockKind.BYLINE, block.text, "author's name")
    return block


def _reclassified(block: DraftBlock, lead: str) -> DraftBlock:
    line = block.text
    kinds = (
        (BlockKind.NOTICE, "reservation notice", bool(find_notices(line))),
        (BlockKind.DATELINE, "dateline", is_dateline(line)),
        (BlockKind.CREDIT, "image credit", credit_of(line) is not None),
        (BlockKind.COPYRIGHT, "copyright line", is_copyright(line)),
        (BlockKind.BYLINE, "byline", bool(byline_names(line))),
        (BlockKind.RELATED, "related heading", is_related_heading(line)),
        (BlockKind.SECTION, "section line", is_section(line) and len(line) < 30),
        (BlockKind.LEAD, "lead mark", bool(lead) and _same(line, lead)),
    )
    for kind, rule, holds in kinds:
        if holds:
            return DraftBlock(kind, line, rule)
    return block


def _once(blocks: Iterable[DraftBlock]) -> Iterator[DraftBlock]:
    seen: set[str] = set()
    for block in blocks:
        if block.text not in seen:
            seen.add(block.text)
            yield block
