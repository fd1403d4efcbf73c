"""A fitted network to the files that the product opens."""

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from dragoman.engine.weights import CARD
from training.learn.fit import Trained
from training.learn.labels import NONE, ROLES


class _States(nn.Module):
    def __init__(self, encoder: nn.Module):
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        encoded: Tensor = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return encoded


def export(trained: Trained, folder: Path, version: str) -> None:
    """Writes encoder (int8 per channel), heads, tokenizer and card into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain, ready = Path(scratch) / "plain.onnx", Path(scratch) / "ready.onnx"
        _write_onnx(trained, plain)
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        made = Path(scratch) / "encoder.onnx"
        quantize_dynamic(
            str(ready), str(made), per_channel=True, weight_type=QuantType.QInt8
        )
        shutil.copy(made, folder / "encoder.onnx")
    heads = {
        name: value.detach().numpy().astype(np.float16)
        for name, value in trained.network.heads.state_dict().items()
    }
    np.savez_compressed(folder / "heads.npz", **heads)
    (folder / "tokenizer.json").write_text(trained.tokenizer.to_str(), encoding="utf-8")
    _write_card(trained, folder, version)


def _write_onnx(trained: Trained, path: Path) -> None:
    ids = torch.ones(2, 12, dtype=torch.long)
    torch.onnx.export(
        _States(trained.network.encoder).eval(),
        (ids, ids),
        str(path),
        input_names=["ids", "mask"],
        output_names=["states"],
        dynamic_axes={name: {0: "batch", 1: "length"} for name in ("ids", "mask", "states")},
        opset_version=17,
        dynamo=False,
    )


def _write_card(trained: Trained, folder: Path, version: str) -> None:
    names = ("encoder.onnx", "heads.npz", "tokenizer.json")
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    classes = {
        **{name: list(classes) for name, classes in trained.labels.tokens.items()},
        "role": list(ROLES),
        "pair": [*trained.labels.types, NONE],
        "pair_mode": list(trained.labels.modes),
    }
    card = {
        "name": folder.name,
        "version": version,
        "base": trained.recipe.base,
        "classes": classes,
        "sha256": digests,
        "temperatures": {},
    }
    (folder / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
