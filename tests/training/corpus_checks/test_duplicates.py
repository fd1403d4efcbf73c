from tests.training.sentences import corpus_sentences
from training.corpus_checks.duplicates import duplicates

LONG = "The committee of the fishermen's union spoke at length about the price of diesel"


def test_the_same_words_are_a_duplicate_whatever_their_case_and_stops() -> None:
    first, second = corpus_sentences(f"{LONG}.\n0 routine\n\n{LONG.upper()}!\n0 routine\n")
    (found,) = duplicates((first, second))
    assert (found.earlier, found.later, found.likeness) == (first, second, 1.0)


def test_a_changed_ending_is_near_and_another_sentence_is_not() -> None:
    sentences = corpus_sentences(
        f"{LONG} oil.\n0 routine\n\nNobody came.\n0 routine\n\n{LONG} fuel.\n0 routine\n"
    )
    (found,) = duplicates(sentences)
    assert (found.earlier, found.later) == (sentences[0], sentences[2])
    assert 0.6 <= found.likeness < 1


def test_short_sentences_are_compared_whole() -> None:
    sentences = corpus_sentences(
        "Too late.\n0 routine\n\nToo early.\n0 sport\n\nToo late!\n0 sport"
    )
    assert [found.later for found in duplicates(sentences)] == [sentences[2]]
