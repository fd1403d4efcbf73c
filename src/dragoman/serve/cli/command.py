"""Commands whose options stand in frozen dataclasses, and what users get instead of tracebacks."""

import functools
import inspect
import os
import sys
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, get_type_hints

import typer

from dragoman.errors import DragomanError, UsageError
from dragoman.serve.cli.console import tell_error

EXIT_FAILURE = 1
EXIT_USAGE = 2
EXIT_SOME_FAILED = 3


def command(function: Callable[..., None]) -> Callable[..., None]:
    """Makes `function` ready to be a typer command.

    A parameter that is a dataclass becomes one option for each of its fields. Errors of the user
    end in one line on standard error and the exit code that fits; a reader that closes the pipe
    ends the command in silence.
    """
    hints = get_type_hints(function, include_extras=True)
    hints.pop("return", None)
    parameters = _parameters(function, hints)

    @functools.wraps(function)
    def run(**values: Any) -> None:
        arguments = {
            name: hint(**{field.name: values[field.name] for field in fields(hint)})
            if _is_record(hint)
            else values[name]
            for name, hint in hints.items()
        }
        _guarded(functools.partial(function, **arguments))

    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in parameters}
    return run


def _parameters(function: Callable[..., None], hints: dict[str, Any]) -> list[inspect.Parameter]:
    own = inspect.signature(function).parameters
    found = []
    for name, hint in hints.items():
        if _is_record(hint):
            of_fields = get_type_hints(hint, include_extras=True)
            found += [
                _parameter(field.name, of_fields[field.name], _default(field))
                for field in fields(hint)
            ]
        else:
            found.append(_parameter(name, hint, own[name].default))
    return found


def _is_record(hint: Any) -> bool:
    return isinstance(hint, type) and is_dataclass(hint)


def _parameter(name: str, hint: Any, default: Any) -> inspect.Parameter:
    kind = inspect.Parameter.KEYWORD_ONLY
    return inspect.Parameter(name, kind, default=default, annotation=hint)


def _default(field: "Field[Any]") -> Any:
    return inspect.Parameter.empty if field.default is MISSING else field.default


def _guarded(run: Callable[[], None]) -> None:
    try:
        run()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except UsageError as error:
        tell_error(str(error))
        raise typer.Exit(EXIT_USAGE) from None
    except DragomanError as error:
        tell_error(str(error))
        raise typer.Exit(EXIT_FAILURE) from None
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        tell_error(f"{where}{error.strerror or error}; check the path, the rights and the space")
        raise typer.Exit(EXIT_FAILURE) from None
