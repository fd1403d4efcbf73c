"""The pages of the documentation, their links and the blocks in them that can be run.

A block in a fence marked `console` has commands behind "$ " and below each what it says. A block
with a file's name behind its language is that file. A `python` block is a program; what it prints
stands in the `text` block behind it. All blocks of a page run in one folder, in their order; it
holds `examples/` and what `make demo` has made.
"""

import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
GENERATED = {"cli.md", "codebook.md", "record.md"}
FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
ELSEWHERE = ("make ", "chromium ", ". ")
"""Beginnings of commands that are not run here."""


@dataclass(frozen=True)
class Block:
    """A fenced block; `content` is the text between the fences."""

    language: str
    name: str
    content: str
    start: int
    end: int


def pages() -> list[Path]:
    """All pages that a person reads, written or generated."""
    tops = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md"]
    return [REPOSITORY / top for top in tops] + sorted((REPOSITORY / "docs").rglob("*.md"))


def written() -> list[Path]:
    """The pages in docs/ that no program writes, and the README."""
    inside = (REPOSITORY / "docs").rglob("*.md")
    return [REPOSITORY / "README.md", *sorted(p for p in inside if p.name not in GENERATED)]


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page."""
    return [
        Block(one[1], one[2].strip(), one[3], one.start(3), one.end(3))
        for one in FENCE.finditer(text)
    ]


def links(text: str) -> list[str]:
    """Where the links of a page lead, less those to other sites."""
    found = LINK.findall(FENCE.sub("", text))
    return [target for target in found if not target.startswith(("http:", "https:", "mailto:"))]


def anchors(text: str) -> set[str]:
    """The names of the headings of a page, as links have them."""
    titles = re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def commands(block: Block) -> list[str]:
    """The commands of a console block."""
    lines = block.content.splitlines() if block.language == "console" else []
    return [line[2:] for line in lines if line.startswith("$ ")]


def workplace(folder: Path, demo: Path) -> Path:
    """`folder` with the sample and a copy of the sample's ledger."""
    (folder / "examples").symlink_to(REPOSITORY / "examples")
    shutil.copytree(demo, folder / "demo")
    return folder


def make_demo(folder: Path) -> Path:
    """What `make demo` makes, without its page."""
    (folder / "examples").symlink_to(REPOSITORY / "examples")
    run("dragoman code examples/reports --ledger demo/ledger", folder)
    return folder / "demo"


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command of a page; its messages are among its output."""
    path = f"{sysconfig.get_path('scripts')}:/usr/local/bin:/usr/bin:/bin"
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env={"PATH": path, "NO_COLOR": "1", "COLUMNS": "110", "LANG": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=100,
        check=False,
    )


def answers(text: str, folder: Path) -> Iterator[tuple[Block, str, int]]:
    """Each block that runs, what it should read, and the worst exit status in it."""
    program: Block | None = None
    for block in blocks(text):
        if block.name:
            (folder / block.name).parent.mkdir(parents=True, exist_ok=True)
            (folder / block.name).write_text(block.content, encoding="utf-8")
        elif block.language == "console":
            yield block, *_console(block, folder)
        elif block.language == "text" and program is not None:
            (folder / "program.py").write_text(program.content, encoding="utf-8")
            done = run("python program.py", folder)
            yield block, _trimmed(done.stdout), done.returncode
        program = block if block.language == "python" and not block.name else None


def _console(block: Block, folder: Path) -> tuple[str, int]:
    if any(command.startswith(ELSEWHERE) for command in commands(block)):
        return block.content, 0
    parts, worst = [], 0
    for command in commands(block):
        done = run(command, folder)
        parts.append(f"$ {command}\n{_trimmed(done.stdout)}")
        worst = max(worst, done.returncode)
    return "".join(parts), worst


def _trimmed(output: str) -> str:
    lines = [line.rstrip() for line in output.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return "".join(f"{line}\n" for line in lines)
