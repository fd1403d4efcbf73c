import pytest

from dragoman.model import SpeakerKind
from dragoman.read.attribution import speaker_kind
from tests.read.attribution.test_find import attributed


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nikol Pashinyan said that rain fell.", SpeakerKind.NAMED),
        ("Kremlin spokesman Dmitry Peskov said that rain fell.", SpeakerKind.NAMED),
        ("The road is open, said Ani Badalyan, a spokeswoman.", SpeakerKind.NAMED),
        ("Armenian officials said that rain fell.", SpeakerKind.ANONYMOUS),
        ("A person familiar with the plan said that rain fell.", SpeakerKind.ANONYMOUS),
        ("A spokesman said that rain fell.", SpeakerKind.ANONYMOUS),
        ("It was reported that the road was open.", SpeakerKind.ANONYMOUS),
        ("The Armenian government said that rain fell.", SpeakerKind.INSTITUTION),
        ("Armenia said that rain fell.", SpeakerKind.INSTITUTION),
        ("A poll showed that people wait.", SpeakerKind.DOCUMENT),
        ("According to a report by Zeta Press, rain fell.", SpeakerKind.DOCUMENT),
        ("Zeta Press reported that rain fell.", SpeakerKind.AGENCY),
        ("They said that rain fell.", SpeakerKind.UNKNOWN),
    ],
)
def test_kinds_of_speakers(text: str, kind: SpeakerKind) -> None:
    assert [item.speaker_kind for item in attributed(text)[1]] == [kind]


def test_a_pronoun_is_what_it_stands_for() -> None:
    first, second = attributed("Nikol Pashinyan said that rain fell. He said that it was cold.")[1]
    assert first.speaker_kind == second.speaker_kind == SpeakerKind.NAMED


def test_without_the_mention_the_words_decide() -> None:
    report, items = attributed("Nikol Pashinyan said that rain fell.")
    assert speaker_kind(items[0], {}, report.text) == SpeakerKind.NAMED
