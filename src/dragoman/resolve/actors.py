"""Who a mention is, as of the day of the event."""

import datetime

from dragoman.model import Actor, Mention, MentionKind, Name, Resolution
from dragoman.resolve.kb import KnowledgeBase
from dragoman.resolve.people import is_person, resolve_person
from dragoman.resolve.roles import resolve_role, role_on
from dragoman.resolve.scores import AMBIGUOUS, NAMED, WORDS


def resolve_mention(kb: KnowledgeBase, mention: Mention, day: datetime.date | None) -> Resolution:
    """Who or what the mention is on `day`, with the rule in words.

    With `day` None the latest known roles are taken, and the rule says so. Candidates that are not
    taken stay in `alternatives`.
    """
    if is_person(kb, mention):
        return resolve_person(kb, mention, day)
    known = [actor for actor in map(kb.actor, mention.candidates) if actor is not None]
    if not known:
        return resolve_role(kb, mention, day)
    return _resolve_entity(kb, mention, day, known)


def _resolve_entity(
    kb: KnowledgeBase, mention: Mention, day: datetime.date | None, known: list[Actor]
) -> Resolution:
    actor = _of_country(kb, known, mention)
    usage = _usage(kb, mention, actor)
    if usage is not None and usage.usage == "metonym" and _is_elsewhere(kb, mention, actor):
        return _organ_of_other_state(kb, mention, usage, day)
    role = role_on(kb, actor.id, day)
    sector, why = _sector(mention, usage, role.sector if role else "")
    when = "" if day else "; as the latest known (no day given)"
    if role is not None and day is not None and not role.holds_on(day):
        when = f"; ended {role.valid_to}" if role.valid_to else f"; begins {role.valid_from}"
    return Resolution(
        mention=mention.id,
        actor=actor.id,
        code=role.code if role else "",
        sector=sector,
        name=actor.names[0],
        office="",
        rule=f"{why} of {actor.id}{when}",
        score=NAMED if len(known) == 1 else AMBIGUOUS,
        place=kb.place(mention.head, actor.id) if mention.kind is MentionKind.PLACE else None,
        alternatives=tuple(other.id for other in known if other.id != actor.id),
    )


def _sector(mention: Mention, usage: Name | None, own: str) -> tuple[str, str]:
    """The sector and the rule in words; a state by its name alone has no sector."""
    if mention.kind is MentionKind.PLACE:
        return "", "place"
    if usage is not None and usage.usage == "metonym":
        return _entity_sector(usage.sector, own), "metonym"
    if usage is not None and usage.usage == "capital":
        return _entity_sector(usage.sector, own), "capital as government"
    what = usage.usage if usage is not None else "name"
    if mention.sector and mention.role:
        return mention.sector, f"{what}, {mention.role}"
    return own or mention.sector or "", what


def _entity_sector(usage_sector: str, own: str) -> str:
    """A de-facto entity's word stands for it only while it lasts."""
    return own if usage_sector == "PRE" else usage_sector


def _usage(kb: KnowledgeBase, mention: Mention, actor: Actor) -> Name | None:
    """How the head words name the actor; its proper name before a demonym or a metonym."""
    order = ("name", "agency", "metonym", "capital", "demonym", "place")
    names = [name for name in kb.names_like(mention.head) if name.actor == actor.id]
    return min(names, key=lambda name: order.index(name.usage), default=None)


def _of_country(kb: KnowledgeBase, known: list[Actor], mention: Mention) -> Actor:
    """The first candidate of the country that the words add, else the first."""
    if mention.of is not None:
        code = kb.code(mention.of)
        for actor in known:
            if any(role.code == code for role in actor.roles):
                return actor
    return known[0]


def _is_elsewhere(kb: KnowledgeBase, mention: Mention, actor: Actor) -> bool:
    return mention.of is not None and mention.of != actor.id and kb.is_state(mention.of)


def _organ_of_other_state(
    kb: KnowledgeBase, mention: Mention, usage: Name, day: datetime.date | None
) -> Resolution:
    """The organ's word with another state's name ("the Brazilian House of Representatives")."""
    of = mention.of or ""
    role = role_on(kb, of, day)
    return Resolution(
        mention=mention.id,
        actor="",
        code=role.code if role else kb.code(of),
        sector=usage.sector or "GOV",
        name="",
        office="",
        rule=f"the words: {usage.text} of {of}",
        score=WORDS,
        alternatives=(usage.actor,),
    )
