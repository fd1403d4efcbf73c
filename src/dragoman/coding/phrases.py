"""Noun phrases: the runs of nominal units to the left and right of a place."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.tagging import is_demonym
from dragoman.coding.units import NOMINAL, Tag, Unit
from dragoman.coding.words import load_grammar

_SKIPPED = frozenset({Tag.ADVERB, Tag.TIME, Tag.QUOTE})
_INNER = frozenset({"of", "in", "from", "for", "at", "near", "on", "to"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, units `start` to `end` (excluded), with the actors in it.

    `actors` are unit indices of the mentions that it is about, places too but for subjects;
    `relation` says how: ``head``, ``actor noun of`` ("Armenia's parliament"), ``possessor``
    ("Armenia's decision"), ``modifier``, ``of``, ``in`` ("a base in Armenia"), ``pronoun``, or ""
    without actors.
    """

    start: int
    end: int
    actors: tuple[int, ...] = ()
    relation: str = ""
    pronoun: int | None = None


def chunk_right(units: Sequence[Unit], start: int) -> tuple[int, int]:
    """The run of nominal units at or just after `start`: (first, last + 1), empty if none."""
    index = start
    while index < len(units) and units[index].tag in _SKIPPED:
        index += 1
    first = index
    while index < len(units) and _inside(units, index, first):
        index += 1
    return first, index


def _inside(units: Sequence[Unit], index: int, first: int) -> bool:
    unit = units[index]
    if unit.tag in NOMINAL:
        return True
    if unit.tag in {Tag.QUOTE, Tag.ADVERB} and index > first:
        return index + 1 < len(units) and units[index + 1].tag in NOMINAL
    if unit.tag is Tag.VERB and unit.feature in {"participle", "past", "gerund"}:
        return index > first and units[index - 1].tag in {Tag.DETERMINER, Tag.ADJECTIVE}
    return False


def chunk_left(units: Sequence[Unit], end: int) -> tuple[int, int]:
    """The run of nominal units that ends just before `end`: (first, last + 1), empty if none."""
    last = end
    while last > 0 and units[last - 1].tag in _SKIPPED:
        last -= 1
    first = last
    while first > 0 and units[first - 1].tag in NOMINAL:
        first -= 1
    return first, last


def actors_of(units: Sequence[Unit], first: int, last: int) -> tuple[tuple[int, ...], str]:
    """The mention that a run of nominal units is about, and how."""
    mentions = [index for index in range(first, last) if units[index].mention is not None]
    if not mentions:
        return (), ""
    final = mentions[-1]
    tail = units[final + 1 : last]
    nouns = [unit for unit in tail if unit.tag is Tag.NOUN]
    if not nouns:
        return (final,), "head"
    agents = load_grammar().agents
    if nouns[-1].lemma in agents or nouns[-1].word in agents:
        return (final,), "actor noun of"
    owns = Tag.POSSESSIVE in {tail[0].tag, units[final].tag}
    possessed = owns or is_demonym(units[final])
    return (final,), "possessor" if possessed else "modifier"


def phrase_right(units: Sequence[Unit], start: int, *, paired: bool = False) -> Phrase:
    """The noun phrase at `start` with its coordinates ("A, B and C") and inner "of", "in".

    A last conjunct that a verb follows is that verb's subject, unless `paired` ("between A and B").
    """
    first, last = chunk_right(units, start)
    if first == last:
        return Phrase(start, start)
    actors, relation = actors_of(units, first, last)
    pronoun = next((i for i in range(first, last) if units[i].tag is Tag.PRONOUN), None)
    end = last
    if not actors:
        actors, relation, end = _inner(units, last)
    found = list(actors)
    while True:
        more = _coordinate_right(units, end, paired=paired)
        if more is None:
            break
        found.extend(more.actors)
        end = more.end
    return Phrase(first, end, tuple(found), relation or ("head" if found else ""), pronoun)


def _inner(units: Sequence[Unit], index: int) -> tuple[tuple[int, ...], str, int]:
    """The actor in "of X", "in X" after a phrase that has none itself."""
    end = index
    for _ in range(3):
        while index < len(units) and units[index].tag in {Tag.TIME, Tag.ADVERB}:
            index += 1
        if index >= len(units):
            break
        word = units[index].lower
        border = word == "with" and units[index - 1].lemma in {"border", "frontier"}
        if (word not in _INNER and not border) or units[index].tag not in {Tag.PREPOSITION, Tag.TO}:
            break
        first, last = chunk_right(units, index + 1)
        if first == last:
            break
        actors, _ = actors_of(units, first, last)
        if actors:
            return actors, "of" if word == "of" else "in", last
        index = end = last
    return (), "", end


def _coordinate_right(units: Sequence[Unit], index: int, *, paired: bool = False) -> Phrase | None:
    """The conjunct after a phrase that ends at `index`, if it has an actor and no verb follows."""
    at = index
    comma = at < len(units) and units[at].tag is Tag.COMMA
    if comma:
        at += 1
    both = at < len(units) and units[at].tag is Tag.COORDINATOR and units[at].lower != "but"
    if both:
        at += 1
    elif _as_well_as(units, at):
        at += 3
        both = True
    if not comma and not both:
        return None
    first, last = chunk_right(units, at)
    actors, relation = actors_of(units, first, last)
    if not actors or relation in {"possessor", "modifier"}:
        return None
    following = units[last] if last < len(units) else None
    verb = following is not None and following.tag in {Tag.VERB, Tag.AUXILIARY, Tag.MODAL}
    if verb and not paired and following is not None and following.feature != "participle":
        return None
    if not both and _coordinate_right(units, last) is None:
        return None
    return Phrase(first, last, actors, relation)


