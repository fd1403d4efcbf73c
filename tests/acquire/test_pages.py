import gzip
import hashlib
import io
import json
from pathlib import Path

import pytest

from dragoman.acquire import AcquireOptions, acquire
from dragoman.model import Done, Dropped, Failed, Outcome, Page


def outcomes(path: Path, **options: object) -> list[Outcome[Page]]:
    return list(acquire([str(path)], AcquireOptions(**options)))


def test_a_file_is_a_page_with_the_digest_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "story.html"
    path.write_text("<p>Words</p>")
    [done] = outcomes(path)
    assert isinstance(done, Done)
    assert done.value.document_id == "story"
    assert done.value.snapshot.media_type == "text/html"
    assert done.value.snapshot.id == hashlib.sha256(b"<p>Words</p>").hexdigest()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("empty.html", b" \n", Dropped),
        ("junk.html", b"\x00\x01\x02", Dropped),
        ("cut.html.gz", gzip.compress(b"<p>Words</p>" * 40, mtime=0)[:-6], Failed),
        ("odd.html.gz", b"no gzip at all", Done),
        ("rows.jsonl", b'{"text": "A story."}', Done),
        ("broken.jsonl", b'{"text": ', Failed),
        ("list.json", b'[{"html": "<p>x</p>"}]', Done),
        ("number.json", b"[3]", Failed),
        ("blank.jsonl", b'{"text": "  "}', Dropped),
        ("none.jsonl", b'{"body": "A story."}', Failed),
    ],
)
def test_every_input_gives_one_outcome(
    tmp_path: Path, name: str, data: bytes, expected: type
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert [type(outcome) for outcome in outcomes(path)] == [expected]


def test_a_page_over_the_limit_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "long.html"
    path.write_bytes(b"x" * 2000)
    assert outcomes(path, max_page=1000) == [Dropped(str(path), "too-large")]


def test_a_bomb_is_dropped_before_it_unfolds(tmp_path: Path) -> None:
    path = tmp_path / "bomb.html.gz"
    path.write_bytes(gzip.compress(b"0" * 30_000_000))
    assert outcomes(path, max_page=1_000_000) == [Dropped(str(path), "too-large")]


def test_rows_keep_their_fields_under_other_names(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    rows = [{"key": 7, "body": "A story.", "date": "2024-05-09"}, {"body": "More."}]
    path.write_text("\n".join(json.dumps(row) for row in rows))
    first, second = outcomes(path, fields={"id": "key", "text": "body"})
    assert isinstance(first, Done)
    assert isinstance(second, Done)
    assert first.value.document_id == "7"
    assert first.value.given.date == "2024-05-09"
    assert first.value.text == "A story."
    assert second.value.document_id == "rows#2"


def test_standard_input_is_sniffed() -> None:
    [done] = acquire(["-"], standard_input=io.BytesIO(b"<html><p>Words</p></html>"))
    assert isinstance(done, Done)
    assert done.value.snapshot.media_type == "text/html"
    assert done.value.document_id == "stdin"


def test_a_folder_goes_on_after_a_bad_file(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(b"\x1f\x8bdamaged")
    (tmp_path / "b.html").write_text("<p>Words</p>")
    assert [type(outcome) for outcome in outcomes(tmp_path)] == [Failed, Done]
