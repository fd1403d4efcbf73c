"""Pages that are deep, crowded or endless: an answer, and in a time that grows with the page."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.acquire.origin import HTML, Origin, make_page
from dragoman.model import Done, Dropped
from dragoman.read.page import read_page
from tests.robustness.conftest import Outcomes
from tests.robustness.pages import PARAGRAPHS, SENTENCE, page

CROWDS: dict[str, Callable[[int], str]] = {
    "tags": lambda size: PARAGRAPHS * 3 + "<b>a</b> " * size,
    "paragraphs": lambda size: PARAGRAPHS * 3 + "<p>a</p>" * size,
    "deep spans": lambda size: PARAGRAPHS * 3 + "<span>" * 200 + "<b>a</b>" * (size // 8),
    "line breaks": lambda size: f"<p>{SENTENCE}<br>" + f"{SENTENCE}<br>" * (size // 16),
}


def _seconds(body: str) -> float:
    text = page(body=body)
    began = time.process_time()
    outcome = read_page(make_page(text.encode(), text, HTML, Origin(name="a", document_id="a")))
    assert isinstance(outcome, Done)
    return time.process_time() - began


@pytest.mark.parametrize("crowd", CROWDS.values(), ids=CROWDS)
def test_crowded_pages_take_a_time_that_grows_with_them(crowd: Callable[[int], str]) -> None:
    small, large = _seconds(crowd(2_000)), _seconds(crowd(8_000))
    assert large < 8 * max(small, 0.2)


def test_a_page_deeper_than_the_parser_reads_is_dropped(outcomes: Outcomes, tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text(page(body="<div>" * 100_000 + PARAGRAPHS + "</div>" * 100_000))
    assert outcomes(path) == {"deep.html": ("dropped", "no-text")}


def test_one_endless_line_is_read(outcomes: Outcomes, tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text(f"Title of it\n{SENTENCE} " + "and then some more of it went on " * 7_500)
    assert path.stat().st_size > 200_000
    assert outcomes(path) == {"line.txt": ("done", "")}


def test_dropped_is_an_outcome_of_a_page_without_words() -> None:
    text = page(body="<div></div>" * 1_000)
    outcome = read_page(make_page(text.encode(), text, HTML, Origin(name="a", document_id="a")))
    assert isinstance(outcome, Dropped)
