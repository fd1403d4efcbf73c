"""Mentions built by hand."""

from dragoman.model import Mention, MentionKind, Span


def mention(
    head: str,
    *candidates: str,
    kind: MentionKind = MentionKind.PERSON,
    of: str | None = None,
    role: str | None = None,
    sector: str | None = None,
) -> Mention:
    """A mention whose span is its head."""
    return Mention(
        id="m1",
        span=Span(0, len(head)),
        sentence=0,
        kind=kind,
        head=head,
        rule="test",
        chain="m1",
        candidates=candidates,
        of=of,
        role=role,
        sector=sector,
    )
