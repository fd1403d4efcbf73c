import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ledger import EventFilter, Ledger
from dragoman.ledger.search import as_query, find_tellings
from dragoman.model import Retention, Stated
from tests.ledger.build import Report, Told, coded, part

AIDS = Told(actors="FRA:France", event="AID", recipients="ARM:Armenia", day="2024-04-02")
TALKS = Told(actors="RUS:Ministers TUR:Türkiye", event="CONSULT", day="2024-05-08")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    ledger = Ledger.open(tmp_path / "ledger", create=True)
    ledger.append(part(Report(name="one", told=[AIDS]), Report(name="two", told=[TALKS])))
    return ledger


def found(ledger: Ledger, words: str) -> list[str]:
    with ledger.view() as view:
        return [event.event for event in view.search(words)]


@pytest.mark.parametrize(
    ("words", "events"),
    [
        ("france", ["AID"]),
        ("armenia FRANCE", ["AID"]),
        ("minister", ["CONSULT"]),
        ("turkiye", ["CONSULT"]),
        ("mini*", ["CONSULT"]),
        ('"france aid armenia"', ["AID"]),
        ('"armenia aid"', []),
        ("title", ["AID", "CONSULT"]),
        ("title two", ["CONSULT"]),
        ("france ministers", []),
        ("", []),
        ("--", []),
        ('"', []),
        ("france NOT armenia OR (", []),
    ],
)
def test_words_are_found(ledger: Ledger, words: str, events: list[str]) -> None:
    assert found(ledger, words) == events


def test_a_search_goes_with_the_other_filters(ledger: Ledger) -> None:
    with ledger.view() as view:
        assert len(view.events(EventFilter(search="title", actor="FRA"))) == 1
        assert view.events(EventFilter(search="nothing", actor="FRA")) == ()
        assert len(view.events(EventFilter(search="title", limit=1))) == 1


def test_nothing_is_indexed_of_texts_that_may_not_be_kept(ledger: Ledger) -> None:
    body = Report(name="shut", told=[AIDS], retention=Retention.QUOTES)
    made = coded(body)
    long = " ".join(f"word{number}" for number in range(40))
    evidence = replace(made.events[0].evidence[0], quote=long)
    document = replace(made.document, text=f"{made.document.text} secret", title=Stated("Head", ""))
    shut = replace(
        made,
        reading=replace(made.reading, document=document),
        events=(replace(made.events[0], evidence=(evidence,)),),
    )
    ledger.append(replace(part(body), coded=(shut,)))
    assert found(ledger, "word24") == ["AID"]
    assert found(ledger, "head") == ["AID"]
    assert found(ledger, "word25") == []
    assert found(ledger, "secret") == []


def test_only_the_newest_coding_of_a_moment_is_searched(ledger: Ledger) -> None:
    with ledger.view() as before:
        newer = coded(Report(name="one", told=[AIDS]))
        document = replace(newer.document, title=Stated("Renamed", ""))
        again = replace(newer, reading=replace(newer.reading, document=document))
        batch = part(Report(name="one", told=[AIDS]), settings="v2")
        ledger.append(replace(batch, coded=(again,)))
        assert found(ledger, "renamed") == ["AID"]
        assert found(ledger, "title one") == []
        assert len(before.search("title one")) == 1
        assert before.search("renamed") == ()


def test_compaction_keeps_the_index(ledger: Ledger) -> None:
    ledger.append(part(Report(name="three", told=[AIDS])))
    ledger.compact()
    ledger.compact()
    assert found(ledger, "title") == ["AID", "AID", "CONSULT"]


@given(st.text())
def test_no_words_break_the_query(words: str) -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE words USING fts5 (quote, title, telling UNINDEXED)")
    assert find_tellings(database, words) == []
    database.close()


def test_the_words_of_a_query() -> None:
    assert as_query('aid "to armenia" withdr* -- or') == (
        '"aid" AND "to armenia" AND "withdr"* AND "or"'
    )
