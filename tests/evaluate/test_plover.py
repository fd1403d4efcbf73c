import datetime
import json

import pytest

from dragoman.errors import InputError
from dragoman.evaluate import Party, quoted_texts
from dragoman.model import Span

TEXT = "Kenya expelled two envoys of Mali."
RECORD = {
    "date": "2027-03-01",
    "enddate": "2027-03-02",
    "event": ["SANCTION"],
    "mode": ["expel"],
    "actor": [{"code": "KEN", "sector": "GOV"}],
    "recipient": [{"entity_text": "two envoys"}],
    "event_text": ["expelled"],
    "text_info": {"text_story": [TEXT]},
}


def lines(*records: dict[str, object]) -> list[str]:
    return [json.dumps(record) for record in records]


def test_a_record_is_an_event_of_the_text_that_it_quotes() -> None:
    (text,) = quoted_texts(lines(RECORD), "a.jsonl")
    (event,) = text.events
    assert (text.name, text.text, text.date) == ("a.jsonl:1", TEXT, datetime.date(2027, 3, 2))
    assert (event.type, event.modes, event.trigger) == ("SANCTION", {"expel"}, Span(6, 14))
    assert event.actors == (Party((), "KEN"),)
    assert event.recipients == (Party((), ""),)
    assert event.status is event.days is event.contexts is None


def test_records_of_the_same_text_are_its_events() -> None:
    other = {**RECORD, "event": "ACCUSE", "event_text": []}
    elsewhere = {**RECORD, "text_info": {"text_story": "Mali protested."}}
    first, second = quoted_texts(["", *lines(RECORD, other, RECORD, elsewhere)], "a.jsonl")
    assert [event.type for event in first.events] == ["SANCTION", "ACCUSE"]
    assert first.events[1].trigger is None
    assert (second.name, second.text) == ("a.jsonl:5", "Mali protested.")


SOON = json.dumps({**RECORD, "date": "soon", "enddate": ""})


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"date": "x", "text_info": {}}', SOON])
def test_what_is_no_record_is_told_with_its_line(line: str) -> None:
    with pytest.raises(InputError, match=r"a\.jsonl:2: no PLOVER record"):
        quoted_texts([*lines(RECORD), line], "a.jsonl")
