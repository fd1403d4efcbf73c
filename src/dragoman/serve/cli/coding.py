"""Runs of the coder, with progress and a closing summary on standard error."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from dragoman.flow import run
from dragoman.flow.settings import Settings
from dragoman.ledger import Ledger
from dragoman.model import Done, Dropped
from dragoman.serve.cli.console import messages, tell
from dragoman.serve.cli.listing import line
from dragoman.serve.words import counted

SECONDS_BETWEEN_LINES = 10.0
"""How often progress is told where it is no terminal."""

LANGUAGE = "language:"

REASONS = {
    "empty": "nothing in it",
    "binary": "no text",
    "too-large": "larger than --max-size",
    "unsupported-type": "no kind of file that is read",
    "no-text": "no report found on the page",
    "gzip-truncated": "gzip data that break off",
}
"""Reasons in words; others are told as they are."""


def to_ledger(words: Sequence[str], settings: Settings, folder: Path, *, quiet: bool) -> bool:
    """Codes into the ledger in `folder`, made if missing; whether some input failed."""
    ledger = Ledger.open(folder, create=True)
    try:
        with progress(quiet=quiet) as told:
            summary = run.code_into(ledger, words, settings, told)
    except KeyboardInterrupt:
        tell(f"interrupted; what was coded is in {folder}, run the same again to go on")
        raise
    if not quiet:
        tell_summary(summary, f" into {folder}")
        _tell_next(summary, folder)
    return summary.failed > 0


def to_lines(words: Sequence[str], settings: Settings, *, quiet: bool) -> bool:
    """Writes every event as a line of JSON to standard output; whether some input failed."""
    began = time.perf_counter()
    summary = run.Summary()
    for outcome in run.code(words, settings):
        summary.add(outcome)
        if isinstance(outcome, Done):
            for event in outcome.value.events:
                sys.stdout.write(line(event))
            sys.stdout.flush()
        elif not quiet:
            kind = "dropped" if isinstance(outcome, Dropped) else "failed"
            detail = f" {outcome.detail}" if outcome.detail else ""
            tell(f"{kind} {outcome.name}: {reason_in_words(outcome.reason)}{detail}")
    summary.seconds = time.perf_counter() - began
    if not quiet:
        tell_summary(summary, "")
    return summary.failed > 0


def tell_summary(summary: run.Summary, where: str) -> None:
    """What was coded, what was left out and why, on standard error."""
    if summary.known:
        tell(f"passed over {counted(summary.known, 'input')} that the ledger has already")
    if summary.known and summary.progress("").done == summary.known:
        tell("nothing new to code")
        return
    speed = summary.coded / summary.seconds if summary.seconds else 0.0
    tell(
        f"coded {counted(summary.coded, 'report')}{where}: {counted(summary.events, 'event')} "
        f"in {summary.seconds:.1f} s ({speed:.1f} reports/s)"
    )
    if summary.dropped or summary.failed:
        tell(
            f"left out {summary.dropped:,}, failed {summary.failed:,}: {_reasons(summary.reasons)}"
        )


def _reasons(reasons: Counter[str]) -> str:
    """All reasons, most frequent first, languages together."""
    languages = {
        name.removeprefix(LANGUAGE): count
        for name, count in reasons.most_common()
        if name.startswith(LANGUAGE)
    }
    told = [
        f"{count} {reason_in_words(name)}"
        for name, count in reasons.most_common()
        if not name.startswith(LANGUAGE)
    ]
    if languages:
        each = ", ".join(f"{count} {name}" for name, count in languages.items())
        told.append(f"{sum(languages.values())} in languages that are not read ({each})")
    return "; ".join(told)


def reason_in_words(reason: str) -> str:
    """``nothing in it (empty)``."""
    if reason.startswith(LANGUAGE):
        return f"in a language that is not read ({reason})"
    return f"{REASONS[reason]} ({reason})" if reason in REASONS else reason


def _tell_next(summary: run.Summary, folder: Path) -> None:
    if summary.dropped or summary.failed:
        tell(f"which ones: dragoman ledger inputs --ledger {folder} --left-out")
    if summary.events:
        tell(f"look at it: dragoman events --ledger {folder}")


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[run.Progress], None]]:
    """A callback that shows progress: a live line on a terminal, else a line now and then."""
    if quiet:
        yield lambda _: None
    elif messages().is_terminal:
        with _live() as live:
            task = live.add_task("starting", total=None)
            yield lambda now: live.update(task, completed=now.done, description=_state(now))
    else:
        yield _Lines()


def _live() -> Progress:
    return Progress(
        SpinnerColumn(),
        BarColumn(bar_width=24),
        TextColumn("{task.description}", markup=False),
        TimeElapsedColumn(),
        console=messages(),
        transient=True,
    )


def _state(now: run.Progress) -> str:
    name = now.name if len(now.name) <= 40 else f"…{now.name[-39:]}"
    left_out = f", {now.dropped + now.failed:,} left out" if now.dropped + now.failed else ""
    return f"{now.done:,} inputs, {now.events:,} events{left_out}  {name}"


class _Lines:
    """Tells progress as plain lines, at most one every `SECONDS_BETWEEN_LINES`."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, now: run.Progress) -> None:
        if time.monotonic() - self._last >= SECONDS_BETWEEN_LINES:
            self._last = time.monotonic()
            tell(_state(now))
