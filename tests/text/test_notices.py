import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.notices import find_notices

NOTICES = [
    (
        "Text and data mining of this website is prohibited without the prior written consent of "
        "the publisher.",
        {"mining"},
        set(),
    ),
    (
        "You may not copy, store or republish any article, and no material on this site may be "
        "used to train artificial intelligence systems, without our permission.",
        {"ai_training", "storage"},
        set(),
    ),
    (
        "The publisher expressly reserves its rights against automated collection of the content "
        "of this portal, including for machine learning. This does not apply to indexing by search "
        "engines or to uses permitted by applicable law.",
        {"mining", "ai_training"},
        {"search indexing", "permitted by law"},
    ),
    (
        "Reproduction of content requires our express consent, except under a licence agreement.",
        {"storage"},
        {"under contract"},
    ),
]


@pytest.mark.parametrize(("text", "uses", "exceptions"), NOTICES)
def test_notices(text: str, uses: set[str], exceptions: set[str]) -> None:
    [notice] = find_notices(f"A story.\n\n{text}\n")
    assert set(notice.uses) == uses
    assert set(notice.exceptions) == exceptions


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said mining in the protected area is prohibited.",
        "Troops may not be stored near the border, the general joked.",
        "© 2024 The Paper. All rights reserved.",
        "Artificial intelligence requires permission of the regulator, a minister said.",
        "She downloaded the article without a word.",
    ],
)
def test_news_is_no_notice(text: str) -> None:
    assert find_notices(text) == ()


@given(st.text(max_size=200))
def test_spans_are_whole_paragraphs(text: str) -> None:
    for notice in find_notices(text):
        assert "\n" not in notice.span.of(text)
