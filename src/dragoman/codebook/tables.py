"""The data files of this package, read as text and as rows."""

import csv
import io
from importlib import resources

from dragoman.errors import DataError


def data_bytes(name: str) -> bytes:
    """The bytes of the data file `name`; `DataError` where the installation lacks it."""
    try:
        return resources.files(__package__).joinpath("data", name).read_bytes()
    except OSError as error:
        raise DataError(f"codebook/data/{name} cannot be read: {error}") from error


def rows(name: str, columns: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """The rows of a CSV data file that must have exactly these columns."""
    return parse_rows(name, data_bytes(name).decode("utf-8"), columns)


def parse_rows(name: str, text: str, columns: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """The rows of CSV text; `DataError` names the file, the line and the cause."""
    reader = csv.reader(io.StringIO(text))
    header = tuple(next(reader, ()))
    if header != columns:
        raise DataError(f"{name}, line 1: columns are {header}, should be {columns}")
    found = []
    for cells in reader:
        if len(cells) != len(columns):
            raise DataError(
                f"{name}, line {reader.line_num}: {len(cells)} cells, should be {len(columns)}"
            )
        found.append(dict(zip(columns, cells, strict=True)))
    return tuple(found)
