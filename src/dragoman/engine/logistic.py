"""Logistic regression on frozen states, in numpy alone."""

import numpy as np
from numpy.typing import NDArray

from dragoman.engine.heads import Array, sigmoid

_STEPS = 30
_STILL = 1e-6


def fit_logistic(
    states: Array, told: NDArray[np.bool_], penalty: float, weight: float
) -> tuple[Array, float]:
    """Weights (width) and bias of the likeliest classifier of `states` (n, width).

    `penalty` is the L2 penalty of the weights, `weight` how often each state with `told` counts.
    Newton's steps from zero: the same input gives the same answer.
    """
    given = np.concatenate((states, np.ones((len(states), 1), states.dtype)), -1).astype(np.float64)
    counts = np.where(told, weight, 1.0)
    ridge = np.full(given.shape[1], penalty)
    ridge[-1] = 1e-6
    found = np.zeros(given.shape[1])
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-np.clip(given @ found, -30, 30)))
        slope = given.T @ (counts * (chances - told)) + ridge * found
        bend = (given.T * (counts * chances * (1 - chances))) @ given + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        found -= step
        if np.abs(step).max() < _STILL:
            break
    return found[:-1].astype(np.float32), float(found[-1])


def chances(states: Array, weights: Array, bias: float) -> Array:
    """The probability of each of `states` (n, width)."""
    return sigmoid(states @ weights + np.float32(bias))
