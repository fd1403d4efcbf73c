import datetime

import pytest

from dragoman.errors import MarkedTextError
from dragoman.marked import EventLine, parse, read_text

HEAD = "== sentences made-up\ndate: 2027-03-14\nregister: agency\n\n"

REPORT = """\
# a remark
== report r-1
date: 2027-03-14
outlet: Rift Valley Courier

title| [s1=KEN Kenya] to [t1 reopen] [l1 border] with [s2=SOM Somalia]
- CONCEDE t1: s1 > s2 | planned

[p1=KEN.GOV#akinyi Ruth Akinyi] [c1 said] [q1 the budget was timid].
" p1 c1 q1
0 statement
"""


def _faults(body: str) -> list[str]:
    return [f"{problem.line}: {problem.message}" for problem in read_text(HEAD + body, "a.txt")[1]]


def test_a_report_with_its_header_blocks_and_annotation() -> None:
    title, body = parse(REPORT, "a.txt")
    assert (title.id, title.block, title.report) == ("r-1:6", "title", "r-1")
    assert (title.date, title.outlet) == (datetime.date(2027, 3, 14), "Rift Valley Courier")
    assert title.register == ""
    (event,) = title.events
    assert (event.type, event.actors, event.recipients) == ("CONCEDE", ("s1",), ("s2",))
    assert (event.status, title.words(event.trigger)) == ("planned", "reopen")
    assert (body.block, body.reason, body.events) == ("body", "statement", ())
    (claim,) = body.claims
    assert (claim.speaker, claim.cue, claim.content) == ("p1", "c1", "q1")
    assert body.words("q1") == "the budget was timid"


def test_every_part_of_an_event_line_is_read_in_any_order() -> None:
    line = (
        "[g1=MLI.REB Rebels] [t1 killed] [n1=dead:4 four] [g2=MLI.MIL soldiers] in [l1=MLI Gao]"
        " [d1=2027-03-12 on Friday].\n"
        "-  assault / firearms/Heavy_Weapons t1 : g1 > g2 | contexts human-rights, military"
        " | size n1 | place l1 | probable | historical | time d1 | occurred"
    )
    (sentence,) = parse(HEAD + line, "a.txt")
    assert sentence.events == (
        EventLine(
            type="ASSAULT",
            modes=("firearms", "heavy-weapons"),
            trigger="t1",
            actors=("g1",),
            recipients=("g2",),
            status="occurred",
            historical=True,
            certainty="probable",
            time="d1",
            place="l1",
            sizes=("n1",),
            contexts=("human_rights", "military"),
            line=6,
        ),
    )


@pytest.mark.parametrize("side", ["", "-"])
def test_nobody_is_written_as_nothing_or_a_dash(side: str) -> None:
    line = f"[s1=MLI Mali] [t1 talked].\n- CONSULT t1: s1 > {side}| occurred"
    (sentence,) = parse(HEAD + line, "a.txt")
    assert sentence.events[0].recipients == ()


def test_claims_of_several_without_a_speaker_without_content() -> None:
    line = (
        "[g1=MLI A] and [g2=MLI B] [c1 say] [q1 x], [q2 y]; it was [c2 claimed].\n"
        '" g1,g2 c1 q1, q2\n" - c2 -\n0 statement as it were'
    )
    (sentence,) = parse(HEAD + line, "a.txt")
    assert [(claim.speaker, claim.cue, claim.content) for claim in sentence.claims] == [
        ("g1", "c1", "q1"),
        ("g1", "c1", "q2"),
        ("g2", "c1", "q1"),
        ("g2", "c1", "q2"),
        (None, "c2", None),
    ]


def test_a_word_may_be_cue_and_trigger() -> None:
    line = (
        "[s1=MLI Mali] [t1 accused] [g1=TCD rebels] of [q1 theft].\n"
        '- ACCUSE/allege t1: s1 > g1 | occurred\n" s1 t1 q1'
    )
    (sentence,) = parse(HEAD + line, "a.txt")
    assert sentence.claims[0].cue == "t1"


