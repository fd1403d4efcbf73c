import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.errors import KnowledgeBaseError
from dragoman.flow import settings
from dragoman.flow.settings import Settings, data_digest


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A copy of the tables that decide what an event is."""
    for room in ("codebook", "coding", "resolve"):
        shutil.copytree(str(files("dragoman") / room), tmp_path / room)
    return tmp_path


@pytest.mark.parametrize(
    "table",
    ["codebook/data/plover.toml", "coding/data/lexicon/assault.toml", "resolve/kb/states.csv"],
)
def test_a_changed_table_changes_the_digest(shipped: Path, table: str) -> None:
    before = data_digest(shipped)
    assert data_digest(shipped) == before
    content = (shipped / table).read_bytes()
    (shipped / table).write_bytes(content.replace(b"a", b"b", 1))
    assert data_digest(shipped) != before
    (shipped / table).write_bytes(content)
    assert data_digest(shipped) == before


def test_added_and_renamed_tables_change_the_digest(shipped: Path) -> None:
    before = data_digest(shipped)
    (shipped / "coding" / "data" / "more.csv").write_text("word\n", "utf-8")
    added = data_digest(shipped)
    (shipped / "coding" / "data" / "more.csv").rename(shipped / "coding" / "data" / "other.csv")
    assert len({before, added, data_digest(shipped)}) == 3
    (shipped / "coding" / "data" / "other.csv").unlink()
    (shipped / "coding" / "data" / "note.md").write_text("not read", "utf-8")
    assert data_digest(shipped) == before


def test_other_tables_are_other_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Settings().digest()
    assert Settings().digest() == before
    monkeypatch.setattr(settings, "_shipped", lambda: "other tables")
    assert Settings().digest() != before


@pytest.mark.parametrize("as_folder", [False, True])
def test_the_users_tables_change_the_digest(tmp_path: Path, as_folder: bool) -> None:
    table = tmp_path / "groups.csv"
    table.write_text("id,name\nlake-front,Lake Front\n", "utf-8")
    own = Settings(actors=(tmp_path if as_folder else table,))
    before = own.digest()
    assert before != Settings().digest()
    table.write_text("id,name\nlake-front,Front of the Lake\n", "utf-8")
    assert own.digest() != before


def test_a_table_that_is_not_there_is_the_users_error(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeBaseError, match="no table"):
        Settings(actors=(tmp_path / "none.csv",)).digest()
