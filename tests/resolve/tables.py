"""Small tables of an invented world, written to a folder."""

import csv
from pathlib import Path

from dragoman.resolve import KnowledgeBase
from dragoman.resolve.kb.tables import COLUMNS, folder_rows

STATES = [
    {
        "id": "RUR",
        "cow": "365",
        "name": "Ruritania",
        "names": "Kingdom of Ruritania",
        "demonyms": "Ruritanian;Ruritanians",
        "capital": "Strelsau",
        "metonyms": "Old Palace;War House=MIL",
        "leader": "king/2018-05-01;prime minister",
        "kind": "state",
    },
    {
        "id": "ZEN",
        "cow": "999",
        "name": "Zenda",
        "demonyms": "Zendan",
        "capital": "Zenda City",
        "leader": "president",
        "kind": "state",
    },
    {
        "id": "HENTZAU",
        "name": "Hentzau",
        "names": "Republic of Hentzau",
        "demonyms": "Hentzauer",
        "capital": "Rupertstadt",
        "kind": "defacto",
        "parent": "ZEN",
        "valid_from": "1992",
        "valid_to": "2024-01-01",
    },
]
ORGANISATIONS = [
    {"id": "elphberg-pact", "code": "EP", "name": "Elphberg Pact", "kind": "igo"},
    {
        "id": "pact-assembly",
        "code": "EP",
        "name": "Pact Assembly",
        "kind": "igo",
        "sector": "LEG",
    },
]
OFFICES = [
    ("RUR", "king", "rudolf-elphberg", "Rudolf Elphberg", "2000-01-01", ""),
    ("RUR", "prime minister", "fritz-tarlenheim", "Fritz von Tarlenheim", "2015-03-01", "2020-06"),
    ("RUR", "prime minister", "flavia-strofzin", "Flavia Strofzin", "2020-06", ""),
    ("RUR", "defence minister", "fritz-tarlenheim", "Fritz von Tarlenheim", "2012", "2015-03-01"),
    ("ZEN", "president", "anton-detchard", "Anton Detchard", "2010-01-01", "2020-06"),
    ("ZEN", "foreign minister", "maria-detchard", "Maria Detchard", "2016-02-01", ""),
    ("HENTZAU", "president", "rupert-hentzau", "Rupert of Hentzau", "1999", "2024-01-01"),
    ("elphberg-pact", "secretary-general", "karl-sapt", "Karl Sapt", "2018-09-01", ""),
    ("black-band", "leader", "michael-strelsau", "Michael Krafft", "2009", ""),
]
GROUPS = [
    {
        "id": "black-band",
        "name": "Black Band",
        "country": "ZEN",
        "sector": "REB",
        "valid_to": "2021-08-15",
    },
    {
        "id": "black-band",
        "name": "Black Band",
        "country": "ZEN",
        "sector": "GOV",
        "valid_from": "2021-08-15",
    },
]
TITLES = [
    ("president", "GOV", "office"),
    ("prime minister", "GOV", "office"),
    ("defence minister", "GOV", "office"),
    ("leader", "GOV", "role"),
    ("secretary-general", "GOV", "office"),
    ("border guards", "MIL", "group"),
    ("lawmaker", "LEG", "role"),
    ("troops", "MIL", "group"),
    ("rebels", "REB", "group"),
    ("fighters", "REB", "group"),
    ("spokesman", "GOV", "role"),
    ("residents", "CVL", "group"),
]


def write(folder: Path, table: str, rows: list[dict[str, str]], name: str = "") -> Path:
    """Writes one table; columns that a row lacks are empty."""
    folder.mkdir(exist_ok=True)
    columns = list(COLUMNS[table])
    columns += [column for column in ("leader",) if any(column in row for row in rows)]
    path = folder / (name or f"{table}.csv")
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


def office(*cells: str) -> dict[str, str]:
    """One row of the offices: state, office, person, name, from, to, note."""
    return dict(
        zip(("state", "office", "person", "name", "from", "to", "note"), cells, strict=False)
    )


def small_world(folder: Path) -> KnowledgeBase:
    """Two states, an entity that was, a pact and a group, with their people."""
    write(folder, "states", STATES)
    write(folder, "organisations", ORGANISATIONS)
    write(folder, "offices", [office(*row) for row in OFFICES])
    write(folder, "groups", GROUPS)
    write(
        folder, "titles", [dict(zip(("title", "sector", "kind"), t, strict=True)) for t in TITLES]
    )
    write(folder, "office_words", [{"word": "premier", "offices": "prime minister"}])
    return KnowledgeBase(folder_rows(folder))
