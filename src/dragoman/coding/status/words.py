"""A sentence as words with what each may be; no parse."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from dragoman.coding.inflection import (
    BASE,
    GERUND,
    PARTICIPLE,
    PAST,
    THIRD,
    fold,
    singular,
    verb_forms,
)
from dragoman.coding.lexicon import load_irregular, load_lexicon
from dragoman.coding.status.signatures import signature_verbs
from dragoman.model import Span
from dragoman.text.tokens import tokenize

_CLITIC = re.compile(r"(?i)(.+?)(n['’]t|['’](?:ll|d|re|ve|m))$")
_LEADING = re.compile(r"(?i)(?:ll|d|re|ve|m)$")
_STOPS = frozenset(".?!;:()[]…—–")
_QUOTES = frozenset('"“”`«»')
_FINITE = frozenset({PAST, THIRD, BASE})
VERBAL = frozenset({"modal", "be", "have", "do"})
_BEFORE_NOUN = frozenset({"determiner", "possessive", "number", "preposition"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word. `kind` is its closed class, ``open`` for all others.

    `forms` are the features that it may have as a verb with the lemma each; `lemmas` are all that
    it may be looked up by.
    """

    text: str
    lower: str
    span: Span
    kind: str
    forms: Mapping[str, str]
    lemmas: frozenset[str]


