"""``python -m bench.score_actors GOLD PRED [--json]``: who an actor phrase is.

GOLD has ``expected`` with ``country`` and ``code_1``, each a code or a list of which any will do;
PRED has ``id``, ``country`` and ``code_1``. Shares of the facts that have the field: `country`
right, `code_1` right, and `both` of the facts that have both. A fact without a prediction is wrong.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypedDict

from bench.records import Record, print_score

FIELDS = ("country", "code_1")


class Share(TypedDict):
    """How many of `of` were right."""

    accuracy: float
    right: int
    of: int


def score(gold: Iterable[Record], predicted: Iterable[Record]) -> dict[str, Share]:
    """The shares by field, and for both fields together."""
    answers = {record["id"]: record for record in predicted}
    verdicts = [
        {name: _is_right(record, answers.get(record["id"]), name) for name in FIELDS}
        for record in gold
    ]
    shares = {name: _share([verdict[name] for verdict in verdicts]) for name in FIELDS}
    whole = [None if None in verdict.values() else all(verdict.values()) for verdict in verdicts]
    return {**shares, "both": _share(whole)}


def _is_right(record: Record, answer: Record | None, name: str) -> bool | None:
    """None where the gold record does not ask for the field."""
    expected = record["expected"].get(name)
    if expected is None:
        return None
    allowed = expected if isinstance(expected, list) else [expected]
    return answer is not None and answer.get(name) in allowed


def _share(verdicts: Sequence[bool | None]) -> Share:
    asked = [verdict for verdict in verdicts if verdict is not None]
    return Share(
        accuracy=sum(asked) / len(asked) if asked else 0.0, right=sum(asked), of=len(asked)
    )


def _lines(shares: dict[str, Share]) -> Iterator[str]:
    for name, share in shares.items():
        yield f"{name:<8} {100 * share['accuracy']:5.1f}  ({share['right']} of {share['of']})"


def main(arguments: Sequence[str]) -> None:
    """Prints the shares."""
    print_score(arguments, __doc__, score, _lines)


if __name__ == "__main__":
    main(sys.argv[1:])
