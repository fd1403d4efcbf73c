from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Attribution, AttributionKind, BlockKind, Document
from dragoman.read.attribution import find_attributions
from dragoman.read.coreference import link
from dragoman.read.sentences import find_sentences
from tests.read.build import document, mentions
from tests.read.mentions.test_finder import texts


def attributed(
    *blocks: str, kind: BlockKind = BlockKind.PARAGRAPH
) -> tuple[Document, tuple[Attribution, ...]]:
    report = document(*blocks, kinds=(kind,))
    sentences = find_sentences(report)
    known = link(report, sentences, mentions(report))
    return report, find_attributions(report, sentences, known)


def said(*blocks: str, kind: BlockKind = BlockKind.PARAGRAPH) -> list[tuple[str, str, str]]:
    """Speaker, cue and content of each attribution, in words."""
    report, items = attributed(*blocks, kind=kind)
    text = report.text
    return [
        (item.speaker.of(text) if item.speaker else "", item.cue.of(text), item.content.of(text))
        for item in items
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Armenian officials have said that the road is open.",
            ("Armenian officials", "have said", "that the road is open"),
        ),
        (
            "The road is open, Armenian officials said.",
            ("Armenian officials", "said", "The road is open"),
        ),
        (
            "The road is open, said Ani Badalyan, a spokeswoman.",
            ("Ani Badalyan, a spokeswoman", "said", "The road is open"),
        ),
        ("“It is open,” said Ani Badalyan.", ("Ani Badalyan", "said", "“It is open,”")),
        ("“It is open,” Ani Badalyan said.", ("Ani Badalyan", "said", "“It is open,”")),
        (
            "Nikol Pashinyan told the parliament that he would go.",
            ("Nikol Pashinyan", "told", "that he would go"),
        ),
        (
            "Ani Badalyan, who reported that rain fell, left.",
            ("who", "reported", "that rain fell"),
        ),
        (
            "On Thursday officials said in a statement that the road was open.",
            ("officials", "said", "that the road was open"),
        ),
        (
            "According to Zeta Press, the road is open.",
            ("Zeta Press", "According to", "the road is open"),
        ),
        (
            "The road is open, according to the Armenian government.",
            ("the Armenian government", "according to", "The road is open"),
        ),
        ("It was reported that the road was open.", ("", "was reported", "that the road was open")),
        (
            "Officials dispute the claim by Baku that the road was shut.",
            ("Baku", "claim", "that the road was shut"),
        ),
        ("Nikol Pashinyan vowed to go.", ("Nikol Pashinyan", "vowed", "to go")),
        (
            "Armenia has accused Azerbaijan of lying.",
            ("Armenia", "has accused", "Azerbaijan of lying"),
        ),
        ("Armenia called the raid a crime.", ("Armenia", "called", "the raid a crime")),
        ("The man reportedly took the money.", ("", "reportedly", "took the money")),
        (
            "As Zeta Press reported, the road is open.",
            ("Zeta Press", "reported", "the road is open"),
        ),
        (
            "The road is open, said Ani Badalyan, 34, who lives in Yerevan.",
            ("Ani Badalyan, 34, who lives in Yerevan", "said", "The road is open"),
        ),
        (
            "“It is open,” said retired general Ani Badalyan in an interview.",
            ("retired general Ani Badalyan", "said", "“It is open,”"),
        ),
        (
            "Armenian officials are convinced that the road is open.",
            ("Armenian officials", "are convinced", "that the road is open"),
        ),
        (
            "Armenia was critical of the raid.",
            ("Armenia", "was critical of", "the raid"),
        ),
        (
            "Vladimir Putin voiced deep concern about the raid.",
            ("Vladimir Putin", "voiced deep concern about", "the raid"),
        ),
        ("He recalled Armenia's support for the raid.", ("Armenia", "support for", "the raid")),
        ("Armenia opposed the raid.", ("Armenia", "opposed", "the raid")),
        ("Armenia sees the raid as a crime.", ("Armenia", "sees", "the raid as a crime")),
        ("Armenia wants to join NATO.", ("Armenia", "wants", "to join NATO")),
        ("Armenia agreed to the plan.", ("Armenia", "agreed to", "the plan")),
        (
            "Officials said on condition of anonymity that the road was open.",
            ("Officials", "said", "that the road was open"),
        ),
        (
            "A person familiar with the plan said the road was open.",
            ("A person familiar with the plan", "said", "the road was open"),
        ),
        ("The road is open, sources say.", ("sources", "say", "The road is open")),
        (
            "Polls continue to show that people wait.",
            ("Polls", "continue to show", "that people wait"),
        ),
        (
            "Nikol Pashinyan tweeted: “Rain fell.”",
            ("Nikol Pashinyan", "tweeted", "“Rain fell.”"),
        ),
        (
            "Ani Badalyan told Vladimir Putin he was late.",
            ("Ani Badalyan", "told", "he was late"),
        ),
    ],
)
def test_one_speaker(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The report was long.",
        "There were several claims of victory.",
        "The order of the words is free.",
        "In order to go he needs a call.",
        "The comment that reopened the wound was short.",
        "Rain fell on Yerevan.",
        "After a day of rain, Armenian soldiers will continue to stand there.",
        "At Yerevan's urging, the road was shut.",
        "Nikol Pashinyan called Vladimir Putin on Friday.",
        "The convoy will continue to be deployed.",
        "It garnered most of the pledged delegates.",
        "There was concern.",
        "It was clear that rain fell.",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert said(text) == []


def test_a_source_that_is_cited_reaches_us_through_who_cites_it() -> None:
    report, items = attributed(
        "Russia agreed to pull troops back, as reported on Thursday by Zeta Press, citing Kremlin "
        "spokesman Dmitry Peskov."
    )
    outlet, source, decided = items
    assert decided.rule == "decide:infinitive"
    assert decided.outer == source.id
    assert outlet.speaker is not None
    assert outlet.speaker.of(report.text) == "Zeta Press"
    assert source.speaker is not None
    assert source.speaker.of(report.text) == "Kremlin spokesman Dmitry Peskov"
    assert (outlet.outer, source.outer) == (None, outlet.id)
    assert outlet.content == source.content
    assert outlet.content.of(report.text) == "Russia agreed to pull troops back"


def test_a_report_that_opens_with_its_sources() -> None:
    report, items = attributed(
        "As reported by Reuters, citing Kremlin spokesman Dmitry Peskov, Russia closed the road."
    )
    outlet, source = items
    assert outlet.speaker is not None
    assert outlet.speaker.of(report.text) == "Reuters"
    assert source.outer == outlet.id
    assert outlet.content.of(report.text) == "Russia closed the road"


def test_what_is_said_inside_what_is_said() -> None:
    report, items = attributed("Zeta Press reported that Dmitry Peskov said the road was open.")
    outer, inner = items
    assert inner.outer == outer.id
    assert inner.content.of(report.text) == "the road was open"
    assert "quoted" in {
        item.cue.of("Zeta Press quoted Dmitry Peskov as saying that rain fell.")
        for item in attributed("Zeta Press quoted Dmitry Peskov as saying that rain fell.")[1]
    }


def test_the_speaker_is_the_mention() -> None:
    report, items = attributed("Kremlin spokesman Dmitry Peskov said that rain fell.")
    known = {item.id: item for item in mentions(report)}
    assert items[0].speaker_mention is not None
    assert known[items[0].speaker_mention].head == "Dmitry Peskov"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“Rain fell,” Armenian officials said.", AttributionKind.DIRECT),
        ("Armenian officials said that rain fell.", AttributionKind.INDIRECT),
        ("Armenian officials said that rain “fell on all of us”.", AttributionKind.MIXED),
    ],
)
def test_kinds(text: str, kind: AttributionKind) -> None:
    assert [item.kind for item in attributed(text)[1]] == [kind]


