import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bench import score_actors, score_class
from bench.records import Record, write_records


def _fact(identity: str, **expected: object) -> dict[str, object]:
    return {"id": identity, "expected": expected}


def test_actors_count_only_what_the_gold_asks() -> None:
    gold = [
        _fact("a", country="FRA", code_1="GOV"),
        _fact("b", country=["RUS", "UKR"], code_1="MIL"),
        _fact("c", country=""),
        _fact("d", title="Geneva"),
    ]
    predicted = [
        {"id": "a", "country": "FRA", "code_1": "MIL"},
        {"id": "b", "country": "UKR", "code_1": "MIL"},
        {"id": "c", "country": "", "code_1": "GOV"},
    ]
    shares = score_actors.score(gold, predicted)
    assert shares["country"] == {"accuracy": 1.0, "right": 3, "of": 3}
    assert shares["code_1"] == {"accuracy": 0.5, "right": 1, "of": 2}
    assert shares["both"] == {"accuracy": 0.5, "right": 1, "of": 2}


def test_a_fact_without_a_prediction_is_wrong() -> None:
    assert score_actors.score([_fact("a", country="")], [])["country"]["accuracy"] == 0


def test_class_is_macro_f1_over_the_classes_of_the_gold() -> None:
    gold = [{"id": str(n), "gold_label": label} for n, label in enumerate([0, 0, 1, 1])]
    predicted = [{"id": str(n), "label": label} for n, label in enumerate([0, 1, 1, 1])]
    figures = score_class.score(gold, predicted)
    assert figures["classes"] == {"0": pytest.approx(2 / 3), "1": pytest.approx(4 / 5)}
    assert figures["macro_f1"] == pytest.approx((2 / 3 + 4 / 5) / 2)
    assert figures["accuracy"] == 0.75


def test_class_without_a_prediction_is_no_class() -> None:
    assert score_class.score([{"id": "a", "gold_label": 0}], [])["macro_f1"] == 0


@pytest.mark.parametrize(
    ("main", "gold", "first"),
    [
        (score_actors.main, {"expected": {"country": "ARM"}}, "country  100.0  (1 of 1)"),
        (score_class.main, {"gold_label": 2}, "macro F1 100.0  accuracy 100.0"),
    ],
)
def test_scores_are_printed_for_people_and_for_programs(
    main: Callable[[Sequence[str]], None],
    gold: Record,
    first: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_records(tmp_path / "gold.jsonl", [{"id": "a", **gold}])
    write_records(tmp_path / "pred.jsonl", [{"id": "a", "country": "ARM", "label": 2}])
    files = [str(tmp_path / "gold.jsonl"), str(tmp_path / "pred.jsonl")]
    main(files)
    assert capsys.readouterr().out.splitlines()[0] == first
    main([*files, "--json"])
    assert json.loads(capsys.readouterr().out)
