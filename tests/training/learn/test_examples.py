import random
from functools import cache

from tokenizers import Tokenizer

from dragoman.codebook import load_plover
from dragoman.engine import find_weights
from dragoman.engine.tokens import MARKERS
from dragoman.marked import CorpusSentence
from tests.training.sentences import corpus_sentences
from training.learn.examples import IGNORED, Example, PairExample, example_of, pairs_of
from training.learn.labels import NONE, ROLES, STATUSES, labels_of, tagged

LABELS = labels_of(load_plover())
ARREST = """\
[g1=MLI.COP Police of [l2=MLI Mali]] [t1 arrested] [g2=MLI.CVL five students] in Bamako.
- COERCE/restrict t1: g1 > g2 | occurred | historical
"""
QUIET = "[s1=FRA France] and [s2=DEU Germany] lie in Europe.\n0 background\n"


@cache
def _tokenizer() -> Tokenizer:
    return Tokenizer.from_str(find_weights().checked("tokenizer.json").decode("utf-8"))


def _sentence(body: str) -> CorpusSentence:
    (sentence,) = corpus_sentences(body)
    return sentence


def _example(body: str) -> Example:
    return example_of(LABELS, _tokenizer(), _sentence(body))


def _pairs(body: str) -> list[PairExample]:
    return pairs_of(LABELS, _tokenizer(), _sentence(body), random.Random(1))


def _named(example: Example, head: str) -> list[str]:
    """The tags of the words."""
    names = LABELS.tokens[head]
    return [names[number] for number in example.tags[head] if number != IGNORED]


def test_classes_are_named_after_the_codebook() -> None:
    assert tagged(("s", "o")) == ("O", "B-s", "I-s", "B-o", "I-o")
    assert len(LABELS.types) == 16
    assert len(set(LABELS.modes)) == len(LABELS.modes)
    assert {mode.partition("/")[0] for mode in LABELS.modes} <= set(LABELS.types)


def test_mentions_are_tagged_by_word_the_inner_ones_apart() -> None:
    example = _example(ARREST)
    outer = ["B-g", "I-g", "I-g", "O", "B-g", "I-g", "O", "O", "O"]
    assert _named(example, "mention") == outer
    assert _named(example, "inner") == ["O", "O", "B-l", *"OOOOOO"]
    assert _named(example, "trigger") == ["O", "O", "O", "B-COERCE", *"OOOOO"]
    for tags in example.tags.values():
        assert len(tags) == len(example.ids)
        assert tags[0] == tags[-1] == IGNORED


def test_a_trigger_has_status_time_and_modes() -> None:
    (trigger,) = _example(ARREST).triggers
    assert _tokenizer().id_to_token(_example(ARREST).ids[trigger.token]) == "arrested"
    assert STATUSES[trigger.status] == "occurred"
    assert trigger.historical == 1
    assert [LABELS.modes[number] for number in trigger.modes] == ["COERCE/restrict"]


def test_every_mention_has_a_role_to_every_trigger() -> None:
    assert [ROLES[role] for *_, role in _example(ARREST).roles] == ["actor", "none", "recipient"]


def test_a_quiet_sentence_has_neither_triggers_nor_roles() -> None:
    example = _example(QUIET)
    assert example.triggers == example.roles == ()
    assert set(_named(example, "trigger")) == {"O"}


def test_pairs_have_the_event_its_reverse_has_none() -> None:
    types = (*LABELS.types, NONE)
    pairs = _pairs(ARREST)
    assert [types[pair.type] for pair in pairs] == ["COERCE", NONE]
    assert [pair.modes != () for pair in pairs] == [True, False]
    for pair in pairs:
        names = [_tokenizer().id_to_token(number) for number in pair.ids]
        assert (names[pair.source], names[pair.target]) == (MARKERS[0], MARKERS[2])


def test_what_both_do_holds_in_both_directions() -> None:
    body = QUIET.replace("lie in Europe", "[t1 held talks]").replace(
        "0 background", "- CONSULT/multilateral t1: s1 > s2 | occurred"
    )
    types = (*LABELS.types, NONE)
    assert [types[pair.type] for pair in _pairs(body)] == ["CONSULT", "CONSULT"]


def test_a_sentence_without_events_gives_one_pair_without() -> None:
    (pair,) = _pairs(QUIET)
    assert pair.type == len(LABELS.types)
