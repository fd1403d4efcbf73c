"""The Stage protocol and the driver that runs stages over batches."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from dragoman.model import Done, Dropped, Failed, Outcome

I_contra = TypeVar("I_contra", contravariant=True)
Out = TypeVar("Out")


class Stage(Protocol[I_contra, Out]):
    """One step of the work: a batch in, one outcome for each input out, in the same order.

    Stages hold what they need (tables, weights), keep no state between batches, and neither log
    nor time nor open anything: `drive` does.
    """

    @property
    def name(self) -> str:
        """The step's name in counts and timings."""
        ...

    def run(self, batch: Sequence[I_contra], /) -> Sequence[Outcome[Out]]:
        """The outcomes of `batch`."""
        ...


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds and inputs by stage name; timings of several batches add up."""

    seconds: dict[str, float] = field(default_factory=dict)
    inputs: dict[str, int] = field(default_factory=dict)

    def plus(self, other: "Timings") -> "Timings":
        """The sums of both."""
        return Timings(
            seconds=dict(Counter(self.seconds) + Counter(other.seconds)),
            inputs=dict(Counter(self.inputs) + Counter(other.inputs)),
        )


def drive(
    stages: Sequence[Stage[Any, Any]], names: Sequence[str], batch: Sequence[object]
) -> tuple[list[Outcome[Any]], Timings]:
    """Runs `batch` through `stages`; `names` name the inputs in Dropped and Failed.

    What a stage drops or fails goes no further. A stage that raises on a batch is given its inputs
    one by one, so that only the guilty one fails, with ``error:`` and the exception's name.
    """
    outcomes: list[Outcome[Any]] = [Done(item) for item in batch]
    seconds: dict[str, float] = {}
    inputs: dict[str, int] = {}
    for stage in stages:
        alive = [index for index, outcome in enumerate(outcomes) if isinstance(outcome, Done)]
        began = time.perf_counter()
        values = [outcome.value for outcome in outcomes if isinstance(outcome, Done)]
        results = _run(stage, [names[index] for index in alive], values)
        for index, result in zip(alive, results, strict=True):
            outcomes[index] = result
        seconds[stage.name] = time.perf_counter() - began
        inputs[stage.name] = len(alive)
    return outcomes, Timings(seconds, inputs)


def _run(
    stage: Stage[Any, Any], names: Sequence[str], values: Sequence[object]
) -> list[Outcome[Any]]:
    if not values:
        return []
    try:
        results = list(stage.run(values))
    except Exception as error:  # whatever a report provokes must not stop the other reports
        if len(values) == 1:
            return [Failed(names[0], f"error:{type(error).__name__}", f"{stage.name}: {error}")]
        return [
            outcome
            for name, value in zip(names, values, strict=True)
            for outcome in _run(stage, [name], [value])
        ]
    return [_named(result, name) for result, name in zip(results, names, strict=True)]


def _named(result: Outcome[Any], name: str) -> Outcome[Any]:
    if isinstance(result, Dropped):
        return Dropped(name, result.reason, result.detail)
    if isinstance(result, Failed):
        return Failed(name, result.reason, result.detail)
    return result
