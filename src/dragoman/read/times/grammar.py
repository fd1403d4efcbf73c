"""The compiled grammar: rules and modifiers as regexes over one alphabet of symbols."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.read.times.lexicon import CAPITALISED, CLASSES
from dragoman.read.times.meaning import Normaliser, Rule
from dragoman.read.times.modifiers import BEFORE_DATE, BEFORE_SPAN, BEHIND, Modifier
from dragoman.read.times.normalise_clock import CLOCK_NORMALISERS
from dragoman.read.times.normalise_dates import DATE_NORMALISERS
from dragoman.read.times.normalise_relative import RELATIVE_NORMALISERS
from dragoman.read.times.normalise_seasons import SEASON_NORMALISERS
from dragoman.read.times.normalise_spans import SPAN_NORMALISERS
from dragoman.read.times.normalise_vague import VAGUE_NORMALISERS
from dragoman.read.times.patterns import MACROS, literals, to_regex
from dragoman.read.times.rules_dates import DATE_RULES
from dragoman.read.times.rules_relative import RELATIVE_RULES
from dragoman.read.times.rules_spans import SPAN_RULES
from dragoman.read.times.tokens import Alphabet

RULES: tuple[Rule, ...] = (*DATE_RULES, *RELATIVE_RULES, *SPAN_RULES)
"""All rules; of two that match equally long, the earlier holds."""

NORMALISERS: dict[str, Normaliser] = {
    **DATE_NORMALISERS, **SEASON_NORMALISERS, **RELATIVE_NORMALISERS, **VAGUE_NORMALISERS,
    **CLOCK_NORMALISERS, **SPAN_NORMALISERS,
}  # fmt: skip

_MARKS = (
    "comma dot hyphen dash open close apostrophe slash percent money colon stop quote break "
    "half era decade_year short_decade number day_number hour month_number two_digits year "
    "military bare_number slash_date dot_date fraction slash_day clock dot_clock ordinal "
    "day_ordinal decade_number clock_half iso_date iso_time past"
).split()


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule ready to match, with its normaliser."""

    name: str
    pattern: re.Pattern[str]
    normalise: Normaliser


@dataclass(frozen=True, slots=True)
class Grammar:
    """`anywhere` finds the next place where any of `rules` matches.

    `before_date` and `before_span` match symbols that end where an expression begins, `behind`
    those that follow it; the group that took part, ``m0``, ``m1`` …, names the modifier.
    `future`, `past` and `stops` are the symbols that tense reads.
    """

    alphabet: Alphabet
    rules: tuple[CompiledRule, ...]
    anywhere: re.Pattern[str]
    before_date: re.Pattern[str]
    before_span: re.Pattern[str]
    behind: re.Pattern[str]
    future: frozenset[str]
    past: frozenset[str]
    stops: frozenset[str]
    years: frozenset[str]
    deictics: frozenset[str]
    eras: frozenset[str]
    deadlines: frozenset[str]
    softeners: frozenset[str]
    pending: frozenset[str]
    toward: frozenset[str]
    definite: frozenset[str]

    def candidates(self, symbols: str, at: int) -> list[tuple[CompiledRule, re.Match[str]]]:
        """The rules that match at `at`, longest first."""
        found = [(rule, match) for rule in self.rules if (match := rule.pattern.match(symbols, at))]
        return sorted(found, key=lambda pair: -pair[1].end())


def _vocabulary(patterns: Iterator[str]) -> dict[str, set[str]]:
    """The classes of each word; each plain word of a pattern is a class of its own."""
    classes: dict[str, set[str]] = {}
    for name, words in CLASSES.items():
        for word in words.split():
            classes.setdefault(word, set()).add(name)
    for pattern in patterns:
        for word in literals(pattern):
            classes.setdefault(word, set()).add("=" + word)
    for word, held in classes.items():
        if word.endswith("ed") and "future" not in held:
            held.add("past")
    return classes


def _modifier_regex(table: Sequence[Modifier], members: dict[str, str], end: str) -> str:
    groups = (f"(?P<m{n}>{to_regex(entry.pattern, members)})" for n, entry in enumerate(table))
    return f"(?:{'|'.join(groups)}){end}"


@cache
def load_grammar() -> Grammar:
    """The grammar, compiled at the first call."""
    modifiers = [entry.pattern for entry in (*BEFORE_DATE, *BEFORE_SPAN, *BEHIND)]
    patterns = [rule.pattern for rule in RULES]
    vocabulary = _vocabulary(iter([*patterns, *modifiers, *MACROS.values()]))
    alphabet = Alphabet(vocabulary, CAPITALISED)
    names = {name for held in vocabulary.values() for name in held} | set(_MARKS)
    members = {name: re.escape(alphabet.members(name)) for name in names}
    sources = [to_regex(pattern, members) for pattern in patterns]
    unnamed = (re.sub(r"\(\?P<\w+>", "(?:", source) for source in sources)
    return Grammar(
        alphabet=alphabet,
        rules=tuple(
            CompiledRule(rule.name, re.compile(source), NORMALISERS[rule.normaliser])
            for rule, source in zip(RULES, sources, strict=True)
        ),
        anywhere=re.compile("|".join(unnamed)),
        before_date=re.compile(_modifier_regex(BEFORE_DATE, members, r"\Z")),
        before_span=re.compile(_modifier_regex(BEFORE_SPAN, members, r"\Z")),
        behind=re.compile(_modifier_regex(BEHIND, members, "")),
        future=frozenset(alphabet.members("future")),
        past=frozenset(alphabet.members("past")),
        stops=frozenset(alphabet.members("stop") + alphabet.members("break")
                        + alphabet.members("dot")),
        years=frozenset(alphabet.members("year")),
        deictics=frozenset(alphabet.members("deictic") + alphabet.members("weekday")),
        eras=frozenset(alphabet.members("era_word") + alphabet.members("era")),
        deadlines=frozenset(alphabet.members("deadline")),
        softeners=frozenset(alphabet.members("softener")),
        pending=frozenset(alphabet.members("pending")),
        toward=frozenset(alphabet.members("toward")),
        definite=frozenset(alphabet.members("definite")),
    )  # fmt: skip
