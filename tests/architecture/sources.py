"""The repository's own Python files, parsed, for the tests of how it is built."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "dragoman"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """A parsed file; `path` is relative to the repository."""

    path: Path
    lines: int
    tree: ast.Module

    @property
    def name(self) -> str:
        """The file name without its suffix."""
        return self.path.stem

    def functions(self) -> Iterator[Function]:
        """All functions and methods, nested ones too."""
        for node in ast.walk(self.tree):
            if isinstance(node, Function):
                yield node


@cache
def modules(folder: str) -> tuple[Module, ...]:
    """The Python files under `folder` of the repository, in sorted order."""
    return tuple(_parse(path) for path in sorted((ROOT / folder).rglob("*.py")))


def _parse(path: Path) -> Module:
    content = path.read_text(encoding="utf-8")
    return Module(path.relative_to(ROOT), len(content.splitlines()), ast.parse(content, str(path)))


def length(function: Function) -> int:
    """Lines from ``def`` to the end, docstring counted, decorators not."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def percentile(values: list[int], share: float) -> int:
    """The smallest of `values` that at least `share` of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-round(len(ordered) * share * 1000) // 1000) - 1)]
