"""Made-up tables of events and ways to draw them, each by its seed. Nothing in them happened."""

import csv
import pathlib
import random

_TOWNS = ("Baku Ganja Sheki Shamakhi Lankaran Barda Tartar Agdam Khankendi Shusha Fizuli Yevlakh Mingachevir Yerevan Gyumri "
          "Vanadzor Kapan Goris Tbilisi Kutaisi Batumi Gori Telavi Derbent Tabriz Ardabil Kars Erzurum").split()
_CITIES = "Lima Tokyo Cairo Paris Nairobi Lagos Moscow Delhi Jakarta Sydney Toronto Suva Honolulu Auckland".split()
_AREAS = ["Tovuz district", "Lachin district", "Barda district", "Fizuli district", "Nagorno-Karabakh", "Georgia"]
_KINDS = ("fair", "hail", "storm", "frost", "flood", "music", "books", "races", "kites")
_FIGURES = ("", "0", "1", "7", "~500", "<40", ">12", "60-75", "613", "12000")
_DATES = ("", "1988-02", "1992-02-25/1992-02-26", "2020-10-04", "1993~", "2021", "2018~/2020~", "1991-08-19")
_SIZES = ("1200x900", "900x900", "800x600", "1000x500", "600x800", "480x360")


def table(seed: int, path: pathlib.Path) -> list[dict]:
    """Writes the table of a seed and returns its rows; each seventh lies all over the world."""
    generator = random.Random(seed)
    is_wide = seed % 7 == 0
    count = generator.choice((1, 2, 5, 12, 30, 60))
    rows = [_row(generator, number, is_wide) for number in range(1, count + 1)]
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return rows


def options(seed: int) -> list[str]:
    """How the table of a seed is drawn: size, theme, names, frame's furniture."""
    generator = random.Random(seed + 1_000_000)
    chosen = ["--size", generator.choice(_SIZES), "--theme", generator.choice(("light", "dark", "print"))]
    chosen += ["--names", generator.choice(("sides", "az", "hy", "az+hy", "ka", "en"))]
    chosen += ["--inset", generator.choice(("auto", "on", "off"))]
    chosen += generator.choice(([], ["--graticule"], ["--as-of", "1988"], ["--density", "always"], ["--language", "ru"]))
    return chosen


def _row(generator: random.Random, number: int, is_wide: bool) -> dict:
    place, longitude, latitude = _place(generator, is_wide), "", ""
    if generator.random() < 0.4:
        longitude, latitude = _position(generator, is_wide)
        place = ""
    # A few ids twice, by other reporters: competing claims.
    identity = number - 1 if number > 1 and generator.random() < 0.08 else number
    return {
        "id": f"e{identity}", "date": generator.choice(_DATES), "place": place, "longitude": longitude,
        "latitude": latitude, "title": f"Made-up event {number}", "category": generator.choice(_KINDS),
        "status": generator.choice(("reported", "reported", "planned", "disputed")),
        "killed": generator.choice(_FIGURES), "counted": "visitors",
        "reported_by": f"reporter {number % 3}", "source": "made up"}


def _place(generator: random.Random, is_wide: bool) -> str:
    town = generator.choice(_CITIES if is_wide else _TOWNS)
    other = generator.choice(_CITIES if is_wide else _TOWNS)
    draw = generator.random()
    if draw < 0.08:
        return f"near {town}"
    if draw < 0.16:
        return f"{town} -> {other}" if other != town else town
    if draw < 0.30 and not is_wide:
        return generator.choice(_AREAS)
    return town


def _position(generator: random.Random, is_wide: bool) -> tuple[str, str]:
    if is_wide:
        return f"{generator.uniform(-180, 180):.4f}", f"{generator.uniform(-50, 65):.4f}"
    east, north = generator.choice(((46.7, 39.8), (44.5, 40.2), (49.8, 40.4), (44.8, 41.7)))
    return f"{generator.gauss(east, 0.25):.4f}", f"{generator.gauss(north, 0.2):.4f}"
