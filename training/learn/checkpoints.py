"""What was learnt, on disk between fitting and export."""

import pickle
from pathlib import Path

import torch

from training.errors import BaseModelError
from training.learn.fit import Recipe, Trained, untaught
from training.learn.labels import Labels


def save_checkpoint(trained: Trained, path: Path) -> None:
    """Writes all weights in full precision, with the recipe and the classes."""
    content = {
        "network": trained.network.state_dict(),
        "labels": trained.labels,
        "recipe": trained.recipe,
    }
    torch.save(content, path)


def load_checkpoint(path: Path) -> Trained:
    """The network as it was saved; nothing but records and numbers is read from the file.

    Raises `BaseModelError` where the file is no checkpoint or its base is not installed.
    """
    try:
        with torch.serialization.safe_globals([Labels, Recipe]):
            content = torch.load(path, map_location="cpu", weights_only=True)
        trained = untaught(content["recipe"], content["labels"])
        trained.network.load_state_dict(content["network"])
    except (OSError, KeyError, TypeError, RuntimeError, pickle.UnpicklingError) as error:
        told = str(error).partition("\n")[0]
        raise BaseModelError(f"{path}: no checkpoint of the reader: {told}") from error
    trained.network.eval()
    return trained
