from dragoman.merge import independent
from dragoman.model import Source


def source(document: str, publisher: str = "", origin: str = "") -> Source:
    return Source(id=document, document_id=document, publisher=publisher, origin=origin)


def test_outlets_that_carry_one_agency_are_one_origin() -> None:
    carried = [source(str(n), f"Outlet {n}", "Agency") for n in range(10)]
    assert independent(carried) == 1
    assert independent([*carried, source("x", "AGENCY ")]) == 1
    assert independent([*carried, source("x", "Morning Herald", "Morning Herald")]) == 2


def test_reports_of_unknown_origin_count_by_themselves() -> None:
    assert independent([source("a"), source("b"), source("a")]) == 2
    assert independent([]) == 0
