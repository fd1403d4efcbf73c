"""Toponyms in raw text: which words name a place, with the reasons for and against.

There is no model behind it. A name is looked up in the gazetteer, the longest first, and weighed
by what stands around it: a preposition of place, a state behind a comma, a word such as police or
residents speak for a place; a given name, a title, a word of speech behind it against.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dragoman.model import Span
from dragoman.resolve.places import lists
from dragoman.resolve.places.gazetteer import Gazetteer
from dragoman.resolve.places.names import name_key
from dragoman.resolve.places.store import Candidate

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|[A-Z]{2}(?=\b)|"
    r"[^\W\d_]+(?:['’](?!s\b|S\b)[^\W\d_]+)*|\d[\d,.]*"
)
_INNER = frozenset(
    """of the de del la las los du and upon on sur am an di da do el al ez ul es as ash az au aux en
    y""".split()
)
_JOINS = frozenset({" ", "-", "‑", "’", "'", "\n"})
_SHORT = frozenset({"St", "Mt", "Ft", "Ste"})
_LONGEST = 5
ACCEPTED = 0.6
"""The weight from which words are taken for a place's name."""

DISTINCTIVE = 0.6
"""What speaks for a name that is no common word and no usual name of a person."""

SURE = 2.0
"""The weight from which a name speaks for the same name elsewhere in the report."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the characters between it and the one before."""

    text: str
    start: int
    end: int
    gap: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Found:
    """Words that may name a place. `usage` is name, demonym, abbreviation or described.

    `within` is the place that stands behind a comma ("Paris, Texas"); `reasons` is the receipt.
    """

    span: Span
    key: str
    usage: str
    candidates: tuple[Candidate, ...]
    weight: float
    reasons: tuple[str, ...]
    within: Candidate | None = None
    first: int = 0
    last: int = 0


def find_names(text: str, gazetteer: Gazetteer) -> tuple[Found, ...]:
    """The names of places in `text`, in order, none overlapping."""
    words = _words(text)
    drafts = list(_drafts(words, gazetteer))
    drafts = _with_containers(words, drafts)
    people = _people(words)
    weighed = [_weighed(words, draft, people) for draft in drafts]
    sure = Counter(one.key for one in weighed if one.weight >= SURE)
    described = [one for one in _described(words) if not _covered(one, weighed)]
    kept = (_by_repetition(one, sure) for one in weighed)
    taken = [one for one in kept if one.weight >= ACCEPTED]
    return tuple(sorted((*taken, *described), key=lambda one: one.span.start))


def _words(text: str) -> list[Word]:
    found: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        found.append(Word(match.group(), match.start(), match.end(), text[end : match.start()]))
        end = match.end()
    return found


def _drafts(words: Sequence[Word], gazetteer: Gazetteer) -> Iterator[Found]:
    index = 0
    while index < len(words):
        begins = words[index].capital or words[index].text in lists.COMPASS
        draft = _at(words, index, gazetteer) if begins else None
        if draft is not None:
            yield draft
        index = draft.last + 1 if draft is not None else index + 1


def _at(words: Sequence[Word], index: int, gazetteer: Gazetteer) -> Found | None:
    """The longest name of the gazetteer that begins with this word."""
    if words[index].text == "The":
        return None
    ends = list(_ends(words, index))
    for last in reversed(ends):
        special = _special(words, index, last, gazetteer)
        if special is not None:
            return special
        key = _key(words, index, last)
        if last == index and not words[index].capital:
            continue
        if last == index and (len(key) < 3 or key in lists.NOT_PLACES or words[index].text == "US"):
            continue
        candidates = gazetteer.find_key(key)
        if candidates:
            span = Span(words[index].start, words[last].end)
            return Found(span, key, "name", candidates, 0.0, (), None, index, last)
    return None


def _special(words: Sequence[Word], first: int, last: int, gazetteer: Gazetteer) -> Found | None:
    """Demonyms and abbreviations, as they are written; states' postal codes behind a comma only."""
    text = " ".join(word.text for word in words[first : last + 1])
    place, end = gazetteer.words.get(text), words[last].end
    dotted = gazetteer.words.get(text + ".")
    following = words[last + 1].gap if last + 1 < len(words) else "."
    if place is None and dotted is not None and following.startswith("."):
        place, text, end = dotted, text + ".", end + 1
    if place is None or (_needs_comma(text, place) and not _after_comma(words, first)):
        return None
    usage = "abbreviation" if text.isupper() or "." in text else "demonym"
    span = Span(words[first].start, end)
    return Found(span, name_key(text), usage, (place,), 0.0, (), None, first, last)


