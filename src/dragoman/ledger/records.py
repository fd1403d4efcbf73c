"""What goes into a ledger and what comes out, beside the records of the model."""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from dragoman.model import Coded, Event, Fact, Given, Reading, Snapshot, Status

Whom = str | tuple[str, ...]
"""An actor's code, identifier or words in any case; several mean any of them, "" anybody."""


class Result(StrEnum):
    """What became of an input."""

    DONE = "done"
    DROPPED = "dropped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class InputOutcome:
    """What became of one input. `key` is the same for the same input in every run."""

    key: str
    name: str
    outcome: Result | Literal["done", "dropped", "failed"]
    reason: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one batch adds: its documents, and an outcome for each of its inputs.

    The outcomes that are done stand in the order of `coded`. `settings` names the program, its
    version and everything that changes its answers; inputs are done once under each. `facts` are
    beliefs that belong to no document of the part, such as later findings on the same event.
    """

    coded: tuple[Coded, ...]
    outcomes: tuple[InputOutcome, ...]
    settings: str
    facts: tuple[Fact, ...] = ()

    def __post_init__(self) -> None:
        done = sum(outcome.outcome == Result.DONE for outcome in self.outcomes)
        if done != len(self.coded):
            raise ValueError(f"{done} inputs are done, but {len(self.coded)} documents are given")


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A person's correction: the fact that was closed, the one put in its place, and why."""

    fact: str
    replacement: str
    by: str
    at: datetime.datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedDocument:
    """A document as the ledger has it, in its newest coding.

    `reading.document.text` is empty where `text_kept` is false: the words that may be kept are in
    the events' evidence, and offsets count in the text whose hash is `text_digest`. The rights that
    the page's headers stated are among the document's, not in `snapshot`.
    """

    reading: Reading
    events: tuple[Event, ...]
    text_kept: bool
    settings: str
    coded_at: datetime.datetime
    snapshot: Snapshot | None = None
    given: Given = field(default_factory=Given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a view shows. `reports` are event mentions, `events` what they tell."""

    documents: int
    texts: int
    events: int
    reports: int
    facts: int
    done: int
    dropped: int
    failed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Which events to show; what is left at its default does not filter.

    An event is shown with all its reports when one of them fits as a whole. `dyad` are two sides of
    which one acts on the other, in either direction, or both act together in a mutual event.
    `since` and `until` (both included) are met by events whose days overlap them, events without
    days never; `published_…` mean the day of the report. `source` is a publisher or a document's
    name, `text` words in the quotes, in any case. `search` are words that all occur in the quotes
    or the title, in any grammatical form; "in quotation marks" next to each other; with an asterisk
    at the end as a beginning. `own_voice` is whether the outlet tells it without naming anybody
    who says so. `disagreed` is whether the
    other coder, which must have been asked, holds another type or no event.
    `limit` keeps the first in order of date.
    """

    actor: Whom = ()
    recipient: Whom = ()
    dyad: tuple[Whom, Whom] | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    historical: bool | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    published_since: datetime.date | None = None
    published_until: datetime.date | None = None
    source: str = ""
    text: str = ""
    search: str = ""
    claimed_by: Whom = ()
    own_voice: bool | None = None
    method: str = ""
    disagreed: bool | None = None
    limit: int | None = None
