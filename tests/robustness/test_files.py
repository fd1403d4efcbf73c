"""Files that are broken, empty, endless or no reports: each leaves a row with its reason."""

import gzip
import os
from pathlib import Path

import pytest

from dragoman.acquire import AcquireOptions, acquire
from dragoman.model import Done, Dropped, Failed
from tests.robustness.conftest import Outcomes
from tests.robustness.pages import SENTENCE, page
from tests.serve.conftest import Run

GOOD = page().encode()
DONE = ("done", "")


def test_each_bad_file_of_a_folder_has_its_reason(outcomes: Outcomes, tmp_path: Path) -> None:
    bad = {
        "good.html": (GOOD, DONE),
        "cut.html.gz": (gzip.compress(GOOD)[:-40], ("failed", "gzip-truncated")),
        "junk.html.gz": (b"\x1f\x8b\x08 junk", ("failed", "gzip-damaged")),
        "binary.html": (b"\x00\x01\x02" * 900, ("dropped", "binary")),
        "empty.html": (b"", ("dropped", "empty")),
        "blank.txt": (b" \n\t\n", ("dropped", "empty")),
        "persian.txt": ("سلام دنیا خبر " * 40, ("dropped", "language:fa")),
        "film.mp4": (b"\x00film", ("dropped", "unsupported-type")),
        "empty.warc": (b"", ("dropped", "empty")),
        "bomb.html.gz": (gzip.compress(b"a" * 30_000_000), ("dropped", "too-large")),
    }
    folder = tmp_path / "inputs"
    (folder / "folder.html").mkdir(parents=True)
    (folder / "folder.html" / "inner.html").write_text(page("Armenia and Russia agree on guards"))
    for name, (content, _) in bad.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    expected = {name: outcome for name, (_, outcome) in bad.items()}
    assert outcomes(folder) == expected | {"inner.html": DONE}


def test_links_and_pipes_neither_hang_nor_vanish(outcomes: Outcomes, tmp_path: Path) -> None:
    folder = tmp_path / "inputs"
    folder.mkdir()
    (folder / "good.html").write_bytes(GOOD)
    (folder / "loop").symlink_to(folder)
    (folder / "self.html").symlink_to("self.html")
    (folder / "nowhere.html").symlink_to("missing.html")
    os.mkfifo(folder / "pipe.html")
    assert outcomes(folder) == {
        "good.html": DONE,
        "self.html": ("failed", "unreadable"),
        "nowhere.html": ("failed", "unreadable"),
        "pipe.html": ("dropped", "not-a-file"),
    }


def test_a_broken_link_that_is_named_fails(outcomes: Outcomes, tmp_path: Path) -> None:
    link = tmp_path / "nowhere.html"
    link.symlink_to("missing.html")
    assert outcomes(link) == {"nowhere.html": ("failed", "unreadable")}


def test_a_pattern_that_names_a_folder_walks_it(tmp_path: Path) -> None:
    (tmp_path / "inner.html").mkdir()
    (tmp_path / "inner.html" / "a.html").write_bytes(GOOD)
    assert [type(one) for one in acquire([str(tmp_path / "*.html")])] == [Done]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads every file")
def test_a_file_without_rights_fails(outcomes: Outcomes, tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_bytes(GOOD)
    secret.chmod(0)
    assert outcomes(secret) == {"secret.html": ("failed", "unreadable")}


def test_names_that_are_no_utf8_are_stored(outcomes: Outcomes, tmp_path: Path) -> None:
    folder = tmp_path / "inputs"
    folder.mkdir()
    with open(os.path.join(os.fsencode(folder), b"a\xff.html"), "wb") as file:  # noqa: PTH118, PTH123
        file.write(GOOD)
    assert outcomes(folder) == {"a\\udcff.html": DONE}


def test_an_empty_folder_is_no_error(outcomes: Outcomes, tmp_path: Path) -> None:
    (tmp_path / "inputs").mkdir()
    assert outcomes(tmp_path / "inputs") == {}


def test_a_wrong_word_is_told_before_anything_is_coded(dragoman: Run, tmp_path: Path) -> None:
    good = tmp_path / "good.html"
    good.write_bytes(GOOD)
    result = dragoman("code", good, tmp_path / "no.html", "--format", "jsonl", "--workers", "1")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no.html: no such file" in result.stderr


def test_a_sparse_file_of_100_megabytes_is_dropped_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.html"
    with large.open("wb") as file:
        file.truncate(100_000_000)
    (found,) = acquire([str(large)])
    assert found == Dropped(str(large), "too-large")


def test_rows_of_a_stream_that_breaks_off_are_kept(tmp_path: Path) -> None:
    rows = "".join(f'{{"text": "{SENTENCE} {number}"}}\n' for number in range(50)).encode()
    cut = tmp_path / "cut.jsonl.gz"
    cut.write_bytes(gzip.compress(rows)[:-9])
    *pages, last = acquire([str(cut)])
    assert len(pages) == 50
    assert last == Failed(str(cut), "gzip-truncated")


def test_a_row_that_is_a_bomb_costs_only_itself(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.jsonl.gz"
    bomb.write_bytes(
        gzip.compress(b'{"text": "' + b"a" * 30_000_000 + b'"}\n{"text": "fine"}\n', 1)
    )
    first, second = acquire([str(bomb)], AcquireOptions(max_page=1_000_000))
    assert first == Dropped(f"{bomb}#1", "too-large")
    assert isinstance(second, Done)


def test_a_stream_ends_at_its_limit(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.jsonl.gz"
    bomb.write_bytes(gzip.compress(b"\n" * 3_000_000))
    assert list(acquire([str(bomb)], AcquireOptions(max_expanded=1_000_000))) == [
        Dropped(str(bomb), "too-large")
    ]
