import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebook import (
    PloverCode,
    cameo_quad,
    is_cameo_code,
    load_cameo,
    load_plover,
    to_cameo,
    to_plover,
)
from dragoman.codebook.tables import rows
from dragoman.errors import CodebookError
from tests.codebook.test_plover import subsets

codes = st.sampled_from(sorted(load_cameo()))

# CAMEO knows resignations only as demands for new leaders that were met, which PLOVER counts as
# a concession.
CHANGED_ON_THE_WAY_BACK = {("RETREAT", "resign")}


def test_every_code_but_statements_and_appeals_has_an_event() -> None:
    without = {code for code in load_cameo() if to_plover(code).event is None}
    assert without == {code for code in load_cameo() if code[:2] in {"01", "02"}}


@given(codes)
def test_what_a_code_becomes_is_in_plover(code: str) -> None:
    target = to_plover(code)
    if target.event is not None:
        assert set(target.modes) <= set(load_plover().event(target.event).mode_names)
    assert set(target.contexts) <= set(load_plover().context_names)


@pytest.mark.parametrize(
    ("code", "present", "published"),
    [
        ("0333", "AGREE//human_security", "AGREE//humanitarian"),
        ("0351", "CONCEDE//rights_freedoms", "AGREE//rights_freedoms"),
        ("0356", "CONCEDE//military", "AGREE//military"),
        ("055", "CONCEDE//diplomatic", "SUPPORT//diplomatic"),
        ("0813", "CONCEDE//legal", "RETREAT//legal"),
        ("0842", "RETREAT//legal", "RETREAT/return/legal"),
        ("085", "RETREAT//economic", "RETREAT/ease/economic"),
        ("116", "SANCTION/convict/legal", "ACCUSE/disapprove/legal"),
        ("1321", "THREATEN/restrict/rights_freedoms", "THREATEN/political/human_rights"),
        ("163", "SANCTION/discontinue/diplomatic", "COERCE/restrict/diplomatic"),
        ("1712", "ASSAULT/destroy/human_security", "ASSAULT/seize/human_security"),
        ("1722", "COERCE/restrict/pro_autocracy", "COERCE/ban/pro_autocracy"),
        ("175", "ASSAULT//repression", "ASSAULT/pro_autocracy/military"),
        ("183", "ASSAULT/explosives/", "ASSAULT/suicide-attack/"),
        ("186", "ASSAULT/targeted/", "ASSAULT/assassinate/"),
        ("195", "ASSAULT/aerial/military", "ASSAULT/heavy-weapons/military"),
        ("202", "ASSAULT/targeted/religion_ethnicity", "ASSAULT/massacre/religion_ethnicity"),
        ("203", "ASSAULT//religion_ethnicity", "ASSAULT/cleansing/religion_ethnicity"),
        ("09", "ACCUSE/investigate/", "ACCUSE//"),
    ],
)
def test_rows_in_which_the_map_of_2021_is_outdated(code: str, present: str, published: str) -> None:
    assert _spelled(to_plover(code)) == present
    assert _spelled(to_plover(code, strict_2021=True)) == published


@pytest.mark.parametrize(
    ("code", "target"),
    [
        ("042", "CONSULT/visit/"),
        ("043", "CONSULT/visit/"),
        ("075", "AID//asylum"),
        ("080", "CONCEDE//"),
        ("084", "RETREAT//"),
        ("0872", "RETREAT/withdraw/military"),
        ("091", "ACCUSE/investigate/crime corruption"),
        ("1124", "ACCUSE/allege/military legal"),
        ("128", "REJECT/yield/legal"),
        ("1385", "THREATEN/violence/cbrn"),
        ("1414", "PROTEST/demo/political_institutions"),
        ("1724", "COERCE/martial-law/pro_autocracy"),
        ("191", "COERCE/restrict/military"),
        ("192", "COERCE/seize/military"),
        ("196", "ASSAULT//legal military"),
        ("2042", "ASSAULT/unconventional/cbrn"),
        ("14", "PROTEST//"),
    ],
)
def test_rows_that_are_the_same_in_both(code: str, target: str) -> None:
    assert _spelled(to_plover(code)) == target
    assert to_plover(code, strict_2021=True) == to_plover(code)


def test_the_map_of_2021_differs_in_as_many_rows_as_are_explained() -> None:
    columns = ("code", "event", "mode", "contexts", "reason")
    explained = {row["code"]: row["reason"] for row in rows("crosswalk_2021.csv", columns)}
    assert all(explained.values())
    differing = {
        code
        for code in load_cameo().keys() - {"08"}
        if to_plover(code) != to_plover(code, strict_2021=True)
    }
    assert differing | {"08"} == set(explained)
    assert len(explained) == 40


