from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from dragoman.flow.stages import Timings, drive
from dragoman.model import Done, Dropped, Failed, Outcome


@dataclass(frozen=True)
class Doubling:
    name: str = "doubling"

    def run(self, batch: Sequence[int], /) -> Sequence[Outcome[int]]:
        return [Done(number * 2) for number in batch]


@dataclass(frozen=True)
class OddOnly:
    name: str = "odd only"

    def run(self, batch: Sequence[int], /) -> Sequence[Outcome[int]]:
        return [Done(number) if number % 2 else Dropped("?", "even") for number in batch]


@dataclass(frozen=True)
class AfraidOfThree:
    name: str = "afraid"

    def run(self, batch: Sequence[int], /) -> Sequence[Outcome[int]]:
        if 3 in batch:
            raise ValueError("three")
        return [Done(number) for number in batch]


def names(batch: Sequence[int]) -> list[str]:
    return [f"number {number}" for number in batch]


def test_outcomes_keep_their_order_and_their_names() -> None:
    batch = [1, 2, 5]
    outcomes, timings = drive([OddOnly(), Doubling()], names(batch), batch)
    assert outcomes == [Done(2), Dropped("number 2", "even"), Done(10)]
    assert timings.inputs == {"odd only": 3, "doubling": 2}


def test_only_the_guilty_input_fails() -> None:
    batch = [1, 3, 4]
    outcomes, _ = drive([AfraidOfThree(), Doubling()], names(batch), batch)
    assert outcomes == [
        Done(2),
        Failed("number 3", "error:ValueError", "afraid: three"),
        Done(8),
    ]


@given(st.lists(st.integers(0, 9)))
def test_every_input_has_one_outcome(batch: list[int]) -> None:
    outcomes, _ = drive([AfraidOfThree(), OddOnly(), Doubling()], names(batch), batch)
    expected = ["Failed" if n == 3 else "Done" if n % 2 else "Dropped" for n in batch]
    assert [type(outcome).__name__ for outcome in outcomes] == expected


def test_timings_add_up() -> None:
    total = Timings({"a": 1.0}, {"a": 2}).plus(Timings({"a": 0.5, "b": 1.0}, {"a": 1, "b": 1}))
    assert total == Timings({"a": 1.5, "b": 1.0}, {"a": 3, "b": 1})
