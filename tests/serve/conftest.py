import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman.serve.cli.app import app

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
SAMPLE = (
    "2023-12-13-captives-home.html",
    "2023-12-13-exchange-flash.html",
    "2024-02-23-csto-frozen.html",
    "2024-05-09-russian-posts-to-go.html",
    "2024-05-09-withdrawal-flash.html",
)
DAMAGED = b"\x1f\x8b\x08\x00broken"

Run = Callable[..., Result]


@pytest.fixture
def dragoman() -> Run:
    """Runs a command in this process."""
    runner = CliRunner()

    def run(*words: object) -> Result:
        return runner.invoke(app, list(map(str, words)), env={"COLUMNS": "160"})

    return run


def process(*words: object, **settings: str) -> subprocess.CompletedProcess[str]:
    """Runs a command in a process of its own."""
    command = [sys.executable, "-c", "from dragoman.serve.cli.app import main; main()"]
    return subprocess.run(
        [*command, *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=os.environ | settings,
    )


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of five sample reports and one empty file."""
    folder = tmp_path_factory.mktemp("ledger")
    empty = folder / "empty.html"
    empty.touch()
    paths = [REPORTS / name for name in SAMPLE]
    done = CliRunner().invoke(
        app, ["code", *map(str, paths), str(empty), "--ledger", str(folder / "ledger")]
    )
    assert done.exit_code == 0, done.output
    return folder / "ledger"
