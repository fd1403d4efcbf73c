from pathlib import Path

from bench.speed import repeat


def test_copies_are_pages_with_other_words(tmp_path: Path) -> None:
    originals = tmp_path / "originals"
    originals.mkdir()
    (originals / "a.html").write_text("<p>One.</p><p>Two.</p>", encoding="utf-8")
    (originals / "rows.jsonl").write_text("{}", encoding="utf-8")
    copies = sorted(repeat(originals, tmp_path / "copies", 3).iterdir())
    contents = [copy.read_text(encoding="utf-8") for copy in copies]
    assert len(set(contents)) == 3
    assert all(content.startswith("<p>One. Residents of ") for content in contents)
    assert all(content.count("</p>") == 2 for content in contents)
