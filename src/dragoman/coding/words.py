"""The closed classes of words that the shallow grammar knows, as data."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

from dragoman.coding.inflection import fold

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Sets of words in lower case, named as in ``data/words.toml``."""

    determiners: Words
    possessives: Words
    pronouns: Words
    subject_pronouns: Words
    relatives: Words
    auxiliaries: Words
    be: Words
    have: Words
    modals: Words
    negations: Words
    subordinators: Words
    coordinators: Words
    prepositions: Words
    asides: Words
    locatives: Words
    adverbs: Words
    weekdays: Words
    numbers: Words
    plural_groups: Words
    reporting: Words
    object_control: Words
    aspect: Words
    light: Words
    stop: Words
    fail: Words
    consider: Words
    agents: Words
    victims: Words


_LEMMAS = frozenset(
    {"reporting", "object_control", "aspect", "light", "stop", "fail", "consider"}
    | {"agents", "victims"}
)


@cache
def load_grammar() -> Grammar:
    """The word classes of this package."""
    text = files("dragoman.coding").joinpath("data/words.toml").read_text("utf-8")
    table = tomllib.loads(text)
    return Grammar(
        **{
            field.name: frozenset(
                fold(word) if field.name in _LEMMAS else word for word in table[field.name]
            )
            for field in fields(Grammar)
        }
    )


@cache
def load_cues() -> dict[str, frozenset[str]]:
    """Words that tell the status of an event, by status."""
    text = files("dragoman.coding").joinpath("data/words.toml").read_text("utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text)["cues"].items()}
