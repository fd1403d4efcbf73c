"""Events told by nouns: "Armenia's withdrawal from …", "an attack by X on Y"."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.clauses import Clause
from dragoman.coding.findings import Finding, by_phrase, carries, idioms, prepositional
from dragoman.coding.lexicon import Entry, Lexicon
from dragoman.coding.phrases import Phrase, chunk_left, chunk_right, phrase_right
from dragoman.coding.spotting import spotted
from dragoman.coding.tagging import is_demonym
from dragoman.coding.units import Tag, Unit, members
from dragoman.coding.words import load_grammar

_PARTICIPLES = frozenset(
    {"conducted", "carried", "launched", "led", "waged", "committed", "mounted"}
)


def find_nouns(
    units: Sequence[Unit],
    clauses: Sequence[Clause],
    lexicon: Lexicon,
    used: frozenset[int],
) -> list[Finding]:
    """Noun triggers outside `used`, the longest at each place; those of one's own come first."""
    barred = {i for first, last in idioms(units, lexicon) for i in range(first, last)}
    found: list[Finding] = []
    taken: set[int] = set(used)
    for entry, first, last in sorted(spotted(units, lexicon), key=lambda place: not place[0].own):
        places = set(range(first, last + 1))
        if places & taken or (places & barred and not entry.own):
            continue
        taken |= places
        found.append(_nominal(units, clauses, entry, first, last))
    return sorted(found, key=lambda finding: finding.first)


def _nominal(
    units: Sequence[Unit], clauses: Sequence[Clause], entry: Entry, first: int, last: int
) -> Finding:
    finding = Finding(
        entry=entry,
        event=entry.event,
        modes=entry.modes,
        cameo=entry.cameo,
        first=first,
        last=last,
        end=last + 1,
        construction="noun",
        used=frozenset(range(first, last + 1)),
        clause=_clause_of(clauses, first, last),
        operator=entry.operator,
    )
    owner = _owner(units, first)
    between = _between(units, last + 1)
    if between is not None:
        return replace(finding, actors=between.actors, construction="noun-between")
    by = _agent(units, last + 1)
    to = prepositional(units, last + 1, entry.prepositions - {"by"})
    of = _genitive(units, last + 1) if "of" not in entry.prepositions else None
    recipients = to.actors if to is not None else ()
    how = to.relation if to is not None else ""
    if by is not None:
        if to is None:
            to = prepositional(units, by.end, entry.prepositions - {"by"})
            recipients, how = (to.actors, to.relation) if to is not None else ((), "")
        side = recipients or (owner.actors if owner is not None else ())
        return replace(finding, actors=by.actors, recipients=side, how=how, construction="noun-by")
    if owner is not None and owner.actors:
        recipients = tuple(i for i in recipients if i not in owner.actors)
        return replace(
            finding,
            actors=owner.actors,
            recipients=recipients,
            how=how,
            construction="noun-possessor",
        )
    if of is not None:
        recipients = tuple(i for i in recipients if i not in of.actors)
        return replace(
            finding, actors=of.actors, recipients=recipients, how=how, construction="noun-of"
        )
    return replace(finding, recipients=recipients, how=how)


def _genitive(units: Sequence[Unit], start: int) -> Phrase | None:
    """The actor in an "of" phrase that follows at once: "the withdrawal of Russian troops"."""
    if start >= len(units) or units[start].lower != "of":
        return None
    phrase = phrase_right(units, start + 1)
    return phrase if phrase.actors else None


def _owner(units: Sequence[Unit], first: int) -> Phrase | None:
    """The actor whose doing it is: "Armenia's …", "the Russian …", "its …"."""
    start, end = chunk_left(units, first)
    if start == end:
        return None
    mentions = [i for i in range(start, end) if units[i].actor is not None]
    if not mentions:
        return None
    last = mentions[-1]
    tail = units[last + 1 : end]
    if Tag.POSSESSIVE in {units[last].tag, tail[0].tag if tail else None}:
        return Phrase(start, end, (last,), "possessor")
    if is_demonym(units[last]) or not tail:
        return Phrase(start, end, (last,), "modifier")
    nouns = [unit for unit in tail if unit.tag is Tag.NOUN]
    if nouns and nouns[-1].lemma in load_grammar().agents:
        return Phrase(start, end, (last,), "actor noun of")
    return None


def _between(units: Sequence[Unit], start: int) -> Phrase | None:
    """The two sides of "between X and Y", if they follow the noun within a few words."""
    for index in range(start, min(start + 4, len(units))):
        if units[index].lower == "between":
            phrase = phrase_right(units, index + 1, paired=True)
            return phrase if len(members(units, phrase.actors)) > 1 else None
        if units[index].tag in {Tag.VERB, Tag.STOP, Tag.COMMA, Tag.AUXILIARY}:
            return None
    return None


def _agent(units: Sequence[Unit], start: int) -> Phrase | None:
    """The actor after "by", also after "conducted by", "carried out by"."""
    for index in range(start, min(start + 8, len(units))):
        unit = units[index]
        if unit.lower == "by":
            return by_phrase(units, index)
        verb = unit.tag is Tag.VERB and unit.lower not in _PARTICIPLES
        if verb or unit.tag in {Tag.STOP, Tag.AUXILIARY, Tag.MODAL, Tag.RELATIVE}:
            return None
    return None


def _clause_of(clauses: Sequence[Clause], first: int, last: int) -> int | None:
    """The clause in whose subject or after whose verb a noun stands.

    A clause whose verb is a word of the noun itself ("water cut") is none.
    """
    others = [(n, c) for n, c in enumerate(clauses) if not first < c.group.head <= last]
    for number, clause in others:
        if clause.subject.start <= first < clause.subject.end and clause.subject.end:
            return number
    before = [number for number, clause in others if clause.group.head < first]
    if before:
        return before[-1]
    return 0 if clauses else None


def carried_by_verb(units: Sequence[Unit], clauses: Sequence[Clause], finding: Finding) -> Finding:
    """Gives a noun in the object of a light verb ("launched an attack") that verb's subject."""
    if finding.clause is None or finding.actors:
        return finding
    clause = clauses[finding.clause]
    own = finding.entry.own
    if not carries(clause, own=own):
        return finding
    aimed = finding.recipients
    if clause.group.passive and clause.subject.start <= finding.first < clause.subject.end:
        by = by_phrase(units, clause.group.end)
        actors = by.actors if by is not None else ()
        to = prepositional(units, clause.group.end, finding.entry.prepositions) if own else None
        aimed = aimed or (to.actors if to is not None else ())
    else:
        start = clause.group.end
        if start < len(units) and units[start].lower in {"out", "up", "off", "on"}:
            start += 1
        first, last = chunk_right(units, start)
        if not first <= finding.first < last or clause.group.passive:
            return finding
        actors = clause.subject.actors
    recipients = tuple(i for i in aimed if i not in actors)
    return replace(finding, actors=actors, recipients=recipients, construction="light-verb")
