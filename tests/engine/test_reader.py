from dataclasses import replace

import numpy as np
import pytest

from dragoman.engine import Network, find_weights, open_network, softmax
from dragoman.model import Span

TEXTS = (
    "Norway expelled two Russian diplomats on Friday.",
    "Talks failed.",
    "The army of Chad attacked a camp of rebels near the lake, killing nine people, "
    "a spokesman of the ministry of defence said on the radio in the evening.",
    "Prices rose.",
)


@pytest.fixture(scope="module")
def network() -> Network:
    return open_network(find_weights())


def test_the_shipped_weights_fit_their_card_and_the_limit() -> None:
    weights = find_weights()
    assert weights.name == "base"
    assert sum(path.stat().st_size for path in weights.folder.iterdir()) <= 70_000_000


def test_every_text_gets_its_states_in_the_order_asked(network: Network) -> None:
    together = network.read(TEXTS)
    for text, found in zip(TEXTS, together, strict=True):
        (alone,) = network.read([text])
        assert found.tokens == alone.tokens
        assert found.states.shape == (len(found.tokens.ids), found.states.shape[1])
        assert found.words.shape[0] == len(found.tokens.words)


@pytest.mark.parametrize("threads", [1, 2])
def test_neighbours_and_threads_do_not_change_states(network: Network, threads: int) -> None:
    together = replace(network, threads=threads).read(TEXTS)
    for text, found in zip(TEXTS, together, strict=True):
        (alone,) = network.read([text])
        assert np.abs(alone.states - found.states).max() < 1e-6


def test_no_texts_give_nothing(network: Network) -> None:
    assert network.read([]) == []
    assert network.pairs([]) == []


def test_an_empty_text_has_states_but_no_words(network: Network) -> None:
    (found,) = network.read([""])
    assert found.words.shape[0] == 0


def test_heads_have_the_classes_of_the_card(network: Network) -> None:
    (found,) = network.read(TEXTS[:1])
    for name in ("mention", "inner", "trigger", "status", "historical", "mode"):
        assert network.heads.token(name, found.words).shape[1] == len(network.classes[name])
    roles = network.heads.role(found.words, found.words, found.words)
    assert roles.shape == (len(found.words), len(network.classes["role"]))


def test_pairs_keep_their_places_and_know_who_acts(network: Network) -> None:
    far = "word " * 300 + "end"
    asked = [
        (TEXTS[0], Span(0, 6), Span(20, 37)),
        (far, Span(0, 4), Span(len(far) - 3, len(far))),
        (TEXTS[2], Span(0, 16), Span(35, 49)),
    ]
    first, lost, last = network.pairs(asked)
    assert lost is None
    types = network.classes["pair"]
    told = []
    for found in (first, last):
        assert found is not None
        assert found[1].shape == (len(network.classes["pair_mode"]),)
        told.append(types[int(softmax(found[0]).argmax())])
    assert told == ["SANCTION", "ASSAULT"]
