import errno
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.errors import LedgerError
from dragoman.ledger import InputOutcome, Ledger, Part, write_table
from dragoman.model import Retention
from tests.ledger.build import Report, Told, coded, part

WITHDRAWAL = Told(actors="RUS:Russia", event="CONCEDE", recipients="ARM:Armenia", day="2024-05-09")
VISIT = Told(actors="NATO", event="CONSULT", recipients="ARM:Armenia", day="2024-03-19")


def files_of(ledger: Ledger) -> set[str]:
    return {path.name for path in (ledger.path / "parts").glob("*/*")}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger.open(tmp_path / "ledger", create=True)


def test_a_second_run_writes_nothing(ledger: Ledger) -> None:
    batch = part(Report(name="a", told=[WITHDRAWAL]), Report(name="b", told=[VISIT]))
    assert ledger.append(batch) == ("key a", "key b")
    before = files_of(ledger)
    assert ledger.append(batch) == ()
    assert files_of(ledger) == before
    assert ledger.done("v1") == {"key a", "key b"}
    assert ledger.done("v2") == frozenset()


def test_only_what_is_new_in_a_part_is_added(ledger: Ledger) -> None:
    ledger.append(part(Report(name="a", told=[WITHDRAWAL])))
    both = part(Report(name="a", told=[WITHDRAWAL]), Report(name="b", told=[VISIT]))
    assert ledger.append(both) == ("key b",)
    with ledger.view() as view:
        assert [one.name for one in view.documents()] == ["a", "b"]
        assert view.counts().events == 2


def test_dropped_inputs_are_settled_and_failed_ones_retried(ledger: Ledger) -> None:
    dropped = InputOutcome(key="1", name="fr.html", outcome="dropped", reason="language:fr")
    failed = InputOutcome(key="2", name="x.gz", outcome="failed", reason="gzip", detail="cut off")
    first = Part(coded=(), outcomes=(dropped, failed), settings="v1")
    assert ledger.append(first) == ("1", "2")
    assert ledger.append(first) == ()
    assert ledger.done("v1") == {"1"}
    with ledger.view() as view:
        assert view.outcomes("dropped", "failed") == (dropped, failed)
    mended = replace(part(Report(name="x")), outcomes=(replace(failed, outcome="done", reason=""),))
    assert ledger.append(mended) == ("2",)
    with ledger.view() as view:
        assert [one.name for one in view.outcomes("failed")] == []
        assert view.counts().done == 1
        assert view.counts().dropped == 1


def test_a_part_without_an_outcome_for_each_document_is_refused() -> None:
    with pytest.raises(ValueError, match="1 inputs are done, but 0 documents"):
        replace(part(Report(name="a")), coded=())


def test_two_inputs_with_the_same_document_give_one(ledger: Ledger) -> None:
    one = coded(Report(name="a", told=[WITHDRAWAL]))
    outcomes = tuple(InputOutcome(key=key, name=key, outcome="done") for key in ("x", "y"))
    ledger.append(Part(coded=(one, one), outcomes=outcomes, settings="v1"))
    with ledger.view() as view:
        assert view.counts().documents == 1
        assert view.counts().reports == 1
        assert view.counts().done == 2


def test_only_texts_that_may_be_kept_are_in_the_files(ledger: Ledger) -> None:
    long = " ".join(f"word{number}" for number in range(40))
    for name, retention in (("open", Retention.TEXT), ("shut", Retention.QUOTES)):
        body = Report(name=name, told=[WITHDRAWAL], retention=retention)
        made = coded(body)
        evidence = replace(made.events[0].evidence[0], quote=long)
        event = replace(made.events[0], evidence=(evidence,))
        ledger.append(replace(part(body), coded=(replace(made, events=(event,)),)))
    with ledger.view() as view:
        kept, not_kept = view.document("open"), view.document("shut")
        assert kept
        assert kept.text_kept
        assert (
            kept.reading.document.text == coded(Report(name="a", told=[WITHDRAWAL])).document.text
        )
        assert not_kept
        assert not not_kept.text_kept
        assert not_kept.reading.document.text == ""
        assert not_kept.reading.document.text_digest == kept.reading.document.text_digest
        cut = not_kept.events[0].evidence[0]
        assert cut.quote == " ".join(f"word{number}" for number in range(25))
        assert len(cut.span) == len(cut.quote)
        texts = view.query("SELECT text FROM all_documents ORDER BY name").to_pylist()
        assert [row["text"] is None for row in texts] == [False, True]


