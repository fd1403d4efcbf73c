"""The shipped gazetteer, compiled once for each run of the tests."""

from pathlib import Path

import pytest

from dragoman.resolve.places import Gazetteer, open_gazetteer


@pytest.fixture(name="gazetteer", scope="session")
def _gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.fixture(name="nowhere")
def _nowhere(tmp_path: Path) -> Path:
    """A folder that cannot be made, for it would lie in a file."""
    file = tmp_path / "file"
    file.write_text("")
    return file / "cache"
