"""Verb groups: a main verb with its auxiliaries, and what they say of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.inflection import BASE, GERUND, PARTICIPLE, PAST, THIRD
from dragoman.coding.units import Tag, Unit
from dragoman.coding.words import load_grammar


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbGroup:
    """Units `start` to `end` (excluded) with the main verb at `head`.

    `modal` is the modal verb in lower case, "will" also for "is to" and "is going to"; `negation`
    the index of the word that denies it. `bare` marks participles and gerunds without auxiliary.
    """

    start: int
    head: int
    end: int
    lemma: str
    feature: str
    modal: str = ""
    negation: int | None = None
    passive: bool = False
    progressive: bool = False
    perfect: bool = False
    pluperfect: bool = False
    infinitive: bool = False
    bare: bool = False

    @property
    def finite(self) -> bool:
        """Whether it may head a clause of its own."""
        return not self.infinitive and not self.bare


def find_groups(units: Sequence[Unit]) -> tuple[VerbGroup, ...]:
    """The verb groups of a sentence, from left to right."""
    groups: list[VerbGroup] = []
    index = 0
    while index < len(units):
        tag = units[index].tag
        to_verb = tag is Tag.TO and _verb_after(units, index + 1)
        if tag in {Tag.VERB, Tag.AUXILIARY, Tag.MODAL} or to_verb:
            group = _group(units, index)
            groups.append(group)
            index = group.end
        else:
            index += 1
    return tuple(groups)


def _verb_after(units: Sequence[Unit], index: int) -> bool:
    while index < len(units) and units[index].tag in {Tag.ADVERB, Tag.NEGATION}:
        index += 1
    if index >= len(units):
        return False
    unit = units[index]
    return unit.tag is Tag.AUXILIARY or (unit.tag is Tag.VERB and unit.feature == BASE)


def _group(units: Sequence[Unit], start: int) -> VerbGroup:
    """The verb group that begins at `start`."""
    chain: list[int] = []
    negation: int | None = None
    index = start
    while index < len(units):
        unit = units[index]
        if unit.tag is Tag.NEGATION:
            negation = index
        elif unit.tag in {Tag.AUXILIARY, Tag.MODAL}:
            if chain and not _auxiliary_may_follow(units[chain[-1]]):
                break
            chain.append(index)
        elif unit.tag is Tag.TO:
            if chain and not _leads_on(units, chain[-1], index):
                break
            chain.append(index)
        elif unit.tag is Tag.VERB:
            if chain and not _verb_may_follow(units[chain[-1]], unit):
                break
            chain.append(index)
            if not _leads_on(units, index, index + 1):
                break
        elif unit.tag not in {Tag.ADVERB, Tag.TIME} or not _goes_on(units, index):
            break
        index += 1
    return _described(units, start, chain or [start], negation)


def _goes_on(units: Sequence[Unit], index: int) -> bool:
    """Whether an adverb inside a verb group is followed by more of it."""
    rest = units[index + 1 : index + 4]
    following = next((u for u in rest if u.tag not in {Tag.ADVERB, Tag.TIME, Tag.NEGATION}), None)
    return following is not None and following.tag in {Tag.VERB, Tag.AUXILIARY}


def _leads_on(units: Sequence[Unit], at: int, to: int) -> bool:
    """Whether "to" at `to` joins the group: "is to meet", "is going to meet"."""
    if to >= len(units) or units[to].tag is not Tag.TO or not _verb_after(units, to + 1):
        return False
    unit = units[at]
    if unit.tag is Tag.AUXILIARY:
        return unit.lower in {"is", "are", "was", "were", "am"}
    return unit.lower == "going" and at > 0 and units[at - 1].tag is Tag.AUXILIARY


def _auxiliary_may_follow(unit: Unit) -> bool:
    return unit.tag in {Tag.AUXILIARY, Tag.MODAL, Tag.TO}


def _verb_may_follow(unit: Unit, verb: Unit) -> bool:
    if unit.tag in {Tag.MODAL, Tag.TO}:
        return verb.feature == BASE
    if unit.lower in {"do", "does", "did"}:
        return verb.feature == BASE
    return verb.feature in {PARTICIPLE, GERUND, PAST, BASE} and verb.feature != THIRD


def _described(
    units: Sequence[Unit], start: int, chain: list[int], negation: int | None
) -> VerbGroup:
    grammar = load_grammar()
    head = chain[-1]
    unit = units[head]
    helpers = [units[index].lower for index in chain[:-1]]
    last = helpers[-1] if helpers else ""
    modal = next((word for word in helpers if word in grammar.modals), "")
    joined = "to" in helpers[1:]
    feature = unit.feature
    has_be = any(word in grammar.be for word in helpers)
    return VerbGroup(
        start=start,
        head=head,
        end=head + 1,
        lemma=unit.verb or _auxiliary_lemma(unit.lower),
        feature=feature,
        modal="will" if joined and not modal else _full(modal),
        negation=negation,
        passive=feature in {PARTICIPLE, PAST} and last in grammar.be,
        progressive=feature == GERUND and has_be,
        perfect=any(word in grammar.have for word in helpers),
        pluperfect="had" in helpers,
        infinitive=helpers[:1] == ["to"],
        bare=not helpers and feature in {PARTICIPLE, GERUND},
    )


def _full(modal: str) -> str:
    return {"'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "cannot": "can"}.get(
        modal, modal
    )


def _auxiliary_lemma(word: str) -> str:
    grammar = load_grammar()
    if word in grammar.have:
        return "have"
    return "be" if word in grammar.be or word == "'s" else "do"