def test_quotations_go_on() -> None:
    assert said("“Rain fell,” Nikol Pashinyan said. “The road is shut. We wait.”") == [
        ("Nikol Pashinyan", "said", "“Rain fell,”"),
        ("Nikol Pashinyan", "said", "“The road is shut. We wait.”"),
    ]
    paragraphs = said("“Rain fell,” Nikol Pashinyan said. “The road is shut.", "“We wait.”")
    assert [content for _, _, content in paragraphs] == [
        "“Rain fell,”",
        "“The road is shut.",
        "“We wait.”",
    ]


def test_a_quotation_may_begin_sentences_before_its_speaker() -> None:
    assert said("“Rain fell. The road is shut,” Nikol Pashinyan said.") == [
        ("Nikol Pashinyan", "said", "“Rain fell. The road is shut,”")
    ]


def test_split_quotations_share_cue_and_speaker() -> None:
    both = said("“Rain fell,” said Nikol Pashinyan, “and the road is shut.”")
    assert [(speaker, cue) for speaker, cue, _ in both] == [("Nikol Pashinyan", "said")] * 2


def test_several_verbs_of_one_speaker() -> None:
    text = "Nikol Pashinyan said that rain fell and added that the road was shut."
    assert said(text) == [
        ("Nikol Pashinyan", "said", "that rain fell"),
        ("Nikol Pashinyan", "added", "that the road was shut"),
    ]
    text = "Nikol Pashinyan said that rain fell, adding that the road was shut."
    assert said(text)[1] == ("Nikol Pashinyan", "adding", "that the road was shut")


