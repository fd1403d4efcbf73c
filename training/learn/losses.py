"""What the network is wrong about, in one number a batch."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from training.learn.batches import padded
from training.learn.examples import IGNORED, Example, PairExample, TriggerExample
from training.learn.network import Heads

_SMOOTHING = 0.05
_RARE = 20.0
"""Modes are rare: a missed one weighs so many times a wrong one."""
_TAGS = (("mention", 1.0), ("inner", 0.5), ("trigger", 1.5), ("claim", 0.3), ("content", 0.3))
"""The heads that tag words, with their weights."""


def sentence_loss(heads: Heads, states: Tensor, items: Sequence[Example]) -> Tensor:
    """Spans, triggers' properties and roles of sentences; `states` are (items, length, width)."""
    loss = states.new_zeros(())
    for name, weight in _TAGS:
        gold = padded([item.tags[name] for item in items], IGNORED)
        scores = heads.token(name, states).float()
        loss = loss + weight * functional.cross_entropy(
            scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORED
        )
    triggers = [(row, t) for row, item in enumerate(items) for t in item.triggers]
    if triggers:
        loss = loss + _trigger_loss(heads, states, triggers)
    roles = [(row, *role) for row, item in enumerate(items) for role in item.roles]
    if roles:
        rows, trigger, first, last, gold_roles = (torch.tensor(c) for c in zip(*roles, strict=True))
        scores = heads.role(states[rows, trigger], states[rows, first], states[rows, last])
        loss = loss + functional.cross_entropy(scores.float(), gold_roles)
    return loss


def _trigger_loss(
    heads: Heads, states: Tensor, triggers: Sequence[tuple[int, TriggerExample]]
) -> Tensor:
    rows = torch.tensor([row for row, _ in triggers])
    known = [trigger for _, trigger in triggers]
    at = states[rows, torch.tensor([t.token for t in known])]
    loss = states.new_zeros(())
    for name in ("status", "historical"):
        gold = torch.tensor([getattr(t, name) for t in known])
        loss = loss + 0.5 * functional.cross_entropy(heads.token(name, at).float(), gold)
    modes = _several(heads.token("mode", at).float(), [t.modes for t in known], _RARE)
    contexts = _several(heads.token("context", at).float(), [t.contexts for t in known], 5.0)
    return loss + 0.5 * modes + 0.5 * contexts


def pair_loss(heads: Heads, states: Tensor, mask: Tensor, items: Sequence[PairExample]) -> Tensor:
    """Type and modes of marked pairs."""
    rows = torch.arange(len(items))
    source = states[rows, torch.tensor([item.source for item in items])]
    target = states[rows, torch.tensor([item.target for item in items])]
    weight = mask.unsqueeze(-1).to(states.dtype)
    mean = (states * weight).sum(1) / weight.sum(1)
    types, modes = heads.pair(source, target, mean)
    gold = torch.tensor([item.type for item in items])
    loss = functional.cross_entropy(types.float(), gold, label_smoothing=_SMOOTHING)
    return loss + 0.5 * _several(modes.float(), [item.modes for item in items], _RARE)


def _several(scores: Tensor, gold: Sequence[Sequence[int]], rare: float) -> Tensor:
    """Of classes of which several may hold; a missed one weighs `rare` times a wrong one."""
    wanted = torch.zeros_like(scores)
    for row, numbers in enumerate(gold):
        wanted[row, list(numbers)] = 1.0
    return functional.binary_cross_entropy_with_logits(
        scores, wanted, pos_weight=torch.full(scores.shape[1:], rare)
    )
