"""Toponyms: spans, what is none, and which of several places is meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.resolve.places import Gazetteer, find_places, open_gazetteer


@pytest.mark.parametrize(
    ("text", "words", "region"),
    [
        ("Police in Paris, Texas, made arrests.", "Paris", "Texas"),
        ("A Springfield, Mass., man was held.", "Springfield", "Massachusetts"),
        ("He lives in Richmond, Ky., with his family.", "Richmond", "Kentucky"),
        ("The mayor of London, Ontario, resigned.", "London", "Ontario"),
    ],
)
def test_what_stands_behind_a_comma_decides(
    gazetteer: Gazetteer, text: str, words: str, region: str
) -> None:
    found = next(one for one in find_places(text, gazetteer) if one.text == words)
    assert found.place is not None
    assert found.place.admin == (region,)
    assert region in found.rule


def test_a_name_means_one_place_throughout(gazetteer: Gazetteer) -> None:
    text = "A fire in Athens, Ohio, hurt two. Athens police are looking into it."
    places = {one.place for one in find_places(text, gazetteer) if one.text == "Athens"}
    assert [place.admin for place in places if place] == [("Ohio",)]


def test_where_the_outlet_is_at_home_decides_between_equals(gazetteer: Gazetteer) -> None:
    text = "Two men were arrested in Springfield on Monday."
    for home in ("Illinois", "Missouri", "Massachusetts"):
        found = find_places(text, gazetteer, (home,))[0]
        assert found.place is not None
        assert found.place.admin == (home,)


@pytest.mark.parametrize(
    "text",
    [
        "Kevin Jackson said he would appeal.",
        "Mr. Houston told the court so.",
        "Reading is good for you.",
        "They asked us to leave.",
        "Sen. Lincoln Davis voted.",
    ],
)
def test_people_and_common_words_are_no_places(gazetteer: Gazetteer, text: str) -> None:
    assert find_places(text, gazetteer) == ()


def test_a_road_is_described_and_has_no_place(gazetteer: Gazetteer) -> None:
    (found,) = find_places("A car hit a tree on Hollow Oak Road.", gazetteer)
    assert (found.text, found.usage, found.place) == ("Hollow Oak Road", "described", None)


def test_demonyms_go_with_their_state(gazetteer: Gazetteer) -> None:
    (found,) = find_places("Turkish jets took off.", gazetteer)
    assert found.place is not None
    assert (found.usage, found.place.country_code) == ("demonym", "TUR")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from("Paris Mr. of Texas , U.S. Aleppo's 7 É the\n\n Kevin St. Ⅳ".split()))
)
def test_spans_point_at_their_words_and_do_not_overlap(parts: list[str]) -> None:
    text = " ".join(parts)
    found = find_places(text, open_gazetteer())
    assert all(one.span.of(text) == one.text for one in found)
    ends = [0, *(one.span.end for one in found)]
    assert all(one.span.start >= end for one, end in zip(found, ends, strict=False))
