"""The corpus as it is checked in."""

from functools import cache

import pytest

from dragoman.errors import Problem
from dragoman.marked import CorpusSentence, listed
from training.corpus_checks.duplicates import duplicates
from training.corpus_checks.shared import shared_sequences
from training.corpus_files import CORPUS, ROOT, SECOND, corpus_files, read_files

OTHERS_TEXTS = ROOT.parent / "shared" / "data"


@cache
def _corpus() -> tuple[tuple[CorpusSentence, ...], tuple[Problem, ...]]:
    return read_files(corpus_files())


def test_the_corpus_keeps_its_format() -> None:
    sentences, problems = _corpus()
    assert sentences
    assert "\n".join(map(str, problems)) == ""


@pytest.mark.skipif(not SECOND.is_dir(), reason="nothing is marked twice yet")
def test_second_markings_keep_the_format_and_are_of_sentences_of_the_corpus() -> None:
    second, problems = read_files(listed([SECOND]))
    assert "\n".join(map(str, problems)) == ""
    assert {sentence.text for sentence in second} <= {sentence.text for sentence in _corpus()[0]}


def test_hardly_any_sentence_says_what_another_says() -> None:
    sentences, _ = _corpus()
    found = duplicates(sentences)
    assert [pair for pair in found if pair.likeness == 1] == []
    assert len(found) < 0.01 * len(sentences)


def test_nothing_of_the_blind_part_stands_in_the_training_part() -> None:
    blind = str((CORPUS / "blind").relative_to(ROOT))
    crossing = [
        pair
        for pair in duplicates(_corpus()[0])
        if pair.earlier.path.startswith(blind) != pair.later.path.startswith(blind)
    ]
    assert crossing == []


@pytest.mark.skipif(not OTHERS_TEXTS.is_dir(), reason="the public benchmarks are not here")
def test_no_eight_words_in_a_row_stand_in_the_benchmarks() -> None:
    found = shared_sequences(_corpus()[0], OTHERS_TEXTS)
    assert [f"{one.sentence.path}:{one.sentence.line}: {one.words}" for one in found] == []
