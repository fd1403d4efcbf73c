"""What is checked in stays free of this or that machine."""

import os
import re
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.architecture.sources import ROOT

PACKAGE_HOSTS = re.compile(r"py[p]i\.(?:org|python)|pythonhoste[d]\.org|anacond[a]\.org")
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:wor[k]/|roo[t]/|hom[e]/\w|User[s]/\w|op[t]/\w)")
INDEX_VARIABLES = ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "UV_INDEX_URL", "UV_DEFAULT_INDEX")
BY_VERSION = "train.txt"
"""The one list without hashes; it says why."""
LISTS = sorted(path.name for path in (ROOT / "requirements").glob("*.txt"))
REQUIREMENTS = [name for name in LISTS if name != BY_VERSION]


def _tracked() -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    paths = [ROOT / name for name in listing.split("\0") if name]
    return [path for path in paths if path.is_file()]


def _matches(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in _tracked()
        for match in pattern.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]


def test_no_file_names_a_package_host() -> None:
    own = [urlsplit(os.environ.get(name, "")).hostname for name in INDEX_VARIABLES]
    patterns = [PACKAGE_HOSTS, *(re.compile(re.escape(host)) for host in own if host)]
    assert [match for pattern in patterns for match in _matches(pattern)] == []


def test_no_file_names_a_path_of_a_machine() -> None:
    assert _matches(MACHINE_PATHS) == []


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirements_are_pinned_by_hash(name: str) -> None:
    content = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", content.replace("\\\n", " ").strip())
    assert entries
    unpinned = [
        entry
        for entry in entries
        if not re.match(r"[a-z0-9._-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry.replace("\n", " "))
    ]
    assert unpinned == []


def test_what_has_no_hash_has_a_version() -> None:
    lines = (ROOT / "requirements" / BY_VERSION).read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if not line.startswith("#")]
    assert entries
    assert [entry for entry in entries if not re.fullmatch(r"[a-z0-9-]+==[0-9.]+", entry)] == []


@pytest.mark.parametrize("name", LISTS)
def test_requirements_name_no_index(name: str) -> None:
    content = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert not re.search(r"^\s*(?:-i|--index|--extra-index|--find-links|-f)\b|://", content, re.M)
