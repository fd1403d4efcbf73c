import csv
import io
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.formats.tables import columns, write_csv, write_parquet
from dragoman.model import Event
from dragoman.resolve import load_knowledge_base
from tests.formats.events import closing, retold


def as_csv(*events: Event) -> list[dict[str, str]]:
    file = io.StringIO(newline="")
    assert write_csv(events, file, load_knowledge_base()) == len(events)
    return list(csv.DictReader(io.StringIO(file.getvalue(), newline="")))


def test_csv_has_one_row_an_event_and_joins_lists() -> None:
    first, second = as_csv(closing(), retold())
    assert first["claimed_by"] == "Sevan; Kite"
    assert (first["actor_code"], first["recipient_code"]) == ("AZE", "ARM")
    assert (first["date"], first["historical"], first["troops_low"]) == (
        "2024-03-04",
        "false",
        "20",
    )
    assert (first["troops_high"], first["dead_low"]) == ("", "")
    assert (second["reports"], second["n_origins"]) == ("crossing-closed; kite-flash", "1")


def test_csv_without_events_is_its_header() -> None:
    file = io.StringIO(newline="")
    assert write_csv((), file, load_knowledge_base()) == 0
    assert file.getvalue().rstrip("\r\n").split(",") == [
        column.name for column in columns(load_knowledge_base())
    ]


def test_parquet_keeps_lists_days_and_numbers(tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    assert write_parquet((closing(), retold()), path, load_knowledge_base()) == 2
    table = pq.read_table(path)
    assert table.schema.field("date").type == pa.date32()
    row = table.to_pylist()[1]
    assert row["reports"] == ["crossing-closed", "kite-flash"]
    assert (row["lat"], row["lon"], row["troops_high"]) == (40.5, 45.25, None)
    assert [file.name for file in tmp_path.iterdir()] == ["events.parquet"]


def test_parquet_that_breaks_off_leaves_no_file(tmp_path: Path) -> None:
    def broken() -> object:
        yield closing()
        raise OSError("the disk is full")

    path, knowledge = tmp_path / "events.parquet", load_knowledge_base()
    with pytest.raises(OSError, match="disk"):
        write_parquet(broken(), path, knowledge)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_no_column_stands_twice() -> None:
    names = [column.name for column in columns(load_knowledge_base())]
    assert len(names) == len(set(names))
