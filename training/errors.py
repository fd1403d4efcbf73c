"""The errors of training: all are the fault of a file that somebody can mend.

::

    TrainingError
    └── BaseModelError    a base encoder is missing or is not the known one

A file of the corpus that breaks its format raises `dragoman.errors.MarkedTextError`.
"""


class TrainingError(Exception):
    """Every error of training."""


class BaseModelError(TrainingError):
    """A base encoder's package is missing or holds other weights than the known ones."""
