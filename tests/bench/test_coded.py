import json
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bench.coded import CodedText, code_texts
from bench.tasks.pair import predict as predict_pairs
from bench.tasks.sentence import predict as predict_events
from dragoman.model import Span

TEXT = "On Monday the Latvian government condemned Belarus.   Minsk rejected the criticism."


def test_offsets_go_to_the_record_and_back() -> None:
    (text,) = code_texts([{"id": "a", "text": TEXT}])
    assert text.coded is not None
    for mention in text.coded.reading.mentions:
        place = text.outside(mention.span)
        assert place is not None
        words = mention.span.of(text.coded.document.text)
        assert re.sub(r"\s+", " ", TEXT[slice(*place)]) == re.sub(r"\s+", " ", words)
        assert text.inside(*place) == mention.span


@given(st.lists(st.sampled_from(["Riga", "met", "Minsk", "envoys", "and", "the"]), min_size=1))
def test_places_are_of_equal_characters(words: list[str]) -> None:
    text = "  ".join(words) + "\n\nThe envoys of Riga met those of Minsk on Monday."
    (coded,) = code_texts([{"id": "a", "text": text}])
    if coded.coded is None:
        return
    document = coded.coded.document.text
    for index in range(len(document)):
        if not document[index].isspace():
            place = coded.outside(Span(index, index + 1))
            assert place is not None
            assert text[place[0]] == document[index]


def test_a_dropped_text_has_no_places() -> None:
    text = CodedText({"id": "a", "text": "Nein."}, None)
    assert text.inside(0, 4) is None


def test_sentence_pairs_actors_with_recipients(tmp_path: Path) -> None:
    (record,) = predict_events(_file(tmp_path, {"id": "a", "text": TEXT}))
    (event,) = (one for one in record["events"] if one["root"] == "ACCUSE")
    assert (event["source"]["text"], event["target"]["text"]) == ("Latvian government", "Belarus")
    for side in (event["source"], event["target"]):
        assert TEXT[side["start"] : side["end"]] == side["text"]


def test_a_mutual_deed_counts_both_ways(tmp_path: Path) -> None:
    text = "Latvia and Estonia held talks in Tallinn on Monday."
    (record,) = predict_events(_file(tmp_path, {"id": "a", "text": text}))
    sides = {(one["source"]["text"], one["target"]["text"]) for one in record["events"]}
    assert {("Latvia", "Estonia"), ("Estonia", "Latvia")} <= sides


def test_pair_gives_the_root(tmp_path: Path) -> None:
    marks = {
        side: {"text": words, "start": TEXT.index(words), "end": TEXT.index(words) + len(words)}
        for side, words in (("source", "Latvian government"), ("target", "Belarus"))
    }
    (record,) = predict_pairs(_file(tmp_path, {"id": "a", "text": TEXT, **marks}))
    assert record == {"id": "a", "root": "ACCUSE"}


def _file(folder: Path, record: dict[str, object]) -> Path:
    path = folder / "data.jsonl"
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    return path
