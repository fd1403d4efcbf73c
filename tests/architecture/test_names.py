"""Modules are named for what they do."""

from tests.architecture.sources import modules

NAMELESS = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}


def test_no_module_is_a_drawer() -> None:
    found = [
        str(module.path)
        for folder in ("src", "bench", "training", "tests")
        for module in modules(folder)
        if NAMELESS & {*module.path.with_suffix("").parts, *module.name.split("_")}
    ]
    assert found == []


def test_every_test_folder_is_a_package() -> None:
    folders = {module.path.parent for module in modules("tests")}
    packages = {module.path.parent for module in modules("tests") if module.name == "__init__"}
    assert sorted(map(str, folders - packages)) == []
