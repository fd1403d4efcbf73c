from pathlib import Path

import pytest

from dragoman.resolve import KnowledgeBase, load_knowledge_base
from tests.resolve.tables import small_world


@pytest.fixture
def world(tmp_path: Path) -> KnowledgeBase:
    return small_world(tmp_path / "kb")


@pytest.fixture(scope="session")
def shipped() -> KnowledgeBase:
    return load_knowledge_base()
