from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebook import (
    Border,
    Trigger,
    check,
    load_codebook,
    load_plover,
    to_cameo,
)
from dragoman.codebook.parse import parse_codebook
from dragoman.codebook.plover import read_codebook
from dragoman.errors import CodebookError, UserError

WATER = Path(__file__).parents[2] / "examples" / "codebooks" / "water.toml"

HEAD = """
name = "mine"
version = "1"
extends = "plover-2.0"
"""
EVENT = """
[events.STRIKE_DEAL]
quad = 1
score = 3
definition = "Strikes a deal."
"""


def problems_of(text: str) -> list[str]:
    return [str(problem) for problem in read_codebook(text.encode(), "mine.toml")[1]]


def test_the_example_is_sound_and_stands_on_plover() -> None:
    assert check(WATER) == ()
    water = load_codebook(WATER)
    plover = load_plover()
    assert water.id == "water-1.0"
    assert water.event_names == (*plover.event_names, "WATER_CUT", "WATER_SHARE")
    assert water.context_names == (*plover.context_names, "dams")
    assert water.sector_codes == (*plover.sector_codes, "WTR")
    assert water.score("WATER_CUT", ["supply", "river"]) == -8
    assert water.quad("WATER_SHARE") == 2
    assert water.event("WATER_SHARE").mutual
    assert water.event("WATER_CUT").recipient_required


def test_an_event_type_of_plover_keeps_what_is_not_said_again() -> None:
    accuse = load_codebook(WATER).event("ACCUSE")
    inherited = load_plover().event("ACCUSE")
    assert (accuse.definition, accuse.score, accuse.modes, accuse.borders) == (
        inherited.definition,
        inherited.score,
        inherited.modes,
        inherited.borders,
    )
    assert [trigger.phrase for trigger in accuse.triggers] == [
        "accuse of hoarding water",
        "blame for the low river",
    ]
    assert load_plover().triggers == ()


def test_triggers_carry_event_kind_mode_and_contexts() -> None:
    triggers = {trigger.phrase: trigger for trigger in load_codebook(WATER).triggers}
    assert triggers["divert the river"] == Trigger(
        phrase="divert the river", event="WATER_CUT", mode="river", contexts=("dams",)
    )
    assert triggers["water blockade"].kind == "noun"


def test_an_event_type_of_ones_own_names_its_cameo_code() -> None:
    water = load_codebook(WATER)
    assert to_cameo("WATER_CUT", ["river"], ["dams"], codebook=water) == "171"
    assert to_cameo("ASSAULT", ["aerial"], codebook=water) == "195"
    mine = read_codebook((HEAD + EVENT).encode(), "mine.toml")[0]
    with pytest.raises(CodebookError, match="STRIKE_DEAL of mine-1 names no CAMEO code"):
        to_cameo("STRIKE_DEAL", codebook=mine)


def test_keys_replace_those_of_plover_one_by_one() -> None:
    text = HEAD + "[events.PROTEST]\nscore = -4\n[events.PROTEST.modes.demo]\nscore = -3\n"
    codebook, problems = read_codebook(text.encode(), "mine.toml")
    assert problems == []
    assert codebook is not None
    protest, inherited = codebook.event("PROTEST"), load_plover().event("PROTEST")
    assert (protest.score, protest.mode("demo").score) == (-4, -3)
    assert protest.mode_names == inherited.mode_names
    assert protest.mode("demo").definition == inherited.mode("demo").definition
    assert codebook.event_names == load_plover().event_names


def test_replace_starts_an_event_type_afresh() -> None:
    text = HEAD + EVENT.replace("STRIKE_DEAL", "PROTEST") + "replace = true\n"
    codebook, problems = read_codebook(text.encode(), "mine.toml")
    assert problems == []
    assert codebook is not None
    assert codebook.event("PROTEST").modes == ()
    assert codebook.event("PROTEST").borders == ()
    assert codebook.event("PROTEST").quad == 1
    assert problems_of(HEAD + "[events.PROTEST]\nreplace = true\nquad = 4\nscore = -5\n") == [
        "mine.toml, [events.PROTEST], definition: is missing"
    ]


