"""The status of a composed finding: its own words, then what the composition made of them."""

from collections.abc import Sequence

from dragoman.coding.clauses import Clause
from dragoman.coding.composition import Composed
from dragoman.coding.status.api import status_in
from dragoman.coding.status.reading import HAPPENS, StatusReading
from dragoman.coding.units import Unit, covering
from dragoman.model import Certainty, Span, Status

_CERTAINTY = {
    Status.PLANNED: Certainty.PROBABLE,
    Status.HYPOTHETICAL: Certainty.POSSIBLE,
}


def standing(
    sentence: str, start: int, units: Sequence[Unit], clauses: Sequence[Clause], item: Composed
) -> StatusReading:
    """The status of a finding in `sentence`, which begins at `start` of the document's text.

    A composition may have made another event of the words, which then has a status of its own:
    an agreement is reached though what was agreed lies ahead, and "will not withdraw" is a refusal
    that occurred.
    """
    trigger = _trigger(units, clauses, item)
    own = status_in(sentence, Span(trigger.start - start, trigger.end - start))
    cue = own.cue.shifted(start) if own.cue is not None else None
    own = StatusReading(own.status, own.certainty, cue, own.rule)
    if not item.status:
        state = own.rule.startswith("present state") and item.finding.entry.elements[0] == "be"
        return StatusReading(Status.OCCURRED, own.certainty, cue, own.rule) if state else own
    finding, status = item.finding, Status(item.status)
    refused = finding.construction.startswith("refuse+")
    if refused and finding.entry.operator != "refuse" and own.status is Status.DENIED:
        return StatusReading(Status.OCCURRED, own.certainty, cue, "refusal in the future")
    if status is Status.OCCURRED and own.status is Status.ONGOING and own.rule != "progressive":
        return StatusReading(status, own.certainty, cue, finding.construction)
    if own.status not in HAPPENS or status is Status.OCCURRED:
        return own
    place = units[item.cue].span if item.cue is not None else cue
    certainty = _CERTAINTY.get(status, own.certainty)
    return StatusReading(status, certainty, place, finding.construction)


def _trigger(units: Sequence[Unit], clauses: Sequence[Clause], item: Composed) -> Span:
    """The verb of the finding, of a demand that of saying, or the whole of a noun."""
    finding = item.finding
    inside = range(finding.first, finding.last + 1)
    if finding.clause is not None and (
        clauses[finding.clause].group.head in inside or finding.construction == "say-must"
    ):
        return units[clauses[finding.clause].group.head].span
    return covering(units[finding.first : finding.last + 1])
