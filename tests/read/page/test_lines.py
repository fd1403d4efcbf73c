import pytest

from dragoman.read.page import lines


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        ("WorldMinisters meet in Prague", None, ("World", "Ministers meet in Prague")),
        ("EasternMinisters meet", "Ministers meet", ("Eastern", "Ministers meet")),
        ("Worldwide talks resume", None, None),
        ("News of talks spreads", None, None),
        ("Ministers meet", "Ministers meet", None),
    ],
)
def test_fused_sections(line: str, following: str | None, expected: tuple | None) -> None:
    assert lines.fused_section(line, following) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Photo: Lena Ort / Caspian Press", "Lena Ort / Caspian Press"),
        ("Image source: © Agency | Someone#12", "© Agency | Someone#12"),
        ("(AP Photo/Someone)", "AP Photo/Someone"),
        ("The source: a minister", None),
        ("Reuters/Ipsos polls show that voters disagree.", None),
        ("The photo was taken in May.", None),
    ],
)
def test_credits(line: str, expected: str | None) -> None:
    assert lines.credit_of(line) == expected


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Lena Ort", ("Lena Ort",)),
        ("By Lena Ort and Pavel Dunn", ("Lena Ort", "Pavel Dunn")),
        ("by Lena Ort, Pavel Dunn", ("Lena Ort", "Pavel Dunn")),
        ("By the river they waited for news.", ()),
        ("Bystanders fled", ()),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    assert lines.byline_names(line) == names


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("© 2024 Caspian Courier. All rights reserved.", "Caspian Courier"),
        ("© courier.example", "courier.example"),
        ("Copyright 2019-2024 Caspian Courier", "Caspian Courier"),
    ],
)
def test_copyright(line: str, holder: str) -> None:
    assert lines.is_copyright(line)
    assert lines.copyright_holder(line) == holder


def test_furniture_is_told_from_the_story() -> None:
    assert lines.is_related_heading("Related content")
    assert lines.is_related_heading("Read also: Ministers meet in Prague")
    assert not lines.is_related_heading("Related parties signed the deal on Monday.")
    assert lines.is_chatter("·")
    assert lines.is_chatter("Share on Facebook")
    assert lines.is_chatter("Archive > Releases > 2023")
    assert not lines.is_chatter("Shares fell.")
    assert lines.is_section("World > Europe")
    assert not lines.is_section("World leaders meet")