@cache
def tables() -> Mapping[str, Mapping[str, Any]]:
    """The lists of ``data/status.toml``."""
    text = files("dragoman.coding").joinpath("data/status.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def listed(section: str, name: str) -> frozenset[str]:
    """One list of the table."""
    return frozenset(tables()[section][name])


@cache
def _kinds() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for kind, words in tables()["kinds"].items():
        for word in words:
            found.setdefault(word, kind)
    return found


@cache
def _own_forms() -> Mapping[str, Mapping[str, str]]:
    """The forms of verbs that have a signature and no trigger in the lexicon."""
    found: dict[str, dict[str, str]] = {}
    for base in sorted(signature_verbs()):
        for form, features in verb_forms(base, load_irregular()).items():
            for feature in features:
                found.setdefault(form, {}).setdefault(feature, base)
    return found


@lru_cache(maxsize=64)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a sentence, "didn't" as two."""
    found: list[Word] = []
    for token in tokenize(text):
        found.extend(_cut(token.text, token.start, found))
    return tuple(found)


def _cut(text: str, start: int, before: list[Word]) -> list[Word]:
    clitic = _CLITIC.match(text)
    if clitic:
        middle = start + clitic.end(1)
        head = _word(clitic.group(1), start)
        return [head, _word(clitic.group(2), middle)]
    apart = before and before[-1].lower in {"'", "’"} and before[-1].span.end == start
    if apart and _LEADING.match(text):
        mark = before.pop()
        return [_word(mark.text + text, mark.span.start)]
    if text.lower() == "longer" and before and before[-1].lower == "no":
        negation = before.pop()
        return [_word("not", negation.span.start), _word("now", start)]
    if text.lower() == "cannot":
        return [_word(text[:3], start), _word(text[3:], start + 3)]
    return [_word(text, start)]


@lru_cache(maxsize=8192)
def _read(text: str) -> tuple[str, str, Mapping[str, str], frozenset[str]]:
    lower = text.lower().replace("’", "'")
    lower = {"gon": "going", "wan": "want", "na": "to", "ta": "to"}.get(lower, lower)
    kind = _kind(text, lower)
    forms = _forms(lower) if kind == "open" else {}
    lemmas = {fold(lower), singular(fold(lower)), *forms.values()}
    return lower, kind, forms, frozenset(lemmas)


def _word(text: str, start: int) -> Word:
    lower, kind, forms, lemmas = _read(text)
    return Word(text, lower, Span(start, start + len(text)), kind, forms, lemmas)


def _kind(text: str, lower: str) -> str:
    known = _kinds().get(lower)
    if known and text != "US":
        return known
    if text == ",":
        return "comma"
    if text in _STOPS:
        return "stop"
    if text in _QUOTES or text in "'’‘":
        return "quote"
    if lower[:1].isdigit():
        return "number"
    if lower.endswith("ly") and len(lower) > 4 and lower not in _NOT_ADVERBS:
        return "adverb"
    return "open"


_OF_VERBS = frozenset(
    "think consist speak dispose approve complain hear dream warn know talk learn beware boast "
    "despair repent smell taste die".split()
)
_NOT_ADVERBS = frozenset(
    "family early likely unlikely daily weekly monthly apply supply reply rely comply imply "
    "multiply assembly anomaly ally rally italy july fully-fledged friendly deadly only "
    "embody costly elderly monopoly bully folly lovely lonely ugly melancholy".split()
)


def _forms(lower: str) -> Mapping[str, str]:
    """Feature to lemma, by the tables, else by the ending."""
    folded = fold(lower)
    found = dict(_own_forms().get(folded, {}))
    for lemma, feature in load_lexicon().forms.get(folded, ()):
        found.setdefault(feature, lemma)
    if found:
        return found
    if folded.endswith("ed") and len(folded) > 4:
        return {PAST: folded[:-2], PARTICIPLE: folded[:-2]}
    if folded.endswith("ing") and len(folded) > 5:
        return {GERUND: folded[:-3]}
    return {}


def step_left(words: Sequence[Word], index: int, kinds: frozenset[str]) -> int:
    """The nearest place at or left of `index` whose word is not one of `kinds`; -1 for none."""
    while index >= 0 and words[index].kind in kinds:
        index -= 1
    return index


LIGHT = frozenset({"adverb", "negation", "quote"})


def verb_form(words: Sequence[Word], index: int) -> str:
    """The feature of the verb that the word is taken for, "" for a noun or adjective.

    Auxiliaries are verbs. Words that may be both are judged by their neighbours.
    """
    word = words[index]
    if word.kind in VERBAL:
        return PAST if word.lower in {"was", "were", "had", "did"} else BASE
    if not word.forms:
        return ""
    at = step_left(words, index - 1, frozenset({"adverb", "negation"}))
    before = words[at] if at >= 0 else None
    after = words[index + 1] if index + 1 < len(words) else None
    if before is not None and before.kind in {"to", "modal", "be", "have", "do"}:
        return _first(word, PARTICIPLE if before.kind in {"be", "have"} else BASE)
    if GERUND in word.forms:
        nominal = before is not None and before.kind in {"determiner", "possessive", "number"}
        of = after is not None and after.lower == "of" and not word.lemmas & _OF_VERBS
        return "" if nominal or of else GERUND
    if before is not None and before.kind in _BEFORE_NOUN and before.lower not in {"that"}:
        return ""
    capital = index > 0 and word.text[:1].isupper() and not headline(words)
    if capital and words[index - 1].kind not in {"quote", "stop"}:
        return ""
    if before is not None and before.kind in {"pronoun", "relative"}:
        return _first(word, PAST)
    return _doubtful(words, index, after)


def _first(word: Word, wanted: str) -> str:
    if wanted in word.forms:
        return wanted
    return next((feature for feature in (PAST, THIRD, BASE, GERUND) if feature in word.forms), "")


def _doubtful(words: Sequence[Word], index: int, after: Word | None) -> str:
    """After a noun, a comma, at the start: past forms are verbs, others if something follows."""
    word = words[index]
    if PAST in word.forms:
        return PAST
    if PARTICIPLE in word.forms:
        return PARTICIPLE
    if after is None or after.kind in {"modal", "be", "have", "do"}:
        return ""
    if index == 0:
        return ""
    opens = after.kind in {"determiner", "possessive", "pronoun", "number", "to", "relative"}
    opens = opens or after.lower in {"that", "whether", "if"} or after.text[:1].isupper()
    before = words[index - 1]
    if THIRD in word.forms:
        return THIRD if opens or GERUND in after.forms or after.kind != "open" else ""
    plural = before.lower.endswith("s") or before.kind in {"coordinator", "comma"}
    return BASE if (plural or before.text[:1].isupper()) and opens else ""


@lru_cache(maxsize=64)
def _headline(texts: tuple[str, ...]) -> bool:
    open_words = [text for text in texts[1:] if text.isalpha() and len(text) > 3]
    return sum(text[:1].isupper() for text in open_words) * 2 > len(open_words) > 2


def headline(words: Sequence[Word]) -> bool:
    """Whether most longer words have a capital."""
    return _headline(tuple(word.text for word in words))


def is_finite(feature: str) -> bool:
    """Whether a verb of this form can head a clause without an auxiliary."""
    return feature in _FINITE
