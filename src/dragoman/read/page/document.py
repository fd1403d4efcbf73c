"""Assembles a Document: blocks in reading order, metadata with rules and places."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from dragoman.model import (
    REPORT_BLOCKS,
    Block,
    BlockKind,
    Document,
    Done,
    Dropped,
    Outcome,
    Page,
    Precision,
    Stated,
    TimeBasis,
    TimeExpression,
    TimexType,
    content_id,
    digest,
)
from dragoman.read.page.dates import guessed_date
from dragoman.read.page.draft import DraftBlock, join, stated_in
from dragoman.read.page.html_page import draft_of_html
from dragoman.read.page.language import language_of
from dragoman.read.page.lines import byline_names, copyright_holder, credit_of
from dragoman.read.page.metadata import Metadata
from dragoman.read.page.plain import blocks_of_text
from dragoman.read.page.published import (
    Moment,
    dateline_name,
    is_update,
    parse_dateline,
    parse_iso,
    published_at,
)

PARSER = "page-1"
"""The version of this parser: documents of another version get other ids."""

HTML = "text/html"


@dataclass(frozen=True, slots=True)
class _Sources:
    """All that metadata is taken from, in the order of trust: page metadata, then blocks."""

    page: Page
    metadata: Metadata
    text: str
    blocks: tuple[Block, ...]

    def first(self, kind: BlockKind) -> Block | None:
        return next((block for block in self.blocks if block.kind is kind), None)

    def words(self, block: Block) -> str:
        return block.span.of(self.text)


def read_page(page: Page) -> Outcome[Document]:
    """The document of a page; Dropped("no-text") where it holds no report."""
    if page.snapshot.media_type == HTML:
        drafts, metadata = draft_of_html(page.text)
    else:
        drafts, metadata = blocks_of_text(page.text), Metadata()
    drafts = _with_given_title(drafts, page.given.title)
    if not any(
        draft.kind in REPORT_BLOCKS and draft.kind is not BlockKind.TITLE for draft in drafts
    ):
        return Dropped(page.snapshot.name, "no-text")
    text, blocks = join(drafts)
    return Done(_document(_Sources(page, metadata, text, blocks)))


def _with_given_title(drafts: tuple[DraftBlock, ...], title: str | None) -> tuple[DraftBlock, ...]:
    if title is None or any(draft.kind is BlockKind.TITLE for draft in drafts):
        return drafts
    first = next((draft for draft in drafts if draft.kind in REPORT_BLOCKS), None)
    if first is not None and first.text == title:
        rest = tuple(draft for draft in drafts if draft is not first)
        return (DraftBlock(BlockKind.TITLE, title, "given"), *rest)
    return (DraftBlock(BlockKind.TITLE, title, "given"), *drafts)


def _document(sources: _Sources) -> Document:
    page, text = sources.page, sources.text
    return Document(
        id=content_id("doc", page.snapshot.id, page.document_id, PARSER),
        name=page.document_id,
        snapshot_id=page.snapshot.id,
        text=text,
        text_digest=digest(text.encode("utf-8", "surrogatepass")),
        blocks=sources.blocks,
        language=language_of(text, sources.blocks),
        published=_published(sources),
        parser=PARSER,
        url=_url(sources),
        title=_title(sources),
        publisher=_publisher(sources),
        section=_stated(sources, "section", BlockKind.SECTION),
        bylines=_bylines(sources),
        credits=tuple(
            stated_in(_credit(sources, block), block.rule, text, (block,), BlockKind.CREDIT)
            for block in sources.blocks
            if block.kind is BlockKind.CREDIT
        ),
    )


def _credit(sources: _Sources, block: Block) -> str:
    return credit_of(sources.words(block)) or sources.words(block)


def _url(sources: _Sources) -> Stated | None:
    if sources.page.snapshot.url:
        return Stated(sources.page.snapshot.url, "given")
    found = sources.metadata.get("url")
    return Stated(*found) if found and found[0].startswith("http") else None


def _title(sources: _Sources) -> Stated | None:
    block = sources.first(BlockKind.TITLE)
    if block is None:
        return None
    return Stated(sources.words(block), block.rule, block.span)


def _stated(sources: _Sources, name: str, kind: BlockKind) -> Stated | None:
    block = sources.first(kind)
    if block is not None:
        return Stated(sources.words(block), block.rule, block.span)
    found = sources.metadata.get(name)
    return Stated(*found) if found else None


_PUBLISHER_MARKS: tuple[tuple[BlockKind, str, Callable[[str], str | None]], ...] = (
    (BlockKind.COPYRIGHT, "copyright line", copyright_holder),
    (BlockKind.MASTHEAD, "masthead", str),
    (BlockKind.DATELINE, "outlet in the dateline", dateline_name),
)
"""Visible marks of the publisher, the most trusted first."""


def _publisher(sources: _Sources) -> Stated | None:
    given = sources.page.given.publisher
    if given:
        return Stated(given, "given")
    found = sources.metadata.get("publisher")
    if found:
        return Stated(*found)
    for kind, rule, name_of in _PUBLISHER_MARKS:
        for block in sources.blocks:
            name = name_of(sources.words(block)) if block.kind is kind else None
            if name:
                return stated_in(name, rule, sources.text, (block,), kind)
    host = _host(sources.page.snapshot.url or "")
    return Stated(re.sub(r"^www\.", "", host), "host of the address") if host else None


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:  # an address that breaks the rules of addresses names no host
        return None


def _bylines(sources: _Sources) -> tuple[Stated, ...]:
    found = [
        stated_in(name, block.rule, sources.text, (block,), BlockKind.BYLINE)
        for block in sources.blocks
        if block.kind is BlockKind.BYLINE
        for name in byline_names(sources.words(block))
    ]
    metadata = [Stated(value, rule) for value, rule in sources.metadata.authors]
    return tuple(metadata or found)


def _published(sources: _Sources) -> TimeExpression:
    """Given date, JSON-LD or meta, htmldate's finding, visible marks, day of fetching.

    Where a visible dateline or time element names the same day more finely, it is taken.
    """
    stated = _stated_moment(sources)
    visible = _visible(sources)
    if stated is None:
        return visible[0] if visible else _fetched(sources.page.snapshot.fetched_at)
    moment, rule = stated
    finer = (time for time in visible if _finer(time, moment))
    return next(finer, published_at(moment, rule))


def _stated_moment(sources: _Sources) -> tuple[Moment, str] | None:
    candidates = [
        (sources.page.given.date, "given"),
        sources.metadata.get("published") or (None, ""),
    ]
    for value, rule in candidates:
        moment = parse_iso(value) if value else None
        if moment is not None:
            return moment, rule
    if sources.page.snapshot.media_type == HTML:
        return guessed_date(sources.page.text, sources.page.snapshot.url)
    return None


def _visible(sources: _Sources) -> tuple[TimeExpression, ...]:
    """The times that datelines and the first time element name, first publication first."""
    lines = [block for block in sources.blocks if block.kind is BlockKind.DATELINE]
    lines.sort(key=lambda block: is_update(sources.words(block)))
    moments = [(parse_dateline(sources.words(block)), block.rule, block.span) for block in lines]
    found = [published_at(moment, rule, span) for moment, rule, span in moments if moment]
    stamp = sources.metadata.get("time")
    moment = parse_iso(stamp[0]) if stamp else None
    if stamp and moment:
        found.append(published_at(moment, stamp[1]))
    return tuple(found)


def _finer(dateline: TimeExpression, moment: Moment) -> bool:
    return dateline.earliest == moment.day and len(dateline.value) > len(moment.value)


def _fetched(fetched_at: datetime.datetime | None) -> TimeExpression:
    day = fetched_at.date() if fetched_at else None
    return TimeExpression(
        span=None,
        type=TimexType.DATE,
        value=day.isoformat() if day else "",
        earliest=day,
        latest=day,
        precision=Precision.DAY if day else Precision.VAGUE,
        basis=TimeBasis.FETCHED,
        rule="day of fetching" if day else "no date found",
    )
