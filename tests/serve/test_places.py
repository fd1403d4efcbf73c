"""`dragoman places`: what users see, and what they are told where nothing is known."""

from pathlib import Path

import pytest

from tests.serve.conftest import Run


def test_places_of_a_text_with_their_reasons(dragoman: Run) -> None:
    result = dragoman("places", "find", "Police in Paris, Texas, made arrests.")
    assert result.exit_code == 0, result.output
    _, paris, texas = result.stdout.splitlines()
    assert paris.split()[:4] == ["Paris", "Paris", "USA", "city"]
    assert "33.66, -95.56" in paris
    assert "the text puts it in Texas" in paris
    assert texas.split()[:4] == ["Texas", "Texas", "USA", "region"]
    assert "2 places" in result.stderr


@pytest.mark.parametrize(
    ("words", "precision"), [("Armenia", "country"), ("the Black Sea", "cross-border")]
)
def test_what_is_no_point_has_no_coordinates(dragoman: Run, words: str, precision: str) -> None:
    result = dragoman("places", "find", f"The ships sailed near {words} on Monday.")
    assert result.exit_code == 0, result.output
    (line,) = result.stdout.splitlines()[1:]
    assert precision in line
    assert "." not in line.split(precision)[1].split("prior")[0]


@pytest.mark.parametrize("text", ["", " \n ", "They asked us to leave.", "missing.txt"])
def test_a_text_without_places_is_no_error(dragoman: Run, text: str) -> None:
    result = dragoman("places", "find", text)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "0 places" in result.stderr


def test_a_file_is_read(dragoman: Run, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("Shelling hit Kharkiv.", encoding="utf-8")
    assert "UKR" in dragoman("places", "find", file).stdout


def test_a_file_that_is_no_text_is_refused(dragoman: Run, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(b"\xff\xfe\x00K")
    result = dragoman("places", "find", file)
    assert result.exit_code == 1
    assert "not UTF-8" in result.stderr


@pytest.mark.parametrize("home", ["Illinois", "Missouri"])
def test_the_outlet_home_decides_between_equals(dragoman: Run, home: str) -> None:
    text = "Two men were arrested in Springfield."
    (line,) = dragoman("places", "find", text, "--home", home).stdout.splitlines()[1:2]
    point = {"Illinois": "39.80, -89.64", "Missouri": "37.22, -93.30"}[home]
    assert point in line


def test_a_home_that_is_unknown_is_refused(dragoman: Run) -> None:
    result = dragoman("places", "find", "A fire in Springfield.", "--home", "Nowhereland")
    assert result.exit_code == 2
    assert "--home Nowhereland: no place of that name" in result.stderr


def test_what_a_name_may_mean(dragoman: Run) -> None:
    result = dragoman("places", "show", "springfield", "--limit", "2")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert len(lines) == 3
    assert "Missouri" in lines[1]
    assert "170,188" in lines[1]
    assert "2 shown" in result.stderr


@pytest.mark.parametrize(("name", "said"), [("Xyzzyq", "Xyzzyq"), ("", "an empty name")])
def test_an_unknown_name_is_said_to_be(dragoman: Run, name: str, said: str) -> None:
    result = dragoman("places", "show", name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{said}: no place of that name is known" in result.stderr


def test_a_limit_below_one_is_refused(dragoman: Run) -> None:
    assert dragoman("places", "show", "Paris", "--limit", "0").exit_code == 2
