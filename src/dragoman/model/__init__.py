"""The frozen records that the rooms exchange. Standard library only."""

from dragoman.model.actors import Actor, Place, Resolution, Role
from dragoman.model.documents import (
    REPORT_BLOCKS,
    Block,
    BlockKind,
    Document,
    Given,
    Page,
    Snapshot,
    Stated,
)
from dragoman.model.events import (
    Claim,
    Coder,
    Event,
    EventMention,
    Evidence,
    Participant,
    PlaceReference,
    Size,
    SizeKind,
    Source,
    Status,
)
from dragoman.model.facts import Fact, Receipt
from dragoman.model.identity import content_id, digest
from dragoman.model.outcomes import Coded, Done, Dropped, Failed, Outcome
from dragoman.model.readings import (
    Attribution,
    AttributionKind,
    Mention,
    MentionKind,
    Name,
    Reading,
    Sentence,
)
from dragoman.model.rights import Answer, Basis, Retention, Rights, Signal, Use
from dragoman.model.spans import Span
from dragoman.model.times import Precision, TimeBasis, TimeExpression, TimexType

__all__ = [
    "REPORT_BLOCKS",
    "Actor",
    "Answer",
    "Attribution",
    "AttributionKind",
    "Basis",
    "Block",
    "BlockKind",
    "Claim",
    "Coded",
    "Coder",
    "Document",
    "Done",
    "Dropped",
    "Event",
    "EventMention",
    "Evidence",
    "Fact",
    "Failed",
    "Given",
    "Mention",
    "MentionKind",
    "Name",
    "Outcome",
    "Page",
    "Participant",
    "Place",
    "PlaceReference",
    "Precision",
    "Reading",
    "Receipt",
    "Resolution",
    "Retention",
    "Rights",
    "Role",
    "Sentence",
    "Signal",
    "Size",
    "SizeKind",
    "Snapshot",
    "Source",
    "Span",
    "Stated",
    "Status",
    "TimeBasis",
    "TimeExpression",
    "TimexType",
    "Use",
    "content_id",
    "digest",
]
