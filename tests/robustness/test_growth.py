"""Twice as much of anything takes about twice as long: no pattern or loop runs away."""

import datetime
import time
from collections.abc import Callable

import pytest

from dragoman.acquire.content import decode
from dragoman.acquire.rights.markup import signals_of_html
from dragoman.model import MentionKind
from dragoman.read.attribution import find_attributions
from dragoman.read.mentions import MentionFinder
from dragoman.read.page import lines
from dragoman.read.page.metadata import clean, split_authors
from dragoman.read.page.plain import blocks_of_text
from dragoman.read.page.published import dateline_name, is_dateline, parse_iso
from dragoman.read.sentences import find_sentences
from dragoman.read.times.reader import find
from dragoman.text.notices import find_notices
from dragoman.text.sentences import LONGEST, split
from dragoman.text.tokens import tokenize
from tests.read.build import document, name

UNITS = (
    *(
        ".",
        "... ",
        "a",
        "A ",
        "1",
        "1,",
        "1/",
        "-",
        "–",
        "'",
        '"',
        "“",
        "(",
        "[",
        "©",
        "&",
        ";",
        "\n",
    ),
    *("a. ", "Mr. ", "U.S. ", "e.g. ", "AMT", "AM", "May 9, ", "9 May 2024 ", "2024-05-", "a-b-"),
    *(
        "By Aa and ",
        "Aa, ",
        "News",
        "News > ",
        "News/",
        "more on ",
        "requires a ",
        "no may ",
        "<meta ",
    ),
    *(
        "rel= ",
        "é",
        "🙂",
        "\u202e",
        "said ",
        '"a," said A ',
        "according to ",
        "on Monday ",
        "the last ",
    ),
    *("two years ", "years ago ", "more than ", "copyright ", "the President of ", "Armenia, "),
    *("Armenia and ", "of Armenia "),
)
TAILS = ("", "!", "x", " May 9, 2024!")
SHORT, START, LONG = 120, 2_000, 16_000
SECONDS = 0.25
"""The least that is measured: below it nobody waits."""


def _mentions(text: str) -> None:
    names = [name("Armenia", actor="ARM"), name("President", kind=MentionKind.PERSON)]
    found = document(text)
    sentences = find_sentences(found)
    mentions = MentionFinder(names).find(found, sentences)
    find_attributions(found, sentences, mentions)


READERS: dict[str, Callable[[str], object]] = {
    "fused section": lambda text: lines.fused_section(text, text[1:]),
    "section": lines.is_section,
    "masthead": lines.is_masthead,
    "credit": lines.credit_of,
    "byline": lines.byline_names,
    "copyright": lambda text: (lines.is_copyright(text), lines.copyright_holder(text)),
    "related": lines.is_related_heading,
    "chatter": lines.is_chatter,
    "prose": lines.ends_like_prose,
    "authors": lambda text: split_authors(clean(text)),
    "stamp": parse_iso,
    "dateline": lambda text: (is_dateline(text), dateline_name(text)),
    "plain page": blocks_of_text,
    "notices": find_notices,
    "sentences": split,
    "tokens": tokenize,
    "decoding": lambda text: decode(text.encode()),
    "rights": signals_of_html,
    "times": lambda text: find(text, datetime.date(2024, 5, 9)),
    "mentions and attribution": _mentions,
}


def _seconds(reader: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    reader(text)
    return time.process_time() - began


def _best(reader: Callable[[str], object], text: str) -> float:
    return min(_seconds(reader, text) for _ in range(3))


def _runaway(reader: Callable[[str], object], unit: str, tail: str) -> str:
    """Doubles the text while it grows; tells of times that grow much faster than it."""
    before = None
    length = START
    while length <= LONG:
        took = _seconds(reader, unit * (length // len(unit)) + tail)
        if took > SECONDS and before is not None and took > 3.2 * before:
            # A pause of the machine is no growth: the best of three of both lengths decides.
            before = _best(reader, unit * (length // 2 // len(unit)) + tail)
            again = _best(reader, unit * (length // len(unit)) + tail)
            if again > 3.2 * before:
                return (
                    f"{unit!r}+{tail!r}: {length // 2} in {before:.2f} s, {length} in {again:.2f} s"
                )
        before = took
        length *= 2
    return ""


@pytest.mark.timeout(60)
@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_time_grows_with_length(reader: Callable[[str], object]) -> None:
    reader("Armenia said on Monday.")
    slow = []
    for unit in UNITS:
        for tail in TAILS:
            text = (unit * SHORT)[: SHORT - 14 - len(tail)] + tail
            took = _seconds(reader, text)
            if took > SECONDS and _seconds(reader, text) > SECONDS:
                slow.append(f"{text!r}: {took:.2f} s")
        slow.append(_runaway(reader, unit, TAILS[len(unit) % 3]))
    assert [one for one in slow if one] == []


@pytest.mark.parametrize("word", ["word", "word " * 9_999, "w" * 49_999, "w " + "x" * 9_999])
def test_no_sentence_is_longer_than_the_limit(word: str) -> None:
    spans = split(word)
    assert max(len(span) for span in spans) <= LONGEST
    assert "".join("".join(span.of(word) for span in spans).split()) == "".join(word.split())
