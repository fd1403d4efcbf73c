"""Inputs to pages: each file, row or archived response gives a Page, Dropped or Failed."""

import io
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import BinaryIO, cast

from dragoman.acquire.content import ContentError, decode, gunzip
from dragoman.acquire.inputs import Input, find_inputs
from dragoman.acquire.options import MEGABYTE, AcquireOptions
from dragoman.acquire.origin import HTML, PLAIN, Origin, page_of
from dragoman.acquire.rows import json_items, json_lines, read_rows
from dragoman.acquire.streams import lines_of
from dragoman.acquire.warc import read_warc
from dragoman.model import Dropped, Failed, Given, Outcome, Page


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
        with _opened(source, standard_input) as stream:
            if source.kind == "jsonl" or _streams_lines(source, stream):
                yield from _json_lines(source, stream, options)
                return
            data = _bytes(source, stream, options)
        kind = _sniff(data) if source.kind == "unknown" else source.kind
        if kind == "jsonl":
            yield from _json_lines(source, _buffered(io.BytesIO(data)), options)
        elif kind == "json":
            rows = json_items(data, source.name)
            yield from read_rows(rows, source.name, source.stem, options)
        else:
            yield _page(source, data, kind, options)
    except ContentError as problem:
        reason = str(problem)
        outcome = Dropped if reason in {"too-large", "empty", "binary"} else Failed
        yield outcome(source.name, reason)
    except OSError as problem:
        yield Failed(source.name, "unreadable", problem.strerror or str(problem))
    except Exception as error:  # whatever one input provokes must not stop the others
        yield Failed(source.name, f"error:{type(error).__name__}", f"acquire: {error}"[:200])


def _opened(source: Input, standard_input: BinaryIO | None) -> io.BufferedReader:
    if source.path is not None:
        return source.path.open("rb")
    return _buffered(standard_input or sys.stdin.buffer)


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    return io.BufferedReader(cast("io.RawIOBase", stream), 1 << 16)


def _streams_lines(source: Input, stream: io.BufferedReader) -> bool:
    """Whether standard input begins with a line of JSON."""
    if source.path is not None:
        return False
    first, end, _ = stream.peek().partition(b"\n")
    return bool(end) and _sniff(first) == "jsonl"


def _json_lines(
    source: Input, stream: io.BufferedReader, options: AcquireOptions
) -> Iterator[Outcome[Page]]:
    longest = 2 * options.max_page + MEGABYTE  # what JSON escapes and metadata take
    lines = lines_of(stream, longest, options.max_expanded)
    rows = json_lines(lines, source.name, longest)
    first = next(rows, None)
    if first is None:
        raise ContentError("empty")
    yield from read_rows(chain([first], rows), source.name, source.stem, options)


def _bytes(source: Input, stream: io.BufferedReader, options: AcquireOptions) -> bytes:
    whole = source.kind == "json" or source.path is None
    limit = options.max_whole if whole else options.max_page
    data = stream.read(limit + 1)
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
    return page_of(data, decode(data), HTML if kind == "html" else PLAIN, origin)