def test_the_map_of_2021_leaves_one_root_open() -> None:
    assert to_plover("08").event == "CONCEDE"
    with pytest.raises(CodebookError, match="leaves 08 open between CONCEDE and RETREAT"):
        to_plover("08", strict_2021=True)
    for code in load_cameo().keys() - {"08"}:
        to_plover(code, strict_2021=True)


def test_every_plover_code_comes_back_as_the_same_event() -> None:
    changed = set()
    for event in load_plover().events:
        for mode in (None, *event.mode_names):
            for context in (None, *load_plover().context_names):
                code = to_cameo(event.name, [mode] if mode else [], [context] if context else [])
                assert is_cameo_code(code)
                if to_plover(code).event != event.name:
                    changed.add((event.name, mode))
    assert changed == CHANGED_ON_THE_WAY_BACK


@given(st.data())
def test_the_order_of_modes_and_contexts_does_not_matter(data: st.DataObject) -> None:
    event = data.draw(st.sampled_from(load_plover().events))
    modes = data.draw(subsets(event.mode_names))
    contexts = data.draw(subsets(load_plover().context_names))
    code = to_cameo(event.name, modes, contexts)
    assert code == to_cameo(event.name, modes[::-1], contexts[::-1])
    if "resign" not in modes:
        assert to_plover(code).event == event.name


@given(codes)
def test_a_code_that_goes_there_and_back_keeps_its_quad(code: str) -> None:
    target = to_plover(code)
    if target.event is not None:
        back = to_cameo(target.event, target.modes, target.contexts)
        assert cameo_quad(back, "plover") == cameo_quad(code, "plover")


def test_the_way_back_loses_no_more_than_it_did() -> None:
    coded = [code for code in load_cameo() if len(code) > 2 and to_plover(code).event]
    back = {}
    for code in coded:
        target = to_plover(code)
        back[code] = to_cameo(target.event or "", target.modes, target.contexts)
    assert len(coded) == 256
    assert sum(back[code] == code for code in coded) >= 130
    assert sum(back[code][:2] == code[:2] for code in coded) >= 240


@pytest.mark.parametrize(
    ("event", "modes", "contexts", "code"),
    [
        ("AGREE", "", "", "030"),
        ("CONSULT", "visit", "military", "042"),
        ("COOPERATE", "", "economic", "061"),
        ("COOPERATE", "", "military economic", "062"),
        ("AID", "", "human_security", "073"),
        ("RETREAT", "withdraw", "military", "0874"),
        ("RETREAT", "access", "human_security", "0863"),
        ("REQUEST", "assist", "military", "1012"),
        ("REQUEST", "meet", "economic", "106"),
        ("ACCUSE", "investigate", "", "090"),
        ("ACCUSE", "disapprove allege", "", "112"),
        ("THREATEN", "relations", "diplomatic", "1313"),
        ("PROTEST", "demo", "executive", "141"),
        ("PROTEST", "demo riot", "", "145"),
        ("SANCTION", "expel", "diplomatic", "166"),
        ("SANCTION", "discontinue", "economic", "163"),
        ("MOBILIZE", "militia", "", "150"),
        ("COERCE", "arrest", "legal", "173"),
        ("COERCE", "censor", "", "1721"),
        ("ASSAULT", "drone", "military", "195"),
        ("ASSAULT", "beat crowd-control", "repression", "175"),
        ("ASSAULT", "", "military", "190"),
    ],
)
def test_codes_to_export_as(event: str, modes: str, contexts: str, code: str) -> None:
    assert to_cameo(event, modes.split(), contexts.split()) == code


def test_unknown_names_are_errors() -> None:
    with pytest.raises(CodebookError, match="'0999' is no CAMEO code"):
        to_plover("0999")
    with pytest.raises(CodebookError, match="no event type 'FIGHT'"):
        to_cameo("FIGHT")
    with pytest.raises(CodebookError, match="AID has no mode 'visit'"):
        to_cameo("AID", ["visit"])
    with pytest.raises(CodebookError, match="no context 'humanitarian'"):
        to_cameo("AID", [], ["humanitarian"])


def _spelled(target: PloverCode) -> str:
    return f"{target.event}/{' '.join(target.modes)}/{' '.join(target.contexts)}"
