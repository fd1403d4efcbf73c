"""Beliefs: what is held true, from when to when, on which words, since when we hold it."""

import datetime
from dataclasses import dataclass

from dragoman.model.spans import Span


@dataclass(frozen=True, slots=True)
class Receipt:
    """Words of a document."""

    document_id: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One belief. `object` is an id or, for compound values, JSON with sorted keys.

    Predicates: ``refers_to`` (mention id → JSON of code, sector, identifier and rule),
    ``same_event`` (event mention id → event id), ``not_same_event`` (event mention id → JSON list
    of the event mention ids from which it is told apart), ``state:…`` (a state in force between two
    actors). `known_to` is None while we hold it.
    """

    id: str
    subject: str
    predicate: str
    object: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    known_from: datetime.datetime
    known_to: datetime.datetime | None
    evidence: tuple[Receipt, ...]
    method: str
    score: float
