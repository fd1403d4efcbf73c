import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.flow.settings import Settings, head_file
from dragoman.serve.cli.app import app

DATA = Path(__file__).parents[2] / "examples" / "codebooks" / "own"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(DATA, tmp_path, dirs_exist_ok=True)
    (tmp_path / "news.txt").write_text("Germany evacuated Ethiopian nurses from Juba on Sunday.\n")
    return tmp_path


def told(folder: Path) -> list[str]:
    given = ["code", str(folder / "news.txt"), "--date", "2027-05-10", "--format", "jsonl"]
    given += ["--codebook", str(folder / "own.toml"), "--coder", "reader", "--workers", "1", "-q"]
    result = CliRunner().invoke(app, given)
    assert result.exit_code == 0, result.output
    return [json.loads(line)["event"] for line in result.stdout.splitlines()]


def test_a_trained_head_codes_its_type(folder: Path) -> None:
    settings = Settings(codebook=folder / "own.toml", coder="reader")
    before = settings.digest()
    result = CliRunner().invoke(
        app, ["codebook", "train", str(folder / "own.toml"), str(folder / "sentences.txt")]
    )
    assert result.exit_code == 0, result.output
    assert "EVACUATE" in result.output
    assert settings.digest() != before
    assert told(folder) == ["EVACUATE"]


def test_a_head_of_other_weights_is_refused(folder: Path) -> None:
    foreign = {"format": 1, "network": "f" * 64, "sentences": "", "types": []}
    head_file(folder / "own.toml").write_text(json.dumps(foreign))
    given = ["code", str(folder / "news.txt"), "--codebook", str(folder / "own.toml")]
    given += ["--coder", "reader", "--workers", "1", "--format", "jsonl"]
    result = CliRunner().invoke(app, given)
    assert result.exit_code != 0
    assert "other weights" in result.output