def test_a_codebook_may_stand_alone() -> None:
    text = 'name = "mine"\nversion = "1"\n' + EVENT + '[contexts.trade]\ndefinition = "Trade."\n'
    codebook, problems = read_codebook(text.encode(), "mine.toml")
    assert problems == []
    assert codebook is not None
    assert codebook.event_names == ("STRIKE_DEAL",)
    assert codebook.context_names == ("trade",)
    assert codebook.title == "mine"


def test_the_digest_tells_contents_apart() -> None:
    first = read_codebook((HEAD + EVENT).encode(), "a.toml")[0]
    same = read_codebook((HEAD + EVENT).encode(), "b.toml")[0]
    other = read_codebook((HEAD + EVENT).replace("= 3", "= 4").encode(), "a.toml")[0]
    assert first == same
    assert first is not None
    assert other is not None
    assert first.digest != other.digest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (EVENT, ["name: is missing", "version: is missing"]),
        ('name = "mine"\nversion = "1"\n', ["events: no event types"]),
        (
            HEAD.replace("2.0", "3.0"),
            ["extends: 'plover-3.0' is no codebook of this package; known: plover-2.0"],
        ),
        (HEAD + "colour = 1\n", ["colour: unknown key"]),
        (HEAD + "titel = 'x'\n", ["titel: unknown key; did you mean 'title'?"]),
        (
            HEAD + "[modes.slow]\nscore = 1\n",
            ["modes: unknown key; it belongs under [events.NAME]"],
        ),
        (
            HEAD + "[events.NEW]\n",
            [
                "[events.NEW], definition: is missing",
                "[events.NEW], quad: is missing",
                "[events.NEW], score: is missing",
            ],
        ),
        (
            HEAD + EVENT.replace("quad = 1", "quad = 5"),
            ["[events.STRIKE_DEAL], quad: unknown quad class 5: 1 verbal cooperation"],
        ),
        (
            HEAD + EVENT.replace("quad = 1", "quad = true"),
            ["[events.STRIKE_DEAL], quad: unknown quad class True"],
        ),
        (
            HEAD + EVENT.replace("score = 3", "score = 10.5"),
            ["[events.STRIKE_DEAL], score: must be a number from -10 to 10, not 10.5"],
        ),
        (
            HEAD + EVENT.replace("score = 3", "score = nan"),
            ["[events.STRIKE_DEAL], score: must be a number from -10 to 10, not nan"],
        ),
        (
            HEAD + EVENT + "recipient_required = 'yes'\nrecipients = 1\n",
            [
                "[events.STRIKE_DEAL], recipient_required: must be true or false, not 'yes'",
                "[events.STRIKE_DEAL], recipients: unknown key; did you mean 'recipient_required'?",
            ],
        ),
        (
            HEAD + EVENT.replace("STRIKE_DEAL", "Accuse"),
            ["[events.Accuse]: the name is taken: 'ACCUSE' differs only in case"],
        ),
        (
            HEAD + EVENT.replace("STRIKE_DEAL", "strike-deal"),
            ["[events.strike-deal]: the name 'strike-deal' must have the form"],
        ),
        (HEAD + "[events]\nNEW = 3\n", ["events.NEW: must be a table, not 3"]),
        (HEAD + "events = []\n", ["events: must be a table of tables, not []"]),
        (
            HEAD + EVENT + "borders = [{ with = 'ACUSE', rule = 'x' }]\n",
            [
                "[events.STRIKE_DEAL], borders: there is no event type 'ACUSE'; "
                "did you mean 'ACCUSE'?"
            ],
        ),
        (
            HEAD + EVENT + "borders = [{ with = 'AID' }]\n",
            ["[events.STRIKE_DEAL.borders 1], rule: is missing"],
        ),
        (
            HEAD + EVENT + "cameo = '0571'\n",
            ["[events.STRIKE_DEAL], cameo: '0571' is no CAMEO code"],
        ),
        (
            HEAD + EVENT + "[events.STRIKE_DEAL.modes.slow]\ncontexts = ['trade']\nscore = 2\n",
            [
                "[events.STRIKE_DEAL.modes.slow], definition: is missing",
                "[events.STRIKE_DEAL.modes.slow], contexts: there is no context 'trade'",
            ],
        ),
        (HEAD + "[contexts.trade]\n", ["[contexts.trade], definition: is missing"]),
        (
            HEAD + "[sectors.water]\ndefinition = 'x'\n",
            ["[sectors.water]: the name 'water' must have the form [A-Z]{3}"],
        ),
        (
            HEAD
            + EVENT
            + "[[events.STRIKE_DEAL.triggers]]\nmode = 'slow'\nphrases = ['deal', 'pact']\n",
            ["[events.STRIKE_DEAL.triggers], mode: STRIKE_DEAL has no mode 'slow'"],
        ),
        (
            HEAD + EVENT + "[[events.STRIKE_DEAL.triggers]]\nkind = 'adverb'\nphrases = [' ']\n",
            [
                "[events.STRIKE_DEAL.triggers 1], kind: 'adverb' is none of verb, noun",
                "[events.STRIKE_DEAL.triggers 1], phrases: must be a list of texts, not [' ']",
            ],
        ),
        (
            HEAD + EVENT + "[[events.STRIKE_DEAL.triggers]]\nphrases = []\n",
            ["[events.STRIKE_DEAL.triggers 1], phrases: must have at least one entry"],
        ),
        (
            HEAD
            + EVENT
            + "[[events.STRIKE_DEAL.triggers]]\nphrases = ['shake hands', 'sign']\n"
            + "[[events.SUPPORT.triggers]]\nphrases = ['Sign']\n",
            ["[events.STRIKE_DEAL.triggers], phrases: 'sign' is already a trigger of SUPPORT"],
        ),
        (
            HEAD + EVENT + "[[events.STRIKE_DEAL.triggers]]\nphrases = ['sign', 'sign']\n",
            ["[events.STRIKE_DEAL.triggers], phrases: 'sign' is already a trigger of STRIKE_DEAL"],
        ),
        ("name = \n", ["mine.toml: is not TOML: Invalid value (at line 1, column 8)"]),
        (EVENT + EVENT, ["mine.toml: is not TOML: Cannot declare ('events', 'STRIKE_DEAL') twice"]),
    ],
)
def test_check_names_everything_that_is_wrong(text: str, expected: list[str]) -> None:
    found = problems_of(text)
    assert len(found) == len(expected), found
    for message, part in zip(found, expected, strict=True):
        assert message.startswith("mine.toml")
        assert part in message


