from dataclasses import replace

import pytest

from dragoman.formats.plover import obstacle, to_plover
from dragoman.model import Status
from dragoman.resolve.kb import load_knowledge_base
from tests.formats.events import closing, person, retold


def test_codes_are_plovers_own() -> None:
    event = replace(
        closing(),
        actors=(person("Norwall", code="XKX"), person("Kite", code="UN", sector="IGO")),
    )
    record = to_plover(event, load_knowledge_base())
    assert [one["code"] for one in record["actor"]] == ["KOS", "UNO"]
    assert record["event"] == ["SANCTION"]
    assert (record["date"], record["quad_code"]) == ("2024-03-04", 4)


def test_what_is_unknown_is_left_out() -> None:
    event = replace(closing(), actors=(person("Norwall"),), place=None)
    record = to_plover(event, load_knowledge_base())
    assert record["actor"] == [{"entity_text": "Norwall"}]
    assert "event_loc" not in record


def test_what_plover_has_no_field_for_stands_in_the_comment() -> None:
    event = replace(closing(), status=Status.PLANNED, historical=True)
    record = to_plover(event, load_knowledge_base())
    assert record["comment"] == "status: planned; historical; claimed by: Sevan < Kite"


def test_every_quote_is_given() -> None:
    record = to_plover(retold(), load_knowledge_base())
    assert len(record["text_info"]["text_story"]) == 2
    assert record["event_loc"]["resolution"] == 4


def test_what_plover_cannot_hold_is_named() -> None:
    event = closing()
    undated = replace(event, time=replace(event.time, earliest=None, latest=None))
    assert obstacle(event) == ""
    assert obstacle(replace(event, status=Status.DENIED)) == "denied"
    assert obstacle(replace(event, actors=())) == "no-actor"
    assert obstacle(undated) == "no-date"
    with pytest.raises(ValueError, match="no date"):
        to_plover(undated, load_knowledge_base())
