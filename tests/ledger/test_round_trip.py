import datetime
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ledger import InputOutcome, Ledger, Part
from dragoman.model import Coded, Retention
from tests.strategies import coded


def part_of(*documents: Coded) -> Part:
    outcomes = (InputOutcome(key=one.document.id, name="", outcome="done") for one in documents)
    return Part(coded=documents, outcomes=tuple(outcomes), settings="test")


@settings(max_examples=12, deadline=None)
@given(st.lists(coded(), min_size=1, max_size=3, unique_by=lambda one: one.document.id))
def test_what_went_in_comes_out(documents: list[Coded]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger.open(Path(folder) / "ledger", create=True)
        ledger.append(part_of(*documents))
        with ledger.view() as view:
            for one in documents:
                stored = view.document(one.document.id)
                assert stored is not None
                kept = one.document.rights.retention is Retention.TEXT
                assert stored.text_kept == kept
                text = one.document.text if kept else ""
                shown = replace(one.reading, document=replace(one.document, text=text))
                assert stored.reading == shown
                assert stored.snapshot == one.snapshot
                if one.snapshot:
                    assert stored.given == one.given
                    same = view.snapshot(one.snapshot.id)
                    assert same in [other.snapshot for other in documents]
                alone = [
                    replace(event, reports=(event.doc,), mention_ids=(event.mention_id,))
                    for event in one.events
                ]
                assert list(stored.events) == alone
            everything = {event for one in documents for event in one.events}
            assert {replace(e, reports=(), mention_ids=()) for e in view.events()} == everything
            assert view.counts().events == len(everything)


def test_moments_keep_their_instant() -> None:
    from dragoman.ledger.columns import codec

    zone = datetime.timezone(datetime.timedelta(hours=4))
    moment = datetime.datetime(2024, 5, 9, 12, 21, tzinfo=zone)
    column = codec(datetime.datetime)
    assert column.encode(moment) == datetime.datetime(2024, 5, 9, 8, 21)
    assert column.decode(column.encode(moment)) == moment
