"""Which units are verbs: closed classes by table, open ones by form and neighbours."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.inflection import BASE, GERUND, PARTICIPLE, PAST, THIRD
from dragoman.coding.units import Tag, Unit
from dragoman.coding.words import Grammar, load_grammar
from dragoman.model import MentionKind

_NUMBER = re.compile(r"\d[\d,.]*(?:st|nd|rd|th|s|m|bn|km)?$")
_DEMONYM = re.compile(r"(?:[a-z]{2,}(?:an|ian|ese|ish|ech|ench|utch|qi|ani|aeli|eni|ish-led))$")
_STATE_NAME = re.compile(
    r"stan$|^(?:japan|iran|sudan|taiwan|oman|jordan|azerbaijan|bhutan|vatican|teheran|tehran|milan)$"
)
_ADJECTIVE = re.compile(
    r".{3,}(?:ous|ful|less|ive|able|ible|ical|ary|ic|al|ern|backed|led|based|run|held|related)$"
)
_LINK = re.compile(r",? (?:of|in|from|loyal|for|at|on|and|with|who|which) ")
_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
_DATING = frozenset("on in since during until by from of early late last next this mid".split())
_YEAR = re.compile(r"(?:19|20)\d\d$")
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_BOUNDS = frozenset(
    tuple(words.split())
    for words in (
        "at least",
        "more than",
        "up to",
        "over",
        "about",
        "around",
        "nearly",
        "almost",
        "some",
        "fewer than",
        "less than",
        "no fewer than",
        "as many as",
        "as few as",
        "only",
    )
)
_QUOTES = frozenset("\"“”‘’'«»`")
_STOPS = frozenset(".?!;:()[]…—–-/")


def tag(units: Sequence[Unit], noun_heads: frozenset[str]) -> tuple[Unit, ...]:
    """The units with tags; `noun_heads` are words that are triggers as nouns too ("attack").

    A sentence in which no finite verb was found is read again with every doubtful form a verb:
    headlines are written so.
    """
    grammar = load_grammar()
    first = tuple(_closed(unit, grammar) for unit in units)
    first = _lowered(_dated(_quantified(first)))
    tagged = _open(first, noun_heads, doubtful=False)
    if not any(_finite(unit) for unit in tagged):
        return _open(first, noun_heads, doubtful=True)
    return tagged


def is_headline(units: Sequence[Unit]) -> bool:
    """Whether most words of the sentence that could be small have a capital."""
    words = [unit for unit in units[1:] if unit.tag in {Tag.OTHER, Tag.NOUN, Tag.VERB}]
    return sum(unit.text[:1].isupper() for unit in words) * 2 > len(words)


def is_plural(unit: Unit) -> bool:
    """Whether a noun or mention is plural by its head word ("forces loyal to …")."""
    last = _LINK.split(unit.word, maxsplit=1)[0].rsplit(" ", 1)[-1]
    return last in load_grammar().plural_groups or (
        last.endswith("s") and not last.endswith(("ss", "us", "is"))
    )


def is_demonym(unit: Unit) -> bool:
    """Whether a mention is an adjective of nationality before a noun ("Russian shelling").

    The mention finder says so by its rule; words that no finder saw are judged by their ending.
    """
    mention = unit.mention
    if mention is None or " " in unit.text.strip() or mention.kind is not MentionKind.STATE:
        return False
    if "-" in mention.rule:
        return mention.rule == "demonym-adjective"
    return bool(_DEMONYM.search(unit.lower)) and not _STATE_NAME.search(unit.lower)


def _finite(unit: Unit) -> bool:
    if unit.tag in {Tag.AUXILIARY, Tag.MODAL}:
        return True
    return unit.tag is Tag.VERB and unit.feature in {THIRD, PAST, BASE}


def _closed(unit: Unit, grammar: Grammar) -> Unit:
    """The unit with the tag that its word alone gives, if one does."""
    if unit.tag is not Tag.OTHER:
        return unit
    lower = unit.lower
    if unit.text in _QUOTES:
        return unit.tagged(Tag.QUOTE)
    if lower in {"'s", "’s"}:
        return unit.tagged(Tag.POSSESSIVE)
    tables = (
        (Tag.NEGATION, {"not", "n't", "n’t", "never"}),
        (Tag.AUXILIARY, grammar.auxiliaries),
        (Tag.MODAL, grammar.modals),
        (Tag.TO, {"to"}),
        (Tag.RELATIVE, grammar.relatives),
        (Tag.COORDINATOR, grammar.coordinators),
        (Tag.POSSESSIVE, grammar.possessives),
        (Tag.DETERMINER, grammar.determiners),
        (Tag.PRONOUN, grammar.pronouns),
        (Tag.TIME, grammar.weekdays),
        (Tag.PREPOSITION, grammar.prepositions),
        (Tag.SUBORDINATOR, grammar.subordinators),
        (Tag.NUMBER, grammar.numbers),
        (Tag.ADVERB, grammar.adverbs),
    )
    for found, words in tables:
        if lower in words:
            return unit.tagged(found)
    if lower == ",":
        return unit.tagged(Tag.COMMA)
    if unit.text in _STOPS:
        return unit.tagged(Tag.STOP)
    if _NUMBER.match(lower) or lower.partition("-")[0] in _TENS:
        return unit.tagged(Tag.NUMBER)
    if lower.endswith("ly") and len(lower) > 4 and not unit.readings and lower != "family":
        return unit.tagged(Tag.ADVERB)
    return unit


def _quantified(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Makes words that bound a number part of it: "at least 20", "up to fifty"."""
    found = list(units)
    for index, unit in enumerate(found):
        if unit.tag is not Tag.NUMBER:
            continue
        before = tuple(item.lower for item in found[max(0, index - 3) : index])
        length = next((n for n in (3, 2, 1) if before[-n:] in _BOUNDS), 0)
        for at in range(index - length, index):
            found[at] = found[at].tagged(Tag.NUMBER)
    return tuple(found)


