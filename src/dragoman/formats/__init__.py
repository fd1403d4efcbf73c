"""Event records in the formats of the field. `tables` and `plover` are modules of their own."""

from dragoman.formats.public import SCHEMA_VERSION, from_json, schema, to_json

__all__ = ["SCHEMA_VERSION", "from_json", "schema", "to_json"]
