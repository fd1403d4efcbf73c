"""The lexicon of verbs and nouns of saying, with their inflections."""

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.errors import DataError


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a verb of saying.

    `family` is what it does (``say``, ``deny``, ``promise`` …). `frames` says how its content may
    look: ``c`` a clause or quotation, ``t`` an addressee first ("told X that"), ``i`` an
    infinitive ("vowed to"), ``n`` a noun phrase ("criticised the plan"), ``q`` a quotation
    only. `form` is ``base``,
    ``s``, ``ing``, ``past`` or ``participle`` (the last two where both are the same: ``past``).
    `words` are the further words of the verb ("called for": ("for",)).
    """

    lemma: str
    family: str
    frames: str
    form: str
    words: tuple[str, ...] = ()


@cache
def verbs() -> dict[str, tuple[Cue, ...]]:
    """Cues by their first word in lower case, those with the most words first."""
    found: dict[str, list[Cue]] = {}
    for row in _rows():
        for word, form in _inflections(row).items():
            first, *rest = word.split(" ")
            cue = Cue(row["lemma"], row["class"], row["frames"], form, tuple(rest))
            found.setdefault(first, []).append(cue)
    return {word: tuple(sorted(cues, key=_longest)) for word, cues in found.items()}


@cache
def nouns() -> dict[str, frozenset[str]]:
    """Nouns of saying and thinking, singular and plural, with the words that may follow them."""
    found: dict[str, frozenset[str]] = {}
    for row in csv.DictReader(_read("nouns.csv").splitlines()):
        follow = frozenset(row["follow"].split())
        found[row["noun"]] = found[_third_person(row["noun"])] = follow
    return found


@cache
def words_of(list_name: str) -> frozenset[str]:
    """The words of one list of ``data/words.toml``. Raises `DataError` where the file lacks it."""
    try:
        tables = tomllib.loads(_read("words.toml"))
        return frozenset(tables[list_name]["words"].split())
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise DataError(f"attribution/data/words.toml: {error}") from error


def _longest(cue: Cue) -> tuple[int, str]:
    return (-len(cue.words), cue.lemma)


def _read(name: str) -> str:
    source = files("dragoman.read.attribution").joinpath("data", name)
    try:
        return source.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(f"{source}: {error}") from error


def _rows() -> list[dict[str, str]]:
    return list(csv.DictReader(_read("verbs.csv").splitlines()))


def _inflections(row: dict[str, str]) -> dict[str, str]:
    """The forms of a verb; of equal forms the first named is kept."""
    first, _, rest = row["lemma"].partition(" ")
    tail = f" {rest}" if rest else ""
    past = row["past"] or _past(first) + tail
    participle = row["participle"] or past
    doubled = _doubled(first, past)
    forms = {
        past: "past",
        participle: "participle",
        first + tail: "base",
        _third_person(first) + tail: "s",
        _progressive(first, doubled=doubled) + tail: "ing",
    }
    if past == participle:
        forms[past] = "past"
    return forms


def _doubled(stem: str, past: str) -> bool:
    return past.split(" ", 1)[0] == f"{stem}{stem[-1]}ed"


def _past(stem: str) -> str:
    if stem.endswith("e"):
        return f"{stem}d"
    if stem.endswith("y") and stem[-2] not in "aeou":
        return f"{stem[:-1]}ied"
    return f"{stem}ed"


def _third_person(stem: str) -> str:
    if stem == "go":
        return "goes"
    if stem.endswith("y") and stem[-2] not in "aeou":
        return f"{stem[:-1]}ies"
    return f"{stem}es" if stem.endswith(("s", "sh", "ch", "x")) else f"{stem}s"


def _progressive(stem: str, *, doubled: bool) -> str:
    if doubled:
        return f"{stem}{stem[-1]}ing"
    if stem.endswith("e") and not stem.endswith("ee"):
        return f"{stem[:-1]}ing"
    return f"{stem}ing"
