from pathlib import Path

import pytest

from dragoman.acquire.inputs import Input, bare_name, find_inputs
from dragoman.errors import InputError
from dragoman.model import Dropped


def test_folders_are_walked_in_order_and_strangers_named(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/two.html.gz", "one.txt", "picture.png", ".hidden.html"):
        (tmp_path / name).write_bytes(b"x")
    found = list(find_inputs([str(tmp_path)]))
    assert [Path(item.name).name for item in found] == ["one.txt", "picture.png", "two.html.gz"]
    assert found[1] == Dropped(str(tmp_path / "picture.png"), "unsupported-type")
    assert isinstance(found[2], Input)
    assert found[2].gzipped
    assert found[2].stem == "two"


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(find_inputs([str(tmp_path)]))) == 1


def test_patterns_and_doubles(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("x")
    (tmp_path / "b.html").write_text("x")
    words = [str(tmp_path / "*.html"), str(tmp_path / "a.html")]
    assert len(list(find_inputs(words))) == 2


def test_a_missing_path_is_the_users_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        list(find_inputs([str(tmp_path / "nothing.html")]))


@pytest.mark.parametrize(
    ("name", "bare"),
    [("a.html.gz", "a"), ("page-2024-05-09.txt", "page-2024-05-09"), ("a.b.htm", "a.b"),
     ("notes.v2", "notes.v2"), (".html", ".html")],
)  # fmt: skip
def test_bare_name(name: str, bare: str) -> None:
    assert bare_name(name) == bare
