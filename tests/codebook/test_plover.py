import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebook import Codebook, EventType, load_plover, quad, score
from dragoman.errors import CodebookError

EVENTS = {
    "AGREE": (1, 2.5),
    "CONSULT": (1, 2.5),
    "SUPPORT": (1, 5),
    "CONCEDE": (1, 4.5),
    "COOPERATE": (2, 9.5),
    "AID": (2, 10),
    "RETREAT": (2, 7),
    "REQUEST": (3, 0),
    "ACCUSE": (3, -3),
    "REJECT": (3, -2),
    "THREATEN": (3, -3.5),
    "PROTEST": (4, -5),
    "SANCTION": (4, -6),
    "MOBILIZE": (4, -5.5),
    "COERCE": (4, -7),
    "ASSAULT": (4, -9),
}
MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": (
        "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber"
    ),
    "ASSAULT": (
        "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack "
        "aerial drone heavy-weapons crowd-control unconventional"
    ),
}
CONTEXTS = (
    "military intelligence executive legislative election political_institutions pro_democracy "
    "pro_autocracy economic legal reparations human_rights rights_freedoms repression "
    "human_security gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping "
    "health asylum migration disasters natural_resource environment technology terrorism cbrn "
    "cyber misinformation crime corruption illegal_drugs trafficking"
)
SECTORS = (
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE "
    "REL SOC"
)

event_types = st.sampled_from(load_plover().events)


def subsets(names: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), unique=True) if names else st.just([])


@st.composite
def events_with_modes(draw: st.DrawFn) -> tuple[EventType, list[str]]:
    event = draw(event_types)
    return event, draw(subsets(event.mode_names))


@pytest.fixture
def plover() -> Codebook:
    return load_plover()


def test_the_lists_of_plover_are_complete(plover: Codebook) -> None:
    assert {e.name: (e.quad, e.score) for e in plover.events} == EVENTS
    modes = {e.name: e.mode_names for e in plover.events if e.modes}
    assert modes == {event: tuple(names.split()) for event, names in MODES.items()}
    assert plover.context_names == tuple(CONTEXTS.split())
    assert plover.sector_codes == tuple(SECTORS.split())
    assert (len(plover.events), len(plover.contexts), len(plover.sectors)) == (16, 37, 25)


def test_who_needs_a_recipient_and_what_is_mutual(plover: Codebook) -> None:
    required = {event.name for event in plover.events if event.recipient_required}
    assert required == {"COOPERATE", "AID", "SANCTION"}
    assert {event.name for event in plover.events if event.mutual} == {"CONSULT", "COOPERATE"}
    consult = plover.event("CONSULT")
    assert {mode.name: mode.mutual for mode in consult.modes} == {
        "visit": False,
        "third-party": True,
        "multilateral": True,
        "phone": True,
    }


def test_every_border_has_a_neighbour_and_every_mode_its_contexts(plover: Codebook) -> None:
    for event in plover.events:
        assert event.borders
        assert {border.neighbour for border in event.borders} <= set(plover.event_names)
        assert event.name not in {border.neighbour for border in event.borders}
    assert plover.event("COERCE").mode("cyber").contexts == ("cyber",)
    assert plover.event("COERCE").mode("misinformation").contexts == ("misinformation",)


def test_the_codebook_is_read_once_and_travels(plover: Codebook) -> None:
    assert load_plover() is plover
    assert pickle.loads(pickle.dumps(plover)) == plover
    assert plover.id == "plover-2.0"
    assert len(plover.digest) == 64


def test_both_quads_of_sanction() -> None:
    assert quad("SANCTION") == 4
    assert quad("SANCTION", "plover-table") == 3


@given(event_types)
def test_the_quad_schemes_differ_in_sanction_only(event: EventType) -> None:
    assert quad(event.name) in {1, 2, 3, 4}
    differs = quad(event.name) != quad(event.name, "plover-table")
    assert differs == (event.name == "SANCTION")


@given(events_with_modes())
def test_the_score_is_that_of_the_gravest_mode(choice: tuple[EventType, list[str]]) -> None:
    event, modes = choice
    found = score(event.name, modes)
    candidates = [event.mode(mode).score for mode in modes] or [event.score]
    assert found in candidates
    assert abs(found) == max(map(abs, candidates))
    assert found == score(event.name, reversed(modes))


@given(events_with_modes())
def test_scores_and_quads_agree_on_the_side(choice: tuple[EventType, list[str]]) -> None:
    event, modes = choice
    found = score(event.name, modes)
    if event.name == "REQUEST":
        assert -1 <= found <= 0.5
    else:
        assert (found > 0) == (event.quad <= 2)


def test_a_mode_takes_the_place_of_the_event_score() -> None:
    assert score("REQUEST", ["assist"]) == 0.5
    assert score("CONSULT", ["third-party"]) == 1
    assert score("ASSAULT", ["beat", "primitive"]) == -8


def test_unknown_names_are_errors_that_list_the_known(plover: Codebook) -> None:
    with pytest.raises(CodebookError, match="no event type 'FIGHT'; known: AGREE"):
        score("FIGHT")
    with pytest.raises(CodebookError, match="PROTEST has no mode 'beat'; known: demo"):
        score("PROTEST", ["beat"])
    with pytest.raises(CodebookError, match="AID has no mode 'demo'; it has none"):
        score("AID", ["demo"])
    with pytest.raises(CodebookError, match="no context 'war'"):
        plover.context("war")
    with pytest.raises(CodebookError, match="no sector 'INS'"):
        plover.sector("INS")
    with pytest.raises(CodebookError, match="no quad scheme 'gdelt' for event types"):
        plover.quad("AID", "gdelt")  # type: ignore[arg-type]
