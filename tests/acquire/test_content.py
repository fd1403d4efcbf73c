import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.acquire.content import ContentError, decode, gunzip, is_binary


@given(st.lists(st.binary(max_size=50), min_size=1, max_size=4))
def test_all_members_of_a_gzip_stream_come_out(parts: list[bytes]) -> None:
    data = b"".join(gzip.compress(part) for part in parts)
    assert gunzip(data, 1000) == b"".join(parts)


def test_a_truncated_gzip_stream_says_so() -> None:
    with pytest.raises(ContentError, match="gzip-truncated"):
        gunzip(gzip.compress(b"words " * 50)[:-9], 1000)


def test_a_damaged_gzip_stream_says_so() -> None:
    with pytest.raises(ContentError, match="gzip-damaged"):
        gunzip(b"\x1f\x8b\x08" + b"x" * 30, 1000)


def test_expansion_stops_at_the_limit() -> None:
    with pytest.raises(ContentError, match="too-large"):
        gunzip(gzip.compress(b"0" * 5_000_000), 1_000_000)


@pytest.mark.parametrize(
    ("data", "declared", "expected"),
    [
        ("Erdoğan".encode(), None, "Erdoğan"),
        ("Erdoğan".encode(), "iso-8859-1", "Erdoğan"),
        ("café".encode("cp1252"), "iso-8859-1", "café"),
        ("Кремль заявил".encode("cp1251"), "windows-1251", "Кремль заявил"),
        (b"<meta charset='windows-1251'>" + "Кремль".encode("cp1251"), None,
         "<meta charset='windows-1251'>Кремль"),
        (b"\xef\xbb\xbfmark", None, "mark"),
        ("wide".encode("utf-16"), None, "wide"),
        (b"a\r\nb\rc", None, "a\nb\nc"),
    ],
)  # fmt: skip
def test_decode(data: bytes, declared: str | None, expected: str) -> None:
    assert decode(data, declared) == expected


def test_lines_of_another_encoding_are_read_one_by_one() -> None:
    data = b"<meta charset=utf-8>\n" + "“Erdoğan” said\n".encode() + b"\x93no\x94"
    assert decode(data).endswith("“Erdoğan” said\n“no”")


def test_binary_is_refused() -> None:
    with pytest.raises(ContentError, match="binary"):
        decode(b"PK\x03\x04\x00\x00")


@given(st.binary(max_size=200))
def test_any_bytes_decode_or_are_refused(data: bytes) -> None:
    if is_binary(data):
        with pytest.raises(ContentError, match="binary"):
            decode(data)
    else:
        assert "\r" not in decode(data)
