from collections import Counter

import pytest

from dragoman.marked import parse
from tests.training.sentences import corpus_sentences
from training.corpus_checks.quotas import Quota, crowded_phrases, quotas
from training.corpus_checks.statistics import statistics
from training.corpus_checks.tables import quota_table, statistics_table

BODY = """\
[s1=MLI Mali] [t1 Met] [s2=TCD Chad] and [t2 jailed] [g1=MLI.CVL nobody].
- CONSULT/visit t1: s1 > s2 | occurred | historical | contexts diplomatic
- COERCE/arrest t2: > | negated

It rained.
0 weather
"""
REPORT = "== report r\ndate: 2027-03-14\n\nIt hailed.\n0 weather\n\nIt froze.\n0 description\n"


def test_everything_is_counted() -> None:
    found = statistics((*corpus_sentences(BODY), *parse(REPORT, "b.txt")))
    assert (found.sentences, found.in_reports, found.reports) == (4, 2, 1)
    assert (found.events, found.several_events, found.historical, found.no_side) == (2, 1, 1, 1)
    assert found.types == {"CONSULT": 1, "COERCE": 1}
    assert found.modes == {("CONSULT", "visit"): 1, ("COERCE", "arrest"): 1}
    assert found.statuses == {"occurred": 1, "negated": 1}
    assert found.reasons == {"weather": 2, "description": 1}
    assert found.registers == {"agency": 2, "none": 2}
    assert found.mentions == {"s": 2, "g": 1}
    assert found.codes == {"MLI": 2, "TCD": 1}
    assert found.phrases["CONSULT"] == Counter({"met": 1})
    assert sorted(found.lengths) == [2, 2, 2, 6]
    assert found.variety == pytest.approx(10 / 12)


def test_quotas_say_what_is_short() -> None:
    found = {quota.name: quota for quota in quotas(statistics(corpus_sentences(BODY)))}
    assert found["share without event"].missing == 0
    assert found["sentences"].missing == 5998
    assert found["CONSULT/visit"] == Quota("CONSULT/visit", 1, 50)
    assert found["status negated"].missing == 299
    assert quota_table([Quota("reports", 3, 200)]).endswith("3 of     200  short by 197")


def test_phrases_that_stand_too_often_are_named() -> None:
    often = "[t1 Met].\n- CONSULT t1: > | occurred\n\n" * 4
    others = "".join(f"[t1 Met{n}].\n- CONSULT t1: > | occurred\n\n" for n in range(96))
    counted = statistics(corpus_sentences(often + others))
    assert list(crowded_phrases(counted)) == [("CONSULT", "met", 4, 0.04)]


def test_the_table_of_an_empty_corpus_is_written() -> None:
    assert statistics_table(statistics(())).startswith("sentences 0")
