"""What a page or file name says is shown, never obeyed: by terminals, by rich, by browsers."""

import json
import re
from pathlib import Path

import pytest
from lxml import html

from tests.robustness.pages import SENTENCE, page
from tests.serve.conftest import Run

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
ROWS = (
    {"id": "[/bold]", "title": "[red]Guards[/nope]", "publisher": "[/x]", "text": SENTENCE},
    {
        "id": "esc\x1b[2J",
        "title": "\x1b]0;owned\x07 Guards \x9b31m to go",
        "text": f"\x1b[31m{SENTENCE} 1",
    },
    {"id": "address", "url": "javascript:alert(8)", "title": "T", "text": f"{SENTENCE} 2"},
    {"id": "markup", "publisher": "<img src=x onerror=alert(9)>", "text": f"{SENTENCE} 3"},
)
HEAD = """
<meta property="og:url" content="javascript:alert(4)">
<meta name="author" content='"><img src=x onerror=alert(5)>'>
<meta property="og:site_name" content="</script><script>alert(6)</script>">
<link rel="license" href="javascript:alert(7)">"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from typer.testing import CliRunner

    from dragoman.serve.cli.app import app

    folder = tmp_path_factory.mktemp("hostile")
    (folder / "rows.jsonl").write_text("\n".join(map(json.dumps, ROWS)))
    body = f"<p>&lt;script&gt;alert(2)&lt;/script&gt; {SENTENCE}</p><p>{SENTENCE} Indeed.</p>"
    title = "Guards &lt;script&gt;alert(1)&lt;/script&gt; to leave Armenia"
    (folder / "script.html").write_text(page(title, body, HEAD))
    (folder / "name\x1b[31m\x07.html").write_text(page(body=f"<p>{SENTENCE} 5</p>" * 2))
    (folder / "left\x1b[2Jout.png").touch()
    words = ["code", str(folder), "--ledger", str(folder / "ledger"), "--workers", "1"]
    done = CliRunner().invoke(app, [*words, "--basis", "own"])
    assert done.exit_code == 0, done.output
    assert not CONTROL.search(done.output)
    return folder / "ledger"


@pytest.mark.parametrize(
    "words",
    [
        ("events",),
        ("ledger", "inputs"),
        ("show", "[/bold]"),
        ("show", "esc[2J"),
        ("show", "script"),
        ("show", "name\x1b[31m\x07"),
        ("dyad", "ARM", "RUS"),
    ],
    ids=lambda words: " ".join(words).encode("unicode_escape").decode(),
)
def test_nothing_on_the_screen_commands_it(
    dragoman: Run, hostile: Path, words: tuple[str, ...]
) -> None:
    result = dragoman(*words, "--ledger", hostile)
    assert result.exit_code == 0, result.output
    assert result.stdout.strip()
    assert not CONTROL.search(result.output)


def test_an_unknown_name_is_shown_as_it_is(dragoman: Run, hostile: Path) -> None:
    result = dragoman("show", "[red]no[/such]\x1b[2J", "--ledger", hostile)
    assert result.exit_code == 1
    assert "[red]no[/such]\N{REPLACEMENT CHARACTER}[2J" in result.stderr


def test_the_report_page_runs_no_words_of_a_page(
    dragoman: Run, hostile: Path, tmp_path: Path
) -> None:
    path = tmp_path / "report.html"
    assert dragoman("report", "--ledger", hostile, "--output", path).exit_code == 0
    written = path.read_text("utf-8")
    tree = html.document_fromstring(written)
    assert "alert(" in tree.text_content()
    assert [one for one in tree.iter("script") if "alert(" in (one.text or "")] == []
    assert list(tree.iter("img", "iframe", "object", "embed")) == []
    for element in tree.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert not (name in {"href", "src"} and value.strip().lower().startswith("javascript"))
