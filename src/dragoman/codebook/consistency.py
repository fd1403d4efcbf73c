"""What must hold between the parts of a codebook."""

from collections.abc import Iterator

from dragoman.codebook.cameo import is_cameo_code
from dragoman.codebook.reader import Problem, suggestion
from dragoman.codebook.records import Codebook, EventType, Trigger


def inconsistencies(codebook: Codebook, file: str) -> Iterator[Problem]:
    """References to nothing, and triggers that clash, in the order of the codebook."""
    for event in codebook.events:
        yield from _references(codebook, event, file)
    yield from _clashes(codebook.triggers, file)


def _references(codebook: Codebook, event: EventType, file: str) -> Iterator[Problem]:
    table = f"events.{event.name}"
    for border in event.borders:
        if border.neighbour and border.neighbour not in codebook.event_names:
            hint = suggestion(border.neighbour, codebook.event_names)
            yield Problem(
                file, table, "borders", f"there is no event type {border.neighbour!r}{hint}"
            )
    if event.cameo and not is_cameo_code(event.cameo):
        yield Problem(file, table, "cameo", f"{event.cameo!r} is no CAMEO code")
    for mode in event.modes:
        yield from _contexts(codebook, mode.contexts, file, f"{table}.modes.{mode.name}")
    for trigger in event.triggers:
        if trigger.mode is not None and trigger.mode not in event.mode_names:
            hint = suggestion(trigger.mode, event.mode_names)
            cause = f"{event.name} has no mode {trigger.mode!r}{hint}"
            yield Problem(file, f"{table}.triggers", "mode", cause)
        yield from _contexts(codebook, trigger.contexts, file, f"{table}.triggers")


def _contexts(
    codebook: Codebook, contexts: tuple[str, ...], file: str, table: str
) -> Iterator[Problem]:
    for context in contexts:
        if context not in codebook.context_names:
            hint = suggestion(context, codebook.context_names)
            yield Problem(file, table, "contexts", f"there is no context {context!r}{hint}")


def _clashes(triggers: tuple[Trigger, ...], file: str) -> Iterator[Problem]:
    """One phrase of one kind may tell one thing only."""
    first: dict[tuple[str, str], Trigger] = {}
    for trigger in triggers:
        known = first.setdefault((trigger.phrase.casefold(), trigger.kind), trigger)
        if known is trigger:
            continue
        other = known.event + (f"/{known.mode}" if known.mode else "")
        cause = f"{trigger.phrase!r} is already a trigger of {other}"
        yield Problem(file, f"events.{trigger.event}.triggers", "phrases", cause)
