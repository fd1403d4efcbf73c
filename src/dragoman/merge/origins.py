"""Whose report it is at bottom: ten outlets that carry one agency's story are one origin."""

from collections.abc import Iterable

from dragoman.model import Source


def independent(reports: Iterable[Source]) -> int:
    """How many origins the reports have between them.

    A report without an origin counts by its publisher, one without either by itself.
    """
    return len({_origin(report) for report in reports})


def _origin(report: Source) -> str:
    return (report.origin or report.publisher).strip().casefold() or f"\x1f{report.document_id}"
