"""What became of an input: every stage gives one outcome for each, in the same order."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from dragoman.model.documents import Document, Given, Snapshot
from dragoman.model.events import Event, EventMention
from dragoman.model.facts import Fact
from dragoman.model.readings import Reading

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The stage's result for this input."""

    value: T


@dataclass(frozen=True, slots=True)
class Dropped:
    """Left out on purpose. `reason` is short and machine-readable (``empty``, ``language:fr``)."""

    name: str
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """Could not be done. `reason` is short, for machines (``gzip``, ``error:ValueError``)."""

    name: str
    reason: str
    detail: str = ""


Outcome = Done[T] | Dropped | Failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A document coded to the end: its reading, its event mentions, the beliefs about them.

    `events` are the public records, one for each event mention, in the same order. `snapshot` is
    what the document was read from and `given` what came beside it; None and empty where nobody
    kept the page.
    """

    reading: Reading
    mentions: tuple[EventMention, ...]
    events: tuple[Event, ...]
    facts: tuple[Fact, ...]
    snapshot: Snapshot | None = None
    given: Given = field(default_factory=Given)

    @property
    def document(self) -> Document:
        """The document that was read."""
        return self.reading.document
