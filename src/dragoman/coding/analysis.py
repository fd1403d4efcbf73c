"""A sentence taken apart, with what its report says around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.coding.clauses import Clause
from dragoman.coding.composition import Composed
from dragoman.coding.units import Unit
from dragoman.model import Reading, Sentence, TimeExpression


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a sentence takes from its report.

    `contexts` are the counts of context words over the report; `background` is the time of the
    sentence before, where that was long past; `day` is the day that the report is about, where it
    has named it.
    """

    contexts: Mapping[str, int] = field(default_factory=dict)
    background: TimeExpression | None = None
    day: TimeExpression | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """The units, clauses and composed findings of a sentence."""

    reading: Reading
    sentence: Sentence
    units: tuple[Unit, ...]
    clauses: tuple[Clause, ...]
    findings: tuple[Composed, ...]

    @property
    def text(self) -> str:
        """The sentence's words."""
        return self.sentence.span.of(self.reading.document.text)
