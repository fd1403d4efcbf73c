"""Bytes that are too many for the memory, read piece by piece."""

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from dragoman.acquire.content import ContentError

GZIP = b"\x1f\x8b"


def lines_of(stream: io.BufferedReader, longest: int, limit: int) -> Iterator[bytes]:
    """The lines of `stream`, decompressed where it is in gzip.

    Of a line of more than `longest` bytes only the first ``longest + 1`` are given.

    Raises:
        ContentError: ``gzip-truncated``, ``gzip-damaged``, or ``too-large`` beyond `limit` bytes.
    """
    size = 0
    with _opened(stream) as file:
        while line := _piece(file, longest + 1):
            size += len(line)
            rest = line
            while len(rest) > longest and not rest.endswith(b"\n") and size <= limit:
                rest = _piece(file, longest + 1)
                size += len(rest)
            if size > limit:
                raise ContentError("too-large")
            yield line


def _opened(stream: io.BufferedReader) -> BinaryIO:
    packed = stream.peek(2).startswith(GZIP)
    return cast("BinaryIO", gzip.GzipFile(fileobj=stream)) if packed else stream


def _piece(file: BinaryIO, size: int) -> bytes:
    try:
        return file.readline(size)
    except EOFError as error:
        raise ContentError("gzip-truncated") from error
    except (zlib.error, gzip.BadGzipFile) as error:
        raise ContentError("gzip-damaged") from error
