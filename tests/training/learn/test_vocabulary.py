import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from dragoman.engine.tokens import MARKERS
from training.learn.vocabulary import Pruned, prune, reachable

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
LATIN = "abcxyzABÉéñçşİıßłøđəɓŋœ"
MARKS = "0189 .,;:!?'\"()-–—’“”…$€£%&/#@•²½[]"
LETTERS = sorted({*"abcxyzeniosßłøđəɓŋœı"})
PIECES = (
    *SPECIAL,
    *(f"[unused{number}]" for number in range(9)),
    *(letter for letter in LETTERS),
    *(f"##{letter}" for letter in LETTERS),
    *(mark for mark in MARKS if mark != " "),
    *("##²", "##½", "##-", "##0", "##1", "##8", "##9", "##€", "##£", "##•"),
    *("ab", "##ab", "abc", "##xyz", "ne", "##ne", "co", "##co"),
    *("б", "##б", "γ", "ا", "##ا", "中", "##中", "の", "ka[", "##,."),
)


def _json(pieces: tuple[str, ...]) -> dict[str, Any]:
    ids = {piece: number for number, piece in enumerate(dict.fromkeys(pieces))}
    flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {"id": ids[name], "content": name, **flags, "special": True} for name in SPECIAL
        ],
        "normalizer": {
            "type": "BertNormalizer",
            "clean_text": True,
            "handle_chinese_chars": True,
            "strip_accents": None,
            "lowercase": True,
        },
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {
            "type": "RobertaProcessing",
            "sep": ["[SEP]", ids["[SEP]"]],
            "cls": ["[CLS]", ids["[CLS]"]],
            "trim_offsets": True,
            "add_prefix_space": False,
        },
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
        "model": {
            "type": "WordPiece",
            "unk_token": "[UNK]",
            "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100,
            "vocab": ids,
        },
    }


@cache
def _both() -> tuple[Tokenizer, Tokenizer, Pruned]:
    whole = _json(PIECES)
    pruned = prune(whole)
    smaller = Tokenizer.from_str(json.dumps(pruned.tokenizer))
    return Tokenizer.from_str(json.dumps(whole)), smaller, pruned


@given(st.text(st.sampled_from(LATIN + MARKS), max_size=60))
def test_text_in_latin_letters_is_tokenised_as_before(text: str) -> None:
    whole, smaller, pruned = _both()
    before, after = whole.encode(text), smaller.encode(text)
    assert after.tokens == before.tokens
    assert after.offsets == before.offsets
    assert [pruned.kept[number] for number in after.ids] == before.ids


def test_what_such_text_never_holds_is_gone() -> None:
    whole, smaller, pruned = _both()
    gone = set(whole.get_vocab()) - set(smaller.get_vocab())
    unused = {f"[unused{number}]" for number in range(len(MARKERS), 9)}
    others = {"б", "##б", "γ", "ا", "##ا", "中", "##中", "の"}
    assert gone == unused | others | {"ka[", "##,.", "##-", "##•"}
    assert len(pruned.kept) == smaller.get_vocab_size()
    assert list(pruned.kept) == sorted(pruned.kept)


def test_special_tokens_and_markers_stay() -> None:
    _, smaller, _ = _both()
    assert {*SPECIAL, *MARKERS} <= set(smaller.get_vocab())
    assert smaller.encode("中").tokens == ["[CLS]", "[UNK]", "[SEP]"]


def test_the_given_tokenizer_is_left_alone() -> None:
    whole = _json(PIECES)
    prune(whole)
    assert whole == _json(PIECES)


def test_a_template_of_special_tokens_is_renumbered() -> None:
    whole = _json(("[unused8]", *PIECES))
    whole["post_processor"] = {
        "type": "TemplateProcessing",
        "single": [
            {"SpecialToken": {"id": "[CLS]", "type_id": 0}},
            {"Sequence": {"id": "A", "type_id": 0}},
            {"SpecialToken": {"id": "[SEP]", "type_id": 0}},
        ],
        "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
        "special_tokens": {
            name: {"id": name, "ids": [whole["model"]["vocab"][name]], "tokens": [name]}
            for name in ("[CLS]", "[SEP]")
        },
    }
    smaller = Tokenizer.from_str(json.dumps(prune(whole).tokenizer))
    encoded = smaller.encode("abc")
    assert [smaller.id_to_token(number) for number in encoded.ids] == ["[CLS]", "abc", "[SEP]"]


@pytest.mark.parametrize("piece", ["##ing", "the", "ə", "##ø", "-", "€", "1990s", "º"])
def test_reachable(piece: str) -> None:
    assert reachable(piece)


@pytest.mark.parametrize("piece", ["##-", "é", "The", "ж", "[x]", "##。", "東", "[unused9]"])
def test_not_reachable(piece: str) -> None:
    assert not reachable(piece)
