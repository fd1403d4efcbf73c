import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from dragoman.codebook import load_plover
from dragoman.serve.cli.app import app
from tests.docs.pages import (
    ELSEWHERE,
    REPOSITORY,
    anchors,
    answers,
    blocks,
    commands,
    links,
    make_demo,
    pages,
    workplace,
    written,
)

LARGEST_PICTURE = 300_000
RUN = ["README.md", "docs/tutorial.md"]
PIPE = re.compile(r"[|;]|&&|>")


def names(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(REPOSITORY)) for path in paths]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_demo(tmp_path_factory.mktemp("demo"))


@pytest.mark.parametrize("page", names(pages()))
def test_links_lead_somewhere(page: str) -> None:
    path = REPOSITORY / page
    lost = []
    for target in links(path.read_text(encoding="utf-8")):
        file, _, anchor = target.partition("#")
        found = (path.parent / file).resolve() if file else path
        if not found.exists() or (
            anchor and anchor not in anchors(found.read_text(encoding="utf-8"))
        ):
            lost.append(target)
    assert lost == []


def invocations() -> Iterator[tuple[str, str]]:
    for path in written():
        for block in blocks(path.read_text(encoding="utf-8")):
            for command in commands(block):
                for part in PIPE.split(command):
                    if part.strip().startswith("dragoman"):
                        yield str(path.relative_to(REPOSITORY)), part.strip()


def parse(words: list[str]) -> str:
    """Parses a command line without running it and gives the command's whole name."""
    command: Any = typer.main.get_command(app)
    name = []
    while hasattr(command, "commands") and words and not words[0].startswith("-"):
        name.append(words.pop(0))
        command = command.commands[name[-1]]
    if "--help" not in words and "--version" not in words:
        command.make_context(" ".join(name), words)
    return " ".join(name)


@pytest.mark.parametrize(("page", "command"), list(invocations()))
def test_commands_parse(page: str, command: str) -> None:
    parse(shlex.split(command)[1:])


def test_a_wrong_option_would_be_found() -> None:
    with pytest.raises(Exception, match="no-such-option"):
        parse(["events", "--no-such-option"])


def leaves(command: Any, name: tuple[str, ...] = ()) -> Iterator[str]:
    inner = getattr(command, "commands", {})
    if not inner:
        yield " ".join(name)
    for word, one in inner.items():
        yield from leaves(one, (*name, word))


def test_every_command_is_shown() -> None:
    shown = {parse(shlex.split(command)[1:]) for _, command in invocations()}
    assert sorted(set(leaves(typer.main.get_command(app))) - shown) == []


def test_every_event_type_is_told() -> None:
    text = (REPOSITORY / "docs/reference/codebook.md").read_text(encoding="utf-8")
    assert [name for name in load_plover().event_names if f"### {name}\n" not in text] == []


@pytest.mark.parametrize("page", RUN)
def test_pages_run_on_the_sample(page: str, demo: Path, tmp_path: Path) -> None:
    text = (REPOSITORY / page).read_text(encoding="utf-8")
    ran = list(answers(text, workplace(tmp_path, demo)))
    assert ran
    assert [content for _, content, status in ran if status] == []


def test_what_is_run_elsewhere_is_named() -> None:
    for page in RUN:
        for block in blocks((REPOSITORY / page).read_text(encoding="utf-8")):
            for command in commands(block):
                assert command.startswith((*ELSEWHERE, "dragoman ")), command


@pytest.mark.parametrize("page", names(pages()))
def test_no_path_of_a_machine_and_no_host_of_packages(page: str) -> None:
    text = (REPOSITORY / page).read_text(encoding="utf-8")
    assert re.findall(r"/(?:home|root|tmp|work|Users)/|pypi\.\w+|files\.pythonhosted", text) == []


def test_pictures_are_small() -> None:
    pictures = list((REPOSITORY / "docs/images").glob("*.png"))
    assert pictures
    assert [one.name for one in pictures if one.stat().st_size > LARGEST_PICTURE] == []
