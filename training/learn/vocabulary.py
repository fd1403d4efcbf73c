"""A smaller vocabulary: without the pieces that text in Latin letters never becomes."""

import copy
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.engine.tokens import MARKERS

_PREFIX = "##"
"""How WordPiece writes a piece that does not begin a word."""
_WRITTEN = (
    range(0x21, 0x300),  # Latin letters with those of Azerbaijani or Hausa, digits, marks
    range(0x2010, 0x2300),  # dashes, quotes, currencies, number forms, signs of arithmetic
    range(0x25A0, 0x2600),  # what begins the lines of a list
    range(0xFB00, 0xFB07),  # ligatures, as files of print have them
)
"""Characters of text in Latin letters, by Unicode block."""


@dataclass(frozen=True)
class Pruned:
    """A tokenizer's JSON with new ids; `kept` are the old ids in the order of the new."""

    tokenizer: Mapping[str, Any]
    kept: tuple[int, ...]


def prune(tokenizer: Mapping[str, Any]) -> Pruned:
    """Leaves out what the tokenizer of a BERT-like encoder never says of text in Latin letters.

    Special tokens and the four markers stay, and ids keep their order; a word with letters of
    another script becomes the unknown token. Wants a WordPiece model behind a normaliser that
    lowercases and strips accents and a pre-tokenizer that sets every punctuation mark apart.
    """
    vocabulary: Mapping[str, int] = tokenizer["model"]["vocab"]
    special = {token["content"] for token in tokenizer["added_tokens"]} | set(MARKERS)
    ordered = sorted(vocabulary, key=lambda piece: vocabulary[piece])
    pieces = [piece for piece in ordered if piece in special or reachable(piece)]
    ids = {piece: number for number, piece in enumerate(pieces)}
    made: dict[str, Any] = copy.deepcopy(dict(tokenizer))
    made["model"]["vocab"] = ids
    for token in made["added_tokens"]:
        token["id"] = ids[token["content"]]
    made["post_processor"] = _renumbered(made["post_processor"], ids)
    return Pruned(made, tuple(vocabulary[piece] for piece in pieces))


def reachable(piece: str) -> bool:
    """Whether normalised text in Latin letters can hold this piece.

    Accents and capitals are gone by then, and a punctuation mark always stands alone.
    """
    body = piece.removeprefix(_PREFIX) or piece
    alone = body == piece and len(body) == 1
    return all(_plain(character) and (alone or not _punctuation(character)) for character in body)


def _plain(character: str) -> bool:
    if unicodedata.normalize("NFD", character.lower()) != character:
        return False
    return any(ord(character) in block for block in _WRITTEN)


def _punctuation(character: str) -> bool:
    ascii_mark = character.isascii() and character.isprintable() and not character.isalnum()
    return ascii_mark or unicodedata.category(character)[0] == "P"


def _renumbered(processor: Mapping[str, Any], ids: Mapping[str, int]) -> dict[str, Any]:
    """The post-processor that sets the special tokens around a text, with their new ids."""
    made = dict(processor)
    if made["type"] == "TemplateProcessing":
        made["special_tokens"] = {
            name: {**token, "ids": [ids[piece] for piece in token["tokens"]]}
            for name, token in made["special_tokens"].items()
        }
        return made
    for end in ("sep", "cls"):
        made[end] = [made[end][0], ids[made[end][0]]]
    return made
