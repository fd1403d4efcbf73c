import csv
import datetime
import io
from dataclasses import replace

import pytest

from dragoman.formats.codes import SYSTEMS, participant_code, place_code
from dragoman.formats.plover import to_plover
from dragoman.formats.tables import write_csv
from dragoman.model import Event, PlaceReference, Span
from dragoman.resolve import KnowledgeBase, System, load_knowledge_base, resolve_phrase
from tests.formats.events import closing, person

# An actor in the words of a report, the year, and its COW, GW, FIPS, CAMEO and PLOVER codes.
ACTORS = [
    ("Kosovo", 2020, "347 347 KV KSV KOS"),
    ("Palestinian Authority", 2020, "- - WE PSE PSE"),
    ("Taiwan", 2020, "713 713 TW TWN TWN"),
    ("Hong Kong", 2020, "- - HK HKG HKG"),
    ("Macao", 2020, "- - MC MAC CHN"),
    ("China", 2020, "710 710 CH CHN CHN"),
    ("West Germany", 1985, "260 260 GE DEU DEU"),
    ("East Germany", 1985, "265 265 GC DDR DDR"),
    ("Germany", 2020, "255 260 GM DEU DEU"),
    ("North Yemen", 1985, "678 678 YE YEM YEM"),
    ("South Yemen", 1985, "680 680 YS YMD YMD"),
    ("Yemen", 2020, "679 678 YM YEM YEM"),
    ("Vietnam", 2020, "816 816 VM VNM VNM"),
    ("South Vietnam", 1970, "817 817 - VNM VNM"),
    ("Yugoslavia", 1999, "345 345 YO YUG YUG"),
    ("Serbia and Montenegro", 2004, "345 345 YI SCG SCG"),
    ("Serbia", 2001, "345 345 RI SRB SRB"),
    ("Serbia", 2020, "345 340 RI SRB SRB"),
    ("Montenegro", 2020, "341 341 MJ MNE MNE"),
    ("Sudan", 2005, "625 625 SU SDN SDN"),
    ("Sudan", 2020, "625 625 SU SDN SDN"),
    ("South Sudan", 2020, "626 626 OD SSD SSD"),
    ("Nauru", 2020, "970 971 NR NRU NRU"),
    ("Tonga", 2020, "955 972 TN TON TON"),
    ("Tuvalu", 2020, "947 973 TV TUV TUV"),
    ("Kiribati", 2020, "946 970 KR KIR KIR"),
    ("Romania", 2020, "360 360 RO ROM ROU"),
    ("DR Congo", 2020, "490 490 CG COD COD"),
    ("Republic of the Congo", 2020, "484 484 CF COG COG"),
    ("East Timor", 2020, "860 860 TT TMP TLS"),
    ("Abkhazia", 2020, "- 396 GG GEO GEO"),
    ("South Ossetia", 2020, "- 397 GG GEO GEO"),
    ("Nagorno-Karabakh", 2022, "- - AJ AZE AZE"),
    ("Nagorno-Karabakh", 2025, "- - AJ AZE AZE"),
    ("Crimea", 2020, "- - UP UKR UKR"),
    ("Donetsk People's Republic", 2020, "- - UP UKR UKR"),
    ("Luhansk People's Republic", 2020, "- - UP UKR UKR"),
    ("Transnistria", 2020, "- - MD MDA MDA"),
    ("Northern Cyprus", 2020, "- - CY CYP CYP"),
    ("Somaliland", 2020, "- - SO SOM SOM"),
    ("Western Sahara", 2020, "- - WI ESH MAR"),
    ("Holy See", 2020, "- - VT VAT VAT"),
    ("Russia", 2020, "365 365 RS RUS RUS"),
    ("Soviet Union", 1985, "365 365 UR SUN SUN"),
    ("Czech Republic", 2020, "316 316 EZ CZE CZE"),
    ("Czechoslovakia", 1985, "315 315 CZ CSK CSK"),
    ("European Union", 2020, "- - - IGOEUREEC EUR"),
]

