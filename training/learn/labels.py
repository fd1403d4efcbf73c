"""The classes of the heads, in the order of their numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.codebook import Codebook
from dragoman.marked import MENTION_LETTERS
from dragoman.marked.vocabulary import STATUSES

MENTIONS = tuple(MENTION_LETTERS)
CLAIMS = ("speaker", "cue")
CONTENTS = ("content",)
ROLES = ("none", "actor", "recipient", "both", "place", "time")
NONE = "none"


@dataclass(frozen=True)
class Labels:
    """Names of classes by head: what the weights file carries beside the weights."""

    types: tuple[str, ...]
    modes: tuple[str, ...]
    contexts: tuple[str, ...]

    @property
    def tokens(self) -> Mapping[str, tuple[str, ...]]:
        """The heads on single states; spans are tagged O, B-kind, I-kind."""
        return {
            "mention": tagged(MENTIONS),
            "inner": tagged(MENTIONS),
            "trigger": tagged(self.types),
            "status": STATUSES,
            "historical": ("no", "yes"),
            "mode": self.modes,
            "context": self.contexts,
            "claim": tagged(CLAIMS),
            "content": tagged(CONTENTS),
        }


def labels_of(codebook: Codebook) -> Labels:
    """The codebook's types, their modes, named ``TYPE/mode``, and its contexts."""
    modes = [
        f"{name}/{mode}"
        for name in codebook.event_names
        for mode in codebook.event(name).mode_names
    ]
    return Labels(tuple(codebook.event_names), tuple(modes), tuple(codebook.context_names))


def tagged(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Tags of spans of these kinds: outside, first token, further tokens."""
    return ("O", *(f"{place}-{kind}" for kind in kinds for place in "BI"))
