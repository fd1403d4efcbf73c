"""Puts units together to phrases around a role: "Russia's deputy foreign minister X"."""

from dataclasses import dataclass, replace

from dragoman.model import MentionKind
from dragoman.read.mentions.drafts import Draft
from dragoman.read.mentions.lists import words_of
from dragoman.read.mentions.units import BODIES, Unit, UnitKind
from dragoman.read.mentions.words import Words

_DEEPEST = 3
_NAMED = frozenset({UnitKind.PERSON, UnitKind.UNKNOWN})
_BODY_NAMES = frozenset({UnitKind.ORGANISATION, UnitKind.GROUP, UnitKind.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence cut into units."""

    words: Words
    units: list[Unit]

    def kind(self, at: int) -> UnitKind | None:
        """The kind of the unit at `at`, None outside the sentence."""
        return self.units[at].kind if 0 <= at < len(self.units) else None

    def plain(self, at: int) -> str:
        """The plain form of a single-word unit, "" for others and outside the sentence."""
        if not 0 <= at < len(self.units):
            return ""
        unit = self.units[at]
        return self.words.plain[unit.first] if unit.last == unit.first + 1 else ""

    def possessive(self, at: int) -> int:
        """How many units after `at` make it a possessor: 2 for "'s", 1 for "'" after s, else 0."""
        if self.plain(at + 1) != "'" or not self.words.joined(self.units[at + 1].first):
            return 0
        if self.plain(at + 2) == "s" and self.words.joined(self.units[at + 2].first):
            return 2
        return 1 if self.words.plain[self.units[at].last - 1].endswith("s") else 0

    def is_acronym(self, at: int) -> bool:
        """Whether the unit is one word in capitals."""
        unit = self.units[at]
        return unit.last == unit.first + 1 and self.words.raw[unit.first].isupper()

    def is_modifier(self, at: int) -> bool:
        """Whether the unit is a word that may stand before a role."""
        if self.kind(at) not in {UnitKind.WORD, UnitKind.UNKNOWN}:
            return False
        unit = self.units[at]
        modifiers = words_of("role_modifiers")
        if unit.last == unit.first + 1 and self.words.plain[unit.first] != "-":
            return self.words.plain[unit.first] in modifiers
        return all(
            word in modifiers or (word == "-" and self.words.joined(unit.first + step))
            for step, word in enumerate(self.words.plain[unit.first : unit.last])
        )


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """Units `first` to `last` (excluded) with a role in `role_units`; `of` is the owner's id."""

    first: int
    last: int
    role_units: tuple[int, ...]
    of: str | None
    owned: str
    """How it is owned: ``demonym``, ``possessor``, ``name``, ``of``, or "" for a bare role."""
    inner: str | None = None
    """The role words of an "of" phrase: "members of the opposition"."""


def role_phrase(line: Line, at: int, depth: int = _DEEPEST) -> RolePhrase | None:
    """The phrase that begins at unit `at` and has a role for its noun; None if there is none.

    `depth` is how many "of" phrases may stand inside one another.
    """
    position, of, owned = _owners(line, at)
    roles, position = _roles(line, position)
    if not roles:
        return None
    phrase = RolePhrase(at, position, roles, of, owned)
    return _with_of(line, phrase, depth) if depth else phrase


def _owners(line: Line, at: int) -> tuple[int, str | None, str]:
    """Modifiers and owners from `at` on: where they end, the last owner's id, how it owns."""
    position, of, owned = at, None, ""
    steps = 0
    while steps < 7:
        steps += 1
        if line.is_modifier(position):
            position += 1
            continue
        owner = _owner(line, position)
        if owner is None or (
            owned in {"name", "unknown"} and line.kind(position) != UnitKind.ORGANISATION
        ):
            break
        position, of, owned = owner
    return position, of, owned


def _owner(line: Line, at: int) -> tuple[int, str | None, str] | None:
    """One owner: a demonym, a body as possessor or before the role, an unknown name before it."""
    kind = line.kind(at)
    if kind == UnitKind.DEMONYM and not line.units[at].plural:
        return _compound(line, at, "demonym")
    if kind == UnitKind.PERSON and line.possessive(at):
        return at + 1 + line.possessive(at), line.units[at].actors[0], "possessor"
    if kind == UnitKind.PERSON and line.plain(at + 1) in words_of("named_after_persons"):
        return at + 1, line.units[at].actors[0], "name"
    if kind in BODIES:
        step = line.possessive(at)
        if step:
            return at + 1 + step, line.units[at].actors[0], "possessor"
        return _compound(line, at, "name")
    if kind == UnitKind.UNKNOWN and (line.units[at].first > 0 or line.is_acronym(at)):
        step = line.possessive(at)
        return at + 1 + step, None, "unknown"
    return None


def _compound(line: Line, at: int, owned: str) -> tuple[int, str | None, str]:
    """An owner before the noun; "pro-Russian" and "Russian-backed" own nothing."""
    words, unit = line.words, line.units[at]
    actor = unit.actors[0] if unit.actors else None
    if owned == "demonym" and part_of_longer(line, at):
        return at + 1, None, "compound"
    if words.at(unit.first - 1) == "-" and words.joined(unit.first):
        return at + 1, None, "compound"
    if line.plain(at + 1) == "-" and words.joined(unit.last):
        led = line.plain(at + 2) == "led"
        return at + 3, actor if led else None, "led" if led else "compound"
    return at + 1, actor, owned


def part_of_longer(line: Line, at: int) -> bool:
    """Whether a demonym is the end of another: "South American", "African American"."""
    before = line.words.at(line.units[at].first - 1)
    return before in words_of("continental") or line.plain(at - 1) in words_of("continental")


def owned_name(line: Line, at: int) -> tuple[Draft, int] | None:
    """A name with its owner: "Saudi Arabia's King Salman", "Lebanese Hezbollah"."""
    position, of, owned = _owners(line, at)
    if owned not in {"possessor", "demonym"} or of is None or not 0 < position < len(line.units):
        return None
    unit = line.units[position]
    if unit.kind not in {UnitKind.PERSON, UnitKind.ORGANISATION, UnitKind.GROUP}:
        return None
    draft = Draft(
        first=line.units[at].first,
        last=unit.last,
        kind=unit.entries[0].name.kind,
        rule=f"{owned}+name",
        head=(unit.first, unit.last),
        candidates=unit.actors,
        of=of,
        sector=unit.sector,
    )
    return draft, position + 1


def _roles(line: Line, at: int) -> tuple[tuple[int, ...], int]:
    """The roles from `at` on ("Foreign Ministry", "spokeswoman") and where they end."""
    roles: list[int] = []
    position = end = at
    while position < len(line.units):
        if line.kind(position) == UnitKind.ROLE:
            roles.append(position)
            end = position = position + 1
            position += line.possessive(position - 1)
        elif roles and line.is_modifier(position) and position < end + 3:
            position += 1
        else:
            break
    return tuple(roles), end


def _with_of(line: Line, phrase: RolePhrase, depth: int) -> RolePhrase:
    """`phrase` with the "of" (for spokespeople also "for") phrase after it."""
    preposition = line.plain(phrase.last)
    last_role = line.units[phrase.role_units[-1]]
    spokes = line.words.plain[last_role.last - 1] in words_of("spokes")
    if preposition != "of" and not (spokes and preposition == "for"):
        return phrase
    start = phrase.last + 1
    if line.plain(start) in {"the", "a", "an"}:
        start += 1
    inner = role_phrase(line, start, depth - 1)
    if inner is not None:
        role = " ".join(filter(None, (role_words(line, inner), inner.inner)))
        of, last = inner.of or phrase.of, inner.last
        if _may_name(line, inner, last, comma=False):
            of, last = next(iter(line.units[last].actors), of), last + 1
        return replace(phrase, last=last, of=of, owned="of", inner=role)
    kind = line.kind(start)
    if kind in BODIES or kind == UnitKind.UNKNOWN:
        actors = line.units[start].actors
        of = actors[0] if actors else phrase.of
        return replace(phrase, last=start + 1, of=of, owned="of")
    return phrase


def role_words(line: Line, phrase: RolePhrase) -> str:
    """The role in lower case: from the first role to the last, with modifiers just before it."""
    first, last = phrase.role_units[0], phrase.role_units[-1]
    while first > phrase.first and line.is_modifier(first - 1):
        first -= 1
    if line.plain(first) == "-":
        first = min(first + 2, phrase.role_units[0])
    start, end = line.units[first].first, line.units[last].last
    text = line.words.raw[start]
    for index in range(start + 1, end):
        gap = "" if line.words.joined(index) else " "
        text += gap + line.words.raw[index]
    return text.lower()


def role_kind(line: Line, phrase: RolePhrase) -> MentionKind:
    """What kind of thing the last role says it is; several persons are a group."""
    unit = line.units[phrase.role_units[-1]]
    kind = unit.entries[0].name.kind
    if kind == MentionKind.PERSON and unit.plural:
        return MentionKind.GROUP
    return kind


def draft_of(line: Line, phrase: RolePhrase, rule: str = "") -> Draft:
    """The mention of a role phrase, without a name."""
    units = line.units
    first, last = phrase.role_units[0], phrase.role_units[-1]
    sectors = [units[at].sector for at in reversed(phrase.role_units)]
    role = role_words(line, phrase)
    if phrase.inner:
        role = f"{role} of {phrase.inner}"
    return Draft(
        first=units[phrase.first].first,
        last=units[phrase.last - 1].last,
        kind=role_kind(line, phrase),
        rule=rule or (f"{phrase.owned}+role" if phrase.owned else "role"),
        head=(units[first].first, units[last].last),
        of=phrase.of,
        role=role,
        sector=next((sector for sector in sectors if sector), None),
    )


def named_phrase(line: Line, phrase: RolePhrase) -> tuple[Draft, int]:
    """The mention of a role phrase with the name after it, if any, and the unit where it ends."""
    draft = draft_of(line, phrase)
    at = phrase.last
    comma = line.plain(at) == "," and phrase.owned != ""
    if comma:
        at += 1
    if not _may_name(line, phrase, at, comma=comma):
        return draft, phrase.last
    unit = line.units[at]
    person = _is_person(line, line.units[phrase.role_units[-1]], at)
    name_kind = MentionKind.PERSON if person else draft.kind
    if unit.entries and not person:
        name_kind = unit.entries[0].name.kind
    named = replace(
        draft,
        last=unit.last,
        kind=name_kind,
        head=(unit.first, unit.last),
        candidates=unit.actors,
        rule=f"{draft.rule}+name",
    )
    return named, at + 1


def _is_person(line: Line, role: Unit, at: int) -> bool:
    """Whether a role is one person's, by the knowledge base or by the person's name after it."""
    if role.entries[0].name.kind == MentionKind.PERSON:
        return True
    named = line.kind(at) == UnitKind.PERSON or (
        line.kind(at) == UnitKind.UNKNOWN and line.units[at].last - line.units[at].first > 1
    )
    return named and is_single(line, role)


def is_single(line: Line, role: Unit) -> bool:
    """Whether a role by its last word is one person's and no body's."""
    word = line.words.plain[role.last - 1]
    several = word.endswith("s") or word in words_of("collective")
    return not several and word not in words_of("organisation_nouns")


def _may_name(line: Line, phrase: RolePhrase, at: int, *, comma: bool) -> bool:
    """Whether the unit at `at` is the name of whom the role phrase speaks of."""
    kind = line.kind(at)
    role = line.units[phrase.role_units[-1]]
    if role.plural or kind is None:
        return False
    if not _is_person(line, role, at):
        named = line.words.plain[role.last - 1] in words_of("named_by_roles")
        return not comma and named and kind in _BODY_NAMES
    if kind not in _NAMED or (line.possessive(at) and comma):
        return False
    unit = line.units[at]
    if comma:
        closed = line.plain(at + 1) in {",", ".", ";", ")", ""} or at + 1 == len(line.units)
        return closed and (unit.kind == UnitKind.PERSON or unit.last - unit.first > 1)
    return True
