import re
from pathlib import Path

from dragoman.codebook import load_codebook, load_plover, render_markdown

WATER = Path(__file__).parents[2] / "examples" / "codebooks" / "water.toml"


def test_the_page_shows_everything_of_the_codebook() -> None:
    plover = load_plover()
    page = render_markdown(plover)
    assert page.startswith(f"# {plover.title}\n")
    assert re.findall(r"^### (.+)$", page, re.MULTILINE) == list(plover.event_names)
    for event in plover.events:
        assert event.definition in page
        for border in event.borders:
            assert f"- **{border.neighbour}**: {border.rule}" in page
        for mode in event.modes:
            assert f"| `{mode.name}` |" in page
    for context in plover.contexts:
        assert f"| `{context.name}` | {context.definition} | {context.excludes} |" in page
    for sector in plover.sectors:
        assert f"| `{sector.code}` | {sector.definition} |" in page


def test_rows_of_the_page() -> None:
    page = render_markdown(load_plover())
    assert "| [AID](#aid) | 2 material cooperation | 10 | `070` | required |" in page
    assert "| `visit` | 4 | `042` | One side travels" in page
    assert "| `cyber` | −7 | `170` | Attacks computers, networks or data. Adds `cyber`. |" in page
    assert "quad table 3" in page


def test_tables_are_rectangular() -> None:
    for block in render_markdown(load_codebook(WATER)).split("\n\n"):
        lines = block.splitlines()
        if lines and lines[0].startswith("|"):
            assert len({len(re.findall(r"(?<!\\)\|", line)) for line in lines}) == 1


def test_custom_triggers_are_listed() -> None:
    page = render_markdown(load_codebook(WATER))
    assert "- divert the river (verb): `river`, `dams`" in page
    assert "- water blockade (noun): `supply`" in page
    assert page.endswith("\n")
    assert not page.endswith("\n\n")
