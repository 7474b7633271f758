"""Draws labelled points with Toponym and Mapnik: labels.py FOLDER COUNT TOPONYM

The points are spread evenly by a fixed seed, their names made of syllables, none of them anything's. Both programs
read the same GeoJSON, and draw from their start to a file of 1024 x 1024 pixels; the least of nine runs.
"""

import json
import pathlib
import random
import sys

from cold import tell

SIZE = 1024
# As high as wide on the plane of Mercator.
WEST, SOUTH, EAST, NORTH = 43.0, 38.0, 51.0, 44.029327
_SEED = 20261124
_SYLLABLES = "ba be da do ga go ka ku la le ma mi na no ra re sa so ta te va vi za zo".split()


def main() -> None:
    folder, count, toponym = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    points = folder / f"{count}.geojson"
    if not points.exists():
        points.write_text(_points(count), encoding="utf-8")
    ours, theirs = folder / "toponym.png", folder / "mapnik.png"
    work = f"{count:,} labelled points"
    tell(work, "Toponym", ours, [
        toponym, "map", "--layer", str(points), "--bare", "--quiet", "--size", f"{SIZE}x{SIZE}",
        "--bbox", f"{WEST},{SOUTH},{EAST},{NORTH}", "--projection", "mercator", "-o", str(ours)])
    runner = pathlib.Path(__file__).with_name("mapnik_labels.py")
    tell(work, "Mapnik, png8", theirs, [sys.executable, str(runner), str(points), str(theirs)])


def _points(count: int) -> str:
    generator = random.Random(_SEED)

    def feature(number: int) -> dict:
        name = "".join(generator.choices(_SYLLABLES, k=generator.randint(2, 4))).capitalize()
        place = [round(generator.uniform(WEST, EAST), 5), round(generator.uniform(SOUTH, NORTH), 5)]
        return {"type": "Feature", "geometry": {"type": "Point", "coordinates": place},
                "properties": {"name": name, "marker-size": "small", "marker-color": "#444444"}}

    features = [feature(number) for number in range(count)]
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))


if __name__ == "__main__":
    main()
