"""PLOVER 2.0, CAMEO, the way between them, and codebooks of one's own."""

from dragoman.codebook.cameo import GoldsteinSource, goldstein, is_cameo_code, load_cameo
from dragoman.codebook.crosswalk import CameoQuadScheme, cameo_quad, to_cameo, to_plover
from dragoman.codebook.markdown import render_markdown
from dragoman.codebook.plover import check, load_codebook, load_plover, quad, score
from dragoman.codebook.reader import Problem
from dragoman.codebook.records import (
    QUAD_NAMES,
    Border,
    CameoCode,
    Codebook,
    Context,
    EventType,
    Mode,
    PloverCode,
    PloverQuadScheme,
    Sector,
    Trigger,
    TriggerKind,
)

__all__ = [
    "QUAD_NAMES",
    "Border",
    "CameoCode",
    "CameoQuadScheme",
    "Codebook",
    "Context",
    "EventType",
    "GoldsteinSource",
    "Mode",
    "PloverCode",
    "PloverQuadScheme",
    "Problem",
    "Sector",
    "Trigger",
    "TriggerKind",
    "cameo_quad",
    "check",
    "goldstein",
    "is_cameo_code",
    "load_cameo",
    "load_codebook",
    "load_plover",
    "quad",
    "render_markdown",
    "score",
    "to_cameo",
    "to_plover",
]
