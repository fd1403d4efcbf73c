import datetime
import json
from pathlib import Path

from dragoman.flow.run import code_into
from dragoman.flow.settings import Settings
from dragoman.ledger import Ledger

BODY = (
    "<html><head><title>Ministers met</title></head><body><article><p>YEREVAN, May 8, 2024. The "
    "foreign ministers of Armenia and France met in Yerevan on Wednesday, the ministry said.</p>"
    "<p>They discussed trade and the situation on the border at some length.</p></article></body>"
    "</html>"
)


def warc(url: str, body: str) -> bytes:
    """A WARC file of one response, fetched at noon of 9 May 2024."""
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTDM-Reservation: 1\r\n\r\n"
    page += body.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2024-05-09T12:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(page)}\r\n\r\n"
    )
    return head.encode() + page + b"\r\n\r\n"


def test_what_was_received_is_kept_with_the_document(tmp_path: Path) -> None:
    (tmp_path / "day.warc").write_bytes(warc("http://paper.example/a", BODY))
    row = {"text": "Armenia and France signed a treaty in Paris on Monday.", "id": "row-1"}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row | {"publisher": "Post"}) + "\n")
    ledger = Ledger.open(tmp_path / "ledger", create=True)
    code_into(ledger, [str(tmp_path / "day.warc"), str(tmp_path / "rows.jsonl")], Settings())
    with ledger.view() as view:
        pages = {one.name: view.document(one.id) for one in view.documents()}
        fetched, row_1 = (pages[name] for name in sorted(pages))
        assert fetched is not None
        assert fetched.snapshot is not None
        assert fetched.snapshot.url == "http://paper.example/a"
        assert fetched.snapshot.fetched_at == datetime.datetime(2024, 5, 9, 12, tzinfo=datetime.UTC)
        assert ("tdm-reservation", "1") in fetched.snapshot.headers
        assert view.snapshot(fetched.reading.document.snapshot_id) == fetched.snapshot
        assert row_1 is not None
        assert (row_1.given.id, row_1.given.publisher) == ("row-1", "Post")
        assert view.snapshot("nothing") is None
        assert view.arrow("snapshots").num_rows == 2
