"""What a publisher reserves or grants, by use, with the signal that says so."""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.spans import Span


class Use(StrEnum):
    """The uses of a text about which a publisher may speak."""

    MINING = "mining"
    AI_TRAINING = "ai_training"
    SEARCH = "search"
    STORAGE = "storage"


class Answer(StrEnum):
    """What the signals say of one use; silence is `UNKNOWN`, never a grant."""

    RESERVED = "reserved"
    GRANTED = "granted"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """The lawful basis that the user states for keeping whole texts."""

    RESEARCH = "research"
    LICENCE = "licence"
    OWN = "own"


class Retention(StrEnum):
    """What is kept of a text: all of it, or offsets, hash and short quotes."""

    TEXT = "text"
    QUOTES = "quotes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One statement about rights, as found.

    `family` is the convention it follows (``tdmrep``, ``robots-meta``, ``notice`` …), `value` its
    exact words or syntax, `where` the place it was seen (``header``, ``meta``, ``json-ld``,
    ``text`` …); `span` points into `Document.text` when it was seen there. `exceptions` are uses
    or grounds that the signal itself leaves free (``search indexing``, ``permitted by law``).
    """

    family: str
    answers: tuple[tuple[Use, Answer], ...]
    value: str
    where: str
    span: Span | None = None
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """All signals of one report and the decision taken on them."""

    signals: tuple[Signal, ...] = ()
    mining: Answer = Answer.UNKNOWN
    ai_training: Answer = Answer.UNKNOWN
    search: Answer = Answer.UNKNOWN
    storage: Answer = Answer.UNKNOWN
    retention: Retention = Retention.QUOTES
    basis: Basis | None = None
