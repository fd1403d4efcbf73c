"""The tasks, one module each: `predict(data)` gives what the task's scorer reads."""

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

from bench.records import Record
from dragoman.errors import UsageError

Predict = Callable[[Path], Iterable[Record]]

TASKS = {
    "actors": "bench.tasks.actors",
    "attribution": "bench.tasks.attribution",
    "class": "bench.tasks.classes",
    "factuality": "bench.tasks.factuality",
    "geo": "bench.tasks.geo",
    "page": "bench.tasks.page",
    "pair": "bench.tasks.pair",
    "sentence": "bench.tasks.sentence",
    "timex": "bench.tasks.timex",
}


def predictor(task: str) -> Predict:
    """The function of `task`; its module is imported only now."""
    if task not in TASKS:
        raise UsageError(
            f"{task}: no such task; there are {', '.join(TASKS)}, and gate, speed, docs"
        )
    predict: Predict = import_module(TASKS[task]).predict
    return predict