def _needs_comma(text: str, place: Candidate) -> bool:
    short = text.isupper() and len(text) == 2 and place.kind == "region"
    return short or (text.endswith(".") and place.kind == "region" and text.count(".") == 1)


def _after_comma(words: Sequence[Word], index: int) -> bool:
    return index > 0 and words[index].gap in {", ", ","} and words[index - 1].capital


def _ends(words: Sequence[Word], index: int) -> Iterator[int]:
    """Where a name that begins here may end."""
    yield index
    for last in range(index + 1, min(index + _LONGEST, len(words))):
        word = words[last]
        joined = word.gap in _JOINS or (word.gap == ". " and words[last - 1].text in _SHORT)
        if joined and word.text in lists.KINDS:
            yield last
            return
        if not joined or not (word.capital or word.text in _INNER):
            return
        if word.capital:
            yield last


def _key(words: Sequence[Word], first: int, last: int) -> str:
    return name_key(" ".join(word.text for word in words[first : last + 1]))


def _with_containers(words: Sequence[Word], drafts: Sequence[Found]) -> list[Found]:
    """Each draft with the place that stands behind its comma, if that may contain it."""
    found = list(drafts)
    for at, draft in enumerate(drafts[:-1]):
        outer = drafts[at + 1]
        gap = words[outer.first].gap
        if outer.first != draft.last + 1 or gap.strip() not in {",", "("}:
            continue
        inside = [
            (place, unit)
            for unit in outer.candidates
            for place in draft.candidates
            if contains(unit, place)
        ]
        if inside:
            best = max(inside, key=lambda pair: pair[0].prior + pair[1].prior)
            found[at] = replace(draft, within=best[1])
    return found


def contains(unit: Candidate, place: Candidate) -> bool:
    """Whether a country, region or district holds a place; a district by its nearness."""
    if unit.index == place.index or unit.country != place.country or not unit.country:
        return False
    if unit.kind == "country":
        return place.kind != "country"
    if unit.kind == "region":
        return place.kind in {"city", "district"} and unit.admin in {place.admin, ""}
    near = abs(unit.lat - place.lat) + abs(unit.lon - place.lon) < 1.5
    return unit.kind == "district" and place.kind == "city" and near


def _people(words: Sequence[Word]) -> frozenset[str]:
    """Family names that stand behind a given name or an initial somewhere in the report."""
    given = lists.given_names()
    found = set()
    for before, word in pairwise(words):
        initial = len(before.text) == 1 and before.capital and word.gap == ". "
        titled = before.text in lists.TITLES and word.gap in {" ", ". "}
        named = before.text in given and word.gap == " " and len(word.text) > 2
        if word.capital and (initial or titled or named):
            found.add(word.text)
    return frozenset(found)


_STRONG = {"country": 4.0, "region": 2.2, "area": 2.5, "water": 2.0, "site": 2.0, "district": 0.8}


def _weighed(words: Sequence[Word], draft: Found, people: frozenset[str]) -> Found:
    if draft.usage != "name":
        return replace(draft, weight=4.0, reasons=(draft.usage,))
    reasons: list[tuple[float, str]] = [_own_weight(words, draft)]
    reasons += _before(words, draft)
    reasons += _behind(words, draft)
    if draft.within is not None:
        reasons.append((4.0, f"in {draft.within.name}"))
    last = words[draft.last].text
    if draft.first == draft.last and last in people and draft.within is None:
        reasons.append((-3.0 if draft.candidates[0].kind == "city" else -1.0, "a person's name"))
    weight = sum(value for value, _ in reasons)
    return replace(draft, weight=weight, reasons=tuple(why for _, why in reasons))


def _own_weight(words: Sequence[Word], draft: Found) -> tuple[float, str]:
    """What the name alone says: how large its likeliest place is, how common the word."""
    best = draft.candidates[0]
    text = words[draft.first].text
    weight = _STRONG.get(best.kind, best.prior - 4.6)
    if best.kind == "region" and best.prior < 5:
        weight = 0.6
    if draft.last > draft.first:
        return weight + 1.5, f"{best.kind}, several words"
    common = draft.key in lists.common_words()
    if common and best.kind != "country":
        weight -= 2.2 if best.prior < 5 else 1.2
    elif best.prior < 8 and text in lists.surnames():
        weight -= 0.7
    if best.prior < 8 and text in lists.given_names():
        weight -= 0.7
    if len(text) < 4 and best.kind == "city":
        weight -= 0.7
    elif not common and text not in lists.surnames() and text not in lists.given_names():
        weight += DISTINCTIVE
    return weight, best.kind


