"""Archived responses (WARC) to pages, with the site's own rights files where they were archived."""

import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from dragoman.acquire.content import ContentError, decode
from dragoman.acquire.inputs import written
from dragoman.acquire.options import AcquireOptions
from dragoman.acquire.origin import HTML, PLAIN, Origin, page_of
from dragoman.acquire.rights import signals_of_robots, signals_of_tdmrep
from dragoman.model import Dropped, Failed, Given, Outcome, Page, Signal

SiteFiles = dict[tuple[str, str], bytes]
"""The archived rights files: (host, path) → content."""

RIGHTS_FILES = ("/robots.txt", "/.well-known/tdmrep.json")
_PIECE = 1 << 20
_KINDS = {"text/html": HTML, "application/xhtml+xml": HTML, "text/plain": PLAIN}


def read_warc(path: Path, stem: str, options: AcquireOptions) -> Iterator[Outcome[Page]]:
    """The HTML and text responses of a WARC file, in order.

    Records are named ``PATH#N``, N counting responses from 1; their document id is ``STEM#N``. The
    rights files of a host bear on its pages when they stand earlier in the same file, as crawlers
    write them. A file that ends inside a record gives Failed("warc-truncated") at its end, since
    the reader itself ends silently there.
    """
    sites: SiteFiles = {}
    number = 0
    try:
        for record in _records(path):
            number += 1
            name = f"{written(path)}#{number}"
            url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
            data = record.reader.read(options.max_page + 1)
            if _split(url).path in RIGHTS_FILES:
                sites[_split(url).netloc, _split(url).path] = data
                yield Dropped(name, "rights-file", url)
                continue
            given = Given(date=options.date, publisher=options.publisher)
            headers = record.http_headers
            origin = Origin(
                name=name,
                document_id=f"{stem}#{number}",
                given=given,
                url=url or None,
                fetched_at=record.record_date,
                headers=headers.astuples() if headers is not None else (),
                signals=_site_signals(url, sites),
            )
            yield _record_page(record, data, origin, options)
    except OSError as problem:
        yield Failed(f"{written(path)}#{number + 1}", "warc-damaged", str(problem)[:200])
        return
    yield from _ending(path, number)


def _ending(path: Path, responses: int) -> Iterator[Dropped | Failed]:
    """What is to be said of a file that was read to its end."""
    if path.stat().st_size == 0:
        yield Dropped(written(path), "empty")
    elif not _is_whole(path):
        yield Failed(written(path), "warc-truncated", f"after {responses} responses")
    elif responses == 0:
        yield Dropped(written(path), "no-responses")


def _records(path: Path) -> Iterator[WarcRecord]:
    kinds = WarcRecordType.response | WarcRecordType.resource
    with path.open("rb") as stream:
        yield from ArchiveIterator(
            stream, record_types=kinds, parse_http=True, quirks_mode=True, auto_decode="all"
        )


def _record_page(
    record: WarcRecord, data: bytes, origin: Origin, options: AcquireOptions
) -> Outcome[Page]:
    media_type = _KINDS.get((record.http_content_type or "text/html").lower())
    refusal = _refusal(record, data, media_type, options)
    if media_type is None or refusal is not None:
        return Dropped(origin.name, refusal or "unsupported-type", origin.url or "")
    try:
        text = decode(data, record.http_charset)
    except ContentError as problem:
        return Dropped(origin.name, str(problem), origin.url or "")
    return page_of(data, text, media_type, origin)


def _refusal(
    record: WarcRecord, data: bytes, media_type: str | None, options: AcquireOptions
) -> str | None:
    status = record.http_headers.status_code if record.http_headers is not None else 200
    if status is not None and status != 200:
        return f"http-status:{status}"
    if media_type is None:
        return "unsupported-type"
    if len(data) > options.max_page:
        return "too-large"
    return None if data.strip() else "empty"


def _site_signals(url: str, sites: SiteFiles) -> tuple[Signal, ...]:
    parts = _split(url)
    target = parts.path or "/"
    robots = sites.get((parts.netloc, RIGHTS_FILES[0]))
    tdmrep = sites.get((parts.netloc, RIGHTS_FILES[1]))
    return (
        *(signals_of_robots(robots.decode("utf-8", "replace"), target) if robots else ()),
        *(signals_of_tdmrep(tdmrep.decode("utf-8", "replace"), target) if tdmrep else ()),
    )


def _split(url: str) -> SplitResult:
    """The parts of an address, empty for one that breaks the rules of addresses."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", "", "", "")


def _is_whole(path: Path) -> bool:
    """Whether every gzip member of the file is complete; one not in gzip ends as records do."""
    with path.open("rb") as stream:
        if stream.read(2) != b"\x1f\x8b":
            stream.seek(max(0, path.stat().st_size - 4))
            return stream.read().endswith((b"\r\n\r\n", b"\n\n"))
        stream.seek(0)
        member = zlib.decompressobj(wbits=31)
        complete = True
        while chunk := stream.read(_PIECE):
            while chunk:
                try:
                    member.decompress(chunk, _PIECE)
                except zlib.error:
                    return False
                complete = member.eof
                chunk = member.unused_data or member.unconsumed_tail
                if complete:
                    member = zlib.decompressobj(wbits=31)
        return complete
