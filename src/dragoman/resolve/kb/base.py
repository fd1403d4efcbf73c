"""The knowledge base: actors with dated roles, and what can be asked of them."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dragoman.errors import KnowledgeBaseError
from dragoman.model import Actor, Name, Place, Role
from dragoman.resolve.kb.codes import Codes, codes_of
from dragoman.resolve.kb.dates import end_day, start_day
from dragoman.resolve.kb.entries import actors_of
from dragoman.resolve.kb.names import folded, names_of
from dragoman.resolve.kb.offices import is_shared, office_key
from dragoman.resolve.kb.tables import Row

LEADER = frozenset({"leader", "strongman", "ruler", "dictator", "autocrat"})
"""Words for whoever leads a state; the table of states says which office that is."""


@dataclass(frozen=True, slots=True)
class Membership:
    """What a state is to an organisation, from `valid_from` (included) to `valid_to`."""

    organisation: str
    state: str
    status: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None

    def holds_on(self, day: datetime.date) -> bool:
        """Whether `day` lies in the interval."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day < self.valid_to
        )


@dataclass(frozen=True, eq=False)
class KnowledgeBase:
    """States, organisations, people, groups and parties of a set of tables."""

    rows: Sequence[Row] = field(repr=False)

    def actor(self, actor_id: str) -> Actor | None:
        """The entry with this id."""
        return self.actors.get(actor_id)

    def find(self, text: str) -> tuple[Actor, ...]:
        """The entries that `text` names; case, accents and a leading article do not matter."""
        found = dict.fromkeys(name.actor for name in self.names_like(text) if name.actor)
        return tuple(self.actors[actor_id] for actor_id in found)

    def names(self) -> tuple[Name, ...]:
        """Every name, once for each actor or role it may mean."""
        return self._names

    def names_like(self, text: str) -> tuple[Name, ...]:
        """The names that are `text`, as `find` compares them."""
        return self._index.get(folded(text), ())

    def code(self, entry: str) -> str:
        """The record code of a state or organisation id."""
        return self._codes.of(entry)

    def place(self, text: str, country: str) -> Place | None:
        """The city or region of a state that has this name."""
        return self._places.get((folded(text), country))

    def is_state(self, entry: str) -> bool:
        """Whether the id is one of the table of states."""
        return entry in self._codes.states

    def holder(
        self, entry: str, title: str, day: datetime.date | None
    ) -> tuple[Actor, Role] | None:
        """Who held an office of a state or organisation on a day.

        `title` is the office in the words of a report ("premier", "top diplomat", "leader"). Of
        several the one who came last; with `day` None the one who came last of all. None where
        the tables have nobody, and for offices that several people hold at a time.
        """
        for office in self._offices_in_order(entry, title, day):
            tenures = self._tenures.get((entry, office), ())
            held = [pair for pair in tenures if day is None or pair[1].holds_on(day)]
            if held and not is_shared(office):
                return max(held, key=_from)
        return None

    def offices_meant(self, entry: str, title: str) -> frozenset[str]:
        """The offices, as `office` writes them, that the words of a report may mean.

        `entry` is the state or organisation, "" where the words name none.
        """
        return frozenset(self._offices_in_order(entry, title, None))

    def office(self, role: Role) -> str:
        """The office of a role in the form in which offices are compared."""
        return office_key(role.office)

    def state_rows(self, entry: str) -> tuple[Row, ...]:
        """The rows of the table of states with this id: one, or one for each set of codes.

        An ISO 3166-1 alpha-3 code that is no id (ESH) stands for the entry that has it.
        """
        return self._state_rows.get(entry) or self._state_rows_by_iso3.get(entry, ())

    def organisation_rows(self, code: str) -> tuple[Row, ...]:
        """The rows of organisations with this pseudo-code."""
        return self._organisation_rows.get(code, ())

    def memberships(self, state: str, day: datetime.date | None = None) -> tuple[Membership, ...]:
        """What a state is to organisations: on a day, or ever."""
        found = self._memberships.get(state, ())
        return tuple(entry for entry in found if day is None or entry.holds_on(day))

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """All entries by id."""
        return actors_of(self.rows, self.titles)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The sector of each title and role, under its `office_key`."""
        rows = (row for row in self.rows if row.table == "titles")
        return {office_key(row["title"]): row["sector"] for row in rows}

    @cached_property
    def _names(self) -> tuple[Name, ...]:
        return names_of(self.rows, self.actors)

    @cached_property
    def _index(self) -> Mapping[str, tuple[Name, ...]]:
        index: dict[str, list[Name]] = defaultdict(list)
        for name in self._names:
            index[folded(name.text)].append(name)
        return {text: tuple(names) for text, names in index.items()}

    @cached_property
    def _codes(self) -> Codes:
        return codes_of(self.rows)

    @cached_property
    def _office_words(self) -> Mapping[str, tuple[str, ...]]:
        rows = (row for row in self.rows if row.table == "office_words")
        return {office_key(row["word"]): row.items("offices") for row in rows}

    @cached_property
    def _state_rows(self) -> Mapping[str, tuple[Row, ...]]:
        return _grouped((row for row in self.rows if row.table == "states"), "id")

    @cached_property
    def _state_rows_by_iso3(self) -> Mapping[str, tuple[Row, ...]]:
        return _grouped((row for row in self.rows if row.table == "states" and row["iso3"]), "iso3")

    @cached_property
    def _organisation_rows(self) -> Mapping[str, tuple[Row, ...]]:
        return _grouped((row for row in self.rows if row.table == "organisations"), "code")

    @cached_property
    def _places(self) -> Mapping[tuple[str, str], Place]:
        found: dict[tuple[str, str], Place] = {}
        for row in self.rows:
            if row.table == "places":
                place = _place(row, self._codes)
                for name in place.names:
                    found.setdefault((folded(name), row["country"]), place)
        return found

    @cached_property
    def _leaders(self) -> Mapping[str, tuple[str, ...]]:
        return {row["id"]: row.items("leader") for row in self.rows if row.table == "states"}

    @cached_property
    def _tenures(self) -> Mapping[tuple[str, str], tuple[tuple[Actor, Role], ...]]:
        tenures: dict[tuple[str, str], list[tuple[Actor, Role]]] = defaultdict(list)
        for row in self.rows:
            if row.table == "offices":
                actor = self.actors[row["person"]]
                roles = self._codes.tenure_roles(row, self.titles)
                key = (row["state"], office_key(row["office"]))
                tenures[key].extend((actor, role) for role in roles)
        return {key: tuple(pairs) for key, pairs in tenures.items()}

    @cached_property
    def _memberships(self) -> Mapping[str, tuple[Membership, ...]]:
        found: dict[str, list[Membership]] = defaultdict(list)
        for row in self.rows:
            if row.table == "memberships":
                found[row["state"]].append(_membership(row))
        return {state: tuple(entries) for state, entries in found.items()}

    def _offices_in_order(self, entry: str, title: str, day: datetime.date | None) -> Iterable[str]:
        key = office_key(title)
        if key in LEADER and self.is_state(entry):
            for part in self._leaders.get(entry, ()):
                office, _, until = part.partition("/")
                if not until or (day is not None and day < datetime.date.fromisoformat(until)):
                    yield office_key(office)
            return
        yield key
        for office in self._office_words.get(key, ()):
            yield office_key(office)


def _place(row: Row, codes: Codes) -> Place:
    try:
        lat, lon = float(row["lat"]), float(row["lon"])
    except ValueError as error:
        raise KnowledgeBaseError(f"{row.file}:{row.line}: {error}") from None
    return Place(
        id=row["id"],
        names=(row["name"], *row.items("names")),
        country_code=codes.of(row["country"]),
        precision=row["kind"],
        lat=lat,
        lon=lon,
    )


def _grouped(rows: Iterable[Row], column: str) -> Mapping[str, tuple[Row, ...]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return {key: tuple(members) for key, members in groups.items()}


def _from(pair: tuple[Actor, Role]) -> datetime.date:
    return pair[1].valid_from or datetime.date.min


def _membership(row: Row) -> Membership:
    try:
        start, end = start_day(row["from"]), end_day(row["to"])
    except ValueError as error:
        raise KnowledgeBaseError(f"{row.file}:{row.line}: {error}") from None
    return Membership(row["organisation"], row["state"], row["status"], start, end)