def _before(words: Sequence[Word], draft: Found) -> Iterator[tuple[float, str]]:
    word = words[draft.first]
    before = words[draft.first - 1] if draft.first else None
    if before is None or "\n\n" in word.gap:
        yield -0.3, "first word"
        return
    large = draft.candidates[0].kind != "city"
    if word.gap.strip() == "" or word.gap in {"-", "‑"}:
        lower = before.text.lower()
        if before.text in lists.TITLES:
            yield -4.0, f"title {before.text}"
        elif lower in lists.LOCATIVE:
            yield 2.2, f"behind {before.text}"
        elif lower in lists.WEAK:
            yield 0.7, f"behind {before.text}"
        elif lower in {"a", "an"}:
            yield 0.4, f"behind {before.text}"
        elif before.capital and before.text in lists.given_names():
            yield -1.5 if large else -4.0, f"given name {before.text}"
        elif before.capital and before.text not in lists.BEFORE:
            yield -0.3 if large else -2.2, f"behind {before.text}"
    elif word.gap == ". " and (before.text in lists.TITLES or len(before.text) == 1):
        yield -4.0, f"behind {before.text}."
    elif word.gap.strip(" \"'“”‘’(") in {".", "!", "?", ""}:
        yield -0.4, "first of a sentence"
    elif word.gap.strip() == "," and before.capital:
        yield 0.3, "in a list"


def _behind(words: Sequence[Word], draft: Found) -> Iterator[tuple[float, str]]:
    after = words[draft.last + 1] if draft.last + 1 < len(words) else None
    if after is None:
        return
    large = draft.candidates[0].kind != "city"
    gap = after.gap
    if gap.lstrip(" ,").startswith(("—", "--", "– ", "(")) and words[draft.first].text.isupper():
        yield 3.0, "dateline"
    elif gap in {" ", "-"}:
        if after.text in lists.ROADS:
            yield -6.0, "name of a road"
        elif after.text in lists.FIRMS:
            yield -3.0, "name of a firm or person"
        elif after.text in lists.UNITS:
            yield 1.6, f"before {after.text}"
        elif after.text.lower() in lists.LOCAL:
            yield 1.4, f"before {after.text}"
        elif after.text in lists.SPEECH:
            yield (-0.5 if large else -1.6), f"before {after.text}"
        elif after.capital and not large:
            person = words[draft.last].text in lists.given_names()
            known = after.text in lists.surnames()
            yield (-3.0 if person else -1.5 if known else -0.4), f"before {after.text}"
        elif after.capital and words[draft.last].text in lists.given_names():
            yield -3.0, f"given name before {after.text}"
    elif gap in {"'s ", "’s "} and not large:
        yield 0.2, "possessive"


def _by_repetition(one: Found, sure: Counter[str]) -> Found:
    """Names that are sure elsewhere in the report count for more here."""
    if one.usage == "name" and one.weight < SURE and sure[one.key] and one.weight > -2.0:
        return replace(one, weight=one.weight + 1.8, reasons=(*one.reasons, "a place elsewhere"))
    return one


def _described(words: Sequence[Word]) -> Iterator[Found]:
    """Roads and natural features that need not be in the gazetteer: "Pine Creek", "Oak Street"."""
    for index in range(1, len(words)):
        word = words[index]
        if word.text not in lists.ROADS and word.text not in lists.FEATURES:
            continue
        first = index
        while first > 0 and words[first].gap == " " and _names_road(words[first - 1]):
            first -= 1
        if first == index or index - first > 3:
            continue
        if word.text in lists.FEATURES and index - first > 2:
            continue
        span = Span(words[first].start, word.end)
        why = (f"name before {word.text}",)
        key = _key(words, first, index)
        yield Found(span, key, "described", (), 1.0, why, None, first, index)


def _names_road(word: Word) -> bool:
    return word.capital and word.text not in lists.BEFORE and word.text not in lists.TITLES


def _covered(one: Found, others: Sequence[Found]) -> bool:
    return any(other.weight >= ACCEPTED and other.span.overlaps(one.span) for other in others)


def grouped(found: Sequence[Found]) -> dict[str, list[Found]]:
    """The findings by name."""
    groups: dict[str, list[Found]] = defaultdict(list)
    for one in found:
        groups[one.key].append(one)
    return groups
