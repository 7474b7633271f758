"""Rows of the gazetteer tables, in the columns of Gazetteer/Data/Tables, and their text."""

from dataclasses import dataclass

import gazetteer_tables

_HEADERS = {
    "places": "# Places. Derived by Scripts/build-data; see ../PROVENANCE.md. Do not edit.",
    "names": "# Names of places. Derived by Scripts/build-data; see ../PROVENANCE.md. Do not edit.",
    "memberships": "# Which country and unit a place belongs to. Derived; see ../PROVENANCE.md.",
}


@dataclass(frozen=True)
class Place:
    """A row of places.tsv. Degrees, WGS 84."""

    id: str
    kind: str
    label: str
    longitude: str
    latitude: str
    uncertainty_m: str
    extent: str
    population: str
    rank: str
    source: str
    certainty: str
    period: str = ""
    note: str = ""


@dataclass(frozen=True)
class Name:
    """A row of names.tsv."""

    place_id: str
    text: str
    language: str
    source: str
    certainty: str
    kind: str = "alternate"
    perspective: str = ""
    period: str = ""
    usual: str = ""
    derived: str = ""
    note: str = ""


@dataclass(frozen=True)
class Membership:
    """A row of memberships.tsv."""

    place_id: str
    relation: str
    target_id: str
    source: str
    certainty: str
    default: str = ""
    perspective: str = ""
    period: str = ""
    note: str = ""


@dataclass
class Tables:
    """The three tables of one folder, in any order."""

    places: list[Place]
    names: list[Name]
    memberships: list[Membership]

    def files(self, folder: str, ending: str) -> dict[str, str]:
        """The text of each table by its path."""
        return {f"{folder}/{table}.tsv{ending}": _text(table, getattr(self, table))
                for table in _HEADERS}


def degrees(value: float) -> str:
    """A coordinate in degrees to five decimals, about a metre: 46.7 for 46.70000."""
    text = f"{value:.5f}".rstrip("0")
    text = text + "0" if text.endswith(".") else text
    return "0.0" if text == "-0.0" else text


def _text(table: str, rows: list) -> str:
    columns = gazetteer_tables.COLUMNS[table].split()
    keys = gazetteer_tables.KEYS[table].split()
    ordered = sorted(rows, key=lambda row: tuple(getattr(row, key) for key in keys))
    lines = [_HEADERS[table], "\t".join(columns)]
    lines += ["\t".join(getattr(row, column) for column in columns) for row in ordered]
    return "\n".join(lines) + "\n"
