"""Inputs to pages: each file, row or archived response gives a Page, Dropped or Failed."""

import sys
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from dragoman.acquire.content import ContentError, decode, gunzip
from dragoman.acquire.inputs import Input, find_inputs
from dragoman.acquire.options import AcquireOptions
from dragoman.acquire.origin import HTML, PLAIN, Origin, make_page
from dragoman.acquire.rows import read_rows
from dragoman.acquire.warc import read_warc
from dragoman.model import Done, Dropped, Failed, Given, Outcome, Page


def acquire(
    words: Sequence[str],
    options: AcquireOptions | None = None,
    standard_input: BinaryIO | None = None,
) -> Iterator[Outcome[Page]]:
    """Every page that `words` lead to, in order, one outcome each.

    Raises:
        InputError: a word names nothing.
    """
    chosen = options or AcquireOptions()
    for found in find_inputs(words):
        if isinstance(found, Dropped):
            yield found
        else:
            yield from _read(found, chosen, standard_input)


def _read(
    source: Input, options: AcquireOptions, standard_input: BinaryIO | None
) -> Iterator[Outcome[Page]]:
    try:
        if source.kind == "warc" and source.path is not None:
            yield from read_warc(source.path, source.stem, options)
            return
        data = _bytes(source, options, standard_input)
        kind = _sniff(data) if source.kind == "unknown" else source.kind
        if kind in {"json", "jsonl"}:
            yield from read_rows(data, kind, source.name, source.stem, options)
        else:
            yield _page(source, data, kind, options)
    except ContentError as problem:
        reason = str(problem)
        outcome = Dropped if reason in {"too-large", "empty", "binary"} else Failed
        yield outcome(source.name, reason)
    except OSError as problem:
        yield Failed(source.name, "unreadable", problem.strerror or str(problem))


def _bytes(source: Input, options: AcquireOptions, standard_input: BinaryIO | None) -> bytes:
    container = source.kind in {"json", "jsonl"}
    limit = options.max_expanded if container or source.path is None else options.max_page
    if source.path is None:
        data = (standard_input or sys.stdin.buffer).read(limit + 1)
    else:
        with source.path.open("rb") as file:
            data = file.read(limit + 1)
    if len(data) > limit:
        raise ContentError("too-large")
    if data.startswith(b"\x1f\x8b"):
        data = gunzip(data, limit)
    if not data.strip():
        raise ContentError("empty")
    return data


def _sniff(data: bytes) -> str:
    """What unnamed bytes are, by their first mark."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{"):
        first_line = data.lstrip().split(b"\n", 1)[0].rstrip()
        return "jsonl" if first_line.endswith(b"}") else "json"
    if head.startswith(b"["):
        return "json" if head[1:].lstrip().startswith(b"{") else "text"
    return "html" if head.startswith(b"<") else "text"


def _page(source: Input, data: bytes, kind: str, options: AcquireOptions) -> Outcome[Page]:
    if len(data) > options.max_page:
        return Dropped(source.name, "too-large")
    given = Given(date=options.date, publisher=options.publisher)
    origin = Origin(name=source.name, document_id=source.stem, given=given)
    return Done(make_page(data, decode(data), HTML if kind == "html" else PLAIN, origin))
