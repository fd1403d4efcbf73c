"""A sentence as units: mentions and time expressions whole, everything else word by word."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dragoman.coding.inflection import fold, singular
from dragoman.coding.words import load_grammar
from dragoman.model import Mention, MentionKind, Reading, Sentence, Span
from dragoman.text.tokens import Token, tokenize

FormTable = Mapping[str, tuple[tuple[str, str], ...]]
"""Folded word to the (lemma, feature) pairs that it may be as a verb."""


class Tag(StrEnum):
    """What a unit is in the sentence."""

    MENTION = "mention"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    NUMBER = "number"
    DETERMINER = "determiner"
    POSSESSIVE = "possessive"
    PRONOUN = "pronoun"
    VERB = "verb"
    AUXILIARY = "auxiliary"
    MODAL = "modal"
    TO = "to"
    PREPOSITION = "preposition"
    RELATIVE = "relative"
    SUBORDINATOR = "subordinator"
    COORDINATOR = "coordinator"
    ADVERB = "adverb"
    NEGATION = "negation"
    TIME = "time"
    COMMA = "comma"
    QUOTE = "quote"
    STOP = "stop"
    OTHER = "other"


NOMINAL = frozenset(
    {Tag.MENTION, Tag.NOUN, Tag.ADJECTIVE, Tag.NUMBER, Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN}
)
"""What a noun phrase is made of."""

ACTING = frozenset(
    {MentionKind.STATE, MentionKind.ORGANISATION, MentionKind.PERSON, MentionKind.GROUP}
)


AS_PLACE = ("state-as-place", "capital-as-place", "demonym-of-place")
"""How the rules of mentions begin that name a state only as a place."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, mark, mention or time expression of a sentence.

    `word` is its text folded, `lemma` that as a noun; `readings` are the (lemma, feature) pairs
    that it may be as a verb, `verb` and `feature` the one it was taken for. `others` are further
    mentions of the same words: "both sides" are two.
    """

    text: str
    span: Span
    word: str
    lemma: str
    tag: Tag = Tag.OTHER
    mention: Mention | None = None
    readings: tuple[tuple[str, str], ...] = ()
    verb: str = ""
    feature: str = ""
    others: tuple[Mention, ...] = ()

    @property
    def lower(self) -> str:
        """Its text in lower case."""
        return self.text.lower()

    @property
    def actor(self) -> Mention | None:
        """Its mention, if that can act."""
        mention = self.mention
        return mention if mention is not None and can_act(mention) else None

    def tagged(self, tag: Tag) -> "Unit":
        """The same unit with another tag."""
        return replace(self, tag=tag)


def can_act(mention: Mention) -> bool:
    """Whether a mention may do or suffer something: no places, no states named as places."""
    return mention.kind in ACTING and not mention.rule.startswith(AS_PLACE)


def cut(
    reading: Reading,
    sentence: Sentence,
    mentions: Iterable[Mention],
    forms: FormTable,
) -> tuple[Unit, ...]:
    """The units of a sentence, not yet tagged but for mentions and times."""
    text = reading.document.text
    inside = [m for m in mentions if sentence.span.covers(m.span)]
    outer = _outermost(inside, sentence.span)
    times = [
        time.span
        for time in reading.times
        if time.span is not None and sentence.span.covers(time.span)
    ]
    units: list[Unit] = []
    for token in tokenize(text, sentence.span.start, sentence.span.end):
        place = Span(token.start, token.end)
        mention = next((m for m in outer if m.span.overlaps(place)), None)
        if mention is not None:
            if not units or units[-1].mention is not mention:
                words = mention.span.of(text)
                owns = words.lower() in load_grammar().possessives
                kind = Tag.POSSESSIVE if owns else Tag.MENTION
                others = (m for m in inside if m.span == mention.span and m is not mention)
                unit = _whole(words, mention.span, kind, mention)
                units.append(replace(unit, others=tuple(others)))
            continue
        span = next((s for s in times if s.overlaps(place)), None)
        if span is not None:
            if not units or units[-1].span != span:
                units.append(_whole(span.of(text), span, Tag.TIME, None))
            continue
        units.extend(_words(token, forms))
    return tuple(units)


def _outermost(mentions: Iterable[Mention], within: Span) -> list[Mention]:
    """The mentions of a sentence that lie in no longer one; of two that cross the first."""
    found: list[Mention] = []
    inside = (m for m in mentions if within.covers(m.span) and len(m.span))
    for mention in sorted(inside, key=lambda m: (m.span.start, -m.span.end, m.id)):
        if not any(mention.span.overlaps(other.span) for other in found):
            found.append(mention)
    return found


def _whole(text: str, span: Span, tag: Tag, mention: Mention | None) -> Unit:
    word = fold(text)
    return Unit(text, span, word, singular(word), tag, mention)


def _words(token: Token, forms: FormTable) -> list[Unit]:
    """The units of a token; "didn't" is two."""
    for ending in ("n't", "n’t"):
        if token.text.lower().endswith(ending) and len(token.text) > len(ending):
            middle = token.end - len(ending)
            first = Token(token.text[: -len(ending)], token.start, middle)
            return [*_words(first, forms), *_words(Token(ending, middle, token.end), forms)]
    word = fold(token.text)
    readings = forms.get(word, ())
    return [Unit(token.text, Span(token.start, token.end), word, singular(word), readings=readings)]


def members(units: Sequence[Unit], indices: Iterable[int]) -> tuple[Mention, ...]:
    """The mentions of some units, without repeats."""
    found: dict[str, Mention] = {}
    for index in indices:
        first = units[index].mention
        if first is not None:
            found.update((m.id, m) for m in (first, *units[index].others))
    return tuple(found.values())


def reciprocal_end(units: Sequence[Unit], start: int) -> int:
    """Where "each other", "one another" or "the other (side)" begun at `start` ends, 0 for none."""
    words = tuple(unit.lower for unit in units[start : start + 3])
    if words[:2] not in {("each", "other"), ("one", "another"), ("the", "other")}:
        return 0
    if words[0] != "the":
        return start + 2
    if words[2:] and words[2] in {"side", "party", "country"}:
        return start + 3
    following = units[start + 2].tag if len(words) > 2 else Tag.STOP
    return 0 if following in NOMINAL else start + 2


def covering(units: Sequence[Unit]) -> Span:
    """From the first unit's start to the last one's end."""
    return Span(units[0].span.start, units[-1].span.end)
