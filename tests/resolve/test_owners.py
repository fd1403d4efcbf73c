"""Each name of the shipped tables has one owner."""

from collections import defaultdict

from dragoman.model import MentionKind, Name
from dragoman.resolve import KnowledgeBase
from dragoman.resolve.kb.names import folded

NAMESAKES = {"pedro sanchez"}
"""Names that two people share."""

SHARED_DEMONYMS = {"congolese"}
"""People of two states."""

BODY_OR_ROLE = {"economist"}
"""A name that is also a role noun: The Economist and an economist."""


def by_text(kb: KnowledgeBase) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = defaultdict(list)
    for name in kb.names():
        found[folded(name.text)].append(name)
    return found


def test_no_name_belongs_to_two_actors(shipped: KnowledgeBase) -> None:
    shared = {
        text
        for text, names in by_text(shipped).items()
        if len({name.actor for name in names if name.usage not in {"role", "surname"}} - {""}) > 1
    }
    assert shared == NAMESAKES | SHARED_DEMONYMS


def test_no_name_of_a_body_is_a_role_as_well(shipped: KnowledgeBase) -> None:
    """A word that several states have is a role, to be read with the state's name beside it."""
    both = {
        text
        for text, names in by_text(shipped).items()
        if {"role"} < {name.usage for name in names}
        and any(name.kind is not MentionKind.PERSON for name in names if name.usage != "role")
    }
    assert both == BODY_OR_ROLE


def test_what_a_state_is_called_by_is_no_single_small_word(shipped: KnowledgeBase) -> None:
    """Names in small letters would be found in every sentence that has the word."""
    small = {
        name.text
        for name in shipped.names()
        if name.usage in {"name", "metonym", "capital", "demonym"}
        and name.kind is MentionKind.STATE
        and name.text == name.text.lower()
    }
    assert not small
