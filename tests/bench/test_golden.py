import pytest
from bench.golden import agreement, days_of


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2024-05-09", ("2024-05-09", "2024-05-09")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023-02", ("2023-02-01", "2023-02-28")),
        ("2020", ("2020-01-01", "2020-12-31")),
        ("2022-12/2023-01-03", ("2022-12-01", "2023-01-03")),
        ("2021/2022", ("2021-01-01", "2022-12-31")),
    ],
)
def test_days_of(date: str, days: tuple[str, str]) -> None:
    assert days_of(date) == days


def test_agreement_matches_each_key_once() -> None:
    figures = agreement([("a",), ("a",), ("b",)], [("a",), ("c",)])
    assert figures["precision"] == 0.5
    assert figures["recall"] == pytest.approx(1 / 3)
    assert figures["f1"] == pytest.approx(0.4)


def test_agreement_of_nothing_is_nothing() -> None:
    assert agreement([], [])["f1"] == 0
