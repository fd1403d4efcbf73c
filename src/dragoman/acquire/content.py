"""From stored bytes to text: gzip under limits, character sets, binary junk."""

import codecs
import re
import zlib

from charset_normalizer import from_bytes

_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 4096
_MAX_STRAYS = 500


class ContentError(ValueError):
    """The bytes are no readable page; the words are the machine-readable reason."""


def gunzip(data: bytes, limit: int) -> bytes:
    """All members of a gzip stream, decompressed.

    Raises:
        ContentError: ``gzip-truncated``, ``gzip-damaged``, or ``too-large`` beyond `limit` bytes.
    """
    parts: list[bytes] = []
    size = 0
    while data:
        member = zlib.decompressobj(wbits=31)
        try:
            part = member.decompress(data, limit - size + 1)
        except zlib.error as error:
            if parts:  # trailing garbage behind a whole member is common and harmless
                break
            raise ContentError("gzip-damaged") from error
        size += len(part)
        if size > limit:
            raise ContentError("too-large")
        if not member.eof:
            raise ContentError("gzip-truncated")
        parts.append(part)
        data = member.unused_data.lstrip(b"\0")
    return b"".join(parts)


def is_binary(data: bytes) -> bool:
    """Whether the head of `data` has NUL bytes and no mark of UTF-16."""
    return b"\0" in data[:_HEAD] and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of `data`: by byte-order mark, declared or meta character set, else by detection.

    Bytes that a nearly correct UTF-8 text has in Windows-1252 are read as such, one by one, as
    pages assembled from several systems have them. All line ends become line feeds.

    Raises:
        ContentError: ``binary``.
    """
    if is_binary(data):
        raise ContentError("binary")
    return _decode(data, declared).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _decode(data: bytes, declared: str | None) -> str:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    readings = (
        _mostly_utf8(data),
        _decode_as(data, declared),
        _decode_as(data, _declared_in_page(data)),
    )
    for reading in readings:
        if reading is not None:
            return reading
    best = from_bytes(data[:200_000]).best()
    return data.decode(best.encoding if best else "windows-1252", "replace")


def _declared_in_page(data: bytes) -> str | None:
    match = _META_CHARSET.search(data[:_HEAD])
    return match.group(1).decode("ascii") if match else None


def _decode_as(data: bytes, name: str | None) -> str | None:
    if name is None:
        return None
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return None
    if codec == "utf-8":  # already tried
        return None
    # what pages call latin-1 is windows-1252 (WHATWG encoding standard)
    codec = "cp1252" if codec in {"iso8859-1", "ascii"} else codec
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _mostly_utf8(data: bytes) -> str | None:
    """`data` as UTF-8 with stray Windows-1252 bytes, if whole sequences outnumber the strays."""
    view = memoryview(data)
    parts: list[str] = []
    position = strays = whole = 0
    while strays <= _MAX_STRAYS:
        try:
            part = str(view[position:], "utf-8")
        except UnicodeDecodeError as error:
            stop, after = position + error.start, position + error.end
            part = str(view[position:stop], "utf-8")
            parts += [part, str(view[stop:after], "cp1252", "replace")]
            position = after
            strays += 1
            whole += _beyond_ascii(part)
        else:
            parts.append(part)
            return "".join(parts) if whole + _beyond_ascii(part) > strays else None
    return None


def _beyond_ascii(text: str) -> int:
    return 0 if text.isascii() else sum(1 for character in text if character > "\x7f")
