"""A codebook as a page that people read."""

from collections.abc import Iterable, Iterator

from dragoman.codebook.crosswalk import to_cameo
from dragoman.codebook.records import QUAD_NAMES, Codebook, EventType, Mode, Trigger
from dragoman.errors import CodebookError


def render_markdown(codebook: Codebook) -> str:
    """The whole codebook as one Markdown page: overview, event types, contexts, sectors."""
    return "\n".join(_page(codebook)).rstrip("\n") + "\n"


def _page(codebook: Codebook) -> Iterator[str]:
    yield from (f"# {codebook.title}", "", f"`{codebook.id}`", "")
    yield from (
        "Scores run from −10 (conflict) to 10 (cooperation); a mode's score takes the place of its "
        "event type's. The CAMEO code is the one an event without contexts is exported as.",
        "",
        "## Event types",
        "",
    )
    yield from _table(
        ("event", "quad", "score", "CAMEO", "recipient"),
        (
            (
                f"[{event.name}](#{event.name.lower()})",
                f"{event.quad} {QUAD_NAMES[event.quad]}",
                _number(event.score),
                _code(codebook, event.name),
                "required" if event.recipient_required else "",
            )
            for event in codebook.events
        ),
    )
    for event in codebook.events:
        yield from _event(codebook, event)
    yield from ("## Contexts", "")
    yield from _table(
        ("context", "counts", "does not count"),
        ((f"`{c.name}`", c.definition, c.excludes) for c in codebook.contexts),
    )
    yield from ("## Sectors", "")
    yield from _table(
        ("code", "who", ""),
        ((f"`{s.code}`", s.definition, "primary" if s.primary else "") for s in codebook.sectors),
    )


def _event(codebook: Codebook, event: EventType) -> Iterator[str]:
    yield from (f"### {event.name}", "", event.definition, "")
    if event.mutual:
        yield from ("All sides do the same to each other.", "")
    if event.note:
        yield from (f"*{event.note}*", "")
    if event.borders:
        yield from (f"- **{b.neighbour}**: {b.rule}" for b in event.borders)
        yield ""
    if event.modes:
        yield from _table(
            ("mode", "score", "CAMEO", "how"),
            (
                (
                    f"`{mode.name}`",
                    _number(mode.score),
                    _code(codebook, event.name, mode.name),
                    _mode(mode, event),
                )
                for mode in event.modes
            ),
        )
    if event.triggers:
        yield from (f"- {_trigger(trigger)}" for trigger in event.triggers)
        yield ""


def _mode(mode: Mode, event: EventType) -> str:
    parts = [mode.definition]
    if event.mutual and not mode.mutual:
        parts.append("Not mutual.")
    if mode.contexts:
        parts.append(f"Adds {', '.join(f'`{context}`' for context in mode.contexts)}.")
    if mode.note:
        parts.append(f"*{mode.note}*")
    return " ".join(parts)


def _trigger(trigger: Trigger) -> str:
    codes = [f"`{code}`" for code in (trigger.mode, *trigger.contexts) if code]
    return f"{trigger.phrase} ({trigger.kind})" + (f": {', '.join(codes)}" if codes else "")


def _code(codebook: Codebook, event: str, *modes: str) -> str:
    """The CAMEO code, or nothing where a custom event type names none."""
    try:
        return f"`{to_cameo(event, modes, codebook=codebook)}`"
    except CodebookError:
        return ""


def _table(head: tuple[str, ...], body: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield _row(head)
    yield _row(tuple("---" for _ in head))
    yield from (_row(cells) for cells in body)
    yield ""


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


def _number(value: float) -> str:
    return f"{value:g}".replace("-", "−")
