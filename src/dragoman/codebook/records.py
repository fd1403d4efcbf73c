"""What a codebook is made of."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from dragoman.errors import CodebookError

QUAD_NAMES = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}

PloverQuadScheme = Literal["plover", "plover-table"]
"""`plover`: the quad of the manual's sections; `plover-table`: that of its quad table, which
differs for SANCTION (3, not 4)."""

TriggerKind = Literal["verb", "noun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """How an event was done.

    `score` runs from -10 (conflict) to 10 (cooperation) and takes the place of the event type's.
    `contexts` are those that the mode brings with it.
    """

    name: str
    definition: str
    score: float
    mutual: bool = False
    contexts: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Border:
    """Where an event type ends and its neighbour begins."""

    neighbour: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words that tell an event, in their dictionary form ("cut off", "closure")."""

    phrase: str
    event: str
    kind: TriggerKind = "verb"
    mode: str | None = None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """What was done.

    `quad` is 1 verbal cooperation, 2 material cooperation, 3 verbal conflict or 4 material
    conflict; `quad_in_table` another quad where the source contradicts itself. `mutual`: all sides
    do the same to each other. Custom codebooks alone have `triggers` and `cameo`, the code that the
    event type is exported as.
    """

    name: str
    definition: str
    quad: int
    score: float
    recipient_required: bool = False
    mutual: bool = False
    quad_in_table: int | None = None
    borders: tuple[Border, ...] = ()
    modes: tuple[Mode, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    cameo: str | None = None
    note: str = ""

    def mode(self, name: str) -> Mode:
        """The mode of that name; `CodebookError` if this event type has none."""
        for mode in self.modes:
            if mode.name == name:
                return mode
        raise CodebookError(f"{self.name} has no mode {name!r}; {_listing(self.mode_names)}")

    def is_mutual(self, modes: Collection[str]) -> bool:
        """Whether all sides do the same to each other where it is done in these modes."""
        known = [mode.mutual for mode in self.modes if mode.name in modes]
        return all(known) if known else self.mutual

    @property
    def mode_names(self) -> tuple[str, ...]:
        """The names of its modes, in the order of the codebook."""
        return tuple(mode.name for mode in self.modes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What an event was about. `excludes` says what does not count."""

    name: str
    definition: str
    excludes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """What kind of actor: a three-letter code; `primary` ones come first in a compound."""

    code: str
    definition: str
    primary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """Event types, contexts and sectors.

    `digest` is the SHA-256 of the files it was read from: two codebooks of one name and version
    but of different content differ in it.
    """

    name: str
    version: str
    title: str
    digest: str
    events: tuple[EventType, ...]
    contexts: tuple[Context, ...]
    sectors: tuple[Sector, ...]

    @property
    def id(self) -> str:
        """The name that records carry, such as ``plover-2.0``."""
        return f"{self.name}-{self.version}"

    @property
    def triggers(self) -> tuple[Trigger, ...]:
        """The triggers of all event types, in the order of the codebook."""
        return tuple(trigger for event in self.events for trigger in event.triggers)

    @property
    def event_names(self) -> tuple[str, ...]:
        """The names of its event types, in the order of the codebook."""
        return tuple(event.name for event in self.events)

    @property
    def context_names(self) -> tuple[str, ...]:
        """The names of its contexts, in the order of the codebook."""
        return tuple(context.name for context in self.contexts)

    @property
    def sector_codes(self) -> tuple[str, ...]:
        """The codes of its sectors, in the order of the codebook."""
        return tuple(sector.code for sector in self.sectors)

    def event(self, name: str) -> EventType:
        """The event type of that name; `CodebookError` if there is none."""
        for event in self.events:
            if event.name == name:
                return event
        raise CodebookError(f"{self.id} has no event type {name!r}; {_listing(self.event_names)}")

    def context(self, name: str) -> Context:
        """The context of that name; `CodebookError` if there is none."""
        for context in self.contexts:
            if context.name == name:
                return context
        raise CodebookError(f"{self.id} has no context {name!r}; {_listing(self.context_names)}")

    def sector(self, code: str) -> Sector:
        """The sector of that code; `CodebookError` if there is none."""
        for sector in self.sectors:
            if sector.code == code:
                return sector
        raise CodebookError(f"{self.id} has no sector {code!r}; {_listing(self.sector_codes)}")

    def score(self, event: str, modes: Iterable[str] = ()) -> float:
        """The score of an event, -10 (conflict) to 10 (cooperation).

        The mode's where there is one. Of several modes the one farthest from zero counts, at a tie
        the lower: the manual scores single modes only, so that rule is ours.
        """
        event_type = self.event(event)
        scores = [event_type.mode(mode).score for mode in modes]
        if not scores:
            return event_type.score
        return max(scores, key=lambda score: (abs(score), -score))

    def quad(self, event: str, scheme: PloverQuadScheme = "plover") -> int:
        """The quad of an event type, 1 to 4."""
        if scheme not in get_args(PloverQuadScheme):
            known = get_args(PloverQuadScheme)
            raise CodebookError(f"no quad scheme {scheme!r} for event types; {_listing(known)}")
        event_type = self.event(event)
        if scheme == "plover-table" and event_type.quad_in_table is not None:
            return event_type.quad_in_table
        return event_type.quad


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoCode:
    """One code of CAMEO: two digits (root), three or four.

    `goldstein` is the score in GDELT's table, -10 to 10; None where that table lacks the code.
    `event`, `mode` and `contexts` are what it is in PLOVER 2.0; no event for 01 and 02.
    """

    code: str
    label: str
    goldstein: float | None
    event: str | None
    mode: str | None = None
    contexts: tuple[str, ...] = ()

    @property
    def root(self) -> str:
        """Its first two digits."""
        return self.code[:2]

    @property
    def parent(self) -> str | None:
        """The code one digit shorter; None for a root."""
        return self.code[:-1] if len(self.code) > 2 else None


@dataclass(frozen=True, slots=True)
class PloverCode:
    """A CAMEO code in PLOVER's words; `event` is None where PLOVER does not code it."""

    event: str | None
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()


def _listing(names: Sequence[str]) -> str:
    return f"known: {', '.join(names)}" if names else "it has none"
