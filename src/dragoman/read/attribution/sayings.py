"""Attributions while they are put together."""

from dataclasses import dataclass

from dragoman.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One cue with its speaker and the pieces of what is said. `inner` marks a cited source."""

    cue: Span
    contents: tuple[Span, ...]
    speaker: Span | None
    rule: str
    cited: bool = False
