import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.engine.heads import Array, Heads, sigmoid, softmax


def _array(*rows: object) -> Array:
    return np.array(rows, np.float32)


def test_a_token_head_is_linear() -> None:
    weights = {
        "tokens.status.weight": _array([1, 2], [0, -1]),
        "tokens.status.bias": _array(10, 20),
    }
    assert Heads(weights).token("status", _array([3, 4])).tolist() == [[21.0, 16.0]]


def test_a_role_multiplies_trigger_and_span_each_with_a_one() -> None:
    weights = {
        "role_trigger.weight": _array([1, 0]),
        "role_trigger.bias": _array(1),
        "role_start.weight": _array([0, 1]),
        "role_start.bias": _array(-1),
        "role_end.weight": _array([1, 0]),
        "role_bilinear": _array([[1, 10], [100, 1000]]),
    }
    # trigger max(2 + 1, 0) = 3; span max(5 - 1 + 2, 0) = 6, and max(0 - 1 + 0, 0) = 0
    scores = Heads(weights).role(
        _array([2, 9], [2, 9]), _array([9, 5], [9, 0]), _array([2, 9], [0, 9])
    )
    assert scores.tolist() == [[3 * 6 + 3 * 10 + 6 * 100 + 1000], [3 * 10 + 1000]]


def test_a_pair_joins_source_target_and_mean() -> None:
    weights = {
        "pair_hidden.weight": _array([1, 10, 100], [-1, 0, 0]),
        "pair_hidden.bias": _array(0, 0),
        "pair_type.weight": _array([2, 7]),
        "pair_type.bias": _array(1),
        "pair_mode.weight": _array([0, 1], [1, 0]),
        "pair_mode.bias": _array(5, 0),
    }
    types, modes = Heads(weights).pair(_array([1]), _array([2]), _array([3]))
    assert types.tolist() == [[2 * 321 + 1]]
    assert modes.tolist() == [[5, 321]]


def test_softmax_and_sigmoid_of_known_scores() -> None:
    assert softmax(_array([0, np.log(3)]))[0].tolist() == pytest.approx([0.25, 0.75])
    assert sigmoid(_array(0, np.log(4))).tolist() == pytest.approx([0.5, 0.8])


@given(st.lists(st.floats(-80, 80, width=32), min_size=1, max_size=9), st.floats(-99, 99, width=32))
def test_softmax_sums_to_one_and_does_not_see_a_shift(scores: list[float], shift: float) -> None:
    made = softmax(np.array(scores, np.float64) + shift)  # type: ignore[arg-type]
    assert made.sum() == pytest.approx(1)
    assert made == pytest.approx(softmax(np.array(scores, np.float64)))  # type: ignore[arg-type]
