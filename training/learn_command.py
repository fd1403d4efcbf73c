"""``python -m training learn``: the reader's weights from the corpus."""

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from dragoman.codebook import load_plover
from dragoman.marked import CorpusSentence
from training.corpus_files import CORPUS, ROOT, sound_sentences
from training.errors import TrainingError
from training.learn.bases import BASES
from training.learn.checkpoints import save_checkpoint
from training.learn.export import export
from training.learn.fit import Recipe, Trained, fit
from training.learn.labels import labels_of

SHIPPED = ROOT / "src" / "dragoman" / "engine" / "weights_data" / "base"


def main(arguments: Sequence[str]) -> int:
    """Fits and writes weights; 1 where a base is missing or the corpus is not sound."""
    options = _parser().parse_args(arguments)
    try:
        _learn(options)
    except TrainingError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def part_of(
    sentences: Sequence[CorpusSentence], share: float, seed: int
) -> Sequence[CorpusSentence]:
    """A share of the sentences by lot; with one seed, a smaller share lies within a larger."""
    order = list(sentences)
    random.Random(seed).shuffle(order)  # noqa: S311 (a lot, no secret)
    return order[: round(share * len(order))]


def _parser() -> argparse.ArgumentParser:
    usual = Recipe()
    parser = argparse.ArgumentParser(prog="python -m training learn")
    parser.add_argument("--base", choices=sorted(BASES), default=usual.base)
    parser.add_argument("--epochs", type=_count, default=usual.epochs)
    parser.add_argument("--seed", type=int, default=usual.seed)
    parser.add_argument(
        "--part", type=_share, default=1.0, help="share of the sentences, for learning curves"
    )
    parser.add_argument("--out", type=Path, default=SHIPPED, help="folder, named as the weights")
    parser.add_argument("--version", default="1", help="of the weights, for their card")
    parser.add_argument(
        "--checkpoint", type=Path, help="file for what is learnt after each epoch, for `export`"
    )
    return parser


def _count(written: str) -> int:
    count = int(written)
    if count < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return count


def _share(written: str) -> float:
    share = float(written)
    if not 0 < share <= 1:
        raise argparse.ArgumentTypeError("more than 0, at most 1")
    return share


def _learn(options: argparse.Namespace) -> None:
    sentences = part_of(sound_sentences(CORPUS / "train"), options.part, options.seed)
    print(f"{len(sentences)} sentences", file=sys.stderr)
    recipe = Recipe(base=options.base, epochs=options.epochs, seed=options.seed)

    def keep(trained: Trained) -> None:
        if options.checkpoint:
            save_checkpoint(trained, options.checkpoint)

    trained = fit(recipe, labels_of(load_plover()), sentences, keep)
    export(trained, options.out, options.version)
    print(options.out)
