import json
from dataclasses import replace

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from dragoman.formats import from_json, schema, to_json
from dragoman.model import Event, Size, SizeKind, Source, Span
from tests.formats.events import TEXT, closing, events, retold

VALIDATOR = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


@given(events())
def test_records_come_back_as_the_same_event(event: Event) -> None:
    written = json.loads(json.dumps(to_json(event)))
    VALIDATOR.validate(written)
    assert from_json(written) == event


def test_the_keys_stand_in_the_order_of_the_schema() -> None:
    record = to_json(retold())
    assert list(record) == list(schema()["properties"])
    assert list(record["actor"][0]) == list(schema()["$defs"]["entity"]["properties"])
    assert list(record["attribution"][0]) == list(schema()["$defs"]["claim"]["properties"])


def test_offsets_name_the_words_they_stand_for() -> None:
    record = to_json(closing())
    entities = [*record["actor"], *record["recipient"]]
    assert [TEXT[one["start"] : one["end"]] for one in entities] == ["Norwall", "Sevan"]
    innermost, outermost = record["attribution"]
    assert (innermost["speaker"], outermost["speaker"]) == ("Sevan", "Kite")
    assert TEXT[innermost["cue_start"] : innermost["cue_end"]] == "says"
    trigger = record["evidence"][0]["trigger"]
    assert TEXT[trigger["start"] : trigger["end"]] == trigger["text"] == "closed"
    assert (record["date"], record["enddate"]) == ("2024-03-04", "2024-03-04")
    assert TEXT[record["timex"]["start"] : record["timex"]["end"]] == record["date_text"]


def test_two_reports_of_one_agency_are_one_origin() -> None:
    record = to_json(retold())
    assert record["reports"] == ["crossing-closed", "kite-flash"]
    assert (record["n_reports"], record["n_origins"]) == (2, 1)
    assert [one["doc"] for one in record["evidence"]] == ["crossing-closed", "kite-flash"]


def test_reports_of_unknown_origin_count_each_for_itself() -> None:
    unknown = (Source(id="a", document_id="a"), Source(id="b", document_id="b"))
    record = to_json(replace(closing(), doc=unknown[0], reports=unknown))
    assert record["n_origins"] == 2


def test_of_several_numbers_of_a_kind_the_first_is_written() -> None:
    sizes = (Size(SizeKind.DEAD, 3, 3, Span(0, 1)), Size(SizeKind.DEAD, 5, None, Span(4, 5)))
    record = to_json(replace(closing(), sizes=sizes))
    assert record["size"] == {"dead": {"low": 3, "high": 3, "start": 0, "end": 1}}


@pytest.mark.parametrize(
    ("key", "wrong"), [("status", "maybe"), ("date", "soon"), ("quad_code", 5), ("evidence", [])]
)
def test_the_schema_refuses(key: str, wrong: object) -> None:
    record = to_json(closing())
    assert VALIDATOR.is_valid(record)
    assert not VALIDATOR.is_valid(record | {key: wrong})
