"""``python -m training corpus check|stats|show|agreement|bare``."""

import argparse
import os
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

from dragoman.errors import MarkedTextError
from dragoman.marked import CorpusSentence, listed
from training.corpus_checks.agreement import agreement, agreement_table
from training.corpus_checks.bare import bare
from training.corpus_checks.doubts import doubts
from training.corpus_checks.duplicates import duplicates
from training.corpus_checks.quotas import crowded_phrases, quotas
from training.corpus_checks.shared import shared_sequences
from training.corpus_checks.show import describe
from training.corpus_checks.statistics import statistics
from training.corpus_checks.tables import quota_table, statistics_table
from training.corpus_files import (
    CORPUS,
    corpus_files,
    read_files,
    sound_sentences,
    written_path,
)

NEAR_DUPLICATES = 0.01
"""The share of near duplicates that a check lets pass."""


def main(arguments: Sequence[str]) -> int:
    """Runs one of the commands; 1 if a check fails or a file cannot be read as asked."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except MarkedTextError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read along has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training corpus")
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="breaches of the format, repetition, copied words")
    check.add_argument("files", type=Path, nargs="*", help="default: the whole corpus")
    check.add_argument("--against", type=Path, help="folder of texts to share no words with")
    check.add_argument("--doubts", action="store_true", help="also what may be a slip")
    check.set_defaults(run=_check)
    stats = commands.add_parser("stats", help="what the corpus consists of")
    stats.add_argument("--files", type=Path, nargs="+", help="default: the training part")
    stats.add_argument("--quotas", action="store_true", help="what is short of the plan")
    stats.set_defaults(run=_stats)
    show = commands.add_parser("show", help="sentences with their events in words")
    show.add_argument("place", help="NAME of a section, NAME:LINE or FILE[:LINE]")
    show.set_defaults(run=_show)
    agree = commands.add_parser("agreement", help="how far two markers agree")
    agree.add_argument("first", type=Path, help="file or folder")
    agree.add_argument("second", type=Path, help="the same sentences marked by somebody else")
    agree.set_defaults(run=_agreement)
    plain = commands.add_parser("bare", help="the sentences with nothing marked")
    plain.add_argument("files", type=Path, nargs="+")
    plain.set_defaults(run=_bare)
    return parser


def _check(options: argparse.Namespace) -> int:
    sentences, problems = read_files(listed(options.files) or corpus_files())
    for problem in problems:
        print(problem)
    near = duplicates(sentences)
    for found in near:
        print(
            f"{found.later.path}:{found.later.line}: like {found.earlier.path}:"
            f"{found.earlier.line} ({found.likeness:.0%})"
        )
    for event_type, phrase, count, share in crowded_phrases(statistics(sentences)):
        print(f"warning: {event_type}: {phrase!r} is the trigger {count} times ({share:.1%})")
    if options.doubts:
        _print_doubts(sentences, {problem.path for problem in problems})
    copied = _print_shared(sentences, options.against)
    rate = len(near) / max(1, len(sentences))
    print(f"{len(sentences)} sentences, {len(problems)} errors, {rate:.2%} near duplicates{copied}")
    same = any(found.likeness == 1 for found in near)
    return 1 if problems or same or rate >= NEAR_DUPLICATES or copied else 0


def _print_doubts(sentences: Sequence[CorpusSentence], unsound: Collection[str]) -> None:
    for sentence in sentences:
        if sentence.path not in unsound:
            for line, message in doubts(sentence):
                print(f"doubt: {sentence.path}:{line}: {message}")


def _print_shared(sentences: Sequence[CorpusSentence], folder: Path | None) -> str:
    """What to say of sequences shared with the texts of the folder; "" where there are none."""
    if folder is None:
        return ""
    if not folder.is_dir():
        print(f"{folder}: no such folder; not compared with it")
        return ""
    shared = shared_sequences(sentences, folder)
    for found in shared:
        print(
            f"{found.sentence.path}:{found.sentence.line}: {found.words!r} stands in {found.path}"
        )
    return f", {len(shared)} sequences shared with {folder}" if shared else ""


def _stats(options: argparse.Namespace) -> int:
    sentences, problems = read_files(listed(options.files or [CORPUS / "train"]))
    counted = statistics(sentences)
    print(statistics_table(counted))
    if problems:
        print(f"\n{len(problems)} errors in the files: see check")
    if options.quotas:
        print(f"\n{quota_table(quotas(counted))}")
    return 0


def _show(options: argparse.Namespace) -> int:
    colour = sys.stdout.isatty()
    found = _sentences_at(options.place)
    for sentence in found:
        print(describe(sentence, colour), end="\n\n", flush=True)
    if not found:
        print(f"nothing at {options.place}", file=sys.stderr)
    return 0 if found else 1


def _sentences_at(place: str) -> Sequence[CorpusSentence]:
    """The sentences of a section or file, or the one at a line or with its notes there."""
    home, _, line = place.rpartition(":")
    home, number = (home, int(line)) if home and line.isdecimal() else (place, None)
    path = Path(home)
    sentences, _ = read_files([path] if path.is_file() else corpus_files())
    homes = {home, written_path(path)}
    inside = [sentence for sentence in sentences if homes & {sentence.name, sentence.path}]
    if number is None:
        return inside
    return [sentence for sentence in inside if sentence.line <= number][-1:]


def _agreement(options: argparse.Namespace) -> int:
    found = agreement(sound_sentences(options.first), sound_sentences(options.second))
    print(agreement_table(found))
    return 0


def _bare(options: argparse.Namespace) -> int:
    print(bare(read_files(listed(options.files))[0]), end="")
    return 0
