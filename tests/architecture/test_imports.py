"""Who imports what, and what the first import costs."""

import ast
import json
import subprocess
import sys
import sysconfig
from pathlib import Path

from tests.architecture.sources import PACKAGE, ROOT, modules

HEAVY = (
    "ahocorasick",
    "charset_normalizer",
    "duckdb",
    "fastwarc",
    "htmldate",
    "jinja2",
    "lxml",
    "numpy",
    "onnxruntime",
    "py3langid",
    "pyarrow",
    "rich",
    "sqlite3",
    "tokenizers",
    "torch",
    "trafilatura",
    "typer",
)

WATCHED_IMPORT = """
import json, sys
opened, network = [], []
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str | bytes):
        opened.append(str(arguments[0]))
    elif event.startswith(("socket.", "urllib.", "http.", "subprocess.")):
        network.append(event)
sys.addaudithook(watch)
import dragoman
print(json.dumps({"opened": opened, "network": network, "modules": sorted(sys.modules)}))
"""


def test_model_needs_the_standard_library_only() -> None:
    foreign = [
        f"{module.path}: {name}"
        for module in modules("src/dragoman/model")
        for name in _imported(module.tree)
        if not name.startswith("dragoman.model")
        and name.split(".")[0] not in sys.stdlib_module_names
    ]
    assert foreign == []


def _imported(tree: ast.Module) -> list[str]:
    names: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append(f".{node.module}" if node.level else str(node.module))
    return names


def test_importing_dragoman_does_no_work() -> None:
    output = subprocess.run(
        [sys.executable, "-c", WATCHED_IMPORT], check=True, capture_output=True, text=True
    ).stdout
    seen = json.loads(output)
    assert [name for name in seen["opened"] if not name.endswith((".py", ".pyc", ".so"))] == []
    assert seen["network"] == []
    assert [name for name in HEAVY if name in seen["modules"]] == []


def test_import_contracts_hold() -> None:
    program = Path(sysconfig.get_path("scripts")) / "lint-imports"
    result = subprocess.run(
        [program, "--no-cache"], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_contracts_name_every_room() -> None:
    rooms = {path.stem for path in PACKAGE.iterdir() if not path.name.startswith("_")}
    rooms -= {"py"}  # py.typed
    layers = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("layers = [")[1]
    listed = {
        room.strip()
        for line in layers.split("]")[0].splitlines()
        for room in line.strip(' ",').split("|")
    } - {""}
    assert rooms <= listed
