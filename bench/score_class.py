"""``python -m bench.score_class GOLD PRED [--json]``: one class for each record.

GOLD has ``gold_label``, PRED ``label``; a record without a prediction is wrong. Given are F1 of
every class of GOLD, their mean (macro F1) and the accuracy.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bench.records import Record, print_score


def score(gold: Iterable[Record], predicted: Iterable[Record]) -> dict[str, Any]:
    """F1 by class, macro F1, accuracy."""
    answers = {record["id"]: record.get("label") for record in predicted}
    pairs = Counter((record["gold_label"], answers.get(record["id"])) for record in gold)
    classes = sorted({label for label, _ in pairs})
    by_class = {str(label): _f1(pairs, label) for label in classes}
    total = pairs.total() or 1
    return {
        "macro_f1": sum(by_class.values()) / (len(classes) or 1),
        "accuracy": sum(pairs[label, label] for label in classes) / total,
        "classes": by_class,
        "n": pairs.total(),
    }


def _f1(pairs: Counter[tuple[Any, Any]], label: object) -> float:
    right = pairs[label, label]
    given = sum(count for (_, answer), count in pairs.items() if answer == label)
    wanted = sum(count for (truth, _), count in pairs.items() if truth == label)
    return 2 * right / (given + wanted) if given + wanted else 0.0


def _lines(figures: dict[str, Any]) -> Iterator[str]:
    yield f"macro F1 {100 * figures['macro_f1']:.1f}  accuracy {100 * figures['accuracy']:.1f}"
    for label, value in figures["classes"].items():
        yield f"class {label}: F1 {100 * value:.1f}"


def main(arguments: Sequence[str]) -> None:
    """Prints the figures."""
    print_score(arguments, __doc__, score, _lines)


if __name__ == "__main__":
    main(sys.argv[1:])
