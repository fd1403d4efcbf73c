import datetime
from dataclasses import replace

import pytest

from dragoman.flow.assemble import participant
from dragoman.model import Event, Mention, MentionKind, Participant, Reading, Span
from dragoman.resolve import KnowledgeBase, load_knowledge_base, resolve_mention
from dragoman.serve import words
from dragoman.serve.reasons import Reason, reason
from tests.formats.events import closing, day
from tests.read.build import document

TEXT = "Yerevan criticised Aliyev. It also named Moscow."
DAY = datetime.date(2024, 3, 4)


@pytest.fixture(scope="module", name="knowledge")
def _knowledge() -> KnowledgeBase:
    return load_knowledge_base()


def mention(text: str, kind: MentionKind, *candidates: str, **known: str) -> Mention:
    start = TEXT.index(text)
    return Mention(
        id=text,
        span=Span(start, start + len(text)),
        sentence=int(start > TEXT.index(".")),
        kind=kind,
        head=known.get("head", text),
        rule=known.get("rule", "name"),
        chain=known.get("chain", text),
        candidates=candidates,
        of=known.get("of"),
        role=known.get("role"),
    )


YEREVAN = mention("Yerevan", MentionKind.STATE, "ARM", rule="capital-as-actor")
ALIYEV = mention("Aliyev", MentionKind.PERSON, "ilham-aliyev", "heydar-aliyev")
IT = mention("It", MentionKind.STATE, "ARM", head="Yerevan", chain="Yerevan", rule="pronoun:it")


def told(knowledge: KnowledgeBase, one: Mention) -> tuple[Event, Participant, Reading]:
    """An event of `DAY` with the mention as its actor."""
    reading = Reading(
        document=document(TEXT),
        sentences=(),
        mentions=(one, *(other for other in (YEREVAN, ALIYEV, IT) if other.id != one.id)),
        times=(),
        attributions=(),
        reader="rules",
    )
    actor = participant(reading.document, one, resolve_mention(knowledge, one, DAY))
    return replace(closing(), actors=(actor,), time=day(2024, 3, 4)), actor, reading


def reason_for(knowledge: KnowledgeBase, one: Mention) -> Reason:
    return reason(*told(knowledge, one), knowledge)


def test_a_capital_stands_for_its_government(knowledge: KnowledgeBase) -> None:
    event, actor, _ = told(knowledge, YEREVAN)
    assert words.why(actor) == (
        "“Yerevan” → the government of Armenia (ARM GOV): "
        "capital-as-actor; capital as government of ARM"
    )
    assert words.part("actor", event) == "actor of “closed”"
    assert reason_for(knowledge, YEREVAN) == Reason(score=0.95)


def test_whoever_else_the_words_may_mean_is_named(knowledge: KnowledgeBase) -> None:
    found = reason_for(knowledge, ALIYEV)
    assert found.weighed == ("Heydar Aliyev (AZE ELI) [heydar-aliyev]: fits less",)
    assert found.score == 0.95


def test_candidates_that_fit_as_well_say_so(knowledge: KnowledgeBase) -> None:
    found = reason_for(knowledge, replace(YEREVAN, candidates=("ARM", "RUS")))
    assert found.score == 0.5
    assert [one.partition(": ")[2] for one in found.weighed] == ["fits as well, 0.50"]


def test_candidates_that_the_words_speak_against_say_so(knowledge: KnowledgeBase) -> None:
    found = reason_for(knowledge, replace(ALIYEV, of="ARM"))
    assert len(found.weighed) == 2
    assert all(one.endswith("the words speak against it, 0.00") for one in found.weighed)


def test_candidates_of_other_tables_keep_their_id(knowledge: KnowledgeBase) -> None:
    found = reason_for(knowledge, replace(ALIYEV, candidates=("ilham-aliyev", "our-aliyev")))
    assert found.weighed == ("[our-aliyev]: not in the tables at hand",)


def test_a_pronoun_names_what_it_stands_for(knowledge: KnowledgeBase) -> None:
    assert reason_for(knowledge, IT).evidence == (
        "by the words “Yerevan”",
        "the same as “Yerevan” in sentence 1",
    )


def test_other_answers_of_the_tables_give_no_score(knowledge: KnowledgeBase) -> None:
    event, actor, reading = told(knowledge, YEREVAN)
    assert reason(event, replace(actor, code="AZE"), reading, knowledge).score is None
    assert reason(event, replace(actor, mention="unknown"), reading, knowledge) == Reason()


def test_whoever_nobody_knows_is_called_so() -> None:
    unknown = Participant(mention="", text="country", span=Span(0, 7), rule="role")
    assert words.why(unknown) == "“country” → nobody known: role"
    assert words.why(replace(unknown, code="RUS", sector="MIL", rule="")) == "“country” → RUS MIL"
