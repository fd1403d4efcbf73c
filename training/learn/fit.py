"""Fitting encoder and heads to the corpus."""

import math
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer

from dragoman.marked import CorpusSentence
from training.learn.bases import load_base
from training.learn.batches import batches, inputs
from training.learn.examples import Example, PairExample, example_of, pairs_of
from training.learn.labels import ROLES, Labels
from training.learn.losses import pair_loss, sentence_loss
from training.learn.network import Heads, ReaderNetwork


@dataclass(frozen=True)
class Recipe:
    """How to train. Rates are peaks of a linear warm-up and decay."""

    base: str = "mpnet"
    epochs: int = 5
    batch: int = 16
    rate: float = 7e-5
    head_rate: float = 1e-3
    pairs: float = 0.6
    seed: int = 0


@dataclass(frozen=True)
class Trained:
    """A fitted network with what it needs to read."""

    network: ReaderNetwork
    tokenizer: Tokenizer
    labels: Labels
    recipe: Recipe


def untaught(recipe: Recipe, labels: Labels) -> Trained:
    """The base encoder with heads that know nothing yet.

    Raises `BaseModelError` where the base is missing or another than the known one.
    """
    encoder, tokenizer = load_base(recipe.base)
    sizes = {name: len(classes) for name, classes in labels.tokens.items()}
    width = int(encoder.config.hidden_size)  # type: ignore[union-attr, arg-type]
    heads = Heads(width, sizes, len(ROLES), len(labels.types) + 1, len(labels.modes))
    return Trained(ReaderNetwork(encoder, heads), tokenizer, labels, recipe)


def fit(
    recipe: Recipe,
    labels: Labels,
    sentences: Sequence[CorpusSentence],
    keep: Callable[[Trained], None] | None = None,
) -> Trained:
    """Learns from all sentences, in an order that the seed decides; progress goes to stderr.

    `keep` gets what is learnt after every epoch.
    """
    chance = random.Random(recipe.seed)  # noqa: S311 (an order, no secret)
    torch.manual_seed(recipe.seed)
    trained = untaught(recipe, labels)
    network, tokenizer = trained.network, trained.tokenizer
    examples = [example_of(labels, tokenizer, sentence) for sentence in sentences]
    filler = int(network.encoder.config.pad_token_id)  # type: ignore[union-attr, arg-type]
    steps = recipe.epochs * math.ceil(len(examples) / recipe.batch)
    optimiser, schedule = _optimiser(network, recipe, steps)
    network.train()
    start = time.monotonic()
    for epoch in range(recipe.epochs):
        pairs = [p for s in sentences for p in pairs_of(labels, tokenizer, s, chance)]
        pairs = chance.sample(pairs, min(len(pairs), round(recipe.pairs * len(examples))))
        total = 0.0
        pair_batches = iter(list(batches(pairs, recipe.batch, chance)))
        for items in batches(examples, recipe.batch, chance):
            loss = _step(network, items, filler)
            loss.backward()
            value = float(loss.detach())
            marked = next(pair_batches, None)
            if marked:
                pair = _pair_step(network, marked, filler)
                pair.backward()
                value += float(pair.detach())
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            total += value
        mean = total / math.ceil(len(examples) / recipe.batch)
        spent = time.monotonic() - start
        told = f"epoch {epoch + 1}/{recipe.epochs}: loss {mean:.3f}, {spent:.0f} s"
        print(told, file=sys.stderr, flush=True)
        if keep:
            keep(trained)
    network.eval()
    return trained


def _step(network: ReaderNetwork, items: Sequence[Example], filler: int) -> torch.Tensor:
    ids, mask = inputs(items, filler)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return sentence_loss(network.heads, network.states(ids, mask), items)


def _pair_step(network: ReaderNetwork, items: Sequence[PairExample], filler: int) -> torch.Tensor:
    ids, mask = inputs(items, filler)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return pair_loss(network.heads, network.states(ids, mask), mask, items)


def _optimiser(
    network: ReaderNetwork, recipe: Recipe, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    groups = [
        {"params": list(network.encoder.parameters()), "lr": recipe.rate},
        {"params": list(network.heads.parameters()), "lr": recipe.head_rate},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = max(1, steps // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm))),
    )
    return optimiser, schedule
