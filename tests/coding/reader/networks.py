"""Networks built by hand: what the heads say depends on nothing but the word."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Regex, Tokenizer, models, pre_tokenizers, processors

from dragoman.codebook import load_plover
from dragoman.coding.reader.decoding import SentenceScores
from dragoman.engine import Network, Weights
from dragoman.engine.heads import Array, Heads
from dragoman.engine.tokens import MARKERS

PLOVER = load_plover()
TYPES = PLOVER.event_names
LETTERS = "sopgl"
MODES = tuple(f"{event.name}/{mode}" for event in PLOVER.events for mode in event.mode_names)
ROLES = ("none", "actor", "recipient", "both", "place", "time")
CLASSES = {
    "mention": ("O", *(f"{place}-{letter}" for letter in LETTERS for place in "BI")),
    "inner": ("O", *(f"{place}-{letter}" for letter in LETTERS for place in "BI")),
    "trigger": ("O", *(f"{place}-{event}" for event in TYPES for place in "BI")),
    "mode": MODES,
    "role": ROLES,
    "pair": (*TYPES, "none"),
    "pair_mode": MODES,
}
TOKEN_HEADS = ("mention", "inner", "trigger", "mode")
_SPECIAL = ("<s>", "</s>", "<unk>", *MARKERS)
_SURE = 0.995


@dataclass(frozen=True)
class Says:
    """What the heads say of a word: probabilities of tags, the rest of them for "O".

    `roles` are those of mentions in the event that the word tells, by the mention's first word.
    """

    mention: Mapping[str, float] = field(default_factory=dict)
    inner: Mapping[str, float] = field(default_factory=dict)
    trigger: Mapping[str, float] = field(default_factory=dict)
    mode: Mapping[str, float] = field(default_factory=dict)
    roles: Mapping[str, tuple[str, float]] = field(default_factory=dict)


def tells(
    event: str,
    score: float = 0.95,
    *modes: str,
    place: str = "B",
    **roles: str,
) -> Says:
    """A word that tells an event; `roles` are sure: ``Norway="actor"``."""
    return Says(
        trigger={f"{place}-{event}": score},
        mode={f"{event}/{mode}": 0.9 for mode in modes},
        roles={word: (role, _SURE) for word, role in roles.items()},
    )


@dataclass
class _Session:
    """Gives each token the state of its word."""

    states: Array
    calls: list[int] = field(default_factory=list)

    def run(self, _outputs: object, given: Mapping[str, Any]) -> list[Array]:
        assert given["ids"].shape == given["mask"].shape
        self.calls.append(given["ids"].shape[1])
        return [self.states[given["ids"]]]


def network(words: Mapping[str, Says], pair: Mapping[str, float] | None = None) -> Network:
    """The network that says so of these words and nothing of others.

    `pair` are the probabilities of types that it gives to whatever pair it is asked for.
    """
    sides = (word for says in words.values() for word in says.roles)
    vocabulary = list(dict.fromkeys((*_SPECIAL, *words, *sides)))
    slices, width = _layout(len(vocabulary))
    states = np.zeros((len(vocabulary), width), np.float32)
    for number, word in enumerate(vocabulary):
        says = words.get(word, Says())
        for head in TOKEN_HEADS:
            states[number, slices[head]] = _scores(head, getattr(says, head))
        states[number, slices["word"].start + number] = 1
    weights = Weights(Path("nowhere"), "by hand", "1", CLASSES, {})
    heads = Heads(_arrays(slices, width, _role_table(words, vocabulary), pair or {}))
    return Network(weights, _Session(states), _tokenizer(vocabulary), heads)  # type: ignore[arg-type]


def scores(words: Mapping[str, Says], text: str) -> SentenceScores:
    """What such a network makes of `text`."""
    net = network(words)
    (encoded,) = net.read([text])
    return SentenceScores(net, encoded)


def _layout(words: int) -> tuple[dict[str, slice], int]:
    slices: dict[str, slice] = {}
    at = 0
    for name, size in (*((head, len(CLASSES[head])) for head in TOKEN_HEADS), ("word", words)):
        slices[name] = slice(at, at + size)
        at += size
    return slices, at


def _scores(head: str, chances: Mapping[str, float]) -> Array:
    """Raw scores from which softmax (for modes sigmoid) makes these probabilities."""
    names = CLASSES[head]
    given = np.array([chances.get(name, 0) for name in names], np.float64)
    if head == "mode":
        given = np.clip(given, 1e-4, 1 - 1e-4)
        return np.log(given / (1 - given)).astype(np.float32)
    given[0] += 1 - given.sum()
    return np.log(np.maximum(given, 1e-9)).astype(np.float32)


def _role_table(words: Mapping[str, Says], vocabulary: list[str]) -> Array:
    """By role, trigger and first word; the last row and column stand for the ones added there."""
    size = len(vocabulary)
    table = np.zeros((len(ROLES), size + 1, size + 1), np.float32)
    rest = np.log([_SURE, *[(1 - _SURE) / 5] * 5]).astype(np.float32)
    table[:, size, size] = rest
    for trigger, says in words.items():
        for word, (role, chance) in says.roles.items():
            wanted = np.full(len(ROLES), (1 - chance) / (len(ROLES) - 1))
            wanted[ROLES.index(role)] = chance
            place = vocabulary.index(trigger), vocabulary.index(word)
            table[:, place[0], place[1]] = np.log(wanted).astype(np.float32) - rest
    return table


def _arrays(
    slices: Mapping[str, slice], width: int, table: Array, pair: Mapping[str, float]
) -> dict[str, Array]:
    made: dict[str, Array] = {}
    for head in TOKEN_HEADS:
        made[f"tokens.{head}.weight"] = np.eye(width, dtype=np.float32)[slices[head]]
        made[f"tokens.{head}.bias"] = np.zeros(len(CLASSES[head]), np.float32)
    words = np.eye(width, dtype=np.float32)[slices["word"]]
    for name in ("role_trigger", "role_start"):
        made[f"{name}.weight"] = words
        made[f"{name}.bias"] = np.zeros(len(words), np.float32)
    made["role_end.weight"] = np.zeros_like(words)
    made["role_bilinear"] = table
    made["pair_hidden.weight"] = np.zeros((1, 3 * width), np.float32)
    made["pair_hidden.bias"] = np.zeros(1, np.float32)
    for name, scored in (("pair_type", "pair"), ("pair_mode", "mode")):
        made[f"{name}.weight"] = np.zeros((len(CLASSES[scored]), 1), np.float32)
    given = [pair.get(name, 1e-6) for name in CLASSES["pair"]]
    made["pair_type.bias"] = np.log(given).astype(np.float32)
    made["pair_mode.bias"] = _scores("mode", {name: pair.get(name, 0) for name in MODES})
    return made


def _tokenizer(vocabulary: list[str]) -> Tokenizer:
    numbers = {word: number for number, word in enumerate(vocabulary)}
    made = Tokenizer(models.WordLevel(numbers, unk_token="<unk>"))
    made.pre_tokenizer = pre_tokenizers.Split(Regex(r"\w+|[^\w\s]"), "removed", invert=True)
    made.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 1)]
    )
    return made
