"""Events of a sentence in the one shape in which marked and coded ones are compared."""

import datetime
from dataclasses import dataclass

from dragoman.model import Span, Status

Days = tuple[datetime.date | None, datetime.date | None]
"""First and last day, both included; None at an open end."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or recipient: where its words stand in the sentence, and its code or "".

    Several `spans` are the same one named more than once; none means that only the code is known.
    """

    spans: tuple[Span, ...]
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEvent:
    """An event of a sentence; spans count in the sentence.

    What is None (`trigger`, `status`, `historical`, `days`, `contexts`) is not told, and in a
    marked event not compared.
    """

    type: str
    trigger: Span | None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    modes: frozenset[str] = frozenset()
    status: Status | None = None
    historical: bool | None = None
    days: Days | None = None
    contexts: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A sentence with its marked events (`gold`) and those that the coder tells (`coded`)."""

    name: str
    text: str
    gold: tuple[ToldEvent, ...]
    coded: tuple[ToldEvent, ...]
