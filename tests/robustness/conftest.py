import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.serve.conftest import Run, dragoman

__all__ = ["dragoman"]

Outcomes = Callable[[Path], dict[str, tuple[str, str]]]


@pytest.fixture
def outcomes(dragoman: Run, tmp_path: Path) -> Outcomes:
    """Codes a file or folder through the command line; (outcome, reason) by the input's name."""
    ledger = tmp_path / "ledger"

    def run(path: Path) -> dict[str, tuple[str, str]]:
        coded = dragoman("code", path, "--ledger", ledger, "--workers", "1")
        assert coded.exit_code in (0, 3), coded.output
        listed = dragoman("ledger", "inputs", "--ledger", ledger, "--json")
        found = {
            one["name"].rsplit("/", 1)[-1]: (one["outcome"], one["reason"])
            for one in json.loads(listed.stdout)
        }
        failed = any(outcome == "failed" for outcome, _ in found.values())
        assert coded.exit_code == (3 if failed else 0)
        return found

    return run
