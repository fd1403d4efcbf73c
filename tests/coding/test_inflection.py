import pytest

from dragoman.coding.inflection import fold, singular, verb_forms

IRREGULAR = {"withdraw": ("withdrew", "withdrawn"), "cut": ("cut", "cut")}


@pytest.mark.parametrize(
    ("base", "form", "feature"),
    [
        ("attack", "attacks", "third"),
        ("accuse", "accusing", "gerund"),
        ("deny", "denied", "past"),
        ("ban", "banned", "participle"),
        ("travel", "travelled", "past"),
        ("travel", "traveled", "past"),
        ("withdraw", "withdrew", "past"),
        ("withdraw", "withdrawn", "participle"),
        ("cut", "cut", "past"),
        ("die", "dying", "gerund"),
    ],
)
def test_forms(base: str, form: str, feature: str) -> None:
    assert feature in verb_forms(base, IRREGULAR)[form]


@pytest.mark.parametrize(
    ("british", "american"),
    [("criticised", "criticized"), ("Labour", "labor"), ("defence", "defense")],
)
def test_spellings_are_one(british: str, american: str) -> None:
    assert fold(british) == fold(american)


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("envoys", "envoy"),
        ("embassies", "embassy"),
        ("churches", "church"),
        ("talks", "talk"),
        ("men", "man"),
        ("crisis", "crisis"),
        ("press", "press"),
    ],
)
def test_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected
