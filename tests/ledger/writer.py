"""A process that writes to a ledger until it is killed or done; started by the tests."""

from multiprocessing.connection import Connection
from pathlib import Path

from dragoman.ledger import Ledger
from tests.ledger.build import Report, Told, part

EVENTS = 2
"""Events of each report."""


def report(number: int) -> Report:
    """The report of that number, which tells two events."""
    told = [
        Told(actors="RUS:Russia", event="AID", recipients="ARM:Armenia", day="2024-05-09"),
        Told(actors="AZE:Baku", event="ACCUSE", recipients="ARM:Armenia", day="2024-05-08"),
    ]
    return Report(name=f"report {number}", told=told)


part(report(0))  # reads the codebook once, before processes are forked off


def write(path: Path, acknowledge: Connection, first: int, last: int) -> None:
    """Appends the reports from `first` to before `last`, telling each number when it is done."""
    ledger = Ledger.open(path, create=True)
    acknowledge.send("ready")
    for number in range(first, last):
        ledger.append(part(report(number)))
        acknowledge.send(number)
    acknowledge.close()


def write_and_compact(path: Path, acknowledge: Connection, first: int, last: int) -> None:
    """As `write`, with a compaction after each fourth report."""
    ledger = Ledger.open(path, create=True)
    acknowledge.send("ready")
    for number in range(first, last):
        ledger.append(part(report(number)))
        acknowledge.send(number)
        if number % 4 == 3:
            ledger.compact()
    acknowledge.close()
