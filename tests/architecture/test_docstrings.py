"""What others may call says what its signature cannot."""

import importlib
import pkgutil
from collections.abc import Iterator

import dragoman


def _exported() -> Iterator[tuple[str, object]]:
    for found in pkgutil.walk_packages(dragoman.__path__, "dragoman."):
        module = importlib.import_module(found.name)
        for name in getattr(module, "__all__", ()):
            yield f"{found.name}.{name}", getattr(module, name)
    for name in getattr(dragoman, "__all__", ()):
        yield f"dragoman.{name}", getattr(dragoman, name)


def test_everything_exported_has_a_docstring() -> None:
    bare = []
    for place, thing in _exported():
        module = str(getattr(thing, "__module__", ""))
        if not callable(thing) or not module.startswith("dragoman"):
            continue
        words = getattr(thing, "__doc__", None) or ""
        generated = words.startswith(f"{getattr(thing, '__name__', '')}(")  # a dataclass's own
        if not words.strip() or generated:
            bare.append(place)
    assert bare == []
