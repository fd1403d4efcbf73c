"""What one marked actor does to another, by the pair head and the rules together."""

from dataclasses import replace

import numpy as np

from dragoman.codebook import Codebook, to_cameo
from dragoman.coding.reader.decoding import modes_in
from dragoman.engine import Network, sigmoid
from dragoman.engine.heads import Array
from dragoman.errors import CodebookError
from dragoman.model import EventMention

_TRUST = 4.0
"""What a rule's answer of score 1 adds to the log probability of its type. Of 1, 2, 3, 4, 6 and 20
tried on the development half of PLV, 4 was best (macro F1 .81; the network alone .69)."""


def pair_event(
    network: Network, codebook: Codebook, told: EventMention | None, scores: tuple[Array, Array]
) -> EventMention | None:
    """The likeliest event; "none" is not asked, as the pair was."""
    types, modes = scores
    names = network.classes["pair"][:-1]
    chances = types[: len(names)] - np.logaddexp.reduce(types[: len(names)])
    if told is None:
        return None
    if told.event in names:
        chances[names.index(told.event)] += _TRUST * told.score
    best = names[int(chances.argmax())]
    if told.event not in names or best == told.event:
        return told
    found = modes_in(network.classes["pair_mode"], sigmoid(modes), best)
    return replace(
        told,
        event=best,
        modes=found,
        cameo=_cameo(codebook, best, found),
        rule=f"pair head over {told.rule}",
        method="reader",
        score=round(float(np.exp(chances - np.logaddexp.reduce(chances)).max()), 2),
    )


def _cameo(codebook: Codebook, event: str, modes: tuple[str, ...]) -> str | None:
    try:
        return to_cameo(event, modes, (), codebook)
    except CodebookError:
        return None
