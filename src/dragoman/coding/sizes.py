"""How many: numbers in words or figures, tied to the dead, the hurt, the arrested, troops."""

import re
from collections.abc import Sequence

from dragoman.coding.inflection import singular
from dragoman.coding.units import Tag, Unit, covering
from dragoman.model import Size, SizeKind, Span

_UNITS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split(),
        range(1, 20),
        strict=True,
    )
) | {"a": 1, "an": 1}
_TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
_POWERS = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_VAGUE = {
    "dozen": (12, 12),
    "dozens": (24, None),
    "scores": (40, None),
    "hundreds": (200, None),
    "thousands": (2_000, None),
    "tens": (20, None),
    "several": (3, None),
    "couple": (2, 2),
}
_LOW = re.compile(r"(?:at least|more than|over|no fewer than|upwards of|some)\s*$", re.IGNORECASE)
_HIGH = re.compile(r"(?:up to|at most|as many as|fewer than|less than|nearly|almost)\s*$", re.I)
_KINDS = {
    SizeKind.DEAD: "kill die dead murder slay death fatality massacre execute assassinate lose",
    SizeKind.INJURED: "injure wound hurt injury maim",
    SizeKind.ARRESTED: "arrest detain jail imprison detention apprehend",
    SizeKind.TROOPS: "troop soldier peacekeeper reservist serviceman marine",
}
_WORDS = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_FORMS = {
    "killed": "kill",
    "killing": "kill",
    "dying": "die",
    "died": "die",
    "slain": "slay",
    "murdered": "murder",
    "injured": "injure",
    "wounded": "wound",
    "wounding": "wound",
    "injuring": "injure",
    "arrested": "arrest",
    "arresting": "arrest",
    "detained": "detain",
    "detaining": "detain",
    "jailed": "jail",
    "imprisoned": "imprison",
    "executed": "execute",
    "massacred": "massacre",
    "lost": "lose",
}
_PEOPLE = frozenset(
    "people person civilian protester demonstrator migrant refugee resident worker".split()
)
_REACH = 7


def find_sizes(text: str, units: Sequence[Unit]) -> tuple[Size, ...]:
    """The sizes told by a sentence, in its order."""
    found: list[Size] = []
    index = 0
    while index < len(units):
        run = _run(units, index)
        if not run:
            index += 1
            continue
        last = index + run
        value = _value([unit.lower for unit in units[index:last]])
        kind = _kind(units, index, last)
        if value is not None and kind is not None:
            found.append(_size(text, units, (index, last), value, kind))
        index = last
    return tuple(found)


def _run(units: Sequence[Unit], start: int) -> int:
    """How many units from `start` make one number."""
    length = 0
    while start + length < len(units) and _numeric(units[start + length], length):
        length += 1
    return length


def _numeric(unit: Unit, position: int) -> bool:
    lower = unit.lower
    if unit.tag is Tag.TIME or unit.mention is not None:
        return False
    if lower in _VAGUE or lower in _TENS or lower in _POWERS:
        return True
    if lower in {"a", "an"}:
        return False
    if position and lower in {"of", "and"}:
        return False
    return lower in _UNITS or bool(re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d+", lower)) or _hyphen(lower)


def _hyphen(word: str) -> bool:
    first, _, second = word.partition("-")
    return first in _TENS and second in _UNITS


def _value(words: Sequence[str]) -> tuple[int, int | None] | None:
    total, current = 0, 0
    for word in words:
        if word in _VAGUE:
            low, high = _VAGUE[word]
            factor = max(current, 1)
            return low * factor, high * factor if high is not None else None
        if word in _POWERS:
            current = max(current, 1) * _POWERS[word]
            if word != "hundred":
                total, current = total + current, 0
        elif word[0].isdigit():
            current += int(word.replace(",", ""))
        else:
            current += sum(_UNITS.get(part, _TENS.get(part, 0)) for part in word.split("-"))
    value = total + current
    return (value, value) if value else None


def _kind(units: Sequence[Unit], first: int, last: int) -> SizeKind | None:
    """What the number counts: the nearest telling word, after it first, then before it."""
    after = units[last : last + _REACH]
    noun = next((unit for unit in after[:4] if unit.tag is Tag.NOUN or unit.actor), None)
    counted = singular(noun.lemma.rsplit(" ", 1)[-1]) if noun is not None else ""
    before = list(reversed(units[max(0, first - 5) : first]))
    told = [found for near in (after, before) if (found := _told(near)) is not None]
    if told:
        return min(told, key=lambda pair: pair[0])[1]
    if _WORDS.get(counted) is SizeKind.TROOPS:
        return SizeKind.TROOPS
    return SizeKind.SIZE if counted in _PEOPLE else None


def _told(near: Sequence[Unit]) -> tuple[int, SizeKind] | None:
    """The first telling word of `near` with its distance, up to the end of the clause."""
    for distance, unit in enumerate(near):
        if unit.tag is Tag.STOP:
            return None
        kind = _WORDS.get(_FORMS.get(unit.lower, unit.lemma))
        if kind is not None and kind is not SizeKind.TROOPS:
            return distance, kind
    return None


def _size(
    text: str,
    units: Sequence[Unit],
    place: tuple[int, int],
    value: tuple[int, int | None],
    kind: SizeKind,
) -> Size:
    span = covering(units[place[0] : place[1]])
    low, high = value
    before = text[max(0, span.start - 16) : span.start]
    if (match := _LOW.search(before)) is not None:
        if match.group().strip().lower() != "some":
            high = None
        span = Span(span.end - len(span) - len(before) + match.start(), span.end)
    elif (match := _HIGH.search(before)) is not None:
        low = 0
        span = Span(span.end - len(span) - len(before) + match.start(), span.end)
    return Size(kind, low, high, span)
