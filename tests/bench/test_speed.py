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


def test_each_round_of_copies_is_set_earlier(tmp_path: Path) -> None:
    originals = tmp_path / "originals"
    originals.mkdir()
    (originals / "a.html").write_text("<p>On 9 May 2024, 1,200 men.</p>", encoding="utf-8")
    copies = sorted(repeat(originals, tmp_path / "copies", 2).iterdir())
    assert "9 May 2024, 1,200 men" in copies[0].read_text(encoding="utf-8")
    assert "9 May 2019, 1,200 men" in copies[1].read_text(encoding="utf-8")
