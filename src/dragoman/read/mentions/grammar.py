"""Walks over a sentence and makes its mentions."""

from collections.abc import Callable
from dataclasses import replace

from dragoman.model import MentionKind
from dragoman.read.mentions.drafts import Draft
from dragoman.read.mentions.guesses import guess
from dragoman.read.mentions.lists import words_of
from dragoman.read.mentions.phrases import (
    Line,
    RolePhrase,
    draft_of,
    is_single,
    named_phrase,
    owned_name,
    part_of_longer,
    role_phrase,
)
from dragoman.read.mentions.surroundings import GOVERNMENT, capital_rule, state_rule
from dragoman.read.mentions.units import Unit, UnitKind

_LONGEST_CHAIN = 16
"""How many units coordinated demonyms may take."""

Step = tuple[list[Draft], int]
"""The mentions made and the unit where reading goes on."""


def mentions_in(line: Line) -> list[Draft]:
    """The mentions of one sentence, in order, none sharing a word with another."""
    drafts: list[Draft] = []
    at = 0
    while at < len(line.units):
        made, after = _step(line, at)
        drafts.extend(made)
        at = max(after, at + 1)
    return drafts


def _step(line: Line, at: int) -> Step:
    if line.kind(at) == UnitKind.WORD and (line.plain(at) == "-" or not line.is_modifier(at)):
        return [], at + 1
    if _may_be_verb(line, at):
        return [], at + 1
    phrase = role_phrase(line, at)
    if phrase is not None:
        return _from_role(line, phrase)
    owned = owned_name(line, at)
    if owned is not None:
        return [owned[0]], owned[1]
    return _PLAIN[line.units[at].kind](line, at)


def _may_be_verb(line: Line, at: int) -> bool:
    """Whether a participle that could modify is the verb: "mines have killed soldiers"."""
    before = line.plain(at - 1)
    return (
        at > 0
        and line.kind(at) == UnitKind.WORD
        and line.plain(at).endswith("ed")
        and not before.isdigit()
        and before not in words_of("before_participles")
    )


def _from_role(line: Line, phrase: RolePhrase) -> Step:
    """A role phrase, its name and the roles that follow in coordination."""
    draft, after = named_phrase(line, phrase)
    if draft.rule.endswith("+name") and draft.kind == MentionKind.PERSON and draft.of is None:
        return _with_state(line, draft, after) or ([draft], after)
    draft = _seated(line, phrase, draft, after)
    drafts = [draft]
    while draft.kind == MentionKind.GROUP and phrase.of and line.plain(after) in {"and", ","}:
        step = after + 1 + (line.plain(after) == "," and line.plain(after + 1) == "and")
        following = role_phrase(line, step)
        listed = following is not None and line.plain(following.last) in {"and", ","}
        if following is None or following.owned or (line.plain(after) == "," and not listed):
            break
        phrase = replace(following, of=phrase.of)
        drafts.append(draft_of(line, phrase, "coordinated-role"))
        after = phrase.last
    return drafts, after


def _seated(line: Line, phrase: RolePhrase, draft: Draft, at: int) -> Draft:
    """The state of "the defence ministry in Yerevan", which stays a mention of its own."""
    noun = line.words.plain[line.units[phrase.role_units[-1]].last - 1]
    seat = line.kind(at + 1) in {UnitKind.CAPITAL, UnitKind.STATE}
    if draft.of is None and line.plain(at) == "in" and seat and noun in words_of("seated"):
        of = line.units[at + 1].actors[0]
        return replace(draft, of=of, rule=f"{draft.rule}+in")
    return draft


def _word(line: Line, at: int) -> Step:
    return [], min(at + 1, len(line.units))


