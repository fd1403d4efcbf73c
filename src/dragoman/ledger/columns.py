"""Records as columns: each record of the model has one Arrow type, made of its fields.

A record becomes a struct, a tuple a list, a pair a struct of `first` and `second`, an enum its
value. Moments are kept in UTC without a zone, so that every reader of Parquet shows the same.
"""

import datetime
import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from dragoman.model import Event, Participant, Snapshot

LEFT_OUT: dict[type, frozenset[str]] = {
    Participant: frozenset({"code", "sector", "identifier_id", "identifier_text", "rule"}),
    Event: frozenset({"reports", "mention_ids"}),
    Snapshot: frozenset({"rights"}),
}
"""Fields that are stored elsewhere or worked out.

Who a participant is are facts, reports are folded by views, and the rights of a snapshot are part
of those of its document.
"""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Codec(NamedTuple):
    """The Arrow type of a Python type and the ways there and back."""

    arrow: pa.DataType
    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


def _same(value: Any) -> Any:
    return value


def storable(text: str) -> str:
    """`text` with lone surrogates replaced one for one: UTF-8 has no place for them."""
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)


def in_utc(moment: datetime.datetime) -> datetime.datetime:
    """A moment as it is stored: UTC, without the zone. `ValueError` for a moment without one."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    return moment.astimezone(datetime.UTC).replace(tzinfo=None)


def _from_utc(moment: datetime.datetime) -> datetime.datetime:
    return moment.replace(tzinfo=datetime.UTC)


_PLAIN: dict[Any, Codec] = {
    str: Codec(pa.string(), storable, _same),
    int: Codec(pa.int64(), _same, _same),
    float: Codec(pa.float64(), _same, _same),
    bool: Codec(pa.bool_(), _same, _same),
    datetime.date: Codec(pa.date32(), _same, _same),
    datetime.datetime: Codec(pa.timestamp("us"), in_utc, _from_utc),
}


@cache
def codec(hint: Any) -> Codec:
    """The codec of a type hint; `TypeError` for one that no record of the model has."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Codec(pa.string(), str, hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return _record(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        (inner,) = (argument for argument in arguments if argument is not types.NoneType)
        return _optional(codec(inner))
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return _many(codec(arguments[0]))
    if origin is tuple and len(arguments) == 2:
        return _pair(codec(arguments[0]), codec(arguments[1]))
    raise TypeError(f"no column for {hint!r}")


def _optional(inner: Codec) -> Codec:
    return Codec(
        inner.arrow,
        lambda value: None if value is None else inner.encode(value),
        lambda value: None if value is None else inner.decode(value),
    )


def _many(inner: Codec) -> Codec:
    return Codec(
        pa.list_(inner.arrow),
        lambda values: [inner.encode(value) for value in values],
        lambda values: tuple([inner.decode(value) for value in values]),
    )


def _pair(first: Codec, second: Codec) -> Codec:
    return Codec(
        pa.struct([("first", first.arrow), ("second", second.arrow)]),
        lambda pair: {"first": first.encode(pair[0]), "second": second.encode(pair[1])},
        lambda row: (first.decode(row["first"]), second.decode(row["second"])),
    )


@cache
def stored_fields(record: type) -> Mapping[str, Codec]:
    """The stored fields of a record by name, in their order."""
    hints = get_type_hints(record)
    left_out = LEFT_OUT.get(record, frozenset())
    return {
        field.name: codec(hints[field.name])
        for field in fields(record)
        if field.name not in left_out
    }


def _record(record: type) -> Codec:
    columns = stored_fields(record)
    encoders = [(name, column.encode) for name, column in columns.items()]
    decoders = [(name, column.decode) for name, column in columns.items()]
    absent = {field.name: field for field in fields(record) if _has_default(field)}

    def encode(value: Any) -> dict[str, Any]:
        return {name: encoder(getattr(value, name)) for name, encoder in encoders}

    def decode(row: dict[str, Any]) -> Any:
        return record(
            **{
                name: decoder(row[name])
                for name, decoder in decoders
                if name not in absent or row.get(name) is not None
            }
        )

    return Codec(
        pa.struct([(name, column.arrow) for name, column in columns.items()]), encode, decode
    )


def _has_default(field: Field[Any]) -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING
