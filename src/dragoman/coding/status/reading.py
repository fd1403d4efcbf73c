"""A status with how firmly it is told, and what becomes of it below another verb."""

from dataclasses import dataclass, replace

from dragoman.model import Certainty, Span, Status

_ORDER = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)
_TOLD = {
    "+": Status.OCCURRED,
    "-": Status.DENIED,
    "0": Status.HYPOTHETICAL,
    ">": Status.PLANNED,
    "o": Status.ONGOING,
}
HAPPENS = frozenset({Status.OCCURRED, Status.ONGOING})


@dataclass(frozen=True, slots=True)
class StatusReading:
    """Whether an event happened, by the words.

    `cue` are the words that decided it (None: a plain statement), `rule` names what they are.
    """

    status: Status
    certainty: Certainty
    cue: Span | None = None
    rule: str = ""

    def weakened(self, by: Certainty, cue: Span | None = None, rule: str = "") -> "StatusReading":
        """The same, no firmer than `by`; to be only possible is to be hypothetical."""
        if self.certainty is Certainty.POSSIBLE or _ORDER.index(by) <= _ORDER.index(self.certainty):
            return self
        made = replace(self, certainty=by, cue=cue or self.cue, rule=rule or self.rule)
        if by is Certainty.POSSIBLE:
            return replace(made, status=Status.HYPOTHETICAL)
        return made

    def opposed(self, cue: Span | None, rule: str) -> "StatusReading":
        """Told to be otherwise: what is denied happened, all else is denied."""
        if self.status is Status.HYPOTHETICAL:
            return self
        other = Status.OCCURRED if self.status is Status.DENIED else Status.DENIED
        return replace(self, status=other, cue=cue, rule=rule)


def plain(status: Status = Status.OCCURRED, rule: str = "plain statement") -> StatusReading:
    """A flat statement without a cue."""
    return StatusReading(status, Certainty.CERTAIN, None, rule)


def open_reading(cue: Span | None, rule: str) -> StatusReading:
    """What the text leaves open."""
    return StatusReading(Status.HYPOTHETICAL, Certainty.POSSIBLE, cue, rule)


def told(code: str, own: StatusReading, cue: Span | None, rule: str) -> StatusReading:
    """What a signature's `code` makes of an event whose own words say `own`."""
    doubt = Certainty.PROBABLE if code.endswith("?") else Certainty.CERTAIN
    base = code[0]
    if base == "=":
        return own.weakened(doubt, cue, rule)
    if base == "~":
        return own.opposed(cue, rule).weakened(doubt)
    if base == "0":
        return open_reading(cue, rule)
    return StatusReading(_TOLD[base], doubt, cue, rule)


def below(
    outer: StatusReading, codes: tuple[str, str], own: StatusReading, cue: Span, rule: str
) -> StatusReading:
    """The reading of a complement whose governing word stands as `outer`.

    `codes` are what that word says where affirmed and where negated.
    """
    affirmed, negated = codes
    if outer.status is Status.DENIED and outer.rule.endswith("[subj]"):
        return StatusReading(Status.DENIED, Certainty.CERTAIN, outer.cue, outer.rule)
    ends = affirmed == "+" and negated == "o"
    if ends and outer.status in {Status.HYPOTHETICAL, Status.PLANNED}:
        return StatusReading(Status.ONGOING, Certainty.CERTAIN, cue, f"end of what goes on: {rule}")
    if outer.status is Status.DENIED:
        made = told(negated, own, cue, f"not {rule}")
        return made if negated == "=!" else made.weakened(outer.certainty)
    made = told(affirmed, own, cue, rule)
    if affirmed == "=!":
        return made
    if outer.status is Status.HYPOTHETICAL:
        return open_reading(outer.cue or cue, outer.rule)
    if outer.status is Status.PLANNED and made.status in HAPPENS and affirmed[0] in "+o":
        made = replace(made, status=Status.PLANNED, rule=f"{outer.rule}; {made.rule}")
    return made.weakened(outer.certainty)
