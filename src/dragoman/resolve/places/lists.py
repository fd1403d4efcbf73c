"""Words that tell a place from a person, an organisation or a common word."""

from functools import cache
from importlib.resources import files

from dragoman.resolve.kb.tables import shipped_rows

LOCATIVE = frozenset(
    """in near at outside inside around across throughout into downtown via toward towards
    between central eastern western northern southern northeastern northwestern southeastern
    southwestern northwest northeast southwest southeast north south east west rural suburban
    nearby upstate greater metro metropolitan""".split()
)
"""Words before a place: in most uses a place follows them."""

WEAK = frozenset("of from to on for and or the through over off leaving left visit visited".split())
"""Words before a place that stand before other names too."""

LOCAL = frozenset(
    """resident residents police man woman men women area areas city cities town towns village
    villages native natives mayor school schools based region regions province provinces
    district districts governorate oblast county suburb suburbs border borders office officials
    council councillor councillors neighborhood neighbourhood outskirts airport port harbour
    harbor river hospital streets street community residence home homes house couple family
    teenager teen teenagers student students firefighters officer officers detectives court
    courts front valley island islands mountains coast bay camp refugee crossing corridor
    peninsula state states prefecture department municipality hotel church market plant factory
    mosque station bridge metro metropolitan stadium university college""".split()
)
"""Words behind a name that make it a place's."""

KINDS = frozenset(
    """corridor crossing strait straits region oblast province governorate peninsula prison airport
    camp base valley river heights gorge""".split()
)
"""Words in small letters that may end a name of the gazetteer."""

COMPASS = frozenset("northern southern eastern western central north south east west".split())
"""Words in small letters that may begin a name of the gazetteer: northern Gaza."""

UNITS = frozenset(
    """County City River Lake University College Airport Island Islands Bay Valley Mountains
    Police Fire School Schools High Middle Elementary Township Town Village Borough Council
    Hospital Memorial Community Public Municipal Regional International District Province Region
    Governorate Oblast Parish Park Stadium Station Street Chamber State Beach Harbor Port Area
    Junction Heights Hills Springs Falls Creek Center Centre Museum Symphony Superior Circuit
    Court Post Gazette Times News Tribune Herald Journal Daily Sheriff Mayor Department
    Volunteer Army Junior Central Metropolitan Metro East West North South Correctional Medical
    Health Strip Peninsula Corridor General Academy Institute Christian United Rotary Historical
    Housing Parks Recreation""".split()
)
"""Capitalised words behind a name of which it is a part: the name keeps its place."""

ROADS = frozenset(
    """Street St Road Rd Avenue Ave Drive Dr Lane Ln Boulevard Blvd Parkway Highway Freeway
    Turnpike Court Terrace Trail Bypass""".split()
)
FEATURES = frozenset(
    """River Creek Lake Valley Mountain Mountains Forest Park Island Bridge Airport Hills Bay
    Beach Wilderness Dam Reservoir Peninsula Stadium Heights""".split()
)
"""Words that end the name of a place that no gazetteer need know."""

BEFORE = frozenset(
    """University College Bank Republic Port Lake Mount Bishop Archbishop Diocese City Town
    Village North South East West Northern Southern Eastern Western Central Greater Upper Lower
    Old New Downtown Metro Near In At From To Of The A An And Inside Outside Across Around For
    With By On While After Before When As If But Since Where Former Historic Interstate Rural
    Mayor Team Visit Via Against""".split()
)
"""Capitalised words before a name that do not make it a person's."""

TITLES = frozenset(
    """Mr Mrs Ms Miss Dr Sen Rep Gov Gen Col Lt Maj Capt Sgt Rev Prof Judge Justice President
    Senator Representative Governor General Colonel Lieutenant Captain Sergeant Reverend
    Professor Coach Officer Detective Investigator Deputy Sheriff Chief Pastor Sir Lord Lady
    Dame Prince Princess King Queen Councilman Councilwoman Commissioner Councillor Cllr
    Superintendent Principal Director Trooper Minister Secretary Chairman Attorney Ambassador
    Pope Father Sister Brother Fr Congressman Congresswoman Inspector Constable Corporal Cpl Pvt
    Spc Sheikh Ayatollah Imam Emir Chancellor Premier Saint Commander Adm Admiral Aunt Uncle
    Mother""".split()
)
"""Words before the name of a person."""

SPEECH = frozenset(
    """said says told added adds explained noted recalled asked wrote replied testified laughed
    joked admitted thinks thought believes hopes hit scored threw pitched passed ran drove
    walked pleaded who whose himself herself added scored his her jr sr""".split()
)
"""Words behind the name of a person."""

FIRMS = frozenset("Inc Corp Co Ltd LLC LLP Jr Sr II III IV & Bros Brothers Sons Esq PhD MD".split())

NOT_PLACES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december mon tue wed thu fri sat sun jan feb mar
    apr jun jul aug sept sep oct nov dec christmas easter ramadan god christ lord obama trump
    bush clinton republican republicans democrat democrats senate congress house nato un united
    nations police army navy court mayor president minister university college church school
    street center central union north south east west northern southern eastern western national
    international federal state county city town village of the and in on at by for with from to
    as is it he she they we you this that these those his her my our their what when where who
    why how not no yes but if or so an a all also are was were be been being do did does has had
    have ap afp reuters cnn bbc many most some one two three new old first last media market
    bank group party association street road lake park valley hill hills forest island river bay
    beach spring summer winter autumn fall more less best good great big little long high low
    white black green red blue brown gray young early late santa san saint los las el la le du
    de von van al bin internet english google facebook twitter apple amazon fox disney ford
    lincoln mercury victoria marina royal crown sunrise sunset independence liberty hope home
    sports sport business news world western""".split()
)
"""Names of small places that mean something else in nearly every report."""


@cache
def given_names() -> frozenset[str]:
    """Given names: the most used ones of the United States' census, and of office holders."""
    known = {
        row["name"].split()[0]
        for row in shipped_rows()
        if row.table == "offices" and " " in row["name"]
    }
    return frozenset(_lines("given_names")) | known


@cache
def surnames() -> frozenset[str]:
    """The most used family names of the United States' census, and those of office holders."""
    known = {
        row["name"].split()[-1]
        for row in shipped_rows()
        if row.table == "offices" and " " in row["name"]
    }
    return frozenset(_lines("surnames")) | known


@cache
def common_words() -> frozenset[str]:
    """English words that are names of places too, in lower case."""
    return frozenset(_lines("common_words")) | NOT_PLACES


def _lines(name: str) -> list[str]:
    file = files(__package__).joinpath("tables", f"{name}.txt")
    return file.read_text(encoding="utf-8").split()
