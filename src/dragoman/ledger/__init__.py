"""The ledger: observations and beliefs that are appended, never overwritten, and views of them."""

from dragoman.ledger.beliefs import REFERS_TO, SAME_EVENT, identity, refers_to
from dragoman.ledger.files import WriteTable, write_table
from dragoman.ledger.filters import names_of
from dragoman.ledger.ledger import Ledger
from dragoman.ledger.records import (
    CodedDocument,
    Counts,
    EventFilter,
    InputOutcome,
    Part,
    Result,
    Review,
    Whom,
)
from dragoman.ledger.view import View

__all__ = [
    "REFERS_TO",
    "SAME_EVENT",
    "CodedDocument",
    "Counts",
    "EventFilter",
    "InputOutcome",
    "Ledger",
    "Part",
    "Result",
    "Review",
    "View",
    "Whom",
    "WriteTable",
    "identity",
    "names_of",
    "refers_to",
    "write_table",
]
