import pytest

from dragoman.acquire.rights import (
    decide,
    signals_of_headers,
    signals_of_html,
    signals_of_robots,
    signals_of_tdmrep,
)
from dragoman.model import Answer, Basis, Retention, Rights, Use

RESERVED, GRANTED, UNKNOWN = Answer.RESERVED, Answer.GRANTED, Answer.UNKNOWN
CC = "https://creativecommons.org"


def answers(rights: Rights) -> dict[Use, Answer]:
    return {
        Use.MINING: rights.mining,
        Use.AI_TRAINING: rights.ai_training,
        Use.SEARCH: rights.search,
        Use.STORAGE: rights.storage,
    }


@pytest.mark.parametrize(
    ("name", "value", "use", "answer"),
    [
        ("tdm-reservation", "1", Use.MINING, RESERVED),
        ("tdm-reservation", "0", Use.MINING, GRANTED),
        ("tdm-reservation", "yes", Use.MINING, UNKNOWN),
        ("x-robots-tag", "noai, noimageai", Use.AI_TRAINING, RESERVED),
        ("x-robots-tag", "somebot: noai", Use.AI_TRAINING, RESERVED),
        ("x-robots-tag", "noarchive", Use.STORAGE, UNKNOWN),
        ("content-usage", "train-ai=n, search=y", Use.AI_TRAINING, RESERVED),
        ("content-usage", "train-ai=n, search=y", Use.SEARCH, GRANTED),
        ("content-usage", "train-ai=N", Use.AI_TRAINING, UNKNOWN),
        ("link", f'<{CC}/licenses/by/4.0/>; rel="license"', Use.STORAGE, GRANTED),
        ("link", '<https://paper.example/rsl.xml>; rel="license"; type="application/rsl+xml"',
         Use.MINING, UNKNOWN),
    ],
)  # fmt: skip
def test_headers(name: str, value: str, use: Use, answer: Answer) -> None:
    assert answers(decide(signals_of_headers([(name, value)])))[use] is answer


@pytest.mark.parametrize(
    ("markup", "use", "answer"),
    [
        ('<meta name="tdm-reservation" content="1">', Use.MINING, RESERVED),
        ('<meta name="robots" content="index, noai">', Use.AI_TRAINING, RESERVED),
        ('<a rel="license" href="https://creativecommons.org/licenses/by-nc/4.0/">CC</a>',
         Use.STORAGE, GRANTED),
        ('<a rel="license" href="https://creativecommons.org/licenses/by-nc/4.0/">CC</a>',
         Use.AI_TRAINING, UNKNOWN),
        ('<script type="application/ld+json">{"@graph": [{"license": '
         '"https://creativecommons.org/publicdomain/zero/1.0/"}]}</script>',
         Use.AI_TRAINING, GRANTED),
        ('<script type="application/ld+json">{"license": }</script>', Use.STORAGE, UNKNOWN),
        ("<p>nothing about rel=license here</p>", Use.STORAGE, UNKNOWN),
    ],
)  # fmt: skip
def test_markup(markup: str, use: Use, answer: Answer) -> None:
    page = f"<html><head></head><body>{markup}</body></html>"
    assert answers(decide(signals_of_html(page)))[use] is answer


def test_a_paywall_is_recorded_without_an_answer() -> None:
    page = '<script type="application/ld+json">{"isAccessibleForFree": false}</script>'
    [signal] = signals_of_html(page)
    assert (signal.family, signal.answers) == ("schema-isAccessibleForFree", ())


def test_tdmrep_in_the_page_overrides_the_header_which_overrides_the_file() -> None:
    file = signals_of_tdmrep('[{"location": "/news/*", "tdm-reservation": 1}]', "/news/a")
    header = signals_of_headers([("tdm-reservation", "0")])
    meta = signals_of_html('<meta name="tdm-reservation" content="1">')
    assert decide(file).mining is RESERVED
    assert decide((*file, *header)).mining is GRANTED
    assert decide((*meta, *header, *file)).mining is RESERVED


def test_tdmrep_files_use_the_first_fitting_rule() -> None:
    rules = (
        '[{"location": "/free$", "tdm-reservation": 0}, {"location": "*", "tdm-reservation": 1}]'
    )
    assert decide(signals_of_tdmrep(rules, "/free")).mining is GRANTED
    assert decide(signals_of_tdmrep(rules, "/free/not")).mining is RESERVED
    assert signals_of_tdmrep("no json", "/") == ()


def test_robots_groups() -> None:
    robots = """User-agent: SomeBot
Content-Signal: ai-train=no
User-agent: *
Content-Signal: search=yes, ai-input=no # comment
Content-Usage: /open train-ai=y
Content-Usage: train-ai=n
License: https://paper.example/license.xml
"""
    rights = decide(signals_of_robots(robots, "/open/page"))
    assert (rights.search, rights.mining, rights.ai_training) == (GRANTED, RESERVED, GRANTED)
    assert decide(signals_of_robots(robots, "/other")).ai_training is RESERVED
    assert any(signal.family == "rsl" for signal in rights.signals)


def test_any_reservation_wins_between_families() -> None:
    signals = (
        *signals_of_headers([("content-usage", "train-ai=y")]),
        *signals_of_headers([("x-robots-tag", "noai")]),
    )
    assert decide(signals).ai_training is RESERVED


def test_retention_follows_storage_or_a_stated_basis() -> None:
    free = signals_of_html(
        '<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">'
    )
    assert decide(()).retention is Retention.QUOTES
    assert decide(free).retention is Retention.TEXT
    assert decide((), Basis.RESEARCH).retention is Retention.TEXT
