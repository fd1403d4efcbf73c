import gzip
import json
from pathlib import Path

from bench.tasks.page import predict

PAGE = """<html lang="en"><head>
<title>Bridge between two towns opens after a long dispute - The Ferry Post</title>
<meta property="article:published_time" content="2023-04-05T10:00:00+02:00"></head><body><article>
<h1>Bridge between two towns opens after a long dispute</h1>
<p>The bridge between the two towns was opened on Wednesday by the ministers
of both countries, who had argued for years about who was to pay for it and for how long.</p>
<p>Both sides agreed to keep the crossing free of charge until the end of next year, and to talk
again about tolls after that.</p></article></body></html>"""


def test_page_gives_text_without_title_and_metadata(tmp_path: Path) -> None:
    (tmp_path / "p.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    data = tmp_path / "dev.jsonl"
    row = {"id": "p", "url": "https://ferry.example/a", "html": "p.html.gz"}
    data.write_text(json.dumps(row) + "\n", encoding="utf-8")
    (record,) = predict(data)
    assert record["id"] == "p"
    assert record["title"] == "Bridge between two towns opens after a long dispute"
    assert record["date"] == "2023-04-05"
    assert record["text"].startswith("The bridge between")
    assert "Bridge between two towns opens after a long dispute" not in record["text"]


def test_an_empty_page_gives_an_empty_record(tmp_path: Path) -> None:
    (tmp_path / "p.html.gz").write_bytes(gzip.compress(b""))
    data = tmp_path / "dev.jsonl"
    data.write_text(json.dumps({"id": "p", "html": "p.html.gz"}) + "\n", encoding="utf-8")
    assert list(predict(data)) == [{"id": "p"}]
