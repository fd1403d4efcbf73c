from functools import cache

from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from dragoman.engine.tokens import LONGEST, MARKERS, WORD, mark_pair, tokenise
from dragoman.engine.weights import find_weights
from dragoman.model import Span

TEXTS = st.text(
    st.one_of(st.sampled_from("abc ABé ,.'-–“”$1ßł\n"), st.characters(exclude_categories=["Cs"])),
    max_size=80,
)


@cache
def _tokenizer() -> Tokenizer:
    return Tokenizer.from_str(find_weights().checked("tokenizer.json").decode("utf-8"))


@given(TEXTS)
def test_words_are_whole_words_of_the_text_in_order(text: str) -> None:
    tokens = tokenise(_tokenizer(), text)
    places = list(zip(tokens.starts, tokens.ends, strict=True))
    known = {match.span() for match in WORD.finditer(text)}
    assert set(places) <= known
    assert places == sorted(set(places))
    assert list(tokens.words) == sorted(set(tokens.words))
    assert all(0 < token < len(tokens.ids) - 1 for token in tokens.words)


@given(st.lists(st.from_regex(r"\A(?:[a-zA-Z]{1,12}|[0-9]{1,4}|[.,$])\Z"), max_size=30))
def test_no_plain_word_is_lost(words: list[str]) -> None:
    text = " ".join(words)
    tokens = tokenise(_tokenizer(), text)
    found = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    assert found == words


@given(TEXTS.filter(str.strip), st.data())
def test_a_span_of_words_is_found_again(text: str, data: st.DataObject) -> None:
    tokens = tokenise(_tokenizer(), text)
    if not tokens.words:
        return
    first = data.draw(st.integers(0, len(tokens.words) - 1))
    last = data.draw(st.integers(first, len(tokens.words) - 1))
    assert tokens.covered(tokens.span(first, last)) == (first, last)


def test_a_span_between_words_covers_none() -> None:
    assert tokenise(_tokenizer(), "a  b").covered(Span(1, 3)) is None


def test_a_span_covers_the_words_that_it_touches() -> None:
    assert tokenise(_tokenizer(), "The Azerbaijani army left.").covered(Span(6, 17)) == (1, 2)


def test_what_is_too_long_is_cut_before_the_last_special_token() -> None:
    long, short = (tokenise(_tokenizer(), "word " * count) for count in (LONGEST * 2, 1))
    assert len(long.ids) == LONGEST
    assert long.ids[-1] == short.ids[-1]
    assert len(long.words) == LONGEST - 2


def _marked(text: str, source: Span, target: Span) -> list[str]:
    marked = mark_pair(_tokenizer(), text, source, target)
    assert marked is not None
    pieces = [_tokenizer().id_to_token(number) for number in marked.ids]
    assert pieces[marked.source] == MARKERS[0]
    assert pieces[marked.target] == MARKERS[2]
    return pieces[1:-1]


def test_markers_stand_around_both_spans() -> None:
    one, two, three, four = MARKERS
    found = _marked("Japan sued the mine.", Span(11, 19), Span(0, 5))
    assert found == [three, "japan", four, "sued", one, "the", "mine", two, "."]


def test_markers_of_neighbours_at_the_end_do_not_cross() -> None:
    one, two, three, four = MARKERS
    assert _marked("Japan mine", Span(0, 5), Span(6, 10)) == [
        one,
        "japan",
        two,
        three,
        "mine",
        four,
    ]
    assert _marked("Japan mine", Span(6, 10), Span(0, 5)) == [
        three,
        "japan",
        four,
        one,
        "mine",
        two,
    ]


@given(TEXTS, st.data())
def test_without_its_markers_a_marked_text_is_the_text(text: str, data: st.DataObject) -> None:
    tokens = tokenise(_tokenizer(), text)
    if not tokens.words:
        return
    word = st.integers(0, len(tokens.words) - 1)
    source, target = (tokens.span(place, place) for place in (data.draw(word), data.draw(word)))
    marked = mark_pair(_tokenizer(), text, source, target)
    assert marked is not None
    numbers = {_tokenizer().token_to_id(marker) for marker in MARKERS}
    assert tuple(number for number in marked.ids if number not in numbers) == tokens.ids
    assert len(marked.ids) == len(tokens.ids) + len(MARKERS)


def test_a_pair_behind_the_longest_text_is_none() -> None:
    text = "word " * LONGEST + "end"
    assert mark_pair(_tokenizer(), text, Span(0, 4), Span(len(text) - 3, len(text))) is None
