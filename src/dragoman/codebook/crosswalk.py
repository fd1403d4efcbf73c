"""From CAMEO to PLOVER 2.0 and back."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, get_args

from dragoman.codebook.cameo import CAMEO_FILE, is_cameo_code, load_cameo
from dragoman.codebook.plover import load_plover
from dragoman.codebook.records import Codebook, PloverCode
from dragoman.codebook.tables import rows
from dragoman.errors import CodebookError, DataError

CameoQuadScheme = Literal["gdelt", "icews", "phoenix", "plover"]
"""Whose quads: `gdelt` counts INVESTIGATE (09) as material cooperation and PROTEST (14) as verbal
conflict, `icews` does not; `phoenix` sets 01 and 02 apart as 0 and counts 16 as verbal conflict;
`plover` takes the quad of the PLOVER event."""

_PUBLISHED_FILE = "crosswalk_2021.csv"
_BACK_FILE = "plover_to_cameo.csv"
_QUADS_FILE = "cameo_quads.csv"


@dataclass(frozen=True, slots=True)
class _Rule:
    """A line of the way back: the code of an event, with a mode or context where not None."""

    event: str
    mode: str | None
    context: str | None
    code: str

    def fits(self, modes: Collection[str], contexts: Collection[str]) -> bool:
        """Whether the event has the rule's mode and context."""
        return (self.mode is None or self.mode in modes) and (
            self.context is None or self.context in contexts
        )

    @property
    def precision(self) -> tuple[bool, bool]:
        """A mode says more than a context, both say more than one."""
        return (self.mode is not None, self.context is not None)


def to_plover(code: str, *, strict_2021: bool = False) -> PloverCode:
    """What a CAMEO code is in PLOVER 2.0; no event for 01 and 02, which PLOVER does not code.

    The map is OEDA's of 2021 (draft 0.8), brought up to the manual's present lists;
    `strict_2021` gives it as published, whose modes and contexts are partly gone from PLOVER.
    `CodebookError` for a code that CAMEO lacks, and for a root that the published map leaves open.
    """
    if not is_cameo_code(code):
        raise CodebookError(f"{code!r} is no CAMEO code")
    if strict_2021 and code in _published():
        return _published_code(code)
    return _present()[code]


def to_cameo(
    event: str,
    modes: Iterable[str] = (),
    contexts: Iterable[str] = (),
    codebook: Codebook | None = None,
) -> str:
    """The CAMEO code to export a PLOVER event as.

    The narrowest code that the modes and contexts surely mean; where two codes would do, the one
    above both. The way back is lossy. `codebook` (PLOVER 2.0 by default) may have event types of
    its own that name their code; `CodebookError` for those that do not, and for unknown names.
    """
    book = codebook or load_plover()
    event_type = book.event(event)
    mode_names, context_names = tuple(modes), tuple(contexts)
    for mode in mode_names:
        event_type.mode(mode)
    for context in context_names:
        book.context(context)
    if event_type.cameo is not None:
        return event_type.cameo
    fitting = [rule for rule in _rules().get(event, ()) if rule.fits(mode_names, context_names)]
    if not fitting:
        raise CodebookError(f"{event} of {book.id} names no CAMEO code: add the key `cameo` to it")
    return max(fitting, key=lambda rule: rule.precision).code


def cameo_quad(code: str, scheme: CameoQuadScheme = "gdelt") -> int:
    """The quad class of a CAMEO code: 1 to 4, or 0 where the scheme sees neither side.

    `phoenix` and `plover` give 0 to statements and appeals (01, 02).
    """
    if not is_cameo_code(code):
        raise CodebookError(f"{code!r} is no CAMEO code")
    if scheme not in get_args(CameoQuadScheme):
        known = ", ".join(get_args(CameoQuadScheme))
        raise CodebookError(f"no quad scheme {scheme!r} for CAMEO codes; known: {known}")
    if scheme != "plover":
        return int(_quads()[code[:2]][scheme])
    event = to_plover(code).event
    return load_plover().quad(event) if event else 0


@cache
def _present() -> Mapping[str, PloverCode]:
    return MappingProxyType(
        {
            code.code: _checked(
                f"{CAMEO_FILE}, code {code.code}",
                PloverCode(code.event, (code.mode,) if code.mode else (), code.contexts),
            )
            for code in load_cameo().values()
        }
    )


def _checked(where: str, target: PloverCode) -> PloverCode:
    """The same, or `DataError` where PLOVER 2.0 has no such event, mode or context."""
    try:
        event_type = load_plover().event(target.event) if target.event else None
        for mode in target.modes:
            if event_type is None:
                raise DataError(f"{where}: a mode without an event")
            event_type.mode(mode)
        for context in target.contexts:
            load_plover().context(context)
    except CodebookError as error:
        raise DataError(f"{where}: {error}") from error
    return target


@cache
def _published() -> Mapping[str, dict[str, str]]:
    """The rows in which the map of 2021 differs from ours."""
    columns = ("code", "event", "mode", "contexts", "reason")
    found = {row["code"]: row for row in rows(_PUBLISHED_FILE, columns)}
    for code, row in found.items():
        if not is_cameo_code(code) or not row["event"]:
            raise DataError(f"{_PUBLISHED_FILE}, code {code}: is no CAMEO code or has no event")
    return MappingProxyType(found)


def _published_code(code: str) -> PloverCode:
    row = _published()[code]
    events = row["event"].split()
    if len(events) > 1:
        raise CodebookError(
            f"the map of 2021 leaves {code} open between {' and '.join(events)}; "
            "ask for a longer code, or without strict_2021"
        )
    modes = (row["mode"],) if row["mode"] else ()
    return PloverCode(events[0], modes, tuple(row["contexts"].split()))


@cache
def _rules() -> Mapping[str, tuple[_Rule, ...]]:
    found: dict[str, tuple[_Rule, ...]] = {}
    for row in rows(_BACK_FILE, ("event", "mode", "context", "code")):
        rule = _Rule(row["event"], row["mode"] or None, row["context"] or None, row["code"])
        where = f"{_BACK_FILE}, {rule.event}/{rule.mode}.{rule.context}"
        modes = (rule.mode,) if rule.mode else ()
        _checked(where, PloverCode(rule.event, modes, (rule.context,) if rule.context else ()))
        if not is_cameo_code(rule.code):
            raise DataError(f"{where}: {rule.code!r} is no CAMEO code")
        found[rule.event] = (*found.get(rule.event, ()), rule)
    return MappingProxyType(found)


@cache
def _quads() -> Mapping[str, dict[str, str]]:
    columns = ("root", "gdelt", "icews", "phoenix")
    return MappingProxyType({row["root"]: row for row in rows(_QUADS_FILE, columns)})
