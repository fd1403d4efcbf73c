from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger
from tests.ledger import writer
from tests.ledger.build import part


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    ledger = Ledger.open(tmp_path / "ledger", create=True)
    for number in range(6):
        ledger.append(part(writer.report(number)))
    return ledger


def files_of(ledger: Ledger) -> set[str]:
    return {path.name for path in (ledger.path / "parts").glob("*/*")}


def test_compaction_changes_no_answer(ledger: Ledger) -> None:
    with ledger.view() as view:
        before = (view.events(), view.documents(), view.facts(), view.counts())
        reading = view.document("report 3")
    tables = {path.parent.name for path in (ledger.path / "parts").glob("*/*")}
    assert ledger.compact() == 6 * len(tables)
    with ledger.view() as view:
        assert (view.events(), view.documents(), view.facts(), view.counts()) == before
        assert view.document("report 3") == reading
    assert ledger.compact() == 0
    assert len(files_of(ledger)) == len(tables)
    assert ledger.append(part(writer.report(0))) == ()
    assert ledger.append(part(writer.report(9))) == ("key report 9",)


def test_an_older_view_outlives_one_compaction(ledger: Ledger) -> None:
    with ledger.view() as view:
        ledger.compact()
        assert view.counts().documents == 6
        assert len(view.events()) == 12
        ledger.compact()
        with pytest.raises(LedgerError, match="open it again"):
            view.events()


def test_strays_are_swept(ledger: Ledger) -> None:
    stray = ledger.path / "parts" / "facts" / "00000099-part_0.parquet"
    stray.write_bytes(b"left by a killed writer")
    ledger.compact()
    assert not stray.exists()


def test_a_compaction_that_fails_changes_nothing(ledger: Ledger) -> None:
    before = files_of(ledger)

    def full(path: Path, schema: pa.Schema, tables: Iterable[pa.Table]) -> None:
        raise OSError("No space left on device")

    with pytest.raises(LedgerError, match="No space left"):
        replace(ledger, write=full).compact()
    assert files_of(ledger) == before
    with ledger.view() as view:
        assert view.counts().documents == 6
