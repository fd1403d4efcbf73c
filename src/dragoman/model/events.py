"""Events as one document tells them (EventMention) and as users see them (Event)."""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.spans import Span
from dragoman.model.times import TimeExpression


class Status(StrEnum):
    """Whether it happened, in the words of the report."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class Certainty(StrEnum):
    """How firmly the innermost speaker's wording holds the status.

    What is hypothetical is possible and nothing else is.
    """

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class SizeKind(StrEnum):
    """What a number of an event counts."""

    DEAD = "dead"
    INJURED = "injured"
    ARRESTED = "arrested"
    TROOPS = "troops"
    SIZE = "size"


@dataclass(frozen=True, slots=True)
class Size:
    """A number with its words; `low` and `high` differ for "dozens", "at least 20", "20 to 30"."""

    kind: SizeKind
    low: int
    high: int | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One event as one document tells it.

    `actors`, `recipients` and `place` are mention ids; `attributions` are attribution ids, the
    innermost speaker first (empty: the outlet's own voice). `repeats` are the trigger spans of
    further sentences of the same document that tell the same event. `status_cue` are the words that
    decided the status where there are any; `certainty` is a value of `Certainty`, "" where the
    coder gives none. `rule` names the rule or the model's head that made it; `method` the coder
    (``rules``, ``reader``). `second` is the type that the other coder gives the same words,
    "none" where it sees no event in them, "" where it was not asked.
    """

    id: str
    document_id: str
    sentence: int
    trigger: Span
    event: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    time: TimeExpression
    status: Status
    historical: bool
    score: float
    method: str
    rule: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    place: str | None = None
    attributions: tuple[str, ...] = ()
    sizes: tuple[Size, ...] = ()
    repeats: tuple[Span, ...] = ()
    status_cue: Span | None = None
    certainty: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An actor, recipient or speaker as users see it: its words and who that is.

    `code` is ISO 3166-1 alpha-3 or a pseudo-code, "" where unknown; `rule` says in words why this
    mention was taken for that actor.
    """

    mention: str
    text: str
    span: Span
    code: str = ""
    sector: str = ""
    identifier_id: str = ""
    identifier_text: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One link of the chain of speakers, innermost first."""

    speaker: Participant | None
    cue: str
    cue_span: Span
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceReference:
    """Where, in words, with what is known of it."""

    text: str
    span: Span
    resolved: str = ""
    country_code: str = ""
    lat: float | None = None
    lon: float | None = None
    resolution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The sentence that tells the event: at most 25 words of it as a quote, and where it stands.

    `start` and `end` bound the quote in `Document.text`; `trigger` are the words that say what was
    done. `sentence` is the sentence's index. `document_id` says whose text the spans count in where
    it is not that of `Event.doc`: an event that several reports tell has evidence from each.
    """

    quote: str
    span: Span
    sentence: int
    trigger: str
    trigger_span: Span
    document_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The report that tells an event."""

    id: str
    document_id: str
    url: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    origin: str = ""
    """Whose report it is at bottom: the cited agency, else the publisher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The public event record, before it is written as JSON.

    `id` is the event's; `mention_id` that of the EventMention it was made of. In views over several
    reports `reports` lists all that tell it (the first is `doc`) and `mention_ids` their mentions.
    """

    id: str
    mention_id: str
    doc: Source
    event: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    quad_code: int
    event_scale: float
    cameo: str
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    time: TimeExpression
    date_text: str
    status: Status
    historical: bool
    claims: tuple[Claim, ...]
    evidence: tuple[Evidence, ...]
    score: float
    method: str
    rule: str
    coder: "Coder"
    place: PlaceReference | None = None
    sizes: tuple[Size, ...] = ()
    status_cue: str = ""
    reports: tuple[Source, ...] = ()
    mention_ids: tuple[str, ...] = ()
    certainty: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEvent:
    """What telling the same event again needs to know of an event of the past.

    `mention_ids` are the event mentions that tell it, `apart` those of which somebody said that
    they do not; the rest is as its first report has it.
    """

    id: str
    event: str
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    time: TimeExpression
    status: Status
    mention_ids: tuple[str, ...]
    apart: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coder:
    """Which program made a record."""

    name: str
    version: str
    codebook: str
    weights: str = ""
