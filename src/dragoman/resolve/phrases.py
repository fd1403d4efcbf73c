"""A bare phrase ("former Armenian foreign minister Zohrab Mnatsakanyan") taken apart and resolved.

A small grammar over the names of the knowledge base, for look-ups without a report around them:
the longest names from the left are the actor's name, the country or body, and the role.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.model import Mention, MentionKind, Name, Resolution, Span
from dragoman.resolve.actors import resolve_mention
from dragoman.resolve.kb import KnowledgeBase
from dragoman.resolve.kb.names import folded
from dragoman.resolve.roles import is_former
from dragoman.text.tokens import Token, tokenize

_LONGEST = 9
"""Tokens of the longest name that is looked for."""

_TURN = frozenset({"of", "at", "in", "for", "from", "on", "by", "with", "near", "who", "that"})
"""Words after which the phrase says more about its head."""

_ARTICLES = frozenset({"the", "a", "an"})
_MARKS = re.compile(r"[’']s?|[^\w\s]")
_OWNERS = {"demonym", "name", "capital", "metonym", "agency"}


@dataclass(frozen=True, slots=True)
class _Part:
    """Tokens of the phrase that are names of the knowledge base."""

    start: int
    end: int
    text: str
    names: tuple[Name, ...]
    after_of: bool

    @property
    def role(self) -> Name | None:
        """The role that these words are, if they are one."""
        return next((name for name in self.names if name.usage == "role"), None)

    @property
    def things(self) -> tuple[Name, ...]:
        """What these words name, roles left out."""
        return tuple(name for name in self.names if name.usage != "role")

    @property
    def is_person(self) -> bool:
        """Whether they name people and nothing else."""
        return bool(self.things) and all(name.kind is MentionKind.PERSON for name in self.things)


def resolve_phrase(kb: KnowledgeBase, phrase: str, day: datetime.date | None) -> Resolution:
    """Who or what a phrase of a report means on `day`; None for the latest known."""
    return resolve_mention(kb, phrase_mention(kb, phrase), day)


def phrase_mention(kb: KnowledgeBase, phrase: str) -> Mention:
    """The phrase as a mention: its name, the country or body beside it, and its role."""
    tokens = tokenize(phrase)
    parts = _without_namesakes(kb, tuple(_parts(kb, phrase, tokens)), tokens)
    turn = next((i for i, token in enumerate(tokens) if token.text.lower() in _TURN), len(tokens))
    role = _role_part(parts, turn)
    named = _named_part(parts, role, turn)
    owner = _owner_part(parts, role, named)
    unknown = _unknown_name(phrase, tokens, parts)
    mention = Mention(
        id="phrase",
        span=Span(0, len(phrase)),
        sentence=0,
        kind=MentionKind.PERSON,
        head=unknown or phrase,
        rule="phrase",
        chain="phrase",
        of=owner.things[0].actor if owner else None,
    )
    if role is not None:
        mention = _with_role(mention, tokens, role, owner)
        mention = replace(mention, head=unknown or mention.role or phrase)
    if named is not None:
        candidates = tuple(dict.fromkeys(name.actor for name in named.things))
        kind = named.things[0].kind
        mention = replace(mention, candidates=candidates, head=named.text, kind=kind)
    return mention


def _with_role(
    mention: Mention, tokens: Sequence[Token], part: _Part, owner: _Part | None
) -> Mention:
    """The role with its sector; that of an organ of the state ("Duma") is the organ's."""
    role, sector = _with_former(tokens, part), part.role.sector if part.role else ""
    organ = (
        next((name for name in owner.things if name.usage == "metonym"), None) if owner else None
    )
    if organ is not None and organ.sector != "GOV":
        role, sector = f"{role} of {organ.text}", organ.sector
    kind = part.role.kind if part.role else mention.kind
    return replace(mention, role=role, sector=sector or None, kind=kind)


def _parts(kb: KnowledgeBase, phrase: str, tokens: Sequence[Token]) -> Iterator[_Part]:
    """The longest names from the left; what is no name is skipped."""
    index = 0
    while index < len(tokens):
        part = _longest(kb, phrase, tokens, index)
        if part is None:
            index += 1
        else:
            yield part
            index = part.end


def _longest(kb: KnowledgeBase, phrase: str, tokens: Sequence[Token], start: int) -> _Part | None:
    if _MARKS.fullmatch(tokens[start].text) or tokens[start].text.lower() in _ARTICLES:
        return None
    for end in range(min(len(tokens), start + _LONGEST), start, -1):
        text = phrase[tokens[start].start : tokens[end - 1].end].removesuffix("-based")
        names = tuple(name for name in kb.names_like(text) if _is_spelt(name, text))
        if names:
            return _Part(start, end, text, names, _is_after_of(tokens, start))
    return None