def test_lone_surrogates_stop_nothing(ledger: Ledger) -> None:
    body = Report(name="a", body="broken \ud800 text")
    made = coded(Report(name="a", body="x"))
    document = replace(made.document, text=body.body)
    broken = replace(made, reading=replace(made.reading, document=document))
    ledger.append(replace(part(body_safe := Report(name="a", body="x")), coded=(broken,)))
    with ledger.view() as view:
        found = view.document(body_safe.name)
        assert found
        assert found.reading.document.text == "broken \ufffd text"


def test_a_full_disk_leaves_no_half_part(ledger: Ledger) -> None:
    ledger.append(part(Report(name="a", told=[WITHDRAWAL])))
    before = files_of(ledger)
    second = part(Report(name="b", told=[VISIT]))

    for number in range(5):
        left = [number]

        def full(path: Path, schema: pa.Schema, tables: Iterable[pa.Table]) -> None:
            if not left[0]:  # noqa: B023
                raise OSError(errno.ENOSPC, "No space left on device")
            left[0] -= 1  # noqa: B023
            write_table(path, schema, tables)

        with pytest.raises(LedgerError, match=r"No space left.*run the same again"):
            replace(ledger, write=full).append(second)
        assert files_of(ledger) == before
        assert ledger.done("v1") == {"key a"}
    assert ledger.append(second) == ("key b",)


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    schema = pa.schema([("a", pa.int64())])

    def breaks() -> Iterable[pa.Table]:
        yield pa.Table.from_pylist([{"a": 1}], schema)
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_table(tmp_path / "x" / "a.parquet", schema, breaks())
    assert list((tmp_path / "x").iterdir()) == []


def test_what_is_no_ledger_is_the_users_error(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is no ledger"):
        Ledger.open(tmp_path / "nothing")
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.png").write_bytes(b"x")
    with pytest.raises(LedgerError, match="not empty"):
        Ledger.open(tmp_path / "photos", create=True)
    (tmp_path / "junk").mkdir()
    (tmp_path / "junk" / "manifest.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(LedgerError, match="not a ledger's manifest"):
        Ledger.open(tmp_path / "junk")


@pytest.mark.parametrize(
    ("schema", "remedy"),
    [("9", "upgrade dragoman"), ("1", "delete the folder or name another with --ledger")],
)
def test_another_schema_is_refused_with_its_remedy(
    ledger: Ledger, schema: str, remedy: str
) -> None:
    from dragoman.ledger import manifest

    with manifest.reading(ledger.path) as database:
        database.execute("UPDATE meta SET value = ? WHERE name = 'schema'", (schema,))
    for create in (False, True):
        with pytest.raises(LedgerError, match=f"schema {schema}.*{remedy}"):
            Ledger.open(ledger.path, create=create)


def test_an_older_ledger_that_was_deleted_is_coded_anew(ledger: Ledger) -> None:
    shutil.rmtree(ledger.path)
    again = Ledger.open(ledger.path, create=True)
    assert again.append(part(Report(name="a"))) == ("key a",)


def test_a_killed_creation_is_taken_up(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "manifest.sqlite").touch()
    for name in ("empty", "half"):
        ledger = Ledger.open(tmp_path / name, create=True)
        assert ledger.append(part(Report(name="a"))) == ("key a",)


def test_files_with_fewer_columns_are_read_beside_newer_ones(ledger: Ledger) -> None:
    from dragoman.ledger import manifest

    ledger.append(part(Report(name="a", told=[WITHDRAWAL])))
    (path,) = (ledger.path / "parts" / "sentences").iterdir()
    old = pq.read_table(path, partitioning=None).drop_columns(["block"])
    write_table(path, old.schema, [old])
    with manifest.reading(ledger.path) as database:
        database.execute("UPDATE files SET columns = 'older' WHERE table_name = 'sentences'")
    with ledger.view() as view:
        alone = view.query("SELECT block FROM sentences").to_pylist()
    assert [row["block"] for row in alone] == [None]
    ledger.append(part(Report(name="b", told=[VISIT])))
    with ledger.view() as view:
        blocks = view.query("SELECT block FROM sentences ORDER BY seq").to_pylist()
    assert [row["block"] for row in blocks] == [None, "paragraph"]
