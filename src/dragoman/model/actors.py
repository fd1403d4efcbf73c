"""Who and where: the entries of the knowledge base and what mentions resolve to."""

import datetime
from dataclasses import dataclass

from dragoman.model.readings import MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What an actor was, from `valid_from` (included) to `valid_to` (excluded); None is open.

    `code` is the state or pseudo-code it acts for, `sector` the PLOVER sector, `office` the title.
    """

    code: str
    sector: str
    office: str = ""
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    note: str = ""

    def holds_on(self, day: datetime.date) -> bool:
        """Whether `day` lies in the interval."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day < self.valid_to
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An entry of the knowledge base. `names[0]` is the usual one."""

    id: str
    kind: MentionKind
    names: tuple[str, ...]
    roles: tuple[Role, ...]
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something is. `precision` is cross-border, country, region, district, city or point."""

    id: str
    names: tuple[str, ...]
    country_code: str
    precision: str
    lat: float | None = None
    lon: float | None = None
    admin: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Who a mention is, as of a day. `actor` is "" where the knowledge base has nobody.

    `rule` says why in words ("capital as government", "prime minister of ARM on 2024-05-08").
    `alternatives` are ids of actors that were weighed and not taken.
    """

    mention: str
    actor: str
    code: str
    sector: str
    name: str
    office: str
    rule: str
    score: float
    place: Place | None = None
    alternatives: tuple[str, ...] = ()
