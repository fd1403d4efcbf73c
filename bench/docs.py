"""``python -m bench docs``: writes the generated parts of docs/ and README.md again."""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import typer.main
from typer.cli import get_docs_for_click

from bench.gate import RESULTS
from dragoman.codebook import load_plover, render_markdown
from dragoman.errors import UserError
from dragoman.formats import schema
from dragoman.serve.cli.app import app

REPOSITORY = Path(__file__).parents[1]
README = REPOSITORY / "README.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
ORIGIN = "<!-- Written by `make docs`: change what it is made from, not this file. -->\n\n"


def main(arguments: Sequence[str]) -> int:
    """Writes what is stale and names it; with ``--check`` names it only, and fails if any is."""
    parser = argparse.ArgumentParser(prog="python -m bench docs", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if a file is stale")
    options = parser.parse_args(arguments)
    stale = stale_files()
    for path, content in stale.items():
        print(path.relative_to(REPOSITORY))
        if not options.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
    return 1 if options.check and stale else 0


def stale_files() -> dict[Path, str]:
    """The generated files that differ from what they are made from, with their new content."""
    made = generated()
    return {
        path: content
        for path, content in made.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != content
    }


def generated() -> dict[Path, str]:
    """The content of every generated file."""
    reference = REPOSITORY / "docs" / "reference"
    files = {
        reference / "codebook.md": ORIGIN + render_markdown(load_plover()),
        reference / "cli.md": ORIGIN + command_line(),
        reference / "record.md": ORIGIN + record(schema()),
    }
    if RESULTS.is_file():
        results = json.loads(RESULTS.read_text(encoding="utf-8"))
        files[README] = with_figures(README.read_text(encoding="utf-8"), results)
    return files


def command_line() -> str:
    """The commands and their options, as the program itself describes them."""
    command = typer.main.get_command(app)
    _give_whole_sentences(command)
    context = typer.Context(command, info_name="dragoman")
    text = get_docs_for_click(obj=command, ctx=context, name="dragoman")
    return text.strip() + "\n"


def _give_whole_sentences(command: Any) -> None:
    """Lists of commands have the first paragraph of each, which is otherwise cut after 45 letters.

    Commands are of click, which typer may bring along under a name of its own.
    """
    for inner in getattr(command, "commands", {}).values():
        first = (inner.help or "").strip().split("\n\n")[0]
        inner.short_help = inner.short_help or " ".join(first.split())
        _give_whole_sentences(inner)


def record(description: dict[str, Any]) -> str:
    """A JSON Schema as tables: one for the record, one for each part that it names."""
    parts = [f"# {description['title']} record", "", description["description"], ""]
    parts += _fields(description)
    for name, part in description.get("$defs", {}).items():
        parts += [f"## {name}", "", part.get("description", ""), "", *_fields(part)]
    return "\n".join(parts).replace("\n\n\n", "\n\n").rstrip() + "\n"


def _fields(part: dict[str, Any]) -> list[str]:
    if "properties" not in part:
        return []
    return ["| field | type | meaning |", "| --- | --- | --- |", *_rows(part, ""), ""]


def _rows(part: dict[str, Any], prefix: str) -> Iterator[str]:
    for name, field in part["properties"].items():
        meaning = field.get("description", "").replace("|", r"\|")
        yield f"| `{prefix}{name}` | {_type(field)} | {meaning} |"
        for inner, mark in ((field, ""), (field.get("items", {}), "[]")):
            if "properties" in inner:
                yield from _rows(inner, f"{prefix}{name}{mark}.")


def _type(field: dict[str, Any]) -> str:
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    for choice in ("anyOf", "oneOf"):
        if choice in field:
            return " or ".join(_type(one) for one in field[choice])
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    kinds = field.get("type", "any")
    names = [kinds] if isinstance(kinds, str) else list(kinds)
    items = field.get("items", {})
    return " or ".join(f"array of {_type(items)}" if n == "array" and items else n for n in names)


def with_figures(readme: str, results: dict[str, Any]) -> str:
    """`readme` with the table of figures between its two marks."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise UserError(f"README.md: the marks {BEGIN} and {END} are not there")
    lines = [
        "| what | measured on | figure |",
        "| --- | --- | --- |",
        *(
            f"| {row['what']} | {row['data']} | {100 * row['measured']:.1f} |"
            for row in results["results"]
        ),
        "",
        f"In per cent, {results['date']}.",
    ]
    return "\n".join((before.rstrip("\n"), "", BEGIN, *lines, END)) + after
