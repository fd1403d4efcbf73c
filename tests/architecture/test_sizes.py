"""Functions fit a screen, files a sitting, and calls a line."""

import ast

import pytest

from tests.architecture.sources import Function, Module, length, modules, percentile

FOLDERS = ("src", "bench", "training", "tests")


def _place(module: Module, function: Function) -> str:
    return f"{module.path}:{function.lineno} {function.name}"


@pytest.mark.parametrize("folder", FOLDERS)
def test_functions_fit_a_screen(folder: str) -> None:
    found = [(module, function) for module in modules(folder) for function in module.functions()]
    assert [_place(*pair) for pair in found if length(pair[1]) > 80] == []
    assert percentile([length(function) for _, function in found], 0.9) <= 40


@pytest.mark.parametrize("folder", FOLDERS)
def test_files_fit_a_sitting(folder: str) -> None:
    found = modules(folder)
    assert [f"{module.path}: {module.lines}" for module in found if module.lines > 600] == []
    assert percentile([module.lines for module in found], 0.9) <= 300


@pytest.mark.parametrize("folder", ["src", "bench", "training"])
def test_calls_take_few_arguments(folder: str) -> None:
    crowded = [
        _place(module, function)
        for module in modules(folder)
        for function in module.functions()
        if _parameters(function) > 5 and not _is_command(module, function)
    ]
    assert crowded == []


def _parameters(function: Function) -> int:
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    own = 1 if named and named[0].arg in {"self", "cls"} else 0
    return len(named) - own


def _is_command(module: Module, function: Function) -> bool:
    """Typer reads a command's options off its parameters, so a command has one for each."""
    if "serve/cli" not in module.path.as_posix():
        return False
    return any(
        isinstance(part, ast.Attribute) and part.attr in {"command", "callback"}
        for decorator in function.decorator_list
        for part in ast.walk(decorator)
    )


def test_percentile_is_a_value_of_the_list() -> None:
    assert percentile(list(range(1, 11)), 0.9) == 9
    assert percentile([7], 0.9) == 7
    assert percentile([1, 1, 1, 1, 1, 1, 1, 1, 1, 50, 60], 0.9) == 50
