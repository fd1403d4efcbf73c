"""``python -m training corpus …``: reads, checks, counts and shows the corpus."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from training.corpus_files import corpus_files, read_files


def main(arguments: Sequence[str]) -> int:
    """Runs one of the commands; 1 if a check fails."""
    options = _parser().parse_args(arguments)
    status: int = options.run(options)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training corpus")
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="every breach of the format")
    check.add_argument("files", type=Path, nargs="*", help="default: the whole corpus")
    check.set_defaults(run=_check)
    return parser


def _check(options: argparse.Namespace) -> int:
    sentences, problems = read_files(options.files or corpus_files())
    for problem in problems:
        print(problem)
    print(f"{len(sentences)} sentences, {len(problems)} errors")
    return 1 if problems else 0
