from dataclasses import replace

import numpy as np
import pytest

from dragoman.coding.reader.own import (
    LEAST_THRESHOLD,
    Example,
    OwnHead,
    fit_type,
    other_example,
    other_sentences,
    read_head,
    written,
)
from dragoman.errors import CodebookError
from tests.coding.reader.networks import Says, network


def examples() -> list[Example]:
    chance = np.random.default_rng(5)
    made = []
    for index in range(20):
        words = chance.normal(0, 0.1, (8, 6)).astype(np.float32)
        words[index % 8, 0] += 3
        made.append(Example(words, frozenset({index % 8})))
    return made


def head() -> OwnHead:
    return OwnHead("a" * 64, "b" * 64, (fit_type("PARDON", examples(), 5, 0),))


def test_what_is_separable_is_separated() -> None:
    whole = fit_type("PARDON", examples(), 5, 0).all
    assert (whole.right, whole.found, whole.marked) == (20, 20, 20)


def test_the_same_sentences_give_the_same_head() -> None:
    assert written(head()) == written(head())


def test_a_head_is_read_as_it_was_written() -> None:
    assert read_head(written(head()), "x.head.json") == head()


def test_a_damaged_file_is_named() -> None:
    with pytest.raises(CodebookError, match=r"x\.head\.json"):
        read_head("{}", "x.head.json")


def test_other_weights_and_unknown_types_are_refused() -> None:
    head().check("a" * 64, ("PARDON",))
    with pytest.raises(CodebookError, match="other weights"):
        head().check("c" * 64, ("PARDON",))
    with pytest.raises(CodebookError, match="PARDON"):
        head().check("a" * 64, ("ASSAULT",))


def test_a_head_of_other_figures_has_another_digest() -> None:
    assert head().digest != replace(head(), sentences="c" * 64).digest


def test_what_looks_alike_elsewhere_raises_the_threshold() -> None:
    chance = np.random.default_rng(7)
    alike = []
    for _ in range(200):
        words = chance.normal(0, 0.1, (8, 6)).astype(np.float32)
        words[3, 0] += chance.normal(1.5, 0.8)
        alike.append(Example(words, frozenset()))
    before = fit_type("PARDON", examples(), 5, 0)
    after = fit_type("PARDON", [*examples(), *alike], 5, 0)
    assert before.threshold >= LEAST_THRESHOLD
    assert after.threshold > LEAST_THRESHOLD
    assert after.sentences == 20
    assert 0 < after.all.f1 < 1


def test_a_type_of_one_sentence_has_the_least_threshold_and_no_figures() -> None:
    one = fit_type("PARDON", examples()[:1], 5, 0)
    assert (one.threshold, one.folds) == (LEAST_THRESHOLD, ())


def test_the_shipped_sentences_are_200_different_ones() -> None:
    assert len(set(other_sentences())) == 200
    assert all(text == text.strip() != "" for text in other_sentences())


def test_short_words_of_shipped_sentences_do_not_count() -> None:
    (encoded,) = network({"army": Says()}).read(["The army of Łódź ran ."])
    made = other_example(encoded)
    assert made.starts == frozenset()
    assert made.left == {0, 2, 4, 5}
