"""The notation of the rules."""

import re

import pytest

from dragoman.read.times.patterns import literals, to_regex

MEMBERS = {"month": "ab", "=of": "c", "number": "d", "=a": "e"}


def test_words_and_classes_become_sets_of_symbols() -> None:
    assert to_regex("<month> of? {number}", MEMBERS) == "[ab][c]?(?P<number>[d])"


def test_a_class_can_be_kept_under_another_name() -> None:
    match = re.fullmatch(to_regex("{number:day} (of | <month>)", MEMBERS), "da")
    assert match is not None
    assert match["day"] == "d"


def test_lookaround_keeps_its_meaning() -> None:
    assert to_regex("(?<=<month>) {number} (?!of)", MEMBERS) == "(?<=[ab])(?P<number>[d])(?![c])"


def test_literals_are_those_of_the_macros_too() -> None:
    assert {"o", "clock", "am"} <= literals("{clock_time} sharp")
    assert "sharp" in literals("{clock_time} sharp")


def test_unknown_class() -> None:
    with pytest.raises(KeyError):
        to_regex("<mouth>", MEMBERS)


@pytest.mark.parametrize("pattern", ["<month> , of", "of [", "of 3"])
def test_characters_outside_the_notation(pattern: str) -> None:
    with pytest.raises(ValueError, match="cannot read"):
        to_regex(pattern, MEMBERS)
