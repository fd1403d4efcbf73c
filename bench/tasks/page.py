"""Pages to article text and metadata, for ``score_extraction.py``."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench.records import Record, read_records
from dragoman.acquire import acquire
from dragoman.model import REPORT_BLOCKS, BlockKind, Document, Done, Page, TimeBasis
from dragoman.read.page import read_page

BODY = REPORT_BLOCKS - {BlockKind.TITLE}


def predict(data: Path) -> Iterator[Record]:
    """One record for each page; an empty one where the product drops the page."""
    for record in read_records(data):
        (outcome,) = acquire([str(data.parent / record["html"])])
        read = read_page(_at(outcome.value, record)) if isinstance(outcome, Done) else outcome
        yield {"id": record["id"], **(_fields(read.value) if isinstance(read, Done) else {})}


def _at(page: Page, record: Record) -> Page:
    """The page with the address that the benchmark gives beside its bytes."""
    return replace(page, snapshot=replace(page.snapshot, url=record.get("url")))


def _fields(document: Document) -> Record:
    dated = document.published.basis is not TimeBasis.FETCHED
    return {
        "text": "\n".join(
            block.span.of(document.text) for block in document.blocks if block.kind in BODY
        ),
        "title": document.title.value if document.title else "",
        "date": document.published.value[:10] if dated else "",
        "authors": [byline.value for byline in document.bylines],
    }
