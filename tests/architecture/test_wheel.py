"""The wheel works in an empty environment."""

import json
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

SCRIPTS = Path(sysconfig.get_path("scripts"))
PAGE = ROOT / "examples" / "reports" / "2022-09-13-night-attack.html"


def _run(*command: str | Path) -> str:
    result = subprocess.run(
        [str(word) for word in command], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.mark.slow
def test_the_wheel_codes_a_page_in_an_empty_environment(tmp_path: Path) -> None:
    dist, environment = tmp_path / "dist", tmp_path / "environment"
    _run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", dist)
    (wheel,) = dist.glob("dragoman-*.whl")
    _run(SCRIPTS / "uv", "venv", "--quiet", "--python", sys.executable, environment)
    install = (SCRIPTS / "uv", "pip", "install", "--quiet", "--python", environment)
    _run(*install, "--require-hashes", "-r", ROOT / "requirements" / "run.txt")
    _run(*install, "--no-deps", wheel)

    dragoman = environment / "bin" / "dragoman"
    assert _run(dragoman, "--version").startswith(f"dragoman {wheel.name.split('-')[1]}")
    lines = _run(dragoman, "code", PAGE, "--format", "jsonl").splitlines()
    events = [json.loads(line) for line in lines]
    assert events
    assert {event["doc"]["id"] for event in events} == {PAGE.stem}
