"""Mentions without a known name: "the Armenian prime minister", "Russian border guards"."""

import datetime
import re

from dragoman.model import Mention, MentionKind, Resolution, Role
from dragoman.resolve.kb import KnowledgeBase
from dragoman.resolve.scores import HOLDER, UNKNOWN, WORDS

_FORMER = re.compile(r"\b(?:former|ex|ousted|deposed|late|retired|one-time|exiled)\b[ -]*", re.I)

_STATE_ORGANS = frozenset({"MIL", "COP", "SPY", "LEG", "JUD", "PRM"})
"""What a de-facto entity has like a state; its sector is written after PRE."""


def is_former(role: str) -> bool:
    """Whether the role words tell of an office that is over."""
    return _FORMER.match(role) is not None


def plain_role(role: str) -> str:
    """The role words without "former" and the like."""
    return _FORMER.sub("", role).strip()


def resolve_role(
    kb: KnowledgeBase,
    mention: Mention,
    day: datetime.date | None,
    weighed: tuple[str, ...] = (),
) -> Resolution:
    """What the role and the country beside it say; an office without a name gives its holder.

    `weighed` are candidates that the words contradict. The code stays "" without a country, the
    sector "" without a role.
    """
    role = mention.role or ""
    if role and mention.of and not weighed and _is_nameless(mention) and not is_former(role):
        held = kb.holder(mention.of, role, day)
        if held is not None:
            actor, tenure = held
            return Resolution(
                mention=mention.id,
                actor=actor.id,
                code=tenure.code,
                sector=tenure.sector,
                name=actor.names[0],
                office=tenure.office,
                rule=_holder_rule(tenure, mention.of, day),
                score=HOLDER,
            )
    code, sector = _code_and_sector(kb, mention, day)
    return Resolution(
        mention=mention.id,
        actor="",
        code=code,
        sector=sector,
        name="",
        office="",
        rule=_words_rule(mention, weighed),
        score=WORDS if code or sector else UNKNOWN,
        alternatives=weighed,
    )


def _is_nameless(mention: Mention) -> bool:
    """Whether the head is the role itself, in the singular, and not a name beside it."""
    if mention.candidates or not mention.role:
        return False
    return mention.head.casefold() == mention.role.casefold()


def _code_and_sector(
    kb: KnowledgeBase, mention: Mention, day: datetime.date | None
) -> tuple[str, str]:
    sector = mention.sector or ""
    if mention.role and is_former(mention.role):
        sector = "ELI"
    if mention.of is None:
        return "", sector
    whose = role_on(kb, mention.of, day)
    if whose is None:
        return kb.code(mention.of), sector
    if whose.sector == "PRE":
        return whose.code, f"PRE{sector}" if sector in _STATE_ORGANS else _unless_gov(sector, "PRE")
    if kb.is_state(mention.of):
        return whose.code, sector
    actor = kb.actor(mention.of)
    if actor is not None and actor.kind is MentionKind.GROUP:
        return whose.code, whose.sector or sector
    return whose.code, _unless_gov(sector, whose.sector)


def _unless_gov(sector: str, own: str) -> str:
    """The body's own sector where the role words say no more than that it is official."""
    return own if sector in {"", "GOV"} else sector


def role_on(kb: KnowledgeBase, entry: str, day: datetime.date | None) -> Role | None:
    """What an entry was on the day; before its first day the first, after its last day the last."""
    actor = kb.actor(entry)
    if actor is None or not actor.roles:
        return None
    if day is None:
        return actor.roles[-1]
    held = [role for role in actor.roles if role.holds_on(day)]
    if held:
        return held[-1]
    begun = [role for role in actor.roles if role.valid_from is None or role.valid_from <= day]
    return begun[-1] if begun else actor.roles[0]


def _holder_rule(tenure: Role, of: str, day: datetime.date | None) -> str:
    when = f"on {day}" if day else "as the latest known (no day given)"
    return f"{tenure.office} of {of} {when}"


def _words_rule(mention: Mention, weighed: tuple[str, ...]) -> str:
    words = " of ".join(part for part in (mention.role, mention.of) if part)
    if not words:
        return "not in the tables"
    if weighed:
        return f"the words: {words}; they contradict the known bearer of the name"
    return f"the words: {words}"