def test_a_scare_quote_is_said_by_nobody() -> None:
    assert said("The “Evening Road” was shut.") == []


def test_transcripts() -> None:
    turns = said("PUTIN: Rain fell.", "It was cold.", "BADALYAN: The road is shut.")
    assert turns == [
        ("PUTIN", ":", "Rain fell."),
        ("PUTIN", ":", "It was cold."),
        ("BADALYAN", ":", "The road is shut."),
    ]
    assert said("NOTE: Rain fell.") == []


def test_a_relative_pronoun_speaks_for_its_noun() -> None:
    report, items = attributed("Kremlin spokesman Dmitry Peskov, who said that rain fell, left.")
    known = {item.id: item for item in mentions(report)}
    assert items[0].speaker is not None
    assert items[0].speaker.of(report.text) == "who"
    assert known[items[0].speaker_mention or ""].head == "Dmitry Peskov"


def test_headlines() -> None:
    assert said("Putin: Rain fell", kind=BlockKind.TITLE) == [("Putin", ":", "Rain fell")]
    assert said("The road is open – Putin", kind=BlockKind.TITLE) == [
        ("Putin", "–", "The road is open")
    ]
    assert said("Putin: rain fell") == []


_PIECES = (
    "“ ” \" ' , . : – said says told “Rain fell,” reported citing according to that and adding "
    "Nikol Pashinyan Putin officials claim by as quoted saying was the Zeta Press vowed (NATO) who"
).split()

speech = st.one_of(texts, st.lists(st.sampled_from(_PIECES), min_size=1, max_size=30).map(" ".join))


@given(st.lists(speech.filter(str.strip), min_size=1, max_size=3))
def test_spans_lie_in_the_text_and_chains_end(blocks: list[str]) -> None:
    report, items = attributed(*blocks)
    by_id = {item.id: item for item in items}
    assert len(by_id) == len(items)
    for item in items:
        assert item.content.end <= len(report.text)
        assert item.content.of(report.text).strip()
        assert item.cue.of(report.text).strip()
        seen = {item.id}
        outer = item.outer
        while outer is not None:
            assert outer not in seen
            seen.add(outer)
            outer = by_id[outer].outer
    places = [(item.content, item.cue) for item in items]
    assert all(before <= after for before, after in pairwise(places))
    assert attributed(*blocks)[1] == items


@pytest.mark.parametrize(
    "piece",
    [
        "leader of the ",
        "Moscow, ",
        "Armenia and ",
        "Armenian and ",
        "X said that ",
        "according to ",
        "The president spoke. ",
        "“",
    ],
)
def test_damaged_text_is_read_without_end_of_memory_or_patience(piece: str) -> None:
    attributed(piece * 1500)
