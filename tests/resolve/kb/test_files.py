from pathlib import Path

from dragoman.resolve import KnowledgeBase
from dragoman.resolve.kb.files import as_tables, rows_about, write_tables
from dragoman.resolve.kb.tables import folder_rows


def test_all_tables_come_back_as_they_were_written(shipped: KnowledgeBase, tmp_path: Path) -> None:
    tables = as_tables(shipped.rows)
    write_tables(tables, tmp_path)
    back = folder_rows(tmp_path)
    assert as_tables(back) == {table: tables[table] for table in sorted(tables)}
    assert KnowledgeBase(back).actors == shipped.actors


def test_one_actor_is_its_own_rows(shipped: KnowledgeBase) -> None:
    rows = rows_about(shipped.rows, "serzh-sargsyan")
    assert {row["office"] for row in rows} == {"president", "prime minister"}
    assert {row["person"] for row in rows} == {"serzh-sargsyan"}
    assert {row.table for row in rows_about(shipped.rows, "ARM")} == {"states", "memberships"}