def test_a_verb_and_a_noun_may_look_alike() -> None:
    groups = (
        "[[events.STRIKE_DEAL.triggers]]\nphrases = ['deal']\n"
        "[[events.STRIKE_DEAL.triggers]]\nkind = 'noun'\nphrases = ['deal']\n"
    )
    assert problems_of(HEAD + EVENT + groups) == []


def test_files_that_cannot_be_read_are_problems_not_tracebacks(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes('name = "café"'.encode("latin-1"))
    (missing,) = check(tmp_path / "none.toml")
    assert missing.cause == "cannot be read: No such file or directory"
    (folder,) = check(tmp_path)
    assert folder.cause == "cannot be read: Is a directory"
    (encoding,) = check(latin)
    assert encoding.cause.startswith("is not UTF-8")


def test_loading_a_faulty_file_lists_all_its_problems(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(HEAD + "[events.NEW]\nquad = 9\nscore = 30\n", encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        load_codebook(path)
    assert isinstance(caught.value, UserError)
    assert str(caught.value).splitlines() == [str(problem) for problem in check(path)]
    assert len(check(path)) == 3


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(HEAD + EVENT, encoding="utf-8-sig")
    assert check(path) == ()


def test_borders_are_replaced_as_a_whole() -> None:
    text = HEAD + "[events.AID]\nborders = [{ with = 'AGREE', rule = 'Later.' }]\n"
    codebook = read_codebook(text.encode(), "mine.toml")[0]
    assert codebook is not None
    assert codebook.event("AID").borders == (Border("AGREE", "Later."),)


toml_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
keys = st.sampled_from(
    ["name", "events", "contexts", "sectors", "extends", "quad", "score", "modes", "triggers", "A"]
)


@given(st.recursive(toml_values, lambda v: st.dictionaries(keys, v, max_size=5), max_leaves=20))
def test_no_table_is_so_odd_that_reading_it_fails(values: object) -> None:
    raw = values if isinstance(values, dict) else {"events": values}
    codebook, problems = parse_codebook(raw, "odd.toml", "", load_plover())
    assert set(load_plover().event_names) <= set(codebook.event_names)
    assert problems
