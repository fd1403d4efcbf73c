"""What a corpus file says, sentence by sentence."""

import datetime
from dataclasses import dataclass

from dragoman.model import Span

BLOCKS = ("title", "lead", "caption", "body")
"""The parts of a report."""

ACTOR_LETTERS = "sopg"
"""Marks of who may act, be acted upon or speak: states, organisations, people, groups."""

MENTION_LETTERS = "sopgl"
"""Marks of mentions: those who may act, and places."""

LETTERS = "sopgldtcqn"
"""All marks: mentions, dates, triggers, cues, quoted content, numbers."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked stretch; `span` counts in the sentence without its marks.

    `value` is what stands behind ``=``: a code, a date, a count; "" where there is none.
    """

    key: str
    value: str
    span: Span

    @property
    def letter(self) -> str:
        """What kind of mark it is."""
        return self.key[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """One event of a sentence; actors, recipients, time, place and sizes are keys of marks."""

    type: str
    modes: tuple[str, ...]
    trigger: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    status: str
    historical: bool = False
    certainty: str = ""
    time: str | None = None
    place: str | None = None
    sizes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """Who says something; all three are keys of marks.

    `speaker` is None where nobody is named, `content` where what is said is not told ("claimed
    it"). The cue may be a trigger: "accused" does both.
    """

    speaker: str | None
    cue: str
    content: str | None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusSentence:
    """One sentence with its annotation.

    `name` is that of its ``==`` line and `report` the same for sentences of a report, else None;
    `line` is where it stands in the file at `path`. `block` is one of `BLOCKS` in reports, and
    outside them None or what its prefix says. `date` is the day of publication. `reason` says why
    there is no event; "" where there are events.
    """

    name: str
    path: str
    line: int
    text: str
    marks: tuple[Mark, ...]
    events: tuple[EventLine, ...]
    claims: tuple[ClaimLine, ...]
    reason: str
    block: str | None
    date: datetime.date
    register: str
    outlet: str
    report: str | None

    @property
    def id(self) -> str:
        """``NAME:LINE``, unique in the corpus."""
        return f"{self.name}:{self.line}"

    def mark(self, key: str) -> Mark:
        """The mark with that key; `KeyError` if the sentence has none."""
        for mark in self.marks:
            if mark.key == key:
                return mark
        raise KeyError(key)

    def words(self, key: str) -> str:
        """The words that the mark covers."""
        return self.mark(key).span.of(self.text)
