"""The errors of training: all are the fault of a file that somebody can mend.

::

    TrainingError
    ├── CorpusError       a corpus file breaks the rules of its format
    └── BaseModelError    a base encoder is missing or is not the known one
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One breach of the format; `line` counts from 1, and 0 means the file as a whole."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class TrainingError(Exception):
    """Every error of training."""


class CorpusError(TrainingError):
    """A corpus file breaks the rules of its format; `problems` lists every breach found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class BaseModelError(TrainingError):
    """A base encoder's package is missing or holds other weights than the known ones."""
