"""The heads of the reader's network in numpy: states of the encoder to scores of classes."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]


class Heads:
    """Linear heads on single states, roles of (trigger, span) pairs, types of marked pairs.

    `weights` are arrays by the names that training gives them (``tokens.mention.weight`` ...).
    """

    def __init__(self, weights: Mapping[str, Array]):
        self._weights = weights

    def token(self, name: str, states: Array) -> Array:
        """(n, width) -> (n, classes) raw scores."""
        return self._linear(f"tokens.{name}", states)

    def role(self, trigger: Array, start: Array, end: Array) -> Array:
        """States of trigger and of span's first and last token, each (n, width) -> (n, roles)."""
        left = _with_one(np.maximum(self._linear("role_trigger", trigger), 0))
        right = self._linear("role_start", start) + end @ self._weights["role_end.weight"].T
        right = _with_one(np.maximum(right, 0))
        scores: Array = np.einsum(
            "pi,rij,pj->pr", left, self._weights["role_bilinear"], right, optimize=True
        )
        return scores

    def pair(self, source: Array, target: Array, mean: Array) -> tuple[Array, Array]:
        """States of both markers and the text's mean, each (n, width) -> type and mode scores."""
        joined = np.concatenate((source, target, mean), -1)
        hidden = np.maximum(self._linear("pair_hidden", joined), 0)
        return self._linear("pair_type", hidden), self._linear("pair_mode", hidden)

    def _linear(self, name: str, states: Array) -> Array:
        made: Array = states @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return made


def softmax(scores: Array) -> Array:
    """Probabilities over the last axis."""
    raised: Array = np.exp(scores - scores.max(-1, keepdims=True))
    made: Array = raised / raised.sum(-1, keepdims=True)
    return made


def sigmoid(scores: Array) -> Array:
    """Probabilities, each class for itself."""
    made: Array = np.reciprocal(1.0 + np.exp(-scores), dtype=np.float32)
    return made


def _with_one(states: Array) -> Array:
    return np.concatenate((states, np.ones((len(states), 1), states.dtype)), -1)
