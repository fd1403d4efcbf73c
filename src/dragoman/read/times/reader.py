"""Finds time expressions from left to right, each read against those before it."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.model import Precision, Span, TimeExpression, TimexType
from dragoman.read.times.days import Interval
from dragoman.read.times.grammar import Grammar, load_grammar
from dragoman.read.times.meaning import Context, Meaning
from dragoman.read.times.modifiers import BEFORE_DATE, BEFORE_SPAN, BEHIND
from dragoman.read.times.tense import is_narrative, tense_at
from dragoman.read.times.tokens import Tokens
from dragoman.read.times.values import narrowed, reach_of

_LEFT = 6
"""Tokens that a modifier before an expression can have."""


@dataclass(frozen=True, slots=True)
class _Found:
    """An expression as tokens `start` to `end`."""

    start: int
    end: int
    meaning: Meaning
    rule: str


def find(text: str, anchor: datetime.date | None) -> tuple[TimeExpression, ...]:
    """The time expressions of `text`, in order; `anchor` is the day of publication.

    Without an anchor, times count from the dates named before them, and those with nothing to
    count from keep ``X`` in the place of what is unknown.
    """
    return find_in((Span(0, len(text)),), text, anchor)


def find_in(
    spans: Sequence[Span], text: str, anchor: datetime.date | None
) -> tuple[TimeExpression, ...]:
    """The same, within each of `spans` of `text`; a date told in one counts for the next."""
    grammar = load_grammar()
    parts = [grammar.alphabet.read(span.of(text)) for span in spans]
    narrative = is_narrative(grammar, parts, anchor)
    context = Context(anchor=anchor, narrative=narrative)
    expressions: list[TimeExpression] = []
    for span, tokens in zip(spans, parts, strict=True):
        found, context = _read(grammar, tokens, context)
        expressions += (_expression(entry, tokens, span.start, anchor) for entry in found)
    return tuple(expressions)


def _read(grammar: Grammar, tokens: Tokens, context: Context) -> tuple[list[_Found], Context]:
    """The expressions of one stretch and the context that they leave behind."""
    found: list[_Found] = []
    symbols, at, last_end = tokens.symbols, 0, -1
    while match := grammar.anywhere.search(symbols, at):
        start = match.start()
        context = replace(
            context,
            tense=tense_at(grammar, symbols, start, match.end()),
            joined=tokens.words[last_end].lower() if start - last_end == 1 and last_end > 0 else "",
        )
        core = _longest(grammar, tokens, start, context)
        if core is None:
            at = start + 1
            continue
        entry = _modified(grammar, symbols, core, max(last_end, 0))
        found.append(entry)
        at = last_end = entry.end
        if entry.meaning.type in {TimexType.DATE, TimexType.TIME}:
            context = _told(context, entry.meaning)
    return found, context


def _told(context: Context, meaning: Meaning) -> Context:
    """The context after a date; one told only for comparison leaves it as it is."""
    value = meaning.value
    if "REF" in value or value.startswith("X") or (meaning.aside and not context.narrative):
        return context
    told = context.reference or ""
    if context.narrative and len(value) == 4 and value < told[:4] and value.isdigit():
        return context
    quarter = value if "-Q" in value and "X" not in value else context.quarter
    return replace(context, reference=value, quarter=quarter)


def _longest(grammar: Grammar, tokens: Tokens, start: int, context: Context) -> _Found | None:
    """The longest rule at `start` whose normaliser finds a time in the words."""
    for rule, match in grammar.candidates(tokens.symbols, start):
        parts = {
            name: " ".join(tokens.words[slice(*match.span(name))]).lower()
            for name, kept in match.groupdict().items()
            if kept
        }
        meaning = rule.normalise(parts, context)
        if meaning is not None:
            return _Found(start, match.end(), meaning, rule.name)
    return None


def _modified(grammar: Grammar, symbols: str, core: _Found, floor: int) -> _Found:
    """`core` with the modifiers that stand before and behind it."""
    kind = core.meaning.type
    dated = kind in {TimexType.DATE, TimexType.TIME}
    pattern, table = (
        (grammar.before_date, BEFORE_DATE) if dated else (grammar.before_span, BEFORE_SPAN)
    )
    left = max(floor, core.start - _LEFT)
    before = pattern.search(symbols[left : core.start])
    behind = grammar.behind.match(symbols, core.end)
    mod, start, end = core.meaning.mod, core.start, core.end
    if behind and "REF" not in core.meaning.value:
        mod, end = BEHIND[_which(behind)].mod, behind.end()
    if before and kind is not TimexType.SET and "REF" not in core.meaning.value:
        entry = table[_which(before)]
        if not (entry.bare and symbols[core.start] in grammar.definite):
            mod, start = entry.mod, left + before.start()
    return _Found(start, end, replace(core.meaning, mod=mod), core.rule)


def _which(match: re.Match[str]) -> int:
    return int((match.lastgroup or "m0")[1:])


def _expression(
    found: _Found, tokens: Tokens, offset: int, anchor: datetime.date | None
) -> TimeExpression:
    meaning = found.meaning
    reach = reach_of(meaning.value) if meaning.type in {TimexType.DATE, TimexType.TIME} else None
    interval, precision = reach or (None, Precision.VAGUE)
    interval = _bounded(meaning.interval or interval, meaning.mod, anchor)
    return TimeExpression(
        span=Span(offset + tokens.starts[found.start], offset + tokens.ends[found.end - 1]),
        type=meaning.type,
        value=meaning.value,
        earliest=interval[0] if interval else None,
        latest=interval[1] if interval else None,
        precision=meaning.precision or precision,
        basis=meaning.basis,
        rule=found.rule,
        mod={"EARLIER": "START", "LATER": "END"}.get(meaning.mod or "", meaning.mod),
    )


def _bounded(
    interval: Interval | None, mod: str | None, anchor: datetime.date | None
) -> Interval | None:
    """The interval as the modifier leaves it; "earlier this year" ends on the anchor."""
    if interval is None:
        return None
    first, last = interval
    if mod == "EARLIER":
        return (first, anchor) if anchor and first <= anchor < last else interval
    if mod == "LATER":
        return (anchor, last) if anchor and first < anchor <= last else interval
    return narrowed(interval, mod)
