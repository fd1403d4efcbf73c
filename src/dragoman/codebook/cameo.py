"""CAMEO: its codes and their Goldstein scores."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, get_args

from dragoman.codebook.records import CameoCode
from dragoman.codebook.tables import rows
from dragoman.errors import CodebookError, DataError

GoldsteinSource = Literal["gdelt", "icews", "phoenix"]

CAMEO_FILE = "cameo.csv"
_COLUMNS = ("code", "label", "goldstein", "event", "mode", "contexts")
_VARIANTS_FILE = "goldstein_variants.csv"
_CODE = re.compile(r"(?:0[1-9]|1\d|20)\d{0,2}")


@cache
def load_cameo() -> Mapping[str, CameoCode]:
    """Every code of CAMEO, by code, roots included; `DataError` where the file is damaged."""
    return MappingProxyType(parse_cameo(rows(CAMEO_FILE, _COLUMNS)))


def parse_cameo(table: tuple[dict[str, str], ...]) -> dict[str, CameoCode]:
    """The codes of the table's rows; `DataError` names the code and the cause."""
    codes: dict[str, CameoCode] = {}
    for row in table:
        code = row["code"]
        if not _CODE.fullmatch(code):
            raise DataError(f"{CAMEO_FILE}, code {code!r}: is no CAMEO code")
        if code in codes:
            raise DataError(f"{CAMEO_FILE}, code {code}: stands there twice")
        if not row["label"]:
            raise DataError(f"{CAMEO_FILE}, code {code}: has no label")
        codes[code] = CameoCode(
            code=code,
            label=row["label"],
            goldstein=_score(row["goldstein"], f"{CAMEO_FILE}, code {code}")
            if row["goldstein"]
            else None,
            event=row["event"] or None,
            mode=row["mode"] or None,
            contexts=tuple(row["contexts"].split()),
        )
    for found in codes.values():
        if found.parent is not None and found.parent not in codes:
            raise DataError(
                f"{CAMEO_FILE}, code {found.code}: its parent {found.parent} is missing"
            )
    return codes


def is_cameo_code(code: str) -> bool:
    """Whether CAMEO has exactly this code."""
    return code in load_cameo()


def goldstein(code: str, source: GoldsteinSource = "gdelt") -> float:
    """The Goldstein score of a CAMEO code, -10 (conflict) to 10 (cooperation).

    As in the source's own table. A code that the table lacks takes the score of its first three
    digits, else of its root, which is how the makers of such data do it; `CodebookError` where
    even the root is unknown.
    """
    if source not in get_args(GoldsteinSource):
        known = ", ".join(get_args(GoldsteinSource))
        raise CodebookError(f"no Goldstein table {source!r}; known: {known}")
    scores = _scores(source)
    for shorter in _ever_shorter(code):
        if shorter in scores:
            return scores[shorter]
    raise CodebookError(f"{code!r} is no CAMEO code")


def _ever_shorter(code: str) -> Iterator[str]:
    """The code, its first three digits and its root, if it has the form of a code."""
    if _CODE.fullmatch(code):
        yield from dict.fromkeys((code, code[:3], code[:2]))


@cache
def _scores(source: GoldsteinSource) -> Mapping[str, float]:
    codes = load_cameo().values()
    scores = {code.code: code.goldstein for code in codes if code.goldstein is not None}
    for row in rows(_VARIANTS_FILE, ("source", "code", "goldstein")):
        where = f"{_VARIANTS_FILE}, source {row['source']}, code {row['code']}"
        if row["source"] not in get_args(GoldsteinSource) or row["code"] not in load_cameo():
            raise DataError(f"{where}: unknown source or code")
        if row["source"] == source:
            scores[row["code"]] = _score(row["goldstein"], where)
    return MappingProxyType(scores)


def _score(text: str, where: str) -> float:
    try:
        score = float(text)
    except ValueError as error:
        raise DataError(f"{where}: the score {text!r} is no number") from error
    if not -10 <= score <= 10:
        raise DataError(f"{where}: the score {text} is not between -10 and 10")
    return score
