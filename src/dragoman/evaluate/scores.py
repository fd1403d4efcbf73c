"""The figures: how much of what is marked was coded, and how much of what was coded is marked."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from dragoman.evaluate.matching import Matched, common, matched, same_codes, same_parties
from dragoman.evaluate.records import Case, Party

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many are right of those `found` and of those `expected`.

    A share of nothing is None; F1 is 1 where there is nothing to find and nothing was found.
    """

    right: int
    found: int
    expected: int

    @property
    def precision(self) -> float | None:
        """The share of right ones among those found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of right ones among those expected."""
        return self.right / self.expected if self.expected else None

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.found + self.expected
        return 2 * self.right / total if total else 1.0

    def plus(self, other: "Ratio") -> "Ratio":
        """The counts of both together."""
        return Ratio(
            self.right + other.right, self.found + other.found, self.expected + other.expected
        )


@dataclass(frozen=True, slots=True)
class Share:
    """How many are right of how many; `value` is None of none."""

    right: int
    of: int

    @property
    def value(self) -> float | None:
        """The share."""
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Quiet:
    """Sentences without any marked event: how many, their words, the events coded in them."""

    sentences: int
    words: int
    events: int

    @property
    def per_thousand(self) -> float | None:
        """Events in 1,000 words; None where there are no words."""
        return 1000 * self.events / self.words if self.words else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Everything measured on `sentences`.

    `triggers` are events with their type and overlapping trigger; `whole` those with all their
    actors and recipients too, by overlapping words, and `whole_by_code` by codes. The rest is
    counted on events whose trigger and type are right: `actors`, `recipients` (by words), `modes`,
    `contexts`, `statuses`, `historical`, and `dates` where a time is marked.
    """

    sentences: int
    triggers: Ratio
    whole: Ratio
    whole_by_code: Ratio
    actors: Ratio
    recipients: Ratio
    modes: Ratio
    contexts: Ratio
    statuses: Share
    historical: Share
    dates: Share
    types: Mapping[str, Ratio]
    quiet: Quiet


def score(cases: Sequence[Case]) -> Scores:
    """The figures of all cases together."""
    found = [matched(case) for case in cases]
    pairs = [pair for one in found for pair in one.pairs]
    triggers = _events(found, len(pairs))
    told = [(gold, coded) for gold, coded in pairs if gold.contexts is not None]
    return Scores(
        sentences=len(cases),
        triggers=triggers,
        whole=_events(found, sum(same_parties(*pair) for pair in pairs)),
        whole_by_code=_events(found, sum(same_codes(*pair) for pair in pairs)),
        actors=_sum(_parties(gold.actors, coded.actors) for gold, coded in pairs),
        recipients=_sum(_parties(gold.recipients, coded.recipients) for gold, coded in pairs),
        modes=_sum(_sets(gold.modes, coded.modes) for gold, coded in pairs),
        contexts=_sum(_sets(gold.contexts, coded.contexts) for gold, coded in told),
        statuses=_share([(gold.status, coded.status) for gold, coded in pairs]),
        historical=_share([(gold.historical, coded.historical) for gold, coded in pairs]),
        dates=_share([(gold.days, coded.days) for gold, coded in pairs]),
        types=_by_type(found),
        quiet=_quiet([case for case in cases if not case.gold]),
    )


def _events(found: Iterable[Matched], right: int) -> Ratio:
    """`right` events of all that are coded and all that are marked."""
    listed = list(found)
    coded = sum(len(one.pairs) + len(one.surplus) for one in listed)
    return Ratio(right, coded, sum(len(one.pairs) + len(one.missing) for one in listed))


def _parties(gold: Sequence[Party], coded: Sequence[Party]) -> Ratio:
    return Ratio(common(gold, coded), len(coded), len(gold))


def _sets(gold: frozenset[str] | None, coded: frozenset[str] | None) -> Ratio:
    wanted, given = gold or frozenset(), coded or frozenset()
    return Ratio(len(wanted & given), len(given), len(wanted))


def _sum(parts: Iterable[Ratio]) -> Ratio:
    return reduce(Ratio.plus, parts, Ratio(0, 0, 0))


def _share(answers: Iterable[tuple[object | None, object]]) -> Share:
    """The share of equal answers among those that are marked."""
    marked = [(gold, coded) for gold, coded in answers if gold is not None]
    return Share(sum(gold == coded for gold, coded in marked), len(marked))


def _by_type(found: Sequence[Matched]) -> dict[str, Ratio]:
    right = Counter(gold.type for one in found for gold, _ in one.pairs)
    missing = Counter(gold.type for one in found for gold in one.missing)
    surplus = Counter(coded.type for one in found for coded in one.surplus)
    return {
        name: Ratio(right[name], right[name] + surplus[name], right[name] + missing[name])
        for name in sorted(right | missing | surplus)
    }


def _quiet(cases: Sequence[Case]) -> Quiet:
    words = sum(len(_WORD.findall(case.text)) for case in cases)
    return Quiet(len(cases), words, sum(len(case.coded) for case in cases))
