#!/usr/bin/env python3
"""Writes a dump and alternate names in the shape of GeoNames that are the same on every machine.

  geonames.py PLACES NAMES DUMP.txt NAMES.txt [WORDS]

Names are made of syllables and spelled in Latin, Cyrillic and Arabic letters; no place of them exists. The
names come in an order of their own, as the published file has them in that of its own ids. With WORDS, three
in four names are two of so many words: millions of names differ so, of which a syllable or four make few.
"""
import random
import sys
from collections.abc import Callable

SYLLABLES = ["ba", "kən", "da", "şu", "lo", "mir", "ze", "qa", "tan", "or", "gül", "vi", "es", "ki", "abad", "kənd", "çay", "dağ"]
CYRILLIC = ["ба", "кен", "да", "шу", "ло", "мир", "зе", "га", "тан", "ор", "гюль", "ви", "ес", "ки", "абад", "кенд", "чай", "даг"]
ARABIC = ["با", "کن", "دا", "شو", "لو", "میر", "زه", "قا", "تان", "ور", "گل", "وی", "اس", "کی", "آباد", "کند", "چای", "داغ"]
COUNTRIES = ["AZ", "AM", "GE", "TR", "IR", "RU", "UA", "KZ", "DE", "FR"]
CODES = ["PPL"] * 12 + ["PPLA2", "PPLX", "PPLQ"]
LANGUAGES = [("az", SYLLABLES), ("ru", CYRILLIC), ("fa", ARABIC), ("en", SYLLABLES), ("", SYLLABLES)]


def word(chance: random.Random, syllables: list[str]) -> str:
    """Two to four syllables, the first letter large."""
    text = "".join(chance.choice(syllables) for _ in range(chance.randrange(2, 5)))
    return text[0].upper() + text[1:]


def namer(chance: random.Random, syllables: list[str], words: int) -> Callable[[], str]:
    """What makes a name: a word, or one or two of so many words."""
    if words == 0:
        return lambda: word(chance, syllables)
    pool = [word(chance, syllables) + chance.choice(syllables) for _ in range(words)]
    draw = chance.random

    def name() -> str:
        first = pool[int(draw() * words)]
        return f"{first} {pool[int(draw() * words)]}" if draw() < 0.75 else first

    return name


def units(file) -> int:
    """The countries and 20 first order units of each; how many records these are."""
    number = 0
    for country in COUNTRIES:
        number += 1
        file.write(record(number, f"Country {country}", 0.5, number % 170 + 1, "A", "PCLI", country, "00", 0))
        for unit in range(20):
            number += 1
            file.write(record(number, f"Unit {unit} of {country}", 1, number % 170, "A", "ADM1", country, f"{unit:02}", 0))
    return number


def record(number: int, name: str, latitude: float, longitude: float, feature: str, code: str, country: str,
           admin1: str, population: int) -> str:
    """A line of the 19 columns of the readme."""
    return "\t".join([str(number), name, name, "", f"{latitude:.5f}", f"{longitude:.5f}", feature, code, country, "",
                      admin1, "", "", "", str(population), "", "100", "Asia/Baku", "2020-01-01"]) + "\n"


def dump(count: int, path: str, words: int) -> None:
    """The places: units first, then settlements, water and hills."""
    chance = random.Random(4)
    name = namer(chance, SYLLABLES, words)
    with open(path, "w", encoding="utf-8") as file:
        for number in range(units(file) + 1, count + 1):
            feature, code = ("P", chance.choice(CODES)) if chance.random() < 0.6 else chance.choice([("H", "STM"), ("T", "HLL"), ("S", "FRM")])
            population = int(10 ** chance.uniform(1, 6)) if feature == "P" and chance.random() < 0.2 else 0
            file.write(record(number, name(), chance.uniform(-60, 75), chance.uniform(-180, 180),
                              feature, code, chance.choice(COUNTRIES), f"{chance.randrange(20):02}", population))


def names(places: int, count: int, path: str, words: int) -> None:
    """The names: one in thirty a link, one in twenty historic."""
    chance = random.Random(5)
    namers = {id(syllables): namer(chance, syllables, words) for _, syllables in LANGUAGES}
    with open(path, "w", encoding="utf-8") as file:
        for number in range(1, count + 1):
            place = chance.randrange(1, places + 1)
            language, syllables = chance.choice(LANGUAGES)
            text = namers[id(syllables)]()
            if chance.random() < 1 / 30:
                language, text = "link", f"https://example.org/{number}"
            historic = chance.random() < 0.05
            flags = ["1" if chance.random() < 0.1 else "", "", "", "1" if historic else ""]
            period = ["1930", "1991"] if historic else ["", ""]
            file.write("\t".join([str(number), str(place), language, text, *flags, *period]) + "\n")


if __name__ == "__main__":
    if len(sys.argv) not in (5, 6):
        sys.exit(__doc__)
    places, count = int(sys.argv[1]), int(sys.argv[2])
    words = int(sys.argv[5]) if len(sys.argv) == 6 else 0
    dump(places, sys.argv[3], words)
    names(places, count, sys.argv[4], words)
