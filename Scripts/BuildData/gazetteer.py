"""Derives the gazetteer's tables: the region in depth, behind it the world's cities and countries.

The curated tables stand first: what they say is not said again, and a place of theirs gets names
alone. What the rows mean, what is left out and why: Gazetteer/Data/Derived/PROVENANCE.md.
"""

import pathlib

import cities
import cldr
import curated
import flatfile
import geonames
import noise
import provenance_names
import units
from cities import Sources
from geonames import City
from rows import Tables

_FOLDER = "Gazetteer/Data/Derived"
_OUTLINES = "Sources/BoundariesData/Outlines/outlines.bin"
# West, south, east, north in degrees: the South Caucasus and what lies around it.
_REGION = (40, 36, 52, 44)
# The languages in which the world's cities and countries are named: English, those of the region
# and its neighbours, and three in which much about it is written.
_WORLD_LOCALES = ("ab", "ar", "az", "ce", "de", "en", "fa", "fr", "hy", "ka", "ku", "os", "ru",
                  "tr", "uk")
# Those of them that CLDR has country names for, and Azerbaijani in its former letters.
COUNTRY_LOCALES = ("ar", "az", "az_Cyrl", "ce", "de", "en", "fa", "fr", "hy", "ka", "ku", "os",
                    "ru", "tr", "uk")


def build(cache: pathlib.Path, root: pathlib.Path) -> dict[str, str]:
    """The text of each derived table and of the page about them, by path in the repository."""
    known = curated.read(root / "Gazetteer/Data/Tables")
    everything = geonames.places(cache)
    countries = geonames.countries(cache)
    given = Sources(
        geonames.tagged(cache), cldr.scripts_by_language(cache), known,
        _capitals(everything, countries), geonames.units(cache))
    region = _region(everything, given, cache)
    region_ledger, given.ledger = given.ledger, noise.Ledger()
    world = _world(everything, _outlined(root / _OUTLINES), given, cache)
    page = provenance_names.page(region, world, region_ledger, given.ledger, known,
                                 _WORLD_LOCALES)
    return (region.files(f"{_FOLDER}/Region", "") | world.files(f"{_FOLDER}/World", ".gz")
            | {f"{_FOLDER}/PROVENANCE.md": page})


def _capitals(everything: list[City], countries: dict[str, dict]) -> set[int]:
    """The numbers of the capitals: of the places with the capital's name the most populous."""
    named: dict[str, City] = {}
    for city in everything:
        if city.country in countries and city.name == countries[city.country]["capital"]:
            known = named.get(city.country)
            if not known or (city.population, -city.number) > (known.population, -known.number):
                named[city.country] = city
    return {city.number for city in named.values()}


def _region(everything: list[City], given: Sources, cache: pathlib.Path) -> Tables:
    inside = cities.merged([c for c in everything if _is_inside(c)], given.curated, given.ledger)
    tables = units.region_units(inside, given, cache)
    for city in inside:
        if city.id not in given.curated.positions:
            tables.places.append(cities.place(city, given))
        tables.memberships += cities.memberships(city, given, has_units=True)
        tables.names += cities.names(city, given, locales=None, untagged=True)
    return tables


def _world(everything: list[City], outlines: frozenset[str], given: Sources, cache: pathlib.Path
           ) -> Tables:
    tables = units.world_countries(COUNTRY_LOCALES, everything, outlines, given, cache)
    large, locales = geonames.large_cities(cache), frozenset(_WORLD_LOCALES)
    for city in everything:
        if city.number not in large or _is_inside(city):
            continue
        if city.id not in given.curated.positions:
            tables.places.append(cities.place(city, given))
        tables.memberships += cities.memberships(city, given, has_units=False)
        tables.names += cities.names(city, given, locales, untagged=False)
    return tables


def _is_inside(city: City) -> bool:
    west, south, east, north = _REGION
    return west <= city.longitude <= east and south <= city.latitude <= north


def _outlined(path: pathlib.Path) -> frozenset[str]:
    """The ids that have an outline."""
    return frozenset(flatfile.area_ids(path.read_bytes()))