def _is_after_of(tokens: Sequence[Token], start: int) -> bool:
    words = [token.text.lower() for token in tokens[max(0, start - 2) : start]]
    return words[-1:] == ["of"] or words == ["of", "the"]


def _without_namesakes(
    kb: KnowledgeBase, parts: Sequence[_Part], tokens: Sequence[Token]
) -> tuple[_Part, ...]:
    """Leaves out surnames beside an unknown capitalised word that is no first name of theirs."""
    unknown = _unknown(parts, tokens)
    kept = []
    for part in parts:
        beside = [index for index in (part.start - 1, part.end) if index in unknown]
        names = tuple(
            name
            for name in part.names
            if name.usage != "surname" or not beside or _is_first_name(kb, name, tokens, part)
        )
        if names:
            kept.append(replace(part, names=names))
    return tuple(kept)


def _is_first_name(kb: KnowledgeBase, name: Name, tokens: Sequence[Token], part: _Part) -> bool:
    """Whether a word before the surname begins like one of the person's names ("Mohammed")."""
    actor = kb.actor(name.actor)
    words = {word[:3] for text in actor.names for word in folded(text).split()} if actor else set()
    before = {folded(token.text)[:3] for token in tokens[: part.start] if token.text.isalpha()}
    return bool(words & before)


def _unknown(parts: Sequence[_Part], tokens: Sequence[Token]) -> set[int]:
    """Where capitalised words stand that no table knows."""
    covered = {index for part in parts for index in range(part.start, part.end)}
    return {
        index
        for index, token in enumerate(tokens)
        if token.text[:1].isupper()
        and index not in covered
        and token.text.lower() not in _ARTICLES
        and not is_former(token.text)
    }


def _is_spelt(name: Name, text: str) -> bool:
    """Short capitals ("US", "WHO", "IS") and proper names are not matched by small letters."""
    if name.usage == "role":
        return True
    if name.text.isupper() and len(name.text) < 5:
        return text.isupper()
    return text != text.lower() or name.text == text


def _role_part(parts: Sequence[_Part], turn: int) -> _Part | None:
    """The last role before the first preposition, else the first role after it."""
    roles = [part for part in parts if part.role is not None and not part.is_person]
    before = [part for part in roles if part.start < turn]
    return before[-1] if before else next(iter(roles), None)


def _named_part(parts: Sequence[_Part], role: _Part | None, turn: int) -> _Part | None:
    """A person's name anywhere; else, without a role, the last other name before the preposition.

    A group or body before a role noun owns it ("Hezbollah fighters").
    """
    people = [part for part in parts if part.is_person]
    if people:
        return people[0]
    if role is not None:
        return None
    others = [part for part in parts if part.things]
    proper = [part for part in others if any(_is_proper(name) for name in part.things)]
    before = [part for part in proper if part.start < turn] or proper
    return next(iter(before or others), None)


def _is_proper(name: Name) -> bool:
    """Whether the name is of a body or an organ, not of a state as such."""
    return name.kind is not MentionKind.STATE or name.usage == "metonym"


def _owner_part(parts: Sequence[_Part], role: _Part | None, named: _Part | None) -> _Part | None:
    """The state or body that the role belongs to or that the name is of.

    What stands after "of" goes first ("the Norwegian head of NATO"), then the nearest before.
    """
    owners = [part for part in parts if part not in (role, named) and _can_own(part)]
    anchor = role or named
    if anchor is None:
        return None
    after_of = [part for part in owners if role and part.after_of and part.start > role.start]
    before = [part for part in owners if part.start < anchor.start]
    return next(iter([*after_of, *reversed(before), *owners]), None)


def _can_own(part: _Part) -> bool:
    return any(
        name.usage in _OWNERS and name.kind is not MentionKind.PERSON for name in part.things
    )


def _with_former(tokens: Sequence[Token], role: _Part) -> str:
    """The role in lower case, with a "former" that stands anywhere before it."""
    words = [token.text.lower() for token in tokens[: role.start]]
    marks = [word for word in words if is_former(word)]
    return " ".join([*marks[-1:], role.text.lower()])


def _unknown_name(phrase: str, tokens: Sequence[Token], parts: Sequence[_Part]) -> str:
    """The longest run of capitalised words that no table knows: a name, perhaps."""
    unknown = _unknown(parts, tokens)
    best, run = range(0), range(0)
    for index in sorted(unknown):
        run = range(run.start, index + 1) if index == run.stop and run else range(index, index + 1)
        best = max(best, run, key=len)
    return phrase[tokens[best[0]].start : tokens[best[-1]].end] if best else ""
