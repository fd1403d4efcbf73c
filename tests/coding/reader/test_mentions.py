from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.reader.decoding import ReadMention
from dragoman.coding.reader.mentions import RULE, with_read_mentions
from dragoman.model import Mention, MentionKind, Reading, Span
from tests.coding.bracketed import read
from tests.strategies import spans

TEXT = "[Chad|STATE|TCD] met the rebels of Zaghawa in Łódź. Nobody came."


def _added(reading: Reading, *found: ReadMention, sentence: int = 0) -> list[Mention]:
    fuller = with_read_mentions(reading, [(reading.sentences[sentence], found)])
    return [mention for mention in fuller.mentions if mention.rule == RULE]


def _words(reading: Reading, words: str) -> Span:
    start = reading.document.text.index(words)
    return Span(start, start + len(words))


def test_a_mention_that_only_the_network_found_is_added() -> None:
    reading = read(TEXT)
    span = _words(reading, "rebels of Zaghawa")
    (made,) = _added(reading, ReadMention(span, "g", 0.9))
    assert (made.span, made.kind, made.sentence) == (span, MentionKind.GROUP, 0)
    assert made.head == "rebels of Zaghawa"
    assert made.chain == made.id
    assert made.candidates == ()


def test_offsets_of_a_later_sentence_count_from_its_start() -> None:
    reading = read(TEXT)
    start = reading.sentences[1].span.start
    (made,) = _added(reading, ReadMention(Span(0, 6), "p", 0.9), sentence=1)
    assert made.span == Span(start, start + 6)
    assert made.head == "Nobody"
    assert made.sentence == 1


def test_every_letter_has_its_kind() -> None:
    reading = read("Zaghawa came.")
    kinds = [_added(reading, ReadMention(Span(0, 7), one, 0.9))[0].kind for one in "sopgl"]
    assert kinds == [
        MentionKind.STATE,
        MentionKind.ORGANISATION,
        MentionKind.PERSON,
        MentionKind.GROUP,
        MentionKind.PLACE,
    ]


def test_words_without_a_name_are_a_role() -> None:
    reading = read(TEXT)
    spans = _words(reading, "rebels"), _words(reading, "Łódź")
    rebels, city = _added(reading, *(ReadMention(span, "g", 0.9) for span in spans))
    assert rebels.role == "rebels"
    assert city.role is None


def test_the_finder_s_own_mentions_stay_and_keep_others_away() -> None:
    reading = read(TEXT)
    own = reading.mentions
    fuller = with_read_mentions(
        reading, [(reading.sentences[0], [ReadMention(Span(0, 8), "p", 0.99)])]
    )
    assert fuller.mentions == own


def test_doubtful_mentions_are_left_out() -> None:
    reading = read(TEXT)
    span = _words(reading, "rebels")
    assert _added(reading, ReadMention(span, "g", 0.49)) == []


def test_of_outer_and_inner_mention_the_outer_counts() -> None:
    reading = read(TEXT)
    outer, inner = _words(reading, "rebels of Zaghawa"), _words(reading, "Zaghawa")
    made = _added(reading, ReadMention(outer, "g", 0.9), ReadMention(inner, "s", 0.9))
    assert [one.span for one in made] == [outer]


@given(st.lists(st.builds(ReadMention, spans(39), st.sampled_from("sopgl"), st.floats(0, 1))))
def test_added_mentions_overlap_nothing_and_stand_in_order(found: list[ReadMention]) -> None:
    reading = read(TEXT)
    sentence = reading.sentences[0]
    inside = [one for one in found if len(one.span)]
    fuller = with_read_mentions(reading, [(sentence, inside)])
    assert set(reading.mentions) <= set(fuller.mentions)
    ordered = [mention.span for mention in fuller.mentions]
    assert ordered == sorted(ordered)
    for index, mention in enumerate(fuller.mentions):
        assert sentence.span.covers(mention.span)
        assert mention.rule != RULE or mention.head == mention.span.of(reading.document.text)
        assert not any(mention.span.overlaps(other) for other in ordered[index + 1 :])
