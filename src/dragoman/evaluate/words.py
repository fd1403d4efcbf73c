"""Scores and single misses for readers and for programs."""

from collections.abc import Iterator, Sequence
from typing import Any

from dragoman.evaluate.matching import matched, same_parties
from dragoman.evaluate.records import Case, Party, ToldEvent
from dragoman.evaluate.scores import Ratio, Scores, Share


def report(scores: Scores) -> dict[str, Any]:
    """The scores as JSON values; shares lie between 0 and 1, and are null of nothing."""
    return {
        "sentences": scores.sentences,
        **{name: _ratio(getattr(scores, name)) for name in RATIOS},
        **{name: _share(getattr(scores, name)) for name in SHARES},
        "types": {name: _ratio(ratio) for name, ratio in scores.types.items()},
        "no_event": {
            "sentences": scores.quiet.sentences,
            "words": scores.quiet.words,
            "events": scores.quiet.events,
            "per_1000_words": scores.quiet.per_thousand,
        },
    }


RATIOS = {
    "triggers": "trigger and type",
    "whole": "whole events, by words",
    "whole_by_code": "whole events, by codes",
    "actors": "actors",
    "recipients": "recipients",
    "modes": "modes",
    "contexts": "contexts",
}
SHARES = {"statuses": "status", "historical": "historical", "dates": "dates where marked"}
"""What is measured, and how it is called where people read it."""


def _ratio(ratio: Ratio) -> dict[str, float | None]:
    return {
        "precision": ratio.precision,
        "recall": ratio.recall,
        "f1": ratio.f1,
        "right": ratio.right,
        "found": ratio.found,
        "expected": ratio.expected,
    }


def _share(share: Share) -> dict[str, float | None]:
    return {"accuracy": share.value, "right": share.right, "of": share.of}


def misses(cases: Sequence[Case]) -> Iterator[str]:
    """A line for each event that is missing (-), too many (+) or not wholly right (~)."""
    for case in cases:
        found = matched(case)
        for event in found.missing:
            yield f"- {case.name}  {_event(case, event)}"
        for event in found.surplus:
            yield f"+ {case.name}  {_event(case, event)}"
        for gold, coded in found.pairs:
            differs = gold.status is not None and gold.status != coded.status
            if differs or not same_parties(gold, coded):
                yield f"~ {case.name}  {_event(case, gold)}, coded as {_event(case, coded)}"


def _event(case: Case, event: ToldEvent) -> str:
    trigger = event.trigger.of(case.text) if event.trigger else ""
    sides = f"{_side(case, event.actors)} > {_side(case, event.recipients)}"
    return " ".join(filter(None, [event.type, f"“{trigger}”:", sides, event.status or ""]))


def _side(case: Case, parties: Sequence[Party]) -> str:
    return " & ".join(_party(case, party) for party in parties) or "-"


def _party(case: Case, party: Party) -> str:
    words = party.spans[0].of(case.text) if party.spans else ""
    return f"{words} ({party.code})" if words and party.code else words or party.code or "?"
