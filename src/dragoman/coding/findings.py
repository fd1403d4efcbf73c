"""Trigger findings: lexicon entries found in a sentence, with who does it to whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.coding.clauses import Clause
from dragoman.coding.lexicon import Entry, Lexicon
from dragoman.coding.patterns import Match, match, match_passive
from dragoman.coding.phrases import Phrase, chunk_left, chunk_right, may_act, phrase_right
from dragoman.coding.spotting import own_places
from dragoman.coding.units import Tag, Unit, members, reciprocal_end
from dragoman.coding.words import load_grammar

_BARRIERS = frozenset({Tag.STOP, Tag.SUBORDINATOR, Tag.RELATIVE})
_REACH = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An entry found at a place.

    `first` to `last` (included) are the trigger's units, `used` all units that its pattern took;
    `end` is where its match ends. `actors` and `recipients` are unit indices. `clause` is the
    index of its clause, None for a noun outside all verbs. `construction` and `how` name what
    supplied the sides. `method` is the coder and `second` what the other one makes of the same
    words, as in `EventMention`.
    """

    entry: Entry
    event: str
    modes: tuple[str, ...]
    cameo: str | None
    first: int
    last: int
    end: int
    construction: str
    used: frozenset[int] = frozenset()
    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    how: str = ""
    object_noun: str = ""
    clause: int | None = None
    operator: str = ""
    method: str = "rules"
    second: str = ""

    @property
    def strength(self) -> tuple[int, int, int]:
        """What is preferred where several entries fit: more words, then a filled slot."""
        return (self.entry.literals, int(bool(self.recipients)), len(self.used))

    @property
    def like(self) -> str:
        """The PLOVER type whose rules its event follows: a type of one's own has none itself."""
        return self.entry.like if self.event == self.entry.event and self.entry.own else self.event


def find_verbs(units: Sequence[Unit], clauses: Sequence[Clause], lexicon: Lexicon) -> list[Finding]:
    """The best entry of every clause that has one, those of one's own first."""
    found: list[Finding] = []
    barred = {i for first, last in idioms(units, lexicon) for i in range(first, last)}
    nouns = own_places(units, lexicon)
    for index, clause in enumerate(clauses):
        candidates = list(_candidates(units, clause, lexicon))
        if clause.group.head in barred:
            candidates = [finding for finding in candidates if finding.entry.own]
        if not candidates:
            continue
        best = max(candidates, key=lambda finding: _preference(units, finding))
        if not best.entry.own and _yields(units, clause, best, nouns):
            continue
        taker = next((n for n, f in enumerate(found) if clause.group.head in f.used), None)
        if taker is None:
            found.append(replace(best, clause=index))
        elif best.entry.own and not found[taker].entry.own:
            found[taker] = replace(best, clause=index)
        elif not found[taker].recipients:
            others = tuple(i for i in best.recipients if i not in found[taker].actors)
            found[taker] = replace(found[taker], recipients=others, how=best.how)
    return found


def _yields(units: Sequence[Unit], clause: Clause, finding: Finding, nouns: frozenset[int]) -> bool:
    """Whether a shipped verb leaves its event to a noun of one's own: "impose a water blockade".

    Verbs that end what the noun tells ("lift") do not.
    """
    if clause.group.lemma in load_grammar().stop | _ENDING:
        return False
    if finding.used & nouns:
        return True
    first, last = chunk_right(units, clause.group.end)
    return carries(clause, own=True) and not nouns.isdisjoint(range(first, last))


def carries(clause: Clause, *, own: bool) -> bool:
    """Whether a clause's verb says little but that the noun in its object is done.

    Before nouns of one's own more verbs do ("impose").
    """
    grammar = load_grammar()
    lemma = clause.group.lemma
    return lemma in grammar.light | grammar.aspect or (own and lemma in _IMPOSING)


_ENDING = frozenset("lift ease end loosen relax remove break stop halt".split())
_IMPOSING = frozenset("impose enforce tighten maintain inflict set arrange start reimpose".split())


