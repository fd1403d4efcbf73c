"""``python -m bench.score_class GOLD PRED [--json]``: one class for each record.

GOLD has ``gold_label``, PRED ``label``; a record without a prediction is wrong. Given are F1 of
every class of GOLD, their mean (macro F1) and the accuracy.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bench.records import Record, read_records


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


def main(arguments: Sequence[str]) -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("pred", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    found = score(read_records(options.gold), read_records(options.pred))
    if options.json:
        print(json.dumps(found, indent=1))
        return
    print(f"macro F1 {100 * found['macro_f1']:.1f}  accuracy {100 * found['accuracy']:.1f}")
    for label, value in found["classes"].items():
        print(f"class {label}: F1 {100 * value:.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
