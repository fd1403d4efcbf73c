"""What one marked actor does to another, by the pair head and the rules together."""

from dataclasses import replace

import numpy as np

from dragoman.codebook import Codebook
from dragoman.coding.building import cameo_of
from dragoman.coding.reader.decoding import modes_in
from dragoman.engine import Network, sigmoid
from dragoman.engine.heads import Array
from dragoman.model import EventMention

_TRUST = 4.0
"""What a rule's answer of score 1 adds to the log probability of its type. Of 1, 2, 3, 4, 6 and 20
tried on the development half of PLV, 4 was best (macro F1 .81; the network alone .69)."""


def pair_event(
    network: Network, codebook: Codebook, told: EventMention, scores: tuple[Array, Array]
) -> EventMention:
    """The event that the rules told, with the likeliest type of all; "none" is no answer."""
    types, modes = scores
    names = network.classes["pair"][:-1]
    if told.event not in names:
        return told
    chances = types[: len(names)] - np.logaddexp.reduce(types[: len(names)])
    chances[names.index(told.event)] += _TRUST * told.score
    best = names[int(chances.argmax())]
    if best == told.event:
        return told
    found = modes_in(network.classes["pair_mode"], sigmoid(modes), best)
    return replace(
        told,
        event=best,
        modes=found,
        cameo=cameo_of(codebook, best, found, told.contexts),
        rule=f"pair head over {told.rule}",
        method="reader",
        score=round(float(np.exp(chances - np.logaddexp.reduce(chances)).max()), 2),
    )