def _demonym(line: Line, at: int) -> Step:
    """A demonym with no role after it."""
    unit = line.units[at]
    state = unit.actors[0] if unit.actors else None
    following = line.plain(at + 1)
    base = Draft(
        first=unit.first,
        last=unit.last,
        kind=MentionKind.GROUP,
        rule="demonym-plural",
        head=(unit.first, unit.last),
        of=state,
        sector="CVL",
    )
    if unit.plural:
        return [replace(base, role="people")], at + 1
    if _hyphened(line, unit) or part_of_longer(line, at):
        return [], at + 1
    shared = _coordinated_demonym(line, at)
    if shared is not None:
        return [shared], at + 1
    if following in words_of("place_nouns"):
        last = line.units[at + 1].last
        place = replace(base, last=last, kind=MentionKind.PLACE, rule="demonym-of-place")
        return [replace(place, sector=None)], at + 2
    if _stands_for_people(line, at):
        return [replace(base, rule="demonym-nominal", role="people")], at + 1
    adjective = replace(base, kind=MentionKind.STATE, rule="demonym-adjective", sector=None)
    return [replace(adjective, candidates=unit.actors, of=None)], at + 1


def _hyphened(line: Line, unit: Unit) -> bool:
    """Whether the word is part of a compound: "pro-Russian", "Russian-speaking"."""
    words = line.words
    before = words.at(unit.first - 1) == "-" and words.joined(unit.first)
    after = words.at(unit.last) == "-" and words.joined(unit.last)
    return before or after


def _stands_for_people(line: Line, at: int) -> bool:
    """Whether a demonym stands alone behind its article: "the French", "a Russian who"."""
    article = line.plain(at - 1) in {"the", "a", "an", "one", "another", "fellow"}
    following = line.plain(at + 1)
    alone = following in words_of("demonym_nominal_followers") or not following.isalnum()
    return article and alone and line.kind(at + 1) in {UnitKind.WORD, None}


def _coordinated_demonym(line: Line, at: int) -> Draft | None:
    """The first of two demonyms that share a role or a place: "Armenian and Russian officials"."""
    step = at
    while (
        step < at + _LONGEST_CHAIN
        and line.plain(step + 1) in {"and", "or", ",", "&", "-"}
        and (line.kind(step + 2) == UnitKind.DEMONYM)
    ):
        step += 2
    if step == at:
        return None
    unit = line.units[at]
    words = (unit.first, unit.last)
    of = unit.actors[0] if unit.actors else None
    phrase = role_phrase(line, step)
    if phrase is not None:
        shared = draft_of(line, phrase, "coordinated-demonym")
        return replace(shared, first=unit.first, last=unit.last, head=words, of=of)
    if line.plain(step + 1) not in words_of("place_nouns"):
        return None
    return Draft(
        first=unit.first,
        last=unit.last,
        kind=MentionKind.PLACE,
        rule="demonym-of-place",
        head=words,
        of=of,
    )


def _state(line: Line, at: int) -> Step:
    unit = line.units[at]
    if _given_name(line, at):
        return _joined_name(line, at)
    rule = state_rule(line.words, line.units, at)
    return [_named(unit, MentionKind.STATE, rule)], at + 1


def _capital(line: Line, at: int) -> Step:
    unit = line.units[at]
    if _given_name(line, at):
        return _joined_name(line, at)
    rule = capital_rule(line.words, line.units, at)
    kind = MentionKind.STATE if rule.startswith(GOVERNMENT) else MentionKind.PLACE
    return [_named(unit, kind, rule)], at + 1


def _given_name(line: Line, at: int) -> bool:
    """Whether a name of a state is a person's given name here: "Jordan Bardella"."""
    unit = line.units[at]
    return (
        line.kind(at + 1) == UnitKind.UNKNOWN
        and line.words.plain[unit.first] in words_of("given_states")
        and guess(line.words, line.units[at + 1]) is None
    )


def _joined_name(line: Line, at: int) -> Step:
    """Two adjacent units as one unknown person's name."""
    first, last = line.units[at].first, line.units[at + 1].last
    unit = Unit(UnitKind.UNKNOWN, first, last)
    return _person_tail(line, _named(unit, MentionKind.PERSON, "capitalised-name"), at + 2)


def _metonym(line: Line, at: int) -> Step:
    unit = line.units[at]
    return [_named(unit, unit.entries[0].name.kind, "metonym")], at + 1


def _place(line: Line, at: int) -> Step:
    return [_named(line.units[at], MentionKind.PLACE, "place-name")], at + 1


def _body(line: Line, at: int) -> Step:
    unit = line.units[at]
    kind = unit.entries[0].name.kind
    rule = "agency-name" if unit.usage == "agency" else f"{kind.value}-name"
    return [_named(unit, kind, rule)], at + 1


