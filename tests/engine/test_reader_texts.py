"""Odd texts and files, through the shipped network."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.engine import Network, find_weights, open_network
from dragoman.engine.tokens import LONGEST, WORD
from dragoman.errors import WeightsError

FILES = ("encoder.onnx", "heads.npz", "tokenizer.json")
TEXTS = (
    "Çağlar met Zoë in Kraków — “good talks”, he said.",
    "🙂🙂 Norway 👍🏽 expelled two diplomats 🇳🇴.",
    "東京で会談が行われた。 Peace talks in Tōkyō.",
    "Cafe\u0301 owners protested.",
    "a" * 5000 + " was bombed.",
    "\u200b\ufeff \u00a0\t\n",
    "The army\x00 attacked\ud7ff the camp.",
    "war " * 1000,
)


@pytest.fixture(scope="module")
def network() -> Network:
    return open_network(find_weights())


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:12]))
def test_any_text_has_a_finite_state_for_each_of_its_words(network: Network, text: str) -> None:
    (found,) = network.read([text])
    assert len(found.tokens.ids) <= LONGEST
    assert found.states.shape[0] == len(found.tokens.ids)
    assert np.isfinite(found.states).all()
    known = {match.span() for match in WORD.finditer(text)}
    places = zip(found.tokens.starts, found.tokens.ends, strict=True)
    assert found.words.shape[0] == len(set(places) & known)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TEXTS[1], {"Norway", "expelled", "diplomats"}),
        (TEXTS[0], {"Çağlar", "Zoë", "Kraków", "talks"}),
        (TEXTS[4], {"was", "bombed"}),
    ],
    ids=["emoji", "letters", "long"],
)
def test_words_beside_odd_ones_are_not_lost(network: Network, text: str, words: set[str]) -> None:
    (found,) = network.read([text])
    places = zip(found.tokens.starts, found.tokens.ends, strict=True)
    assert words <= {text[start:end] for start, end in places}


def test_spaces_alone_are_no_words(network: Network) -> None:
    assert [len(one.words) for one in network.read([" ", "\n\t", "\u00a0"])] == [0, 0, 0]


@settings(max_examples=15, deadline=None)
@given(st.permutations((*TEXTS[:4], "", "Talks failed.")))
def test_a_text_is_read_the_same_wherever_it_stands(network: Network, texts: list[str]) -> None:
    for text, found in zip(texts, network.read(texts), strict=True):
        (alone,) = network.read([text])
        assert found.tokens == alone.tokens
        assert np.array_equal(found.states, alone.states)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("weights") / "base"
    shutil.copytree(find_weights().folder, folder)
    return folder


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("place", [0, -1])
def test_a_flipped_byte_is_refused(copied: Path, name: str, place: int) -> None:
    path = copied / name
    sound = path.read_bytes()
    broken = bytearray(sound)
    broken[place] ^= 1
    path.write_bytes(broken)
    try:
        with pytest.raises(WeightsError, match=f"{name}: sha256 is"):
            open_network(find_weights(copied))
    finally:
        path.write_bytes(sound)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_refused_before_anything_is_read(copied: Path, name: str) -> None:
    aside = copied / "aside"
    (copied / name).rename(aside)
    try:
        with pytest.raises(WeightsError, match=f"{name}: cannot be read"):
            open_network(find_weights(copied))
    finally:
        aside.rename(copied / name)


def test_nothing_is_read_from_the_files_after_opening(tmp_path: Path, copied: Path) -> None:
    folder = tmp_path / "base"
    shutil.copytree(copied, folder)
    opened = open_network(find_weights(folder))
    shutil.rmtree(folder)
    (first,), (second,) = opened.read(["Talks failed."]), opened.read(["Talks failed."])
    assert np.array_equal(first.states, second.states)
    assert opened.heads.token("trigger", first.words).shape[0] == 3