def test_quotes_and_items_of_lists_are_sentences() -> None:
    body = '"We left."\n0 statement\n- First item\n0 fragment\n0.5 per cent\n0 business\n'
    assert [sentence.text for sentence in parse(HEAD + body, "a.txt")] == [
        '"We left."',
        "- First item",
        "0.5 per cent",
    ]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("It rained.", "5: neither an event line nor a 0 line"),
        ("It rained.\n0 rain", "6: unknown reason 'rain'"),
        ("It rained.\n0 weather\n0 sport", "5: more than one 0 line"),
        ("[s1=Mali A] left.\n0 sport", "5: s1: unknown code 'Mali'"),
        ("[s1 A] left.\n0 sport", "5: s1: needs a code"),
        ("[d1=Friday A] left.\n0 sport", "5: d1: no date: 'Friday'"),
        ("[n1=4 A] left.\n0 sport", "5: n1: no count"),
        ("[t1=x A] left.\n- RETREAT t1: > | occurred", "5: t1: takes no value"),
        ("[t1 A] left.\n0 sport", "5: t1: marked, but in no event line"),
        ("[c1 A] left.\n0 sport", "5: c1: marked, but in no claim line"),
        ("[q1 A] left.\n0 sport", "5: q1: marked, but in no claim line"),
        ("[t1 A].\n- RETREAT t1: > | occurred\n0 sport", "5: both an event line and a 0 line"),
        ("[t1 A].\n- FLEE t1: > | occurred", "6: plover-2.0 has no event type 'FLEE'"),
        ("[t1 A].\n- RETREAT/fly t1: > | occurred", "6: RETREAT has no mode 'fly'"),
        ("[t1 A].\n- RETREAT t1: >", "6: no status"),
        ("[t1 A].\n- RETREAT t1: > | past", "6: unknown part 'past'"),
        ("[t1 A].\n- RETREAT t1: > | planned | ongoing", "6: two statuses"),
        ("[t1 A].\n- RETREAT t1: | planned", "6: no > between"),
        ("[t1 A].\n- RETREAT t1: > | planned | contexts war", "6: unknown context 'war'"),
        ("[t1 A].\n- RETREAT t1: > | planned | place", "6: place of nothing"),
        ("[t1 A].\n- RETREAT t1: s1 > | planned", "6: s1: not marked"),
        ("[t1 A].\n- RETREAT t1: t1 > | planned", "6: t1: a mark with s or o or p or g"),
        ("[t1 A] [d1 b].\n- RETREAT t1: > | planned | time d1", "6: d1: the time of an event"),
        (
            "[t1 A].\n- RETREAT t1: > | planned\n- RETREAT t1: > | planned",
            "5: RETREAT t1: 2 lines for one event",
        ),
        ('[p1=MLI A] [q1 b].\n" p1 - q1\n0 statement', "6: a claim without a cue"),
        ('[p1=MLI A].\n" p1\n0 statement', "6: no claim line"),
        ("\n- RETREAT t1: > | planned", "6: an annotation line with no sentence"),
    ],
)
def test_faults_are_told_with_their_line(body: str, fault: str) -> None:
    assert any(found.startswith(fault) for found in _faults(body)), _faults(body)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("== sentences a\n\nIt rained.\n0 weather", "1: no day of publication"),
        ("== sentences a\ndate: soon\n\nIt rained.\n0 weather", "1: no day of publication"),
        ("== sentences a\ndate: 2027-01-01\nregister: loud\n\nA.\n0 sport", "1: unknown register"),
        ("== sentences a\ndate: 2027-01-01\nauthor: me\n\nA.\n0 sport", "3: unknown header"),
        ("== poem a\ndate: 2027-01-01\n\nA.\n0 sport", "1: == sentences NAME"),
        ("A.\n0 sport", "1: a sentence before the first == line"),
        (f"{HEAD}A.\n0 sport\n{HEAD}", "7: the name 'made-up' stands twice"),
    ],
)
def test_faults_of_sections(text: str, fault: str) -> None:
    found = [f"{problem.line}: {problem.message}" for problem in read_text(text, "a.txt")[1]]
    assert any(line.startswith(fault) for line in found), found


def test_all_faults_of_a_file_are_raised_at_once() -> None:
    with pytest.raises(MarkedTextError) as caught:
        parse(f"{HEAD}It rained.\n\nIt hailed.\n0 rain\n", "some/a.txt")
    assert [problem.line for problem in caught.value.problems] == [5, 8]
    assert str(caught.value).startswith("some/a.txt:5: neither")
