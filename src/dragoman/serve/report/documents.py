"""A document as a card on the page: what was read of it, and what its rights allowed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model import Answer, Document, Event, Retention, Signal, Stated, Use

MARKS = {Answer.RESERVED: "✕", Answer.GRANTED: "✓", Answer.UNKNOWN: "?"}

NAMES = {
    Use.MINING: "Text and data mining",
    Use.AI_TRAINING: "AI training",
    Use.SEARCH: "Search",
    Use.STORAGE: "Storage",
}


@dataclass(frozen=True, slots=True)
class UseRow:
    """What the signals say of one use."""

    name: str
    answer: Answer
    mark: str
    signals: tuple[Signal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentCard:
    """A document with its metadata as (name, value, receipt) and its rights by use."""

    document: Document
    title: str
    metadata: tuple[tuple[str, str, str], ...]
    uses: tuple[UseRow, ...]
    kept: str
    events: int


def document_cards(
    documents: Sequence[Document], events: Sequence[Event]
) -> tuple[DocumentCard, ...]:
    """The cards of all documents, in their order."""
    told = Counter(
        source.document_id for event in events for source in event.reports or (event.doc,)
    )
    return tuple(_card(document, told[document.id]) for document in documents)


def _card(document: Document, events: int) -> DocumentCard:
    return DocumentCard(
        document=document,
        title=document.title.value if document.title else document.name,
        metadata=_metadata(document),
        uses=tuple(_use(document, use) for use in Use),
        kept=_kept(document),
        events=events,
    )


def _metadata(document: Document) -> tuple[tuple[str, str, str], ...]:
    published = document.published
    stated: list[tuple[str, Stated | None]] = [
        ("Title", document.title),
        ("Publisher", document.publisher),
        ("Address", document.url),
        ("Section", document.section),
        *(("By", one) for one in document.bylines),
        *(("Image", one) for one in document.credits),
    ]
    rows = [(name, one.value, one.rule) for name, one in stated if one is not None]
    rows.insert(1, ("Published", published.value or "unknown", published.rule))
    rows.append(("Name", document.name, document.parser))
    rows.append(("Text", f"sha256 {document.text_digest[:16]}…", "of the text as read"))
    return tuple(rows)


def _use(document: Document, use: Use) -> UseRow:
    answer: Answer = getattr(document.rights, use.value)
    signals = tuple(one for one in document.rights.signals if use in dict(one.answers))
    return UseRow(NAMES[use], answer, MARKS[answer], signals)


def _kept(document: Document) -> str:
    rights = document.rights
    basis = f" (basis stated by the user: {rights.basis})" if rights.basis else ""
    if rights.retention is Retention.TEXT:
        return f"the whole text{basis}"
    return f"facts, offsets, a hash, and quotes of at most 25 words{basis}"