def _preference(units: Sequence[Unit], finding: Finding) -> tuple[bool, float, int, int]:
    """Its strength, after whether it is of one's own.

    What civilians and fighters both do ("storm") is protest by civilians.
    """
    own = finding.entry.own
    words, sides, used = finding.strength
    if finding.event != "PROTEST" or own:
        return own, words, sides, used
    sides_of = [units[index].mention for index in finding.actors]
    civil = any(
        mention is not None
        and (mention.sector in _CIVIL or units[index].lemma.rsplit(" ", 1)[-1] in _CIVIL_WORDS)
        for index, mention in zip(finding.actors, sides_of, strict=True)
    )
    return own, words + (0.5 if civil else -0.5), sides, used


_CIVIL = frozenset({"CVL", "OPP", "SOC", "LAB", "EDU", "AGR", "REL", "MED", "REF"})
_CIVIL_WORDS = frozenset(
    "protester protestor demonstrator supporter student crowd activist resident worker villager "
    "farmer nurse teacher rioter mob people opposition".split()
)


def _candidates(units: Sequence[Unit], clause: Clause, lexicon: Lexicon) -> Iterable[Finding]:
    group = clause.group
    unit = units[group.head]
    lemmas = {group.lemma, *(lemma for lemma, feature in unit.readings if feature == group.feature)}
    passive = group.passive or (group.bare and group.feature == "participle")
    for lemma in sorted(lemmas):
        for entry in lexicon.verbs.get(lemma, ()):
            matched = _matched(units, clause, entry, lexicon, passive=passive)
            if matched is not None:
                finding = _finding(units, clause, entry, matched, passive=passive)
                if finding is not None:
                    yield finding


def _matched(
    units: Sequence[Unit], clause: Clause, entry: Entry, lexicon: Lexicon, *, passive: bool
) -> Match | None:
    rest = entry.elements[1:]
    if passive and not (clause.group.bare and clause.link == "participle" and not rest):
        return match_passive(units, rest, clause.group.end, clause.subject, lexicon.classes)
    return match(units, rest, clause.group.end, lexicon.classes)


def _finding(
    units: Sequence[Unit], clause: Clause, entry: Entry, matched: Match, *, passive: bool
) -> Finding | None:
    head = clause.group.head
    used = frozenset({head, *matched.words})
    if entry.own:
        matched = _with_object(units, matched)
        used = frozenset(range(min(used), max(used) + 1))
    sides = _sides(units, clause, entry, matched, passive=passive)
    near = range(head - 3 if passive else head, head + 8)
    words = [head, *(index for index in matched.words if index in near)]
    return Finding(
        entry=entry,
        event=entry.event,
        modes=entry.modes,
        cameo=entry.cameo,
        first=min(words),
        last=max(words),
        end=max(matched.end, clause.group.end),
        construction=sides.construction,
        used=used,
        actors=sides.actors,
        recipients=sides.recipients,
        how=sides.how,
        object_noun=_object_noun(units, matched),
        operator=entry.operator,
    )


def _with_object(units: Sequence[Unit], matched: Match) -> Match:
    """The match with the noun phrase around its last noun as object, if it has none.

    Whose the thing is may be whom it is done to: "cut Iraq's water supply".
    """
    nouns = [index for index in matched.words if units[index].tag is Tag.NOUN]
    if matched.object is not None or not nouns:
        return matched
    first, _ = chunk_left(units, nouns[-1] + 1)
    return replace(matched, object=phrase_right(units, first))


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who does it to whom by the verb's construction."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    how: str
    construction: str


