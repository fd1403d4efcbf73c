"""The knowledge base and the tables it is read from. ``README.md`` here tells their columns."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from dragoman.resolve.kb.base import KnowledgeBase, Membership
from dragoman.resolve.kb.tables import folder_rows, overridden, shipped_rows

__all__ = ["KnowledgeBase", "Membership", "load_knowledge_base"]


def load_knowledge_base(extra: Sequence[Path] = ()) -> KnowledgeBase:
    """The shipped tables, with those of `extra` (files or folders) over them.

    A row of an extra table replaces the shipped rows with its id (offices: state, office and
    person; memberships: organisation and state; titles: the title) and is added otherwise.
    Raises KnowledgeBaseError for a file that is no table and for a date that cannot be read.
    """
    if not extra:
        return _shipped()
    rows = shipped_rows()
    for path in extra:
        rows = overridden(rows, folder_rows(path))
    return KnowledgeBase(rows)


@cache
def _shipped() -> KnowledgeBase:
    return KnowledgeBase(shipped_rows())
