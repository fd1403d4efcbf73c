from dragoman.codebook import load_plover
from dragoman.coding import RulesCoder, load_lexicon
from dragoman.coding.reader import ReaderCoder
from dragoman.engine.tokens import LONGEST
from dragoman.model import EventMention, Span
from tests.coding.bracketed import read
from tests.coding.reader.networks import Says, network, tells

RULES = RulesCoder(load_plover(), load_lexicon())
TEXT = "Kenya praised Chad and bombed Somalia."
KENYA, CHAD, SOMALIA = Span(0, 5), Span(14, 18), Span(30, 37)
WORDS = dict.fromkeys(TEXT.rstrip(".").split(), Says())


def _asked(source: Span, target: Span, pair: dict[str, float]) -> EventMention:
    coder = ReaderCoder(RULES, network(WORDS, pair))
    found = coder.classify_pair(read(TEXT), source, target)
    assert found is not None
    return found


def test_where_both_agree_the_rules_tell_it() -> None:
    told = RULES.classify_pair(read(TEXT), KENYA, SOMALIA)
    assert _asked(KENYA, SOMALIA, {"ASSAULT": 0.9}) == told
    assert told is not None
    assert told.method == "rules"


def test_a_network_in_doubt_leaves_it_to_the_rules() -> None:
    found = _asked(KENYA, SOMALIA, {"COERCE": 0.3, "ASSAULT": 0.2, "THREATEN": 0.3})
    assert (found.event, found.method) == ("ASSAULT", "rules")


def test_a_sure_network_tells_another_type_and_says_so() -> None:
    found = _asked(KENYA, SOMALIA, {"COERCE": 0.9999, "COERCE/arrest": 0.95})
    assert (found.event, found.modes, found.method) == ("COERCE", ("arrest",), "reader")
    assert found.cameo == "173"
    assert found.rule.startswith("pair head over ")
    assert 0 < found.score <= 1
    told = RULES.classify_pair(read(TEXT), KENYA, SOMALIA)
    assert told is not None
    assert (found.actors, found.recipients) == (told.actors, told.recipients)
    assert (found.trigger, found.status) == (told.trigger, told.status)


def test_modes_of_other_types_are_not_taken_over() -> None:
    found = _asked(KENYA, SOMALIA, {"COERCE": 0.9999, "ASSAULT/aerial": 0.95})
    assert found.modes == ()


def test_none_is_no_answer_to_a_pair_asked_for() -> None:
    found = _asked(KENYA, SOMALIA, {"none": 0.9999999, "ASSAULT": 0.5})
    assert found.event == "ASSAULT"


def test_what_the_rules_do_not_know_the_network_tells() -> None:
    text = "Chile wibbled and flobbed Peru."
    source, target = Span(0, 5), Span(26, 30)
    assert RULES.classify_pair(read(text), source, target) is None
    words = {"wibbled": tells("COERCE", 0.9), "flobbed": tells("ASSAULT", 0.2, "aerial")}
    coder = ReaderCoder(RULES, network(words, {"ASSAULT": 0.9, "none": 0.99}))
    found = coder.classify_pair(read(text), source, target)
    assert found is not None
    assert (found.event, found.modes, found.method) == ("ASSAULT", ("aerial",), "reader")
    assert found.trigger.of(text) == "flobbed"
    assert found.rule == "pair head alone"
    assert len(found.actors) == len(found.recipients) == 1
    assert 0 < found.score <= 1


def test_where_only_the_sides_have_words_nothing_is_told() -> None:
    coder = ReaderCoder(RULES, network({}, {"ASSAULT": 0.99}))
    assert coder.classify_pair(read("Chile Peru"), Span(0, 5), Span(6, 10)) is None


def test_spans_outside_of_all_sentences_are_no_pair() -> None:
    coder = ReaderCoder(RULES, network({}, {"ASSAULT": 0.99}))
    assert coder.classify_pair(read("Chile Peru"), Span(300, 305), Span(306, 310)) is None


def test_spans_that_were_cut_off_are_left_to_the_rules() -> None:
    text = f"Kenya {'very ' * LONGEST}bombed Somalia."
    source, target = Span(0, 5), Span(text.index("Somalia"), len(text) - 1)
    coder = ReaderCoder(RULES, network(WORDS, {"COERCE": 0.9999}))
    found = coder.classify_pair(read(text), source, target)
    assert found == RULES.classify_pair(read(text), source, target)
    assert found is not None


def test_the_surer_the_network_the_sooner_it_wins() -> None:
    methods = [
        _asked(KENYA, SOMALIA, {"COERCE": chance, "ASSAULT": 1 - chance}).method
        for chance in (0.6, 0.9, 0.99, 0.999, 0.9999)
    ]
    assert methods == sorted(methods, reverse=True)
    assert set(methods) == {"rules", "reader"}
