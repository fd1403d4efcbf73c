"""How sure the rules are of an event mention."""

from dragoman.coding.findings import Finding
from dragoman.model import BlockKind

_SURE_RELATIONS = frozenset({"head", "actor noun of", "pronoun", "each other", ""})


def score(finding: Finding, block: BlockKind) -> float:
    """A number from 0 to 1, the sum of these parts:

    0.40 for the trigger; 0.05 for each further word that its pattern fixes, at most 0.10;
    0.20 for an actor, 0.15 for a recipient; 0.10 less where the recipient is only near what the
    event is aimed at (possessor, "in"); 0.10 where a verb tells it, 0.05 more in title or lead.
    """
    value = 0.40 + min(0.10, 0.05 * (finding.entry.literals - 1))
    value += 0.20 * bool(finding.actors) + 0.15 * bool(finding.recipients)
    if finding.recipients and finding.how not in _SURE_RELATIONS:
        value -= 0.10
    if not finding.construction.rsplit("+", 1)[-1].startswith("noun"):
        value += 0.10
    if block in {BlockKind.TITLE, BlockKind.LEAD}:
        value += 0.05
    return round(min(value, 1.0), 2)
