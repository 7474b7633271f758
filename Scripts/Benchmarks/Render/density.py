"""Draws or counts millions of positions with each program: density.py FOLDER MILLIONS TOPONYM

The positions gather around 60 centres, with a fixed seed. The least of three runs.
"""

import pathlib
import sys

import numpy

from cold import tell

_SEED = 20261124
_CHUNK = 1_000_000
WEST, SOUTH, EAST, NORTH = 43.0, 38.0, 51.0, 42.5


def main() -> None:
    folder, millions, toponym = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    table = folder / f"{millions}.csv"
    if not table.exists():
        _write(table, millions * 1_000_000)
    work = f"{millions} M positions, {table.stat().st_size / 1e6:.0f} MB of CSV"
    ours, theirs = folder / "toponym.png", folder / "datashader.png"
    here = pathlib.Path(__file__).parent
    tell(work, "Toponym", ours, [
        toponym, "map", str(table), "--quiet", "--size", "1024x1024", "--threads", "1", "-o", str(ours)], runs=3)
    for program, picture in (("Datashader", theirs), ("duckdb", folder / "duckdb.txt")):
        runner = here / f"{program.lower()}_density.py"
        tell(work, program, picture, [sys.executable, str(runner), str(table), str(picture)], runs=3)


def _write(table: pathlib.Path, count: int) -> None:
    generator = numpy.random.Generator(numpy.random.PCG64(_SEED))
    centres = generator.uniform((WEST, SOUTH), (EAST, NORTH), (60, 2))
    part = table.with_suffix(".part")
    with open(part, "w", encoding="ascii") as file:
        file.write("longitude,latitude\n")
        for start in range(0, count, _CHUNK):
            size = min(_CHUNK, count - start)
            points = centres[generator.integers(0, 60, size)] + generator.normal(0, 0.3, (size, 2))
            file.write("".join(f"{east:.5f},{north:.5f}\n" for east, north in points.tolist()))
    part.rename(table)


if __name__ == "__main__":
    main()
