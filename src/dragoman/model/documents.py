"""Pages as bytes (Snapshot, Page) and as text in blocks (Document)."""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum

from dragoman.model.rights import Rights
from dragoman.model.spans import Span
from dragoman.model.times import TimeExpression


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One input as it was received. `id` is the sha256 of its bytes.

    `name` says where it came from for a person (path, path#record, URL); `headers` are those of the
    response that matter to reading and rights, names in lower case, in their order.
    """

    id: str
    name: str
    media_type: str
    size: int
    url: str | None = None
    final_url: str | None = None
    fetched_at: datetime.datetime | None = None
    headers: tuple[tuple[str, str], ...] = ()
    rights: Rights = field(default_factory=Rights)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the input says beside the page: the fields of a JSONL row, or the command line."""

    id: str | None = None
    url: str | None = None
    title: str | None = None
    date: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A snapshot with its decoded `text`: HTML or plain, as `snapshot.media_type` says.

    `document_id` becomes `Document.name`: the given id, else the file name without its suffixes.
    """

    snapshot: Snapshot
    text: str
    document_id: str
    given: Given = field(default_factory=Given)


class BlockKind(StrEnum):
    """What a stretch of `Document.text` is. The first six are the report, the rest around it."""

    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    ITEM = "item"
    MASTHEAD = "masthead"
    SECTION = "section"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "credit"
    RELATED = "related"
    COPYRIGHT = "copyright"
    NOTICE = "notice"


REPORT_BLOCKS = frozenset(
    {
        BlockKind.TITLE,
        BlockKind.LEAD,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTE,
        BlockKind.ITEM,
    }
)
"""The kinds that tell the story and are coded."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of `Document.text` with its kind and the rule that recognised it."""

    kind: BlockKind
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A value of the page's metadata with its receipt.

    `rule` is where it came from (``json-ld:headline``, ``meta:og:site_name``, ``copyright line``,
    ``given``); `span` points into `Document.text` when the words stand there.
    """

    value: str
    rule: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A page as text. `text` holds every recognised block, parted by blank lines; it never changes.

    `text_digest` is the sha256 of `text` in UTF-8. `name` is the public ``doc.id``; `id` is made of
    the snapshot, the name and the parser version. Title, lead, captions and the rest are the blocks
    of that kind; `title` and the other `Stated` fields say which value was taken and why.
    """

    id: str
    name: str
    snapshot_id: str
    text: str
    text_digest: str
    blocks: tuple[Block, ...]
    language: str
    published: TimeExpression
    parser: str
    url: Stated | None = None
    title: Stated | None = None
    publisher: Stated | None = None
    section: Stated | None = None
    bylines: tuple[Stated, ...] = ()
    credits: tuple[Stated, ...] = ()
    rights: Rights = field(default_factory=Rights)

    def blocks_of(self, kind: BlockKind) -> tuple[Block, ...]:
        """The blocks of one kind, in text order."""
        return tuple(block for block in self.blocks if block.kind == kind)
