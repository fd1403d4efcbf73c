"""The page as a browser finds it, made of a real ledger."""

import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from dragoman.ledger import Ledger, View
from dragoman.serve.report import render
from tests.formats.events import closing, person
from tests.serve.conftest import Run

BROWSER = shutil.which("chromium")
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
    described = " ".join(tree.xpath("//@aria-labelledby | //@aria-describedby")).split()
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
    marks = tree.xpath("//blockquote//mark")
    assert marks
    for mark in marks:
        assert mark.xpath("string(span[@class='label'])").strip() == mark.get("class")
    assert all(
        card.xpath(".//blockquote//mark[@class='event']") for card in tree.xpath("//article")
    )


def test_every_reason_is_told_by_what_the_keyboard_reaches(tree: html.HtmlElement) -> None:
    reasons = tree.xpath("//*[contains(@class, 'reason')]")
    assert reasons
    for reason in reasons:
        assert reason.get("role") == "tooltip"
        assert reason.text.strip()
        (told,) = reason.xpath("preceding-sibling::*")
        assert told.get("aria-describedby") == reason.get("id")
        assert told.tag == "button" or told.get("tabindex") == "0"
    assert tree.xpath("//p[@class='chain']//button")


@pytest.fixture
def twice(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> html.HtmlElement:
    """A page that shows one event of five sides two times."""
    actors = tuple(person("Norwall", code=code) for code in ("ARM", "FRA", "GEO", "RUS", "USA"))
    event = replace(closing(), actors=actors, recipients=())
    monkeypatch.setattr(View, "events", lambda *_: (event, event))
    with Ledger.open(ledger).view() as view:
        return html.document_fromstring(render(view, (), TITLE))


def test_a_card_that_repeats_has_ids_of_its_own(twice: html.HtmlElement) -> None:
    assert len(twice.xpath("//article")) == 2
    assert [name for name, count in Counter(twice.xpath("//@id")).items() if count > 1] == []
    test_every_reason_is_told_by_what_the_keyboard_reaches(twice)


def test_every_pair_of_an_event_is_linked(twice: html.HtmlElement) -> None:
    for card in twice.xpath("//article"):
        pairs = card.get("data-pair").split()
        links = card.xpath(".//div[@class='sides']//a/@href")
        assert len(pairs) == 10
        assert [unquote(link.removeprefix("#pair=")) for link in links] == pairs
        assert card.xpath("string(.//div[@class='sides']//summary)") == "and 7 other pairs"


ESCAPES = """<script>addEventListener("load", () => {
const tip = document.querySelector("article .tip");
const [button, reason] = tip.children;
const shown = () => getComputedStyle(reason).display;
const press = () => document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
button.focus();
const told = [shown()];
press();
told.push(shown(), document.activeElement === button);
button.blur();
button.focus();
told.push(shown());
let outside = 0;
let apart = 0;
for (const one of document.querySelectorAll(".tip")) {
  one.firstElementChild.focus({ preventScroll: true });
  const box = one.lastElementChild.getBoundingClientRect();
  outside += box.width === 0 || box.left < 0 || box.right > innerWidth;
  apart += box.top - one.firstElementChild.getBoundingClientRect().bottom > 9;
}
parent.postMessage([...told, outside, apart, innerWidth].join(" "), "*");
});</script>"""
FRAME = """<script>onmessage = ({ data }) => { document.body.textContent = data; };</script>
<iframe width="400" height="800" style="border: 0" src="page.html"></iframe>"""


@pytest.mark.slow
@pytest.mark.skipif(BROWSER is None, reason="no chromium here")
def test_escape_hides_a_reason_and_keeps_the_focus_and_none_leaves_a_narrow_window(
    page: str, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_text(page.replace("</body>", f"{ESCAPES}</body>"), "utf-8")
    (tmp_path / "frame.html").write_text(f"<body>{FRAME}</body>", "utf-8")
    words = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    words += [f"--user-data-dir={tmp_path / 'profile'}", "--virtual-time-budget=5000", "--dump-dom"]
    done = subprocess.run(
        [str(BROWSER), *words, (tmp_path / "frame.html").as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "block none true block 0 0 400" in done.stdout


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
