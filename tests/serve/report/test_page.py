"""The page as a browser finds it, made of a real ledger."""

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from dragoman.ledger import Ledger
from dragoman.serve.report import render
from tests.serve.conftest import Run

TITLE = "Lake & <border>"


@pytest.fixture(scope="module")
def page(ledger: Path) -> str:
    with Ledger.open(ledger).view() as view:
        return render(view, (("ARM", "RUS"), ("ARM", "West")), TITLE)


@pytest.fixture(scope="module")
def tree(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def test_every_event_and_document_is_there_once(ledger: Path, tree: html.HtmlElement) -> None:
    with Ledger.open(ledger).view() as view:
        events = {f"e-{event.id}" for event in view.events()}
        documents = {f"d-{document.id}" for document in view.documents()}
    assert {card.get("id") for card in tree.xpath("//article")} == events
    assert {one.get("id") for one in tree.xpath("//details[@class='document']")} == documents


def test_ids_are_unique_and_links_inside_lead_somewhere(tree: html.HtmlElement) -> None:
    ids = Counter(tree.xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []
    anchors = [link[1:] for link in tree.xpath("//a/@href") if link.startswith("#")]
    assert [name for name in anchors if "=" not in name and name not in ids] == []
    described = " ".join(tree.xpath("//@aria-labelledby")).split()
    assert set(described) <= set(ids)


def test_nothing_is_loaded_from_elsewhere(page: str, tree: html.HtmlElement) -> None:
    assert tree.xpath("//@src | //link | //iframe | //object | //*[@srcset]") == []
    assert re.findall(r"url\(|@import|fetch\(|XMLHttpRequest|import\(", page) == []


def test_words_of_others_are_escaped(page: str, tree: html.HtmlElement) -> None:
    assert tree.xpath("//h1/text()") == [TITLE]
    assert TITLE not in page


def test_bars_lead_to_the_events_they_count(tree: html.HtmlElement) -> None:
    columns = tree.xpath("//figure[@id='dyad-1']//a[@class='column']")
    assert columns
    for column in columns:
        month = column.get("href").partition("month=")[2]
        fitting = [
            card
            for card in tree.xpath("//article")
            if "ARM-RUS" in card.get("data-dyad").split() and card.get("data-month") == month
        ]
        counted = int(re.search(r": (\d+) events? in", column.get("aria-label")).group(1))  # type: ignore[union-attr]
        assert len(fitting) == counted


def test_charts_have_a_name_a_description_and_a_table(tree: html.HtmlElement) -> None:
    for figure in tree.xpath("//figure"):
        assert figure.xpath("string(.//svg/title)").strip()
        assert figure.xpath("string(.//svg/desc)").strip()
        assert figure.xpath("count(.//table//tr)") > 1


def test_quotes_are_marked_with_labels(tree: html.HtmlElement) -> None:
    marks = tree.xpath("//blockquote/mark")
    assert marks
    for mark in marks:
        assert mark.xpath("string(span[@class='label'])").strip() == mark.get("class")
    assert all(
        card.xpath(".//blockquote//mark[@class='event']") for card in tree.xpath("//article")
    )


def test_left_out_inputs_stand_with_their_reason(tree: html.HtmlElement) -> None:
    assert "1 × empty" in " ".join(tree.xpath("string(//header)").split())


def test_every_control_has_a_label(tree: html.HtmlElement) -> None:
    for control in tree.xpath("//form//select | //form//input"):
        assert control.getparent().xpath("string(span)").strip()


def test_an_empty_ledger_gives_a_page_that_says_so(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger", create=True).view() as view:
        page = render(view, (("ARM", "RUS"),), "Nothing yet")
    assert "No events" in page


def test_the_command_writes_the_page_and_takes_pairs(
    dragoman: Run, ledger: Path, tmp_path: Path
) -> None:
    path = tmp_path / "out" / "page.html"
    words = ["report", "--ledger", ledger, "--output", path, "--dyad", "ARM", "RUS"]
    assert dragoman(*words, "--dyad", "ARM", "West").exit_code == 0
    assert len(html.parse(str(path)).xpath("//figure")) == 2
    cut = dragoman("report", "--ledger", ledger, "--output", path, "--dyad", "ARM")
    assert cut.exit_code == 2
    assert "--dyad ARM RUS" in cut.stderr
