import gzip
from pathlib import Path

from dragoman.acquire import acquire
from dragoman.model import Answer, Done, Dropped, Failed


def record(url: str, body: bytes, headers: str = "", status: str = "200 OK") -> bytes:
    kind = "text/html" if "robots" not in url else "text/plain"
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2024-05-09T12:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{abs(hash(url)) % 10**12:012d}>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def write(path: Path, *records: bytes) -> Path:
    path.write_bytes(b"".join(gzip.compress(item) for item in records))
    return path


def test_responses_become_pages_with_headers_and_site_rights(tmp_path: Path) -> None:
    path = write(
        tmp_path / "day.warc.gz",
        record("http://paper.example/robots.txt", b"User-agent: *\nContent-Signal: ai-train=no\n"),
        record("http://paper.example/a", b"<p>One</p>", "tdm-reservation: 1\r\n"),
        record("http://paper.example/gone", b"<p>No</p>", status="404 Not Found"),
    )
    robots, page, gone = acquire([str(path)])
    assert isinstance(robots, Dropped)
    assert robots.reason == "rights-file"
    assert isinstance(page, Done)
    snapshot = page.value.snapshot
    assert snapshot.url == "http://paper.example/a"
    assert snapshot.fetched_at is not None
    assert snapshot.rights.mining is Answer.RESERVED
    assert snapshot.rights.ai_training is Answer.RESERVED
    assert gone == Dropped(f"{path}#3", "http-status:404", "http://paper.example/gone")


def test_a_file_cut_in_the_middle_says_so(tmp_path: Path) -> None:
    path = write(
        tmp_path / "cut.warc.gz",
        record("http://paper.example/a", b"<p>One</p>"),
        record("http://paper.example/b", b"<p>Two</p>" * 200),
    )
    path.write_bytes(path.read_bytes()[:-40])
    found = list(acquire([str(path)]))
    assert isinstance(found[0], Done)
    assert isinstance(found[-1], Failed)
    assert found[-1].reason in {"warc-truncated", "warc-damaged"}


def test_zeroed_bytes_do_not_stop_the_batch(tmp_path: Path) -> None:
    path = write(tmp_path / "bad.warc.gz", record("http://paper.example/a", b"<p>One</p>"))
    path.write_bytes(path.read_bytes() + b"\0" * 300)
    story = tmp_path / "story.html"
    story.write_text("<p>Words</p>")
    found = list(acquire([str(path), str(story)]))
    assert isinstance(found[-1], Done)
