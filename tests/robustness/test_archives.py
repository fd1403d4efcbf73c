"""WARC files that are broken, and records that are hostile."""

import gzip
from pathlib import Path

from dragoman.acquire import acquire
from dragoman.model import Done
from tests.robustness.pages import page

GOOD = page().encode()
TDMREP = b'[{"location": [], "tdm-reservation": []}, {"location": "/*a*a*a*a*a*a*a*a*a*b$"}]'


def record(url: str, body: bytes = GOOD, header: str = "Content-Type: text/html") -> bytes:
    http = f"HTTP/1.1 200 OK\r\n{header}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2024-05-09T10:00:00Z\r\nContent-Type: application/http;msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


FIRST, SECOND = record("http://a.example/1"), record("http://a.example/2")


def reasons(path: Path, content: bytes) -> list[str]:
    """The reason of each outcome, empty for pages."""
    path.write_bytes(content)
    return ["" if isinstance(one, Done) else one.reason for one in acquire([str(path)])]


def test_an_archive_that_breaks_off_says_so(tmp_path: Path) -> None:
    plain, packed = tmp_path / "a.warc", tmp_path / "a.warc.gz"
    assert reasons(plain, FIRST + SECOND) == ["", ""]
    assert reasons(plain, (FIRST + SECOND)[:-100]) == ["", "", "warc-truncated"]
    both = gzip.compress(FIRST) + gzip.compress(SECOND)
    assert reasons(packed, both) == ["", ""]
    assert reasons(packed, both[:-60])[-1] == "warc-truncated"


def test_an_archive_without_responses_leaves_a_row(tmp_path: Path) -> None:
    info = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 2\r\n\r\nok\r\n\r\n"
    assert reasons(tmp_path / "a.warc", info) == ["no-responses"]
    assert reasons(tmp_path / "b.warc", b"no archive at all\n" * 9) == ["warc-truncated"]


def test_junk_between_records(tmp_path: Path) -> None:
    assert reasons(tmp_path / "a.warc", FIRST + b"JUNK\r\n" * 40 + SECOND) == ["", ""]
    packed = gzip.compress(FIRST) + b"\xde\xad" * 100 + gzip.compress(SECOND)
    assert reasons(tmp_path / "b.warc.gz", packed) == ["", "warc-damaged"]


def test_hostile_records_do_not_stop_the_others(tmp_path: Path) -> None:
    header = "Content-Type: text/html; charset=rot13"
    content = record("http://[bad") + record("http://a.example/3", GOOD, header) + SECOND
    assert reasons(tmp_path / "a.warc", content) == ["", "", ""]


def test_hostile_rights_files_neither_fail_nor_stall(tmp_path: Path) -> None:
    rights = record("http://a.example/.well-known/tdmrep.json", TDMREP)
    long = record("http://a.example/" + "a" * 3000)
    assert reasons(tmp_path / "a.warc", rights + long) == ["rights-file", ""]


def test_a_bomb_in_a_record_is_dropped(tmp_path: Path) -> None:
    header = "Content-Type: text/html\r\nContent-Encoding: gzip"
    bomb = record("http://a.example/3", gzip.compress(b"a" * 50_000_000, 1), header)
    assert reasons(tmp_path / "a.warc", bomb + SECOND) == ["too-large", ""]
    assert reasons(tmp_path / "b.warc.gz", gzip.compress(bomb) + gzip.compress(SECOND)) == [
        "too-large",
        "",
    ]