def _dated(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Makes dates that no time expression covers time, and prepositions that lead to time too."""
    found = list(units)
    for index in range(len(found) - 1, -1, -1):
        unit = found[index]
        following = found[index + 1] if index + 1 < len(found) else None
        before = found[index - 1].lower if index else ""
        if unit.mention is not None or unit.tag is Tag.TIME:
            continue
        numeric = following is not None and (
            following.tag is Tag.NUMBER or (following.tag is Tag.TIME and following.text.isdigit())
        )
        month = unit.text[:1].isupper() and unit.lower.rstrip(".") in _MONTHS
        year = bool(_YEAR.match(unit.text)) and before in _DATING | _MONTHS
        if (month and (numeric or before in _DATING or unit.lower != "may")) or year:
            found[index] = unit.tagged(Tag.TIME)
            if month and numeric and following is not None:
                found[index + 1] = following.tagged(Tag.TIME)
        elif unit.lower in _DATING and following is not None and following.tag is Tag.TIME:
            found[index] = unit.tagged(Tag.TIME)
    return tuple(found)


def _lowered(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Takes verbs out of the running that are written with a capital inside the sentence.

    They are names. In headlines, where most words have one, nothing is taken out.
    """
    if is_headline(units):
        return units
    return tuple(
        replace(unit, readings=())
        if index
        and unit.tag is Tag.OTHER
        and unit.text[:1].isupper()
        and units[index - 1].tag not in {Tag.QUOTE, Tag.STOP}
        else unit
        for index, unit in enumerate(units)
    )


def _open(
    units: tuple[Unit, ...], noun_heads: frozenset[str], *, doubtful: bool
) -> tuple[Unit, ...]:
    tagged: list[Unit] = []
    for index, unit in enumerate(units):
        if unit.tag is not Tag.OTHER:
            tagged.append(unit)
            continue
        place = _Place(tagged, units[index + 1 :], unit, noun_heads, doubtful=doubtful)
        reading = place.verb() if unit.readings else None
        if reading is None:
            adjective = place.is_adjective()
            tagged.append(unit.tagged(Tag.ADJECTIVE if adjective else Tag.NOUN))
        else:
            lemma, feature = reading
            tagged.append(replace(unit, tag=Tag.VERB, verb=lemma, feature=feature))
    return tuple(_reduced(_possessives(tagged)))


def _reduced(units: list[Unit]) -> list[Unit]:
    """Makes the first of two finite verbs of one stretch a participle.

    "Troops stationed in Gyumri attacked" has one finite verb, the second.
    """
    saying = load_grammar().reporting
    for index, unit in enumerate(units[:-1]):
        if unit.tag is not Tag.VERB or unit.feature != PAST or unit.verb in saying or index == 0:
            continue
        described = units[index - 1].tag in {Tag.NOUN, Tag.MENTION}
        led = units[index + 1].tag in {Tag.PREPOSITION, Tag.TIME}
        both = any(feature == PARTICIPLE for _, feature in unit.readings)
        if described and led and both and _verb_soon(units, index + 1):
            units[index] = replace(unit, feature=PARTICIPLE)
    return units


def _verb_soon(units: Sequence[Unit], start: int) -> bool:
    """Whether a finite verb follows before anything that could begin another clause."""
    for unit in units[start:]:
        if unit.tag in {Tag.AUXILIARY, Tag.MODAL} or (unit.tag is Tag.VERB and _finite(unit)):
            return True
        if unit.tag not in _WITHIN and not (unit.tag is Tag.VERB and unit.feature == GERUND):
            return False
    return False


_WITHIN = frozenset(
    {Tag.MENTION, Tag.NOUN, Tag.ADJECTIVE, Tag.NUMBER, Tag.DETERMINER, Tag.POSSESSIVE}
    | {Tag.PREPOSITION, Tag.ADVERB, Tag.TIME, Tag.QUOTE}
)


def _possessives(units: list[Unit]) -> list[Unit]:
    """Makes "her" a pronoun where no noun follows."""
    for index, unit in enumerate(units[:-1]):
        following = units[index + 1]
        if unit.mention is None and unit.lower == "her" and following.tag is not Tag.NOUN:
            units[index] = unit.tagged(Tag.PRONOUN)
    return units


_DEGREES = frozenset({"too", "so", "very", "as"})
"""Behind these a word that might be a verb is an adjective: "too close"."""


class _Place:
    """An open-class word between its tagged left and raw right neighbours."""

    def __init__(
        self,
        left: Sequence[Unit],
        right: Sequence[Unit],
        unit: Unit,
        noun_heads: frozenset[str],
        *,
        doubtful: bool,
    ) -> None:
        behind = (
            item for item in reversed(left) if item.tag not in {Tag.ADVERB, Tag.NEGATION, Tag.TIME}
        )
        self.before = next(behind, None)
        self.second = next(behind, None)
        self.nearest = left[-1] if left else None
        self.left = left
        self.after = next((item for item in right if item.tag is not Tag.ADVERB), None)
        self.unit = unit
        self.noun_heads = noun_heads
        self.doubtful = doubtful
        self.features = {feature: lemma for lemma, feature in reversed(unit.readings)}

    def verb(self) -> tuple[str, str] | None:
        """The (lemma, feature) that the word is here, or None for a noun or adjective."""
        for feature, test in (
            (PAST, self._past),
            (PARTICIPLE, self._participle),
            (GERUND, self._gerund),
            (BASE, self._base),
            (THIRD, self._third),
        ):
            if feature in self.features and test():
                return self.features[feature], feature
        return None

    def is_adjective(self) -> bool:
        """Whether a word that is no verb stands before its noun ("detained journalists")."""
        unit = self.unit
        if unit.lemma in self.noun_heads:
            return False
        participle = any(feature in {PARTICIPLE, GERUND} for _, feature in unit.readings)
        return participle or bool(_ADJECTIVE.match(unit.lower))

    def _tag(self) -> Tag | None:
        return self.before.tag if self.before is not None else None

    def _past(self) -> bool:
        tag = self._tag()
        if PARTICIPLE in self.features and self._is_suffered():
            return False
        if BASE in self.features and tag in {Tag.TO, Tag.MODAL}:
            return False
        if tag in {Tag.AUXILIARY, Tag.PREPOSITION, Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER}:
            return False
        if tag is Tag.VERB and PARTICIPLE in self.features:
            return False
        if BASE in self.features and tag in {Tag.ADJECTIVE, None}:
            return self.doubtful
        if (
            tag in {Tag.NOUN, Tag.MENTION}
            and BASE in self.features
            and self.unit.word in self.noun_heads
        ):
            return self._object_follows() or self.doubtful
        return tag is not Tag.ADJECTIVE or self._object_follows()

    def _is_suffered(self) -> bool:
        """Whether it describes the noun before it: "the men killed by", "there were men killed"."""
        if self._tag() not in {Tag.NOUN, Tag.MENTION}:
            return False
        if self.after is not None and self.after.lower == "by":
            return True
        if self.after is None or self.after.tag not in {Tag.PREPOSITION, Tag.TIME, Tag.STOP}:
            return False
        words = [unit.lower for unit in self.left[-7:]]
        return "there" in words and any(word in {"were", "was", "are", "is"} for word in words)

    def _participle(self) -> bool:
        tag = self._tag()
        if tag is Tag.AUXILIARY:
            return True
        if tag in {Tag.VERB, Tag.NOUN, Tag.MENTION, Tag.COMMA, None, Tag.COORDINATOR}:
            return self.after is not None and self.after.tag in {Tag.PREPOSITION, Tag.TO, Tag.TIME}
        return False

    def _gerund(self) -> bool:
        tag, after = self._tag(), self.after
        if after is not None and after.lower in {"of", "between"} and tag is not Tag.AUXILIARY:
            return False
        if tag in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADJECTIVE, Tag.NUMBER, Tag.MODAL, Tag.TO}:
            return False
        if tag is Tag.MENTION and self.before is not None and is_demonym(self.before):
            return False
        if tag in {Tag.NOUN, Tag.PREPOSITION} and self.unit.word in self.noun_heads:
            return self._object_follows()
        return tag is not None or self._object_follows()

    def _base(self) -> bool:
        tag = self._tag()
        before = self.before
        if tag in {Tag.TO, Tag.MODAL}:
            return True
        if self.nearest is not None and self.nearest.lower in _DEGREES:
            return False
        if before is None:
            return self.doubtful and self._object_follows()
        if tag is Tag.AUXILIARY:
            return before.lower in {"do", "does", "did"}
        if tag is Tag.PRONOUN or tag is Tag.RELATIVE:
            return self.unit.word not in self.noun_heads or self._object_follows()
        if tag is Tag.COORDINATOR and self.second is not None:
            return self.second.tag is Tag.VERB or self._base_verb_before()
        if tag in {Tag.MENTION, Tag.NOUN}:
            return self._plural_subject() and (
                self.unit.word not in self.noun_heads
                or self._object_follows()
                or self._particle_follows()
                or self.doubtful
            )
        return False

    def _base_verb_before(self) -> bool:
        """Whether an infinitive stands shortly before: "to detain some and deport them"."""
        recent = [unit for unit in self.left[-8:] if unit.tag is Tag.VERB]
        return bool(recent) and recent[-1].feature == BASE and self._object_follows()

    def _third(self) -> bool:
        tag, before, after = self._tag(), self.before, self.after
        if before is None or tag in {Tag.TO, Tag.MODAL, Tag.AUXILIARY, Tag.DETERMINER}:
            return False
        if after is not None and after.tag in {Tag.AUXILIARY, Tag.MODAL}:
            return False
        if tag in {Tag.PRONOUN, Tag.RELATIVE}:
            return True
        noun_too = self.unit.lemma in self.noun_heads
        if tag is Tag.MENTION:
            if is_demonym(before) or (is_plural(before) and noun_too):
                return self.doubtful and self._object_follows()
            calls = self.unit.lemma in {"call", "appeal", "push", "press"}
            urged = calls and self.after is not None and self.after.lower in {"on", "for", "to"}
            return not noun_too or self.doubtful or urged or self._object_follows()
        if tag in {Tag.NOUN, Tag.COMMA, Tag.COORDINATOR}:
            return self._object_follows() or (not noun_too and self._complement_follows())
        return False

    def _object_follows(self) -> bool:
        after = self.after
        if after is None:
            return False
        if after.tag in {Tag.DETERMINER, Tag.MENTION, Tag.PRONOUN, Tag.POSSESSIVE, Tag.NUMBER}:
            return after.lower not in {"'s", "’s"}
        return after.lower in {"that", "who"} or after.tag is Tag.TO

    def _particle_follows(self) -> bool:
        return self.after is not None and self.after.lower in {"off", "out", "up", "down", "back"}

    def _complement_follows(self) -> bool:
        after = self.after
        return after is not None and after.tag in {Tag.PREPOSITION, Tag.OTHER, Tag.TO, Tag.ADVERB}

    def _plural_subject(self) -> bool:
        before = self.before
        if before is None or is_demonym(before):
            return False
        if is_plural(before):
            return True
        behind = self.left[-6:]
        return any(item.tag is Tag.COORDINATOR for item in behind)