def _as_well_as(units: Sequence[Unit], at: int) -> bool:
    return [unit.lower for unit in units[at : at + 3]] == ["as", "well", "as"]


def phrase_left(units: Sequence[Unit], end: int, *, conjuncts: bool = True) -> Phrase:
    """The noun phrase that ends before `end`, its prepositional parts skipped.

    "A court in Guyana" gives Guyana as the actor that "court" belongs to.
    """
    first, last = chunk_left(units, end)
    if first == last:
        return Phrase(end, end)
    tail = last
    inner: list[tuple[str, int, int]] = []
    head_first, head_last = first, last
    while first > 1 and units[first - 1].tag in {Tag.PREPOSITION, Tag.TO} and len(inner) < 4:
        before, before_last = chunk_left(units, first - 1)
        if before == before_last or before_last != first - 1:
            break
        if _opens_clause(units, first - 1, before):
            break
        inner.append((units[first - 1].lower, first, last))
        first, last = before, before_last
        head_first, head_last = first, last
    actors, relation = actors_of(units, head_first, head_last)
    pronoun = next((i for i in range(head_first, head_last) if units[i].tag is Tag.PRONOUN), None)
    if not actors and pronoun is None:
        actors, relation = _from_inner(units, head_first, head_last, inner)
    found = list(actors)
    start = head_first
    while conjuncts:
        more = _coordinate_left(units, start)
        if more is None:
            break
        found[:0] = more.actors
        start = more.start
    relation = relation or ("head" if found else "")
    acting = tuple(index for index in found if may_act(units, index, relation))
    return Phrase(start, tail, acting or (), relation, pronoun)


def _opens_clause(units: Sequence[Unit], at: int, start: int) -> bool:
    """Whether "after", "since" and the like open a clause: the phrase before is a verb's object."""
    if units[at].lower not in {"after", "before", "since", "until", "as", "because"}:
        return False
    return any(unit.tag in {Tag.VERB, Tag.AUXILIARY} for unit in units[:start])


def may_act(units: Sequence[Unit], index: int, relation: str) -> bool:
    """Whether a mention may be who does it; a place only through a noun that acts for it."""
    unit = units[index]
    if unit.actor is not None:
        return True
    return unit.mention is not None and relation == "actor noun of"


def _from_inner(
    units: Sequence[Unit], first: int, last: int, inner: list[tuple[str, int, int]]
) -> tuple[tuple[int, ...], str]:
    nouns = [unit for unit in units[first:last] if unit.tag is Tag.NOUN]
    agents = load_grammar().agents
    agent = bool(nouns) and any(noun.lemma in agents for noun in nouns[-2:])
    for word, start, end in reversed(inner):
        if word not in _INNER and word not in {"with", "loyal"}:
            continue
        actors, _ = actors_of(units, start, end)
        if actors:
            return actors, "actor noun of" if agent else "of" if word == "of" else "in"
    return (), ""


def _coordinate_left(units: Sequence[Unit], start: int) -> Phrase | None:
    """The conjunct before a phrase that starts at `start`, unless it is a verb's object."""
    at = start
    both = at > 0 and units[at - 1].tag is Tag.COORDINATOR and units[at - 1].lower != "but"
    if both:
        at -= 1
    comma = at > 0 and units[at - 1].tag is Tag.COMMA
    if comma:
        at -= 1
    if not both:
        return None
    phrase = phrase_left(units, at, conjuncts=False)
    if not phrase.actors or phrase.relation in {"possessor", "modifier"}:
        return None
    if _is_object(units, phrase.start):
        return None
    earlier = _list_left(units, phrase.start)
    return Phrase(earlier.start, phrase.end, (*earlier.actors, *phrase.actors), "head")


def _list_left(units: Sequence[Unit], start: int) -> Phrase:
    """Further members of a list before a conjunct: "A, B and C"."""
    found: list[int] = []
    while start > 1 and units[start - 1].tag is Tag.COMMA:
        first, last = chunk_left(units, start - 1)
        actors, relation = actors_of(units, first, last)
        if not actors or relation != "head" or last != start - 1:
            break
        found[:0] = actors
        start = first
    return Phrase(start, start, tuple(found))


def _is_object(units: Sequence[Unit], start: int) -> bool:
    """Whether the phrase at `start` follows a verb that is no verb of saying, or a preposition."""
    at = start - 1
    while at >= 0 and units[at].tag in _SKIPPED:
        at -= 1
    if at < 0:
        return False
    unit = units[at]
    if unit.tag in {Tag.PREPOSITION, Tag.TO}:
        return at > 0 and units[at - 1].tag in {Tag.VERB, *NOMINAL}
    return unit.tag is Tag.VERB and unit.verb not in load_grammar().reporting
