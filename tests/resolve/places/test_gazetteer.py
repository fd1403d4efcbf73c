"""The compiled gazetteer: written once, opened again, replaced when broken."""

from pathlib import Path

import pytest

from dragoman.resolve.places import Gazetteer
from dragoman.resolve.places.entries import Entry
from dragoman.resolve.places.names import is_name, name_key
from dragoman.resolve.places.store import Store, compiled, opened, write


def _entry(name: str, *others: str, prior: float = 5.0) -> Entry:
    return Entry(
        number=7,
        kind="city",
        country="AM",
        admin="11",
        lat=40.0,
        lon=44.5,
        population=1000,
        prior=prior,
        names=(name, *others),
    )


def test_what_is_compiled_can_be_found_again(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "places.bin"
    write(path, compiled([_entry("Gyumri", "Leninakan"), _entry("Goris", "Gyumri", prior=3.0)]))
    store = opened(path)
    assert store is not None
    assert [place.name for place in store.find("gyumri")] == ["Gyumri", "Goris"]
    assert store.find("leninakan")[0].prior == pytest.approx(5.0 - Store.ALTERNATE)
    assert store.find("nowhere") == ()
    assert len(store) == 2
    assert [one.name for one in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("content", [b"", b"dragoman places 1\nnonsense", b"something else"])
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "places.bin"
    path.write_bytes(content)
    assert opened(path) is None


def test_a_folder_that_cannot_be_written_is_an_os_error(nowhere: Path) -> None:
    with pytest.raises(OSError, match="file"):
        write(nowhere / "places.bin", b"")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint Louis", "St. Louis"),
        ("Deir ez-Zor", "deir ez zor"),
        ("Sana’a", "Sanaa"),
        ("São Paulo", "Sao Paulo"),
        ("The Hague", "hague"),
    ],
)
def test_names_are_compared_without_marks(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_codes_and_other_alphabets_are_no_names() -> None:
    assert not any(map(is_name, ("LHR", "Ереван", "ABCDE", "yerevan", "Ba")))


def test_every_country_of_the_tables_is_found(gazetteer: Gazetteer) -> None:
    for name in ("Armenia", "Kosovo", "Myanmar", "Ivory Coast", "U.S.", "UK", "Holy See"):
        assert gazetteer.find(name), name


def test_points_lie_on_earth(gazetteer: Gazetteer) -> None:
    for index in range(0, len(gazetteer.store), 97):
        place = gazetteer.store.place(index)
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180
