import pytest

from tests.coding.reader.networks import network, tells
from training.speed_command import Speed, lines, measure


def test_median_and_p95_of_known_latencies() -> None:
    speed = Speed(tuple(number / 1000 for number in range(1, 101)), together=2.0, busy=1.0)
    assert (speed.median, speed.p95, speed.rate) == (0.0505, 0.095, 50.0)
    assert list(lines(speed, 3)) == [
        "one sentence alone: median 50.5 ms, p95 95.0 ms",
        "all at once: 50 sentences/s, 3 at the same time, one a call",
        "processor time of a sentence: 10.0 ms",
    ]


def test_a_single_sentence_is_its_own_p95() -> None:
    assert Speed((0.2,), 0.2, 0.2).p95 == 0.2


@pytest.mark.parametrize("count", [1, 30])
def test_every_sentence_is_measured(count: int) -> None:
    speed = measure(network({"met": tells("CONSULT")}), ["They met."] * count)
    assert len(speed.single) == count
    assert all(one > 0 for one in speed.single)
    assert speed.together > 0
