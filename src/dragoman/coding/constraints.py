"""Which findings are events under the codebook's rules."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.codebook import Codebook
from dragoman.coding.composition import Composed
from dragoman.coding.findings import Finding
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.units import Unit, members
from dragoman.model import Mention, MentionKind


def constrained(
    codebook: Codebook,
    lexicon: Lexicon,
    units: Sequence[Unit],
    findings: Sequence[Composed],
) -> tuple[Composed, ...]:
    """The findings that may be coded, with mutual sides put together."""
    known = set(codebook.event_names)
    game = _is_game(lexicon, units)
    scored = game and _has_score(units)
    kept = [
        _sided(codebook, units, _placed(units, _officially(units, item)))
        for item in findings
        if item.finding.event in known
        and not (game and (scored or _is_metaphor(units, item.finding)))
    ]
    kept = [
        item
        for item in kept
        if _complete(codebook, units, item.finding) and _plausible(lexicon, units, item.finding)
    ]
    kept = _once(kept)
    return tuple(_without_weaker(kept))


def _is_game(lexicon: Lexicon, units: Sequence[Unit]) -> bool:
    """Whether the sentence is about sport or entertainment."""
    return any(unit.mention is None and unit.word in lexicon.sport for unit in units)


def _has_score(units: Sequence[Unit]) -> bool:
    """Whether the sentence has the score of a game ("2-1")."""
    text = [unit.text for unit in units]
    triples = zip(text, text[1:], text[2:], strict=False)
    return any(a.isdigit() and b in "-–" and c.isdigit() for a, b, c in triples)


def _is_metaphor(units: Sequence[Unit], finding: Finding) -> bool:
    """In such a sentence: anything that no state, and no group under arms, does."""
    sides = [units[i].actor for i in (*finding.actors, *finding.recipients)]
    return not any(side is not None and side.kind == "state" for side in sides)


def _officially(units: Sequence[Unit], item: Composed) -> Composed:
    """Governments do not march: what they "protest" is disapproval."""
    finding = item.finding
    sides = [units[index].mention for index in finding.actors]
    official = sides and all(
        side is not None and (side.kind is MentionKind.STATE or side.sector in {"GOV", "MIL"})
        for side in sides
    )
    if finding.event != "PROTEST" or not official or finding.entry.elements[0] != "protest":
        return item
    return replace(
        item, finding=replace(finding, event="ACCUSE", modes=("disapprove",), cameo="111")
    )


def _placed(units: Sequence[Unit], item: Composed) -> Composed:
    """Leaves out places as recipients beside actors, and where the type has no use for them."""
    finding = item.finding
    chains = {mention.chain for i in finding.actors if (mention := units[i].mention) is not None}
    others = tuple(
        i
        for i in finding.recipients
        if finding.how == "each other" or _chain(units, i) not in chains
    )
    finding = replace(finding, recipients=others)
    acting = tuple(i for i in others if units[i].actor is not None)
    actors = tuple(i for i in finding.actors if _is_side(units, i))
    if acting or not finding.recipients:
        return replace(item, finding=replace(finding, recipients=acting, actors=actors))
    states = finding.recipients if finding.like in _AGAINST_PLACES else ()
    changed = replace(finding, recipients=states, actors=actors, how="place" if states else "")
    return replace(item, finding=changed)


def _chain(units: Sequence[Unit], index: int) -> str | None:
    mention = units[index].mention
    return mention.chain if mention is not None else None


def _is_side(units: Sequence[Unit], index: int) -> bool:
    mention = units[index].mention
    return units[index].actor is not None or (
        mention is not None and mention.kind is not MentionKind.PLACE
    )


_AGAINST_PLACES = frozenset(
    {"ASSAULT", "COERCE", "SANCTION", "AID", "MOBILIZE", "CONSULT", "CONCEDE", "RETREAT", "AGREE"}
)
"""Types that may be aimed at a place: the state that it belongs to suffers or gets it."""


def _sided(codebook: Codebook, units: Sequence[Unit], item: Composed) -> Composed:
    """Puts the sides of a mutual event together as actors."""
    finding = item.finding
    mutual = (
        finding.entry.mutual and finding.event == finding.entry.event and finding.how != "place"
    )
    needs = codebook.event(finding.event).recipient_required
    if mutual and not needs and finding.recipients and finding.actors:
        actors = tuple(dict.fromkeys((*finding.actors, *finding.recipients)))
        return replace(item, finding=replace(finding, actors=actors, recipients=()))
    if mutual and needs and not finding.recipients and len(members(units, finding.actors)) > 1:
        if len(finding.actors) == 1:
            both = replace(finding, recipients=finding.actors, how="each other")
            return replace(item, finding=both)
        first, *others = finding.actors
        return replace(item, finding=replace(finding, actors=(first,), recipients=tuple(others)))
    return item


def _complete(codebook: Codebook, units: Sequence[Unit], finding: Finding) -> bool:
    """Whether it has the sides that its type and construction need."""
    if not finding.actors and not finding.recipients:
        return False
    if finding.construction == "say-must" and not finding.recipients:
        return False
    if codebook.event(finding.event).recipient_required and not finding.recipients:
        return False
    if finding.construction.rsplit("+", 1)[-1].startswith("noun"):
        return bool(finding.actors) and _noun_is_event(units, finding)
    if not finding.actors:
        passive = finding.construction.startswith("passive") and finding.how != "place"
        return passive and finding.like in _SUFFERED
    if finding.recipients or len(members(units, finding.actors)) > 1:
        return True
    hollow = finding.event == "AGREE" and finding.operator and "+" not in finding.construction
    return not hollow and not (finding.entry.literals == 1 and finding.event in _NEED_BOTH)


def _plausible(lexicon: Lexicon, units: Sequence[Unit], finding: Finding) -> bool:
    """Whether its sides and object are such that the words mean what the entry says."""
    mishap = any(unit.word in lexicon.accidents for unit in units)
    verb = finding.entry.elements[0]
    if finding.event == "ASSAULT" and mishap and (verb in _BEFALLING or not finding.actors):
        return False
    if finding.event == "ASSAULT" and _on_oneself(units, finding):
        return False
    single = finding.entry.literals == 1
    actors = [units[index].mention for index in finding.actors]
    recipients = [units[index].mention for index in finding.recipients]
    if finding.event == "PROTEST" and actors and not any(map(_may_march, actors)):
        return False
    if not finding.actors and verb in _NEED_DOER:
        return False
    if verb in _LOOSE and single:
        return any(map(is_political, actors)) and any(map(is_political, recipients))
    if "visit" in finding.modes:
        return any(
            actor is not None and actor.kind in _TRAVELLERS and is_political(actor)
            for actor in actors
        )
    if verb in _BELONGING and single:
        bodies = [side for side in recipients if side is not None and side.kind in _BODIES]
        return any(map(is_political, bodies))
    if finding.event == "CONSULT" and single and finding.how in {"of", "in", "modifier"}:
        return False
    if not finding.actors and finding.event in {"SANCTION", "RETREAT", "ACCUSE", "COERCE"}:
        return any(map(is_political, recipients))
    lone = not finding.recipients and single and finding.entry.kind == "verb"
    if lone and finding.event in {"SUPPORT", "ACCUSE", "REJECT"}:
        return any(map(is_political, actors)) and "investigate" not in finding.modes
    if lone and finding.event in {"ASSAULT", "COERCE"} and finding.object_noun:
        return any(finding.object_noun in lexicon.classes[name] for name in _HURT)
    return _is_politics(finding, actors, recipients)


def _on_oneself(units: Sequence[Unit], finding: Finding) -> bool:
    """Whether the doer does it to himself and hits nobody else, as a suicide attack does."""
    if "suicide-attack" in finding.modes:
        return False
    behind = units[finding.first : finding.last + 2]
    return any(unit.word in _REFLEXIVES for unit in behind)


def _may_march(mention: Mention | None) -> bool:
    """Whether it may be people in the street, and is no state or government."""
    if mention is None or mention.kind is MentionKind.STATE:
        return False
    return mention.sector not in {"GOV", "MIL"}


def _is_politics(
    finding: Finding, actors: Sequence[Mention | None], recipients: Sequence[Mention | None]
) -> bool:
    """Whether the sides make it more than private life.

    Violence, coercion and protest may be anyone's. Of all else one side must be political, and
    both where a single everyday verb ("help") tells it.
    """
    if finding.like in _ANYONES:
        return True
    does, suffers = any(map(is_political, actors)), any(map(is_political, recipients))
    if finding.entry.literals == 1 and finding.event in _EVERYDAY:
        return does and (suffers or not recipients)
    return does or suffers


def is_political(mention: Mention | None) -> bool:
    """Whether a mention is known by name, office or state, and no mere word for people."""
    if mention is None:
        return False
    known = bool(mention.candidates) or mention.of is not None
    return known or mention.kind is MentionKind.STATE or mention.sector in _OFFICIAL


_ANYONES = frozenset({"ASSAULT", "COERCE", "PROTEST"})
_EVERYDAY = frozenset(
    {"SUPPORT", "AID", "CONSULT", "AGREE", "COOPERATE", "SANCTION", "MOBILIZE", "REQUEST"}
)
_OFFICIAL = frozenset("GOV MIL LEG JUD COP REB SPY PTY OPP PRM PRE UAF IGO".split())
_NEED_DOER = frozenset("force compel limit restrict dissolve disband oblige".split())
"""Verbs that in the passive tell circumstances more often than deeds."""
_LOOSE = frozenset("surround target harass discuss brief".split())
"""Everyday verbs that tell an event only between two political sides."""
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
_BEFALLING = frozenset({"kill", "injure", "wound", "hurt", "claim"})
_BELONGING = frozenset({"leave", "quit", "exit", "join", "abandon", "desert"})
_BODIES = frozenset({MentionKind.ORGANISATION})
_TRAVELLERS = frozenset({MentionKind.PERSON, MentionKind.GROUP})
_HURT = (
    "people",
    "building",
    "territory",
    "captive",
    "property",
    "arms",
    "troops",
    "media",
    "weapons",
    "utility",
    "protestnoun",
    "observer",
    "restriction",
)

_NEED_BOTH = frozenset({"COOPERATE", "AID", "AGREE", "REQUEST", "CONSULT", "THREATEN"})
_SUFFERED = frozenset({"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "RETREAT"})
"""Types that are worth telling of the one who suffers them where nobody says who did it."""
_NEED_BOTH_NOUNS = frozenset(
    {"SUPPORT", "COOPERATE", "AID", "REQUEST", "THREATEN", "ACCUSE", "CONSULT", "REJECT", "COERCE"}
)


def _noun_is_event(units: Sequence[Unit], finding: Finding) -> bool:
    shared = finding.construction in {"noun-between", "noun-by"}
    if shared and len(members(units, finding.actors)) > 1:
        return True
    return bool(finding.recipients) or finding.event not in _NEED_BOTH_NOUNS


def _once(items: Sequence[Composed]) -> list[Composed]:
    """The same event told by two words of a sentence counts once: the stronger finding."""
    kept: list[Composed] = []
    for item in sorted(items, key=lambda i: (_weight(i.finding), -i.finding.first), reverse=True):
        if not any(_same(item.finding, other.finding) for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda i: i.finding.first)


def _weight(finding: Finding) -> tuple[int, int, int]:
    noun = finding.construction.rsplit("+", 1)[-1].startswith("noun")
    return (len(finding.actors) + len(finding.recipients), int(not noun), finding.entry.literals)


def _same(first: Finding, second: Finding) -> bool:
    if first.event != second.event:
        return False
    sides = set(first.actors) | set(first.recipients)
    others = set(second.actors) | set(second.recipients)
    return sides <= others or others <= sides


def _without_weaker(items: Sequence[Composed]) -> list[Composed]:
    """Drops MOBILIZE beside ASSAULT and ACCUSE/allege beside a conviction, of the same actor."""
    stronger = {
        actor: item.finding
        for item in items
        for actor in (item.finding.actors or item.finding.recipients)
        if item.finding.event == "ASSAULT" or "convict" in item.finding.modes
    }
    return [
        item
        for item in items
        if not any(
            _outdone(item.finding, stronger[actor])
            for actor in (*item.finding.actors, *item.finding.recipients)
            if actor in stronger
        )
    ]


def _outdone(finding: Finding, other: Finding) -> bool:
    if finding.event == "MOBILIZE":
        return other.event == "ASSAULT"
    return "allege" in finding.modes and "convict" in other.modes
