from pathlib import Path

import pytest

from dragoman.errors import KnowledgeBaseError
from dragoman.resolve.kb import KnowledgeBase, load_knowledge_base
from dragoman.resolve.kb.tables import folder_rows
from tests.resolve.tables import office, small_world, write


def test_a_table_is_known_by_its_header_and_keeps_its_lines(tmp_path: Path) -> None:
    path = write(tmp_path, "parties", [{"id": "reds"}, {"id": "blues"}], name="whatever.csv")
    rows = folder_rows(path)
    assert [(row.table, row.file, row.line, row["id"]) for row in rows] == [
        ("parties", "whatever.csv", 2, "reds"),
        ("parties", "whatever.csv", 3, "blues"),
    ]


def test_lists_are_parted_and_trimmed(tmp_path: Path) -> None:
    path = write(tmp_path, "parties", [{"id": "reds", "names": "Red; The Reds;"}])
    assert folder_rows(path)[0].items("names") == ("Red", "The Reds")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("colour,shape\nred,round\n", "its header is of no table"),
        ("", "its header is of no table"),
        ("id,name,names,country,kind,note\nx,X\n", "bad.csv:2: 2 cells, the header has 6"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "bad.csv").write_text(content)
    with pytest.raises(KnowledgeBaseError, match=message):
        folder_rows(tmp_path)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_bytes(b"id,name,names,country,kind,note\nx,Caf\xe9,,,,\n")
    with pytest.raises(KnowledgeBaseError, match=r"bad\.csv: not UTF-8"):
        folder_rows(tmp_path)


@pytest.mark.parametrize("name", ["", "absent.csv"])
def test_a_folder_without_tables_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(KnowledgeBaseError, match="no table"):
        folder_rows(tmp_path / name)


def test_a_bad_date_is_refused_with_its_place(tmp_path: Path) -> None:
    small_world(tmp_path / "kb")
    row = office("RUR", "king", "nobody", "No Body", "last May")
    write(tmp_path / "kb", "offices", [row], name="offices_more.csv")
    with pytest.raises(KnowledgeBaseError, match=r"offices_more\.csv:2: not a date.*'last May'"):
        _ = KnowledgeBase(folder_rows(tmp_path / "kb")).actors


def test_own_tables_add_and_replace(tmp_path: Path, shipped: KnowledgeBase) -> None:
    write(
        tmp_path,
        "organisations",
        [
            {"id": "nato", "code": "NATO", "name": "The Alliance", "kind": "igo"},
            {"id": "elphberg-pact", "code": "EP", "name": "Elphberg Pact", "kind": "igo"},
        ],
    )
    extended = load_knowledge_base([tmp_path])
    nato, pact = extended.actor("nato"), extended.actor("elphberg-pact")
    assert nato is not None
    assert nato.names == ("The Alliance",)
    assert pact is not None
    assert extended.actor("ARM") == shipped.actor("ARM")
    assert shipped.actor("elphberg-pact") is None


def test_own_terms_replace_those_of_the_same_person_in_the_same_office(tmp_path: Path) -> None:
    write(
        tmp_path,
        "offices",
        [office("ARM", "prime minister", "nikol-pashinyan", "Nikol Pashinyan", "2018-05-09")],
    )
    actor = load_knowledge_base([tmp_path]).actor("nikol-pashinyan")
    assert actor is not None
    starts = [str(role.valid_from) for role in actor.roles if role.office == "prime minister"]
    assert starts == ["2018-05-09"]


def test_the_shipped_tables_are_read_once() -> None:
    assert load_knowledge_base() is load_knowledge_base()
