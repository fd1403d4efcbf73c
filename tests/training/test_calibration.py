import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.calibration import Bin, expected_error, reliability

VERDICTS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=30)


def test_bins_hold_mean_and_share_of_right_ones() -> None:
    bins = reliability([(0.62, True), (0.68, False), (1.0, True)])
    assert [(one.low, one.count, one.right) for one in bins] == [(0.6, 2, 0.5), (0.9, 1, 1.0)]
    assert bins[0].mean == pytest.approx(0.65)


def test_the_error_is_the_gap_weighted_by_counts() -> None:
    assert expected_error((Bin(0.6, 3, 0.65, 0.5), Bin(0.9, 1, 0.95, 1.0))) == pytest.approx(0.125)
    assert expected_error(()) == 0.0


@given(VERDICTS)
def test_every_answer_is_in_one_bin(verdicts: list[tuple[float, bool]]) -> None:
    bins = reliability(verdicts)
    assert sum(one.count for one in bins) == len(verdicts)
    assert all(one.low - 1e-9 <= one.mean <= one.low + 0.1 + 1e-9 for one in bins)
    assert 0 <= expected_error(bins) <= 1
