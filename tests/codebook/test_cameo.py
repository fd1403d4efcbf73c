import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebook import cameo_quad, goldstein, is_cameo_code, load_cameo
from dragoman.codebook.cameo import parse_cameo
from dragoman.codebook.tables import parse_rows
from dragoman.errors import CodebookError, DataError

LAST_OF_ROOT = dict(
    zip(
        [f"{root:02d}" for root in range(1, 21)],
        [9, 8, 9, 6, 7, 4, 5, 7, 4, 8, 6, 9, 9, 5, 4, 6, 5, 6, 6, 4],
        strict=True,
    )
)
LAST_OF_BRANCH = {
    **dict.fromkeys(["021", "023", "024", "031", "033", "034", "081", "083", "087"], 4),
    **dict.fromkeys(["101", "103", "104", "121", "122", "123", "132", "172"], 4),
    **dict.fromkeys(["141", "142", "143", "144", "145"], 4),
    **dict.fromkeys(["025", "035", "105", "124"], 6),
    **dict.fromkeys(["112", "138"], 5),
    **dict.fromkeys(["086", "131", "162", "166", "182", "183"], 3),
    **dict.fromkeys(["084", "171", "204"], 2),
}
COLUMNS = ("code", "label", "goldstein", "event", "mode", "contexts")

codes = st.sampled_from(sorted(load_cameo()))


def test_every_code_is_there_and_no_other() -> None:
    branches = {f"{root}{n}" for root, last in LAST_OF_ROOT.items() for n in range(last + 1)}
    twigs = {f"{branch}{n}" for branch, last in LAST_OF_BRANCH.items() for n in range(1, last + 1)}
    assert set(load_cameo()) == set(LAST_OF_ROOT) | branches | twigs
    assert len(load_cameo()) == 313


def test_labels_tell_the_codes_apart() -> None:
    labels = [code.label for code in load_cameo().values()]
    assert len(set(labels)) == len(labels)


@given(codes)
def test_every_parent_is_a_code(code: str) -> None:
    found = load_cameo()[code]
    assert found.root in load_cameo()
    assert found.parent is None or is_cameo_code(found.parent)
    assert code.startswith(found.parent or found.root)


@given(codes, st.sampled_from(["gdelt", "icews", "phoenix"]))
def test_every_code_has_a_score_in_every_table(code: str, source: str) -> None:
    assert -10 <= goldstein(code, source) <= 10  # type: ignore[arg-type]


@given(st.sampled_from(sorted(LAST_OF_ROOT)), st.text("0123456789", max_size=2))
def test_a_code_that_a_table_lacks_takes_the_score_of_a_shorter_one(root: str, rest: str) -> None:
    code = root + rest
    if not is_cameo_code(code):
        assert goldstein(code) == goldstein(code[:-1])


@pytest.mark.parametrize(
    ("code", "gdelt", "icews", "phoenix"),
    [
        ("016", -2, -5, 3.4),
        ("022", 3.2, 3.4, 3.4),
        ("043", 2.8, 2.8, 2.8),
        ("124", -4, -4, -5),
        ("1246", -4, -4, -5),
        ("163", -8, -8, -6.5),
        ("164", -7, -6.5, -7),
        ("165", -6.5, -7, -7),
        ("166", -7, -7, -8),
        ("1661", -7, -7, -7),
        ("1711", -9.2, -9.2, -9.2),
        ("1823", -10, -10, -10),
        ("0874", 10, 10, 10),
    ],
)
def test_the_three_tables(code: str, gdelt: float, icews: float, phoenix: float) -> None:
    assert goldstein(code) == gdelt
    assert goldstein(code, "icews") == icews
    assert goldstein(code, "phoenix") == phoenix


def test_codes_missing_from_gdelts_table_fall_back() -> None:
    assert load_cameo()["1213"].goldstein is None
    assert goldstein("1213") == goldstein("121")
    assert goldstein("0219") == goldstein("021") == 3.4
    assert goldstein("199") == goldstein("19") == -10


@pytest.mark.parametrize("code", ["", "1", "00", "21", "211", "10 ", "01234", "AB", "---"])
def test_what_is_no_code_is_an_error(code: str) -> None:
    with pytest.raises(CodebookError, match="is no CAMEO code"):
        goldstein(code)
    with pytest.raises(CodebookError, match="is no CAMEO code"):
        cameo_quad(code)


def test_unknown_sources_and_schemes_are_errors() -> None:
    with pytest.raises(CodebookError, match="no Goldstein table 'acled'; known: gdelt"):
        goldstein("010", "acled")  # type: ignore[arg-type]
    with pytest.raises(CodebookError, match="no quad scheme 'acled' for CAMEO codes"):
        cameo_quad("010", "acled")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "gdelt", "icews", "phoenix", "plover"),
    [
        ("010", 1, 1, 0, 0),
        ("0231", 1, 1, 0, 0),
        ("036", 1, 1, 1, 1),
        ("080", 2, 2, 2, 1),
        ("0871", 2, 2, 2, 2),
        ("090", 2, 3, 3, 3),
        ("112", 3, 3, 3, 3),
        ("116", 3, 3, 3, 4),
        ("141", 3, 4, 4, 4),
        ("152", 4, 4, 4, 4),
        ("163", 4, 4, 3, 4),
        ("190", 4, 4, 4, 4),
    ],
)
def test_the_four_quad_schemes(
    code: str, gdelt: int, icews: int, phoenix: int, plover: int
) -> None:
    assert cameo_quad(code) == gdelt
    assert cameo_quad(code, "icews") == icews
    assert cameo_quad(code, "phoenix") == phoenix
    assert cameo_quad(code, "plover") == plover


@given(codes)
def test_a_code_has_the_quad_of_its_root_in_all_schemes_but_plovers(code: str) -> None:
    assert cameo_quad(code) == cameo_quad(code[:2])
    assert cameo_quad(code, "icews") == cameo_quad(code[:2], "icews")
    assert cameo_quad(code, "phoenix") == cameo_quad(code[:2], "phoenix")


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("code,label\n", "cameo.csv, line 1: columns are"),
        ("{head}01,talk,0,\n", "cameo.csv, line 2: 4 cells, should be 6"),
        ("{head}1,talk,0,,,\n", "cameo.csv, code '1': is no CAMEO code"),
        ("{head}01,talk,0,,,\n01,talk,0,,,\n", "cameo.csv, code 01: stands there twice"),
        ("{head}01,,0,,,\n", "cameo.csv, code 01: has no label"),
        ("{head}010,talk,0,,,\n", "cameo.csv, code 010: its parent 01 is missing"),
        ("{head}01,talk,high,,,\n", "cameo.csv, code 01: the score 'high' is no number"),
        ("{head}01,talk,11,,,\n", "cameo.csv, code 01: the score 11 is not between"),
    ],
)
def test_a_damaged_table_is_named_with_its_fault(text: str, cause: str) -> None:
    with pytest.raises(DataError, match=cause):
        parse_cameo(
            parse_rows("cameo.csv", text.replace("{head}", ",".join(COLUMNS) + "\n"), COLUMNS)
        )
