from tests.training.sentences import corpus_sentences
from training.corpus_checks.show import describe

(SENTENCE,) = corpus_sentences(
    "[p1=KEN.GOV The minister] [c1 said] [q1 [s1=KEN Kenya] had [t1 freed] [g1=SOM three men]"
    ' [d1=2027-03-12 on Friday]].\n- RETREAT/release t1: s1 > g1 | occurred | time d1\n" p1 c1 q1'
)


def test_events_and_claims_are_told_in_words() -> None:
    lines = describe(SENTENCE, colour=False).splitlines()
    assert lines[0].startswith("made-up:5  2027-03-14  agency")
    assert lines[1].strip() == SENTENCE.text
    assert "RETREAT/release “freed”: Kenya > three men | occurred | when: on Friday" in lines[2]
    assert "minister “said”: “Kenya had freed three men on Friday”" in lines[3]
    assert "on Friday = 2027-03-12" in lines[4]


def test_colours_leave_the_words_as_they_are() -> None:
    coloured = describe(SENTENCE, colour=True).splitlines()[1]
    assert "\x1b[1;31mfreed" in coloured
    plain = coloured
    for code in ("0", "34", "35", "94", "33", "1;31", "1;33", "3"):
        plain = plain.replace(f"\x1b[{code}m", "")
    assert plain.strip() == SENTENCE.text
