import hashlib
import json
from pathlib import Path

import pytest

from dragoman.engine import find_weights, open_network
from dragoman.errors import WeightsError

FILES = {"encoder.onnx": b"one", "heads.npz": b"two", "tokenizer.json": b"three"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in FILES.items()}
    card = {"name": "made-up", "version": "3", "classes": {"role": ["none"]}, "sha256": digests}
    (tmp_path / "weights.json").write_text(json.dumps(card), "utf-8")
    return tmp_path


def test_files_of_the_right_digest_are_given(folder: Path) -> None:
    weights = find_weights(folder)
    assert (weights.name, weights.version) == ("made-up", "3")
    assert weights.classes == {"role": ("none",)}
    assert {name: weights.checked(name) for name in FILES} == FILES


def test_a_changed_file_is_refused(folder: Path) -> None:
    (folder / "heads.npz").write_bytes(b"too")
    with pytest.raises(WeightsError, match=r"heads\.npz: sha256 is .*`make train`"):
        find_weights(folder).checked("heads.npz")


def test_a_missing_file_is_refused(folder: Path) -> None:
    (folder / "encoder.onnx").unlink()
    with pytest.raises(WeightsError, match=r"encoder\.onnx: cannot be read"):
        find_weights(folder).checked("encoder.onnx")


def test_a_file_that_the_card_does_not_name_is_refused(folder: Path) -> None:
    (folder / "more.bin").write_bytes(b"")
    with pytest.raises(WeightsError, match="not as"):
        find_weights(folder).checked("more.bin")


def test_files_that_are_no_network_are_refused(folder: Path) -> None:
    with pytest.raises(WeightsError, match="cannot be opened"):
        open_network(find_weights(folder))


@pytest.mark.parametrize("card", ["", "{}", '{"name": "a", "version": "1"}', "\ufffd{"])
def test_a_wrong_card_is_refused(folder: Path, card: str) -> None:
    (folder / "weights.json").write_text(card, "utf-8")
    with pytest.raises(WeightsError, match="no weights there"):
        find_weights(folder)


def test_a_folder_without_a_card_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="no weights there"):
        find_weights(tmp_path / "nowhere")


def test_the_digest_of_all_tells_other_weights(folder: Path) -> None:
    before = find_weights(folder).digest
    card = json.loads((folder / "weights.json").read_text("utf-8"))
    card["sha256"]["heads.npz"] = "0" * 64
    (folder / "weights.json").write_text(json.dumps(card), "utf-8")
    assert find_weights(folder).digest != before
