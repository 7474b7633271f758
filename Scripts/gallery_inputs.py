"""Writes the made-up tables and the layer that the gallery draws: gallery_inputs.py FOLDER

Nothing in them happened: fairs and weather with fixed seeds, at real places, so that pictures can be shown without
telling anything of anyone. The same bytes from every run.
"""

import csv
import json
import pathlib
import random
import sys

_SEED = 20261124
_WORLD = (
    "Amsterdam Bangkok Bogotá Brisbane Cairo Casablanca Chicago Dakar Delhi Dubai Hanoi Helsinki Istanbul Jakarta "
    "Johannesburg Karachi Kinshasa Lagos Lima Lisbon London Madrid Manila Melbourne Montreal Moscow Mumbai Nairobi "
    "Paris Rome Santiago Seoul Singapore Stockholm Tehran Tokyo Toronto Vienna Warsaw Yerevan Baku Tbilisi").split()
_PACIFIC = [("Suva", 4200), ("Auckland", 26000), ("Nouméa", 5100), ("Port Vila", 1900), ("Honolulu", 18000),
            ("Papeete", 3800), ("Apia", 2400), ("Wellington", 9600), ("Honiara", 1300)]
_SKY = ("hail", "storm", "frost", "flood")


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "dense.csv", _weather(20_000))
    _write(folder / "fairs.csv", _fairs(_WORLD))
    _write(folder / "pacific.csv", [
        _fair(number, place, visitors) for number, (place, visitors) in enumerate(_PACIFIC, 1)])
    _write(folder / "one.csv", [{
        "id": "fair", "date": "2031-05-18", "place": "Gori", "title": "A made-up fair of wooden toys",
        "category": "fair", "visitors": 2400, "counted": "visitors"}])
    (folder / "walk.geojson").write_text(json.dumps(_walk(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _weather(count: int) -> list[dict]:
    """Reports around sixty centres, as they gather around towns, and a tenth of them anywhere."""
    generator = random.Random(_SEED)
    centres = [(generator.uniform(40.5, 49), generator.uniform(38.6, 42.6), generator.uniform(0.05, 0.35))
               for _ in range(60)]

    def report(number: int) -> dict:
        east, north, spread = generator.choice(centres)
        if number % 10 == 0:
            east, north, spread = 44.8, 40.6, 1.6
        day = f"{generator.randint(2031, 2033)}-{generator.randint(1, 12):02}-{generator.randint(1, 28):02}"
        return {"id": f"w{number}", "date": day, "longitude": f"{generator.gauss(east, spread):.4f}",
                "latitude": f"{generator.gauss(north, spread * 0.75):.4f}", "title": f"Made-up report {number}",
                "category": generator.choices(_SKY, (4, 3, 2, 1))[0]}

    return [report(number) for number in range(1, count + 1)]


def _fairs(places: list[str]) -> list[dict]:
    generator = random.Random(_SEED)
    return [_fair(number, place, round(generator.paretovariate(1.2) * 1500, -2))
            for number, place in enumerate(places, 1)]


def _fair(number: int, place: str, visitors: float) -> dict:
    return {"id": f"f{number}", "date": f"2031-{1 + number % 12:02}", "place": place,
            "title": f"Made-up fair {number}", "category": ("music", "books", "food")[number % 3],
            "visitors": int(visitors), "counted": "visitors"}


def _walk() -> dict:
    """A walk with its stops and the meadow that it crosses."""
    way = [(47.00, 41.25), (47.05, 41.21), (47.11, 41.22), (47.17, 41.20), (47.22, 41.16), (47.30, 41.15)]
    meadow = [(47.06, 41.19), (47.12, 41.23), (47.19, 41.21), (47.17, 41.17), (47.10, 41.16), (47.06, 41.19)]
    stops = [("First well", way[1]), ("Old mill", way[3]), ("Camp", way[5])]
    shapes = [
        ({"type": "Polygon", "coordinates": [meadow]},
         {"title": "The meadow", "fill": "#7da453", "fill-opacity": 0.35, "stroke": "#5b7d38", "stroke-width": 1}),
        ({"type": "LineString", "coordinates": way}, {"title": "The walk", "stroke": "#a2482f", "stroke-width": 3})]
    shapes += [({"type": "Point", "coordinates": place}, {"title": name, "marker-color": "#a2482f"})
               for name, place in stops]
    return {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": properties, "geometry": geometry} for geometry, properties in shapes]}


def _write(path: pathlib.Path, rows: list[dict]) -> None:
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


if __name__ == "__main__":
    main()