def _sides(
    units: Sequence[Unit], clause: Clause, entry: Entry, matched: Match, *, passive: bool
) -> _Sides:
    subject, group = clause.subject, clause.group
    by = by_phrase(units, max(matched.end, group.end)) if passive else None
    start = max(matched.end, by.end if by is not None else 0, group.end)
    aimed = _first_with_actors(
        matched.recipient,
        matched.victim,
        prepositional(units, start, entry.prepositions),
        matched.object,
    )
    actors = (by.actors if by is not None else ()) if passive else subject.actors
    recipients, how = (aimed.actors, aimed.relation) if aimed is not None else ((), "")
    construction = "active-verb"
    if matched.actor is not None:
        actors, recipients = matched.actor.actors, subject.actors
        how, construction = subject.relation, "reversed-verb"
    elif passive:
        construction = "passive-verb" if group.passive else "passive-participle"
        if entry.event == "MOBILIZE" and not actors:
            actors, recipients = subject.actors, ()
        elif entry.event == "RETREAT" and "[troops]" in entry.elements and not actors:
            # troops that are withdrawn are the withdrawing side's own
            from_where = matched.recipient or prepositional(units, start, entry.prepositions)
            actors = subject.actors
            recipients = from_where.actors if from_where is not None else ()
            how = from_where.relation if from_where is not None else ""
    if entry.reversed and matched.actor is None:
        actors, recipients = recipients, actors
    if len(members(units, actors)) > 1 and not recipients and _reciprocal(units, group.end):
        return _Sides(actors, actors, "each other", construction)
    others = tuple(index for index in recipients if index not in actors)
    return _Sides(actors, others, how, construction)


def _reciprocal(units: Sequence[Unit], start: int) -> bool:
    return any(reciprocal_end(units, at) for at in range(start, min(start + 3, len(units))))


def _first_with_actors(*phrases: Phrase | None) -> Phrase | None:
    return next((phrase for phrase in phrases if phrase is not None and phrase.actors), None)


def _object_noun(units: Sequence[Unit], matched: Match) -> str:
    """The noun that a pattern's last ``*`` stood for, "" for none."""
    phrase = matched.object
    if phrase is None:
        return ""
    nouns = [unit for unit in units[phrase.start : phrase.end] if unit.tag is Tag.NOUN]
    first, last = chunk_right(units, phrase.start)
    near = [unit for unit in units[first:last] if unit.tag is Tag.NOUN] or nouns
    return near[-1].lemma if near else ""


def by_phrase(units: Sequence[Unit], start: int) -> Phrase | None:
    """The actor after "by" to the right, inside the clause."""
    for index in range(start, min(start + _REACH, len(units))):
        unit = units[index]
        if unit.lower == "by" and index + 1 < len(units):
            phrase = phrase_right(units, index + 1)
            acting = tuple(i for i in phrase.actors if may_act(units, i, phrase.relation))
            if acting:
                return replace(phrase, actors=acting)
        if unit.tag in _BARRIERS or unit.tag is Tag.AUXILIARY:
            return None
    return None


def prepositional(units: Sequence[Unit], start: int, prepositions: frozenset[str]) -> Phrase | None:
    """The actor after one of `prepositions` to the right of `start`, inside the clause."""
    if not prepositions:
        return None
    asides = load_grammar().asides
    index = start
    while index < min(start + _REACH, len(units)):
        unit = units[index]
        if unit.tag in {Tag.PREPOSITION, Tag.TO}:
            if unit.lower in prepositions:
                phrase = phrase_right(units, index + 1)
                if phrase.actors:
                    return phrase
            elif unit.lower in asides:
                return None
        if unit.tag in _BARRIERS or unit.tag in {Tag.AUXILIARY, Tag.MODAL}:
            return None
        if unit.tag is Tag.VERB and index > start:
            return None
        index += 1
    return None


def idioms(units: Sequence[Unit], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where the sentence has phrases of the negative list, as (first, last + 1)."""
    found: list[tuple[int, int]] = []
    for index, unit in enumerate(units):
        keys = {unit.word, unit.lemma, *(lemma for lemma, _ in unit.readings)}
        for key in keys:
            for phrase in lexicon.idioms.get(key, ()):
                end = _phrase_end(units, index, phrase)
                if end:
                    found.append((index, end))
    return found


def _phrase_end(units: Sequence[Unit], start: int, phrase: tuple[str, ...]) -> int:
    """Where `phrase`, begun at `start`, ends; 0 where it is not there."""
    index = start + 1
    gap = 0
    for word in phrase[1:]:
        if word == "*":
            gap = 5
            continue
        for at in range(index, min(index + gap + 1, len(units))):
            unit = units[at]
            if unit.mention is None and word in {unit.word, unit.lemma, unit.verb}:
                index, gap = at + 1, 0
                break
        else:
            return 0
    return index
