from pathlib import Path

import pytest

from dragoman.errors import MarkedTextError
from dragoman.marked import listed, sound_sentences

SOUND = "== sentences {name}\ndate: 2027-03-12\n\nIt rained.\n0 weather\n"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_folders_stand_for_their_text_files(tmp_path: Path) -> None:
    one = write(tmp_path / "in" / "b.txt", SOUND.format(name="one"))
    two = write(tmp_path / "in" / "a.txt", SOUND.format(name="two"))
    write(tmp_path / "in" / "notes.md", "no sentences")
    alone = write(tmp_path / "c.marked", SOUND.format(name="three"))
    assert listed([alone, tmp_path / "in"]) == (alone, two, one)
    found = sound_sentences([alone, tmp_path / "in"], named=lambda path: path.name)
    assert [sentence.path for sentence in found] == ["c.marked", "a.txt", "b.txt"]


def test_every_breach_of_every_file_is_told(tmp_path: Path) -> None:
    first = write(tmp_path / "a.txt", SOUND.format(name="one"))
    again = write(tmp_path / "b.txt", SOUND.format(name="one").replace("weather", "rain"))
    with pytest.raises(MarkedTextError) as caught:
        sound_sentences([first, again, tmp_path / "gone.txt"])
    assert [(Path(p.path).name, p.line) for p in caught.value.problems] == [
        ("b.txt", 5),
        ("gone.txt", 0),
        ("b.txt", 0),
    ]
