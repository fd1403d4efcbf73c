"""Attributions while they are put together."""

from dataclasses import dataclass

from dragoman.model import Span

CITING = frozenset({"citing", "quoting"})
"""Participles that name the source of a report; they make attributions of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One cue with its speaker and the pieces of what is said.

    `cited` marks a source that somebody else cites. `antecedent` are the words that a relative
    pronoun as speaker stands for.
    """

    cue: Span
    contents: tuple[Span, ...]
    speaker: Span | None
    rule: str
    cited: bool = False
    antecedent: Span | None = None