def _person(line: Line, at: int) -> Step:
    unit = line.units[at]
    rule = "surname" if unit.usage == "surname" else "person-name"
    return _person_tail(line, _named(unit, MentionKind.PERSON, rule), at + 1)


def _unknown(line: Line, at: int) -> Step:
    unit = line.units[at]
    surname = line.kind(at + 1) == UnitKind.PERSON and (
        line.units[at + 1].last == line.units[at + 1].first + 1
    )
    if surname and guess(line.words, unit) is None:
        return _joined_name(line, at)
    guessed = guess(line.words, unit)
    if guessed is None:
        return [], at + 1
    kind, rule = guessed
    draft = _named(unit, kind, rule)
    if kind == MentionKind.PERSON:
        return _person_tail(line, draft, at + 1)
    if kind == MentionKind.ORGANISATION:
        return _long_name(line, draft, at + 1)
    return [draft], at + 1


def _long_name(line: Line, draft: Draft, at: int) -> Step:
    """An unknown organisation with what follows "of" or "for" in its name."""
    while line.plain(at) in {"of", "for", "and"}:
        step = at + 1 + (line.plain(at + 1) == "the")
        if line.kind(step) not in {UnitKind.UNKNOWN, UnitKind.STATE, UnitKind.ROLE}:
            break
        unit = line.units[step]
        joined = line.plain(at) == "and" and draft.head[1] - draft.head[0] < 3
        if joined or not line.words.capitalised(unit.first):
            break
        draft = replace(draft, last=unit.last, head=(draft.first, unit.last))
        at = step + 1
    return [draft], at


def _named(unit: Unit, kind: MentionKind, rule: str) -> Draft:
    return Draft(
        first=unit.first,
        last=unit.last,
        kind=kind,
        rule=rule,
        head=(unit.first, unit.last),
        candidates=unit.actors,
        sector=unit.sector,
    )


def _person_tail(line: Line, draft: Draft, at: int) -> Step:
    """A person with "of" and a state, or with the office in apposition."""
    of_state = _with_state(line, draft, at)
    if of_state is not None:
        return of_state
    if line.plain(at) != ",":
        return [draft], at
    start = at + 1 + (line.plain(at + 1) in {"the", "a", "an"})
    phrase = role_phrase(line, start)
    if phrase is None or not _closes(line, phrase.last):
        return [draft], at
    office = draft_of(line, phrase)
    single = office.kind == MentionKind.PERSON or is_single(line, line.units[phrase.role_units[-1]])
    if not single or not (phrase.owned or start > at + 1):
        return [draft], at
    whole = replace(
        draft,
        last=office.last,
        of=office.of,
        role=office.role,
        sector=office.sector or draft.sector,
        rule=f"{draft.rule}+apposition",
    )
    return [whole], phrase.last


def _with_state(line: Line, draft: Draft, at: int) -> Step | None:
    """A person of a state: "Jeyhun Bayramov of Azerbaijan"."""
    if line.plain(at) != "of" or line.kind(at + 1) != UnitKind.STATE:
        return None
    state = line.units[at + 1]
    whole = replace(draft, last=state.last, of=state.actors[0], rule=f"{draft.rule}+of")
    return [whole], at + 2


def _closes(line: Line, at: int) -> bool:
    """Whether an apposition may end before the unit at `at`."""
    return at >= len(line.units) or line.plain(at) in {
        ",",
        ".",
        ";",
        ")",
        ":",
        "?",
        "!",
        "-",
        "in",
        "who",
    }


_PLAIN: dict[UnitKind, Callable[[Line, int], Step]] = {
    UnitKind.STATE: _state,
    UnitKind.CAPITAL: _capital,
    UnitKind.METONYM: _metonym,
    UnitKind.DEMONYM: _demonym,
    UnitKind.ORGANISATION: _body,
    UnitKind.GROUP: _body,
    UnitKind.PERSON: _person,
    UnitKind.PLACE: _place,
    UnitKind.ROLE: _word,
    UnitKind.UNKNOWN: _unknown,
    UnitKind.WORD: _word,
}
