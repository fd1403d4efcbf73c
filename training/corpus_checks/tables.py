"""Counts in words and columns."""

from collections import Counter
from collections.abc import Iterable, Iterator

from dragoman.marked.vocabulary import vocabulary
from training.corpus_checks.quotas import Quota
from training.corpus_checks.statistics import Statistics

_LETTER_NAMES = {
    "s": "states",
    "o": "organisations",
    "p": "people",
    "g": "groups",
    "l": "places",
}


def statistics_table(counted: Statistics) -> str:
    """All counts, a heading and lines for each."""
    return "\n".join(_lines(counted))


def _lines(counted: Statistics) -> Iterator[str]:
    total = counted.sentences
    yield f"sentences {total}, {_share(counted.in_reports, total)} in {counted.reports} reports"
    yield (
        f"no event {_share(counted.reasons.total(), total)},"
        f" 2 or more events {_share(counted.several_events, total)}"
    )
    yield f"words {_lengths(counted.lengths)}"
    yield (
        f"different words {counted.vocabulary}, {counted.variety:.3f} of every 1000;"
        f" different trigger phrases {_phrases(counted)}"
    )
    yield (
        f"events {counted.events}, historical {_share(counted.historical, counted.events)},"
        f" neither actor nor recipient {_share(counted.no_side, counted.events)},"
        f" claims {counted.claims}"
    )
    yield f"events with {_listing(counted.linked)}"
    yield f"status {_listing(counted.statuses)}"
    yield f"mentions {_listing(_named(counted.mentions))}"
    yield f"codes {len(counted.codes)} different; {_listing(counted.codes, 20)}"
    yield f"registers {_listing(counted.registers)}"
    yield f"no event because of {_listing(counted.reasons)}"
    yield f"contexts {_listing(counted.contexts)}"
    yield ""
    for event in vocabulary().codebook.events:
        count = counted.types[event.name]
        modes = Counter({mode: counted.modes[event.name, mode] for mode in event.mode_names})
        different = len(counted.phrases[event.name])
        yield f"{event.name:10} {count:5}  {different:4} phrases  {_listing(modes)}".rstrip()


def quota_table(found: Iterable[Quota]) -> str:
    """A line for each quota; what is short is marked with how much is missing."""
    return "\n".join(_quota_line(quota) for quota in found)


def _quota_line(quota: Quota) -> str:
    if quota.wanted <= 1:
        numbers = f"{quota.found:7.1%} of {quota.wanted:7.1%}"
        short = f"  short by {quota.missing:.1%}"
    else:
        numbers = f"{quota.found:7.0f} of {quota.wanted:7.0f}"
        short = f"  short by {quota.missing:.0f}"
    return f"{quota.name:28} {numbers}{short if quota.missing else ''}"


def _named(counts: Counter[str]) -> Counter[str]:
    return Counter({_LETTER_NAMES[letter]: count for letter, count in counts.items()})


def _share(count: int, total: int) -> str:
    return f"{count} ({count / total:.1%})" if total else f"{count}"


def _listing(counts: Counter[str], most: int | None = None) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.most_common(most))


def _lengths(lengths: tuple[int, ...]) -> str:
    if not lengths:
        return "0"
    ordered = sorted(lengths)
    tenths = ", ".join(str(ordered[len(ordered) * part // 10]) for part in (1, 5, 9))
    long = sum(length >= 40 for length in lengths)
    return (
        f"{sum(lengths)}, a sentence {sum(lengths) / len(lengths):.1f} (10 %, half, 90 % below:"
        f" {tenths}; longest {ordered[-1]}), 40 or more words {_share(long, len(lengths))}"
    )


def _phrases(counted: Statistics) -> str:
    different = sum(len(phrases) for phrases in counted.phrases.values())
    return f"{different} for {counted.events} events"
