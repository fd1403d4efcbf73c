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
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_CONTROL_REFERENCE = re.compile(
    r"&#(?:0*(?:[0-8]|1[1-9]|2\d|3[01]|127)|[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]|7[fF])|0+);"
)
_NOT_OF_THE_WEB = frozenset({"raw-unicode-escape", "unicode-escape", "utf-7"})
_EVERY_BYTE = bytes(range(256))


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

    Lines that are not what the page says are read as UTF-8 or Windows-1252, one by one, as pages
    assembled from several systems have them. All line ends become line feeds, and control
    characters go (`without_controls`).

    Raises:
        ContentError: ``binary``.
    """
    if is_binary(data):
        raise ContentError("binary")
    return without_controls(_decode(data, declared).replace("\r\n", "\n").replace("\r", "\n"))


def without_controls(text: str) -> str:
    """`text` less its control characters; those that part words become blanks.

    Nobody can see them, terminals obey them, and parsers give up a paragraph that holds one.
    """
    return _CONTROL.sub(lambda found: " " if found.group().isspace() else "", text)


def without_control_references(markup: str) -> str:
    """`markup` less the numeric references to control characters, such as ``&#27;``."""
    return _CONTROL_REFERENCE.sub("", markup)


def _decode(data: bytes, declared: str | None) -> str:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    named = _codec(declared) or _codec(_declared_in_page(data))
    if named is None:
        best = from_bytes(data[:200_000]).best()
        named = best.encoding if best else "cp1252"
    return _line_by_line(data, named)


def _line_by_line(data: bytes, codec: str) -> str:
    """Each line in UTF-8 if it is that, else in `codec`: pages put together from several systems.

    A page that names UTF-8 and is not has Windows-1252 where it goes wrong.
    """
    fallback = "cp1252" if codec == "utf-8" else codec
    return "\n".join(_line(line, fallback) for line in data.split(b"\n"))


def _line(line: bytes, codec: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(codec, "replace")


def _declared_in_page(data: bytes) -> str | None:
    match = _META_CHARSET.search(data[:_HEAD])
    return match.group(1).decode("ascii") if match else None


def _codec(name: str | None) -> str | None:
    """The Python codec of a character set's name; None for none and for one that is no such thing.

    Python knows codecs that are no character sets ("base64") or that pages cannot be in.
    """
    if name is None:
        return None
    try:
        codec = codecs.lookup(name).name
        if codec in _NOT_OF_THE_WEB:
            return None
        _EVERY_BYTE.decode(codec, "replace")
    except (LookupError, ValueError):
        return None
    if codec.startswith(("utf-16", "utf-32")):  # a name that can be read in single bytes is wrong
        return "utf-8"
    # what pages call latin-1 is windows-1252 (WHATWG encoding standard)
    return "cp1252" if codec in {"iso8859-1", "ascii"} else codec
