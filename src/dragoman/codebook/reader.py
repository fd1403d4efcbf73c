"""Reads one table of a codebook file, key by key, and gathers what is wrong with it."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a codebook file: where (table and key, "" if none) and why."""

    file: str
    table: str
    key: str
    cause: str

    def __str__(self) -> str:
        where = [self.file, f"[{self.table}]" if self.table else "", self.key]
        return ", ".join(part for part in where if part) + f": {self.cause}"


class TableReader:
    """A TOML table whose keys are asked for one by one.

    A key that is missing or of the wrong kind adds a `Problem` and yields the default, so that one
    pass finds everything; `finish` reports the keys that nobody asked for.
    """

    __slots__ = ("_asked", "_file", "_problems", "table", "values")

    def __init__(
        self, values: dict[str, Any], table: str, file: str, problems: list[Problem]
    ) -> None:
        self.values = values
        self.table = table
        self._file = file
        self._problems = problems
        self._asked: set[str] = set()

    def problem(self, key: str, cause: str) -> None:
        """Note that something is wrong with `key`."""
        self._problems.append(Problem(self._file, self.table, key, cause))

    def ask(self, key: str) -> Any:
        """The bare value of a key that may be missing."""
        return self._value(key, required=False)

    def text(self, key: str, default: str | None = None) -> str:
        """A non-empty string; a default of None makes the key required."""
        value = self._value(key, default is None)
        if value is None:
            return default or ""
        if not isinstance(value, str) or not value.strip():
            self.problem(key, f"must be a text that is not empty, not {value!r}")
            return default or ""
        return " ".join(value.split())

    def choice(self, key: str, known: Iterable[str], default: str) -> str:
        """One of the known words."""
        value = self.text(key, default)
        if value not in known:
            self.problem(key, f"{value!r} is none of {', '.join(known)}")
            return default
        return value

    def score(self, key: str, default: float | None = None) -> float:
        """A number from -10 to 10; a default of None makes the key required."""
        value = self._value(key, default is None)
        if value is None:
            return default or 0.0
        if isinstance(value, bool) or not isinstance(value, int | float) or not -10 <= value <= 10:
            self.problem(key, f"must be a number from -10 to 10, not {value!r}")
            return default or 0.0
        return float(value)

    def quad(self, key: str, default: int | None, *, required: bool = False) -> int | None:
        """A quad class, 1 to 4; if required, it may be missing where there is a default."""
        value = self._value(key, required and default is None)
        if value is None:
            return default
        if type(value) is not int or value not in (1, 2, 3, 4):
            self.problem(
                key,
                f"unknown quad class {value!r}: 1 verbal cooperation, 2 material cooperation, "
                "3 verbal conflict, 4 material conflict",
            )
            return default
        return value

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self.ask(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.problem(key, f"must be true or false, not {value!r}")
            return default
        return value

    def words(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of non-empty strings; if required, of at least one."""
        value = self._value(key, required)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            self.problem(key, f"must be a list of texts, not {value!r}")
            return ()
        if required and not value:
            self.problem(key, "must have at least one entry")
        return tuple(" ".join(word.split()) for word in value)

    def tables(self, key: str) -> dict[str, "TableReader"]:
        """The tables below this one, by name."""
        value = self.ask(key)
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.problem(key, f"must be a table of tables, not {value!r}")
            return {}
        path = f"{self.table}.{key}" if self.table else key
        found = {}
        for name, values in value.items():
            if isinstance(values, dict):
                found[name] = TableReader(values, f"{path}.{name}", self._file, self._problems)
            else:
                self.problem(f"{key}.{name}", f"must be a table, not {values!r}")
        return found

    def table_list(self, key: str) -> list["TableReader"]:
        """The tables of a list, in order; their names count from 1."""
        value = self.ask(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.problem(key, f"must be a list of tables, not {value!r}")
            return []
        path = f"{self.table}.{key}" if self.table else key
        return [
            TableReader(item, f"{path} {count}", self._file, self._problems)
            for count, item in enumerate(value, 1)
        ]

    def finish(self, elsewhere: Mapping[str, str] | None = None) -> None:
        """Report the keys that are not part of the format; `elsewhere` knows where they belong."""
        places = elsewhere or {}
        for key in self.values:
            if key in self._asked:
                continue
            home = f"; it belongs under [{places[key]}]" if key in places else ""
            self.problem(key, f"unknown key{home or suggestion(key, self._asked)}")

    def _value(self, key: str, required: bool) -> Any:
        self._asked.add(key)
        if key not in self.values and required:
            self.problem(key, "is missing")
        return self.values.get(key)


def suggestion(word: str, known: Iterable[str]) -> str:
    """``; did you mean …?`` where a known word is close, else nothing."""
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
