"""A fitted network to the files that the product opens."""

import copy
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

from dragoman.engine.tokens import LONGEST, MARKERS
from dragoman.engine.weights import CARD
from training.learn.fit import Trained
from training.learn.labels import NONE, ROLES
from training.learn.vocabulary import Pruned, prune

_LATEST = 2
"""The highest position of a text's first token: MPNet counts from behind its padding token."""
LEARNT_ONLY = frozenset({"context", "claim", "content"})
"""Heads that only help the encoder learn: the rules beside them read better."""


class _States(nn.Module):
    def __init__(self, encoder: nn.Module):
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        encoded: Tensor = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return encoded


def export(trained: Trained, folder: Path, version: str) -> None:
    """Writes encoder (int8 per channel), heads, tokenizer and card into `folder`.

    The files know only pieces of text in Latin letters and as many positions as are ever read.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pruned = prune(json.loads(trained.tokenizer.to_str()))
    with tempfile.TemporaryDirectory() as scratch:
        plain, ready = Path(scratch) / "plain.onnx", Path(scratch) / "ready.onnx"
        _write_onnx(_smaller(trained.network.encoder, pruned), plain)
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        made = Path(scratch) / "encoder.onnx"
        quantize_dynamic(str(ready), str(made), per_channel=True, weight_type=QuantType.QInt8)
        shutil.copy(made, folder / "encoder.onnx")
    heads = {
        name: value.detach().numpy().astype(np.float16)
        for name, value in trained.network.heads.state_dict().items()
        if not any(name.startswith(f"tokens.{head}.") for head in LEARNT_ONLY)
    }
    np.savez_compressed(folder / "heads.npz", **heads)
    told = json.dumps(pruned.tokenizer, ensure_ascii=False, separators=(",", ":"))
    (folder / "tokenizer.json").write_text(told, encoding="utf-8")
    _write_card(trained, folder, version)


def _smaller(encoder: nn.Module, pruned: Pruned) -> nn.Module:
    """A copy whose embeddings have rows for the kept tokens and for positions that occur."""
    made = copy.deepcopy(encoder).eval()
    embeddings: nn.Module = made.embeddings  # type: ignore[assignment]
    positions = range(_LATEST + LONGEST + len(MARKERS))
    for name, kept in (("word_embeddings", pruned.kept), ("position_embeddings", positions)):
        old: nn.Embedding = getattr(embeddings, name)
        rows = old.weight.detach()[list(kept)].clone()
        setattr(embeddings, name, nn.Embedding.from_pretrained(rows, padding_idx=old.padding_idx))
    return made


def _write_onnx(encoder: nn.Module, path: Path) -> None:
    ids = torch.ones(2, 12, dtype=torch.long)
    torch.onnx.export(
        _States(encoder).eval(),
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
        **{
            name: list(classes)
            for name, classes in trained.labels.tokens.items()
            if name not in LEARNT_ONLY
        },
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
    }
    (folder / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
