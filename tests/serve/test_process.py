"""What only a process of its own shows: pipes, streams, exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.serve.conftest import process

COMMAND = [sys.executable, "-c", "from dragoman.serve.cli.app import main; main()"]


def test_help_imports_neither_stores_nor_readers() -> None:
    code = (
        "import sys\nfrom dragoman.serve.cli.app import app\n"
        "try:\n    app(['events', '--help'])\nexcept SystemExit:\n    pass\n"
        "print(sorted({'duckdb', 'pyarrow', 'lxml', 'trafilatura', 'jinja2', 'rich.console'}"
        " & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "--claimed-by" in done.stdout


def test_a_reader_that_has_enough_is_no_error(ledger: Path) -> None:
    words = ["events", "--ledger", str(ledger), "--format", "jsonl"]
    with subprocess.Popen(
        [*COMMAND, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        errors = child.stderr.read()
    assert errors == b""
    assert child.returncode == 0


def test_no_color_leaves_no_escapes(ledger: Path) -> None:
    words = ("show", "2024-05-09-withdrawal-flash", "--ledger", ledger)
    plain = process(*words, NO_COLOR="1", FORCE_COLOR="")
    assert plain.returncode == 0
    assert "\x1b[3" not in plain.stdout
    assert plain.stdout


def test_data_are_utf8_whatever_the_locale(ledger: Path) -> None:
    done = process("events", "--ledger", ledger, "--json", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)


def test_a_user_error_is_one_line(tmp_path: Path) -> None:
    done = process("show", "x", "--ledger", tmp_path / "nothing")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("error: ")
    assert len(done.stderr.splitlines()) == 1


def test_interruption_is_130(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom dragoman.serve.cli import events, options\n"
        "def interrupted(self):\n    raise KeyboardInterrupt\n"
        "options.Reading.view = interrupted\n"
        "from dragoman.serve.cli.app import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "events", "--ledger", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"NO_COLOR": "1"},
    )
    assert done.returncode == 130
    assert "Traceback" not in done.stderr


def test_the_version_names_all_that_can_differ() -> None:
    done = process("--version")
    assert done.returncode == 0
    for part in ("dragoman", "codebook plover-2.0", "event schema", "ledger schema"):
        assert part in done.stdout


def test_completion_is_offered() -> None:
    done = process("--show-completion", SHELL="/bin/bash")
    assert "--install-completion" in process("--help").stdout
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