# FIPS codes that ISO 3166-1 alpha-2 gives to another country.
FIPS = """
Algeria=AG Australia=AS Austria=AU Bahrain=BA Bangladesh=BG Myanmar=BM Belarus=BO Burundi=BY
Chad=CD China=CH Chile=CI Comoros=CN Dominica=DO Salvador=ES Gambia=GA Gabon=GB Georgia=GG
Germany=GM Israel=IS DPRK=KN Kiribati=KR Liberia=LI Madagascar=MA Mongolia=MG Morocco=MO Oman=MU
Niger=NG Nigeria=NI Nicaragua=NU Paraguay=PA Palau=PS Russia=RS Senegal=SG Singapore=SN
Switzerland=SZ Tonga=TN Togo=TO Zambia=ZA Trinidad=TD Congo=CF DRC=CG
"""


@pytest.fixture(scope="module", name="knowledge")
def _knowledge() -> KnowledgeBase:
    return load_knowledge_base()


def told_of(knowledge: KnowledgeBase, name: str, year: int) -> Event:
    """An event of the middle of `year` whose actor is what `name` resolves to."""
    date = datetime.date(year, 7, 1)
    known = resolve_phrase(knowledge, name, date)
    actor = person(
        "Norwall", code=known.code, sector=known.sector, identifier_id=known.actor, rule=known.rule
    )
    event = closing()
    return replace(event, actors=(actor,), time=replace(event.time, earliest=date, latest=date))


def first_row(event: Event, knowledge: KnowledgeBase) -> dict[str, str]:
    file = io.StringIO(newline="")
    write_csv([event], file, knowledge)
    return next(csv.DictReader(io.StringIO(file.getvalue(), newline="")))


@pytest.mark.parametrize(("name", "year", "codes"), ACTORS)
def test_actors_have_the_codes_of_each_system(
    knowledge: KnowledgeBase, name: str, year: int, codes: str
) -> None:
    event = told_of(knowledge, name, year)
    row = first_row(event, knowledge)
    assert " ".join(row[f"actor_{system}"] or "-" for system in SYSTEMS) == codes
    assert to_plover(event, knowledge)["actor"][0]["code"] == codes.rsplit(maxsplit=1)[-1]


@pytest.mark.parametrize("pair", FIPS.split())
def test_fips_codes_that_mean_another_country_in_iso(knowledge: KnowledgeBase, pair: str) -> None:
    name, code = pair.split("=")
    name = {
        "Salvador": "El Salvador",
        "DPRK": "North Korea",
        "Trinidad": "Trinidad and Tobago",
        "Congo": "Republic of the Congo",
        "DRC": "DR Congo",
    }.get(name, name)
    known = resolve_phrase(knowledge, name, datetime.date(2020, 7, 1))
    actor = person("Norwall", code=known.code, identifier_id=known.actor)
    assert participant_code(knowledge, actor, System.FIPS, None) == code
    assert code not in {row["iso2"] for row in knowledge.state_rows(known.actor)}


@pytest.mark.parametrize(
    ("country", "lon", "codes"),
    [
        ("PSE", 34.46, "- - GZ PSE PSE"),
        ("PSE", 35.25, "- - WE PSE PSE"),
        ("PSE", None, "- - WE PSE PSE"),
        ("ESH", -13.2, "- - WI ESH MAR"),
        ("XKX", 21.16, "347 347 KV KSV KOS"),
        ("HKG", 114.2, "- - HK HKG HKG"),
        ("SRB", 20.46, "345 340 RI SRB SRB"),
        ("", 0.0, "- - - - -"),
    ],
)
def test_places_have_their_countrys_codes(
    knowledge: KnowledgeBase, country: str, lon: float | None, codes: str
) -> None:
    lat = None if lon is None else 31.5
    place = PlaceReference(
        text="Lastver", span=Span(0, 7), country_code=country, lat=lat, lon=lon, resolution="city"
    )
    row = first_row(replace(closing(), place=place), knowledge)
    assert " ".join(row[f"country_{system}"] or "-" for system in SYSTEMS) == codes
    assert place_code(knowledge, place, System.PLOVER, None) == codes[-3:].strip(" -")


def test_whoever_is_unknown_has_no_codes(knowledge: KnowledgeBase) -> None:
    for system in SYSTEMS:
        assert participant_code(knowledge, person("Norwall"), system, None) == ""


def test_people_go_by_the_state_that_they_act_for(knowledge: KnowledgeBase) -> None:
    event = told_of(knowledge, "president of Abkhazia", 2022)
    row = first_row(event, knowledge)
    assert (row["actor_code"], row["actor_sector"], row["actor_cow"]) == ("GEO", "PRE", "372")
