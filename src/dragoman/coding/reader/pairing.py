"""What one marked actor does to another, by the pair head and the rules together."""

from dataclasses import replace

import numpy as np

from dragoman.codebook import Codebook
from dragoman.coding.analysis import Analysis
from dragoman.coding.building import build, cameo_of
from dragoman.coding.reader.combining import composed, units_of
from dragoman.coding.reader.decoding import SentenceScores, modes_in
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
        second=told.event,
        score=round(float(np.exp(chances - np.logaddexp.reduce(chances)).max()), 2),
    )


def untold_event(
    codebook: Codebook, analysis: Analysis, read: SentenceScores, types: Array
) -> EventMention | None:
    """The event of the pair head's likeliest type where the rules tell none.

    Its trigger is the word likeliest to tell that type. None where every word is a marked side's.
    """
    names = read.network.classes["pair"][:-1]
    chances = types[: len(names)] - np.logaddexp.reduce(types[: len(names)])
    best = names[int(chances.argmax())]
    start = analysis.sentence.span.start
    for trigger in read.likeliest(best):
        units = units_of(analysis.units, trigger.span.shifted(start))
        if units:
            made = build(
                codebook, analysis, composed(codebook, analysis, (units, trigger), ((), ()))
            )
            return replace(
                made,
                rule="pair head alone",
                score=round(float(np.exp(chances.max())), 2),
            )
    return None
