import datetime

import pytest

from dragoman.resolve import KnowledgeBase, System, all_codes, translate

COLUMNS = (System.ISO3, System.COW, System.GW, System.FIPS, System.CAMEO, System.PLOVER)
TRICKY = {
    "XKX": ("XKX", "347", "347", "KV", "KSV", "KOS"),
    "PSE": ("PSE", "", "", "WE", "PSE", "PSE"),
    "TWN": ("TWN", "713", "713", "TW", "TWN", "TWN"),
    "HKG": ("HKG", "", "", "HK", "HKG", "HKG"),
    "MAC": ("MAC", "", "", "MC", "MAC", "CHN"),
    "DEU": ("DEU", "255", "260", "GM", "DEU", "DEU"),
    "DDR": ("DDR", "265", "265", "GC", "DDR", "DDR"),
    "YEM": ("YEM", "679", "678", "YM", "YEM", "YEM"),
    "YMD": ("YMD", "680", "680", "YS", "YMD", "YMD"),
    "VNM": ("VNM", "816", "816", "VM", "VNM", "VNM"),
    "SOUTH-VIETNAM": ("", "817", "817", "", "VNM", "VNM"),
    "SRB": ("SRB", "345", "340", "RI", "SRB", "SRB"),
    "SCG": ("SCG", "345", "345", "YI", "SCG", "SCG"),
    "YUG": ("YUG", "345", "345", "YO", "YUG", "YUG"),
    "MNE": ("MNE", "341", "341", "MJ", "MNE", "MNE"),
    "SDN": ("SDN", "625", "625", "SU", "SDN", "SDN"),
    "SSD": ("SSD", "626", "626", "OD", "SSD", "SSD"),
    "NRU": ("NRU", "970", "971", "NR", "NRU", "NRU"),
    "TON": ("TON", "955", "972", "TN", "TON", "TON"),
    "TUV": ("TUV", "947", "973", "TV", "TUV", "TUV"),
    "KIR": ("KIR", "946", "970", "KR", "KIR", "KIR"),
    "ROU": ("ROU", "360", "360", "RO", "ROM", "ROU"),
    "COD": ("COD", "490", "490", "CG", "COD", "COD"),
    "COG": ("COG", "484", "484", "CF", "COG", "COG"),
    "TLS": ("TLS", "860", "860", "TT", "TMP", "TLS"),
    "ABKHAZIA": ("", "", "396", "GG", "GEO", "GEO"),
    "SOUTH-OSSETIA": ("", "", "397", "GG", "GEO", "GEO"),
    "NAGORNO-KARABAKH": ("", "", "", "AJ", "AZE", "AZE"),
    "CRIMEA": ("", "", "", "UP", "UKR", "UKR"),
    "DONETSK-PR": ("", "", "", "UP", "UKR", "UKR"),
    "LUHANSK-PR": ("", "", "", "UP", "UKR", "UKR"),
    "TRANSNISTRIA": ("", "", "", "MD", "MDA", "MDA"),
    "NORTHERN-CYPRUS": ("", "", "", "CY", "CYP", "CYP"),
    "SOMALILAND": ("", "", "", "SO", "SOM", "SOM"),
    "WESTERN-SAHARA": ("ESH", "", "", "WI", "ESH", "MAR"),
    "VAT": ("VAT", "", "", "VT", "VAT", "VAT"),
    "GEO": ("GEO", "372", "372", "GG", "GEO", "GEO"),
    "AUS": ("AUS", "900", "900", "AS", "AUS", "AUS"),
    "AUT": ("AUT", "305", "305", "AU", "AUT", "AUT"),
    "RUS": ("RUS", "365", "365", "RS", "RUS", "RUS"),
}


@pytest.mark.parametrize("code", TRICKY)
def test_the_tricky_entries_today(shipped: KnowledgeBase, code: str) -> None:
    assert tuple(translate(shipped, code, system) for system in COLUMNS) == TRICKY[code]


@pytest.mark.parametrize(
    ("code", "system", "year", "expected"),
    [
        ("DEU", System.COW, 1989, "260"),
        ("DEU", System.COW, 1991, "255"),
        ("DEU", System.GW, 1989, "260"),
        ("YEM", System.COW, 1989, "678"),
        ("YEM", System.COW, 1991, "679"),
        ("YEM", System.GW, 1991, "678"),
        ("SRB", System.GW, 2001, "345"),
        ("SRB", System.GW, 2007, "340"),
        ("DEU", System.COW, 1900, "260"),
        ("YUG", System.COW, 2024, "345"),
    ],
)
def test_numbers_that_changed(
    shipped: KnowledgeBase, code: str, system: System, year: int, expected: str
) -> None:
    assert translate(shipped, code, system, datetime.date(year, 7, 1)) == expected


def test_the_other_systems(shipped: KnowledgeBase) -> None:
    assert translate(shipped, "AFG", System.M49) == "004"
    assert translate(shipped, "XKX", System.ISO2) == "XK"
    assert translate(shipped, "XKX", System.M49) == ""
    assert translate(shipped, "GRL", System.PLOVER) == "DNK"
    assert translate(shipped, "NAM", System.ISO2) == "NA"


def test_readers_get_all_codes_of_an_entry(shipped: KnowledgeBase) -> None:
    assert all_codes(shipped, "PSE", System.FIPS) == ("WE", "GZ")
    assert all_codes(shipped, "COD", System.CAMEO) == ("COD", "ZAR")
    assert all_codes(shipped, "ROU", System.CAMEO) == ("ROM", "ROU")


@pytest.mark.parametrize(
    ("code", "plover", "cameo"),
    [
        ("EU", "EUR", "IGOEUREEC"),
        ("UN", "UNO", "IGOUNO"),
        ("NATO", "IGO", "IGOWSTNAT"),
        ("ICRC", "NGO", "IRC"),
        ("IMG", "IMG", "IMG"),
        ("NGO", "NGO", "NGO"),
        ("NARNIA", "", ""),
    ],
)
def test_organisations_have_codes_in_two_systems(
    shipped: KnowledgeBase, code: str, plover: str, cameo: str
) -> None:
    assert translate(shipped, code, System.PLOVER) == plover
    assert translate(shipped, code, System.CAMEO) == cameo
    assert translate(shipped, code, System.COW) == ""


def test_cow_and_gw_numbers_differ_only_where_they_do(shipped: KnowledgeBase) -> None:
    states = {row["id"] for row in shipped.rows if row.table == "states" and row["kind"] == "state"}
    differing = {
        code
        for code in states
        if translate(shipped, code, System.COW) != translate(shipped, code, System.GW)
    }
    assert differing == {"DEU", "YEM", "SRB", "TUV", "TON", "NRU", "KIR"}


@pytest.mark.parametrize("system", [System.ISO2, System.ISO3, System.COW, System.GW])
def test_no_code_of_today_is_given_twice(shipped: KnowledgeBase, system: System) -> None:
    rows = [row for row in shipped.rows if row.table == "states" and not row["valid_to"]]
    codes = [row[system.value] for row in rows if row[system.value]]
    assert len(codes) == len(set(codes))
