"""Writes a table whose places are to be found, and all places as a table to import: batch.py FOLDER

batch.csv         100,000 rows: place, country, admin1; 70 % a name as it stands, 20 % with one slip, 5 %
                  with two, 5 % letters that no place is called by
batch-truth.tsv   id (empty for none) and kind of each row
import.csv        the places of places.tsv by the names of names.tsv, and the units that they lie in by
                  their codes (IR.15)

Made from places.tsv and names.tsv (inputs.py), the same from every run.
"""

import csv
import pathlib
import random
import sys

from folding import fold
from inputs import slipped

_SEED = 20260927
_ROWS = 100_000


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    places = {row[0]: row for row in _rows(folder / "places.tsv")}
    pairs = [(number, name) for number, name in _rows(folder / "names.tsv")]
    _write_batch(folder, places, pairs)
    _write_import(folder / "import.csv", places, pairs)


def _rows(path: pathlib.Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")[:-1]]


def _unit(place: list[str]) -> str:
    return f"{place[2]}.{place[3]}"


def _write_batch(folder: pathlib.Path, places: dict, pairs: list) -> None:
    generator = random.Random(_SEED)
    fit = [(number, folded) for number, name in pairs if 6 <= len(folded := fold(name)) <= 24
           and folded.replace(" ", "").isalpha()]
    everywhere = list(places.values())
    with (open(folder / "batch.csv", "w", encoding="utf-8", newline="") as table,
          open(folder / "batch-truth.tsv", "w", encoding="utf-8") as truth):
        rows = csv.writer(table, lineterminator="\n")
        rows.writerow(["place", "country", "admin1"])
        for _ in range(_ROWS):
            number, name, kind = _query(pairs, fit, generator)
            place = places[number] if number else generator.choice(everywhere)
            rows.writerow([name, place[2], _unit(place)])
            truth.write(f"{number}\t{kind}\n")


def _query(pairs: list, fit: list, generator: random.Random) -> tuple[str, str, str]:
    """The id of a place (empty for none), a spelling of it, and what sort that is."""
    part = generator.random()
    if part < 0.70:
        return *generator.choice(pairs), "exact"
    if part < 0.95:
        slips = 1 if part < 0.90 else 2
        number, name = generator.choice(fit)
        return number, slipped(name, slips, generator), f"slips {slips}"
    letters = "".join(generator.choice("bcdfghjklmnpqrstvwxz") + generator.choice("aeiou")
                      for _ in range(5))
    return "", letters.title() + generator.choice(["qx", "zk", "wq"]), "none"


def _write_import(path: pathlib.Path, places: dict, pairs: list) -> None:
    names: dict[str, list[str]] = {}
    for number, name in pairs:
        names.setdefault(number, []).append(name)
    # A unit stands where its most populous place stands.
    units: dict[str, list[str]] = {}
    for place in places.values():
        if int(place[6]) >= int(units.get(_unit(place), place)[6]):
            units[_unit(place)] = place
    with open(path, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["id", "name", "name_kind", "kind", "country", "admin1", "latitude",
                       "longitude", "population"])
        for number, place in places.items():
            for name in names[number]:
                rows.writerow([f"gn:{number}", name, "alternate", "settlement", place[2],
                               _unit(place), *place[4:7]])
        for unit, place in sorted(units.items()):
            rows.writerow([unit, unit, "code", "province", place[2], "", *place[4:6], ""])


if __name__ == "__main__":
    main()
