"""The errors that dragoman raises, and whose fault each is.

::

    DragomanError
    ├── UserError              the caller's input or request; exit code 1, no traceback
    │   ├── UsageError         the command's words; exit code 2
    │   ├── InputError         a file, folder or record that cannot be read as asked
    │   ├── CodebookError      a codebook file that breaks its own rules
    │   ├── KnowledgeBaseError a table of actors that breaks its own rules
    │   ├── MarkedTextError    a file of marked sentences breaks the rules of its format
    │   └── LedgerError        a folder that is no ledger, or one in use by another writer
    └── DataError              a file of this package is damaged: ours, or the installation's
        └── WeightsError       the reader's weights are missing or are not what their card says

A report that cannot be coded raises nothing: it becomes a `Dropped` or `Failed` outcome.
"""

from dataclasses import dataclass


class DragomanError(Exception):
    """Every error of this package."""


class UserError(DragomanError):
    """The caller can mend it; the message names the input, the cause and the remedy."""


class UsageError(UserError):
    """The command or call was put together wrongly."""


class InputError(UserError):
    """An input cannot be opened or is not what it was said to be."""


class CodebookError(UserError):
    """A codebook file breaks the rules of its format."""


class KnowledgeBaseError(UserError):
    """A table of actors, offices or places breaks the rules of its format."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One breach of a format; `line` counts from 1, and 0 means the file as a whole."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class MarkedTextError(UserError):
    """A file of marked sentences breaks the rules of its format; `problems` are all breaches."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class LedgerError(UserError):
    """The folder is no ledger of this version, or another writer holds it."""


class DataError(DragomanError):
    """A data file that ships with the package is missing or damaged."""


class WeightsError(DataError):
    """The reader's weights are missing, damaged or of another make than their card says."""
