"""``python -m training export``: the files that the product opens, from a checkpoint."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from training.errors import TrainingError
from training.learn.checkpoints import load_checkpoint
from training.learn.export import export


def main(arguments: Sequence[str]) -> int:
    """Writes weights; 1 where the checkpoint cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m training export")
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="folder, named as the weights")
    parser.add_argument("--version", default="1", help="of the weights, for their card")
    options = parser.parse_args(arguments)
    try:
        export(load_checkpoint(options.checkpoint), options.out, options.version)
    except TrainingError as error:
        print(error, file=sys.stderr)
        return 1
    print(options.out)
    return 0
