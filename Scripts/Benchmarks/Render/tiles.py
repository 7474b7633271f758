"""Cuts the tiles of a box with each program from its start to the archive: tiles.py FOLDER TOPONYM DEEPEST

Three rounds, the programs in turn; the least of each. One thread, but for the line that says two.
"""

import os
import pathlib
import subprocess
import sys
import time
from dataclasses import dataclass

from frame import EAST, NORTH, SOUTH, WEST

_FIRST = 5
_ROUNDS = 3


@dataclass
class Run:
    """One run of a program, in seconds and bytes."""

    user: float
    wall: float
    peak: int
    size: int


def main() -> None:
    folder, toponym, deepest = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    runner = pathlib.Path(__file__).with_name("mapnik_tiles.py")
    base = [
        toponym, "tiles", str(folder / "events.csv"), "--bbox", f"{WEST},{SOUTH},{EAST},{NORTH}",
        "--zooms", f"{_FIRST}-{deepest}", "--quiet"]
    programs = {
        "Toponym": [*base, "-o"],
        "Toponym, two threads": [*base, "--threads", "2", "-o"],
    } | {
        f"Mapnik, {kind}": [
            sys.executable, str(runner), str(folder), kind, str(_FIRST), str(deepest)]
        for kind in ("png8:m=h:z=1", "png8", "png32:z=1")}
    least: dict[str, Run] = {}
    for _ in range(_ROUNDS):
        for name, command in programs.items():
            run = _measured([*command, str(folder / "tiles.pmtiles")])
            known = least.get(name)
            least[name] = run if known is None else Run(
                min(run.user, known.user), min(run.wall, known.wall), run.peak, run.size)
    own = least["Toponym"].user
    print("| program | user s | of Toponym's | wall s | MiB | archive, MB |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, run in least.items():
        print(f"| {name} | {run.user:.2f} | {run.user / own:.2f} | {run.wall:.2f} | "
              f"{run.peak / 1024:.0f} | {run.size / 1e6:.2f} |")


def _measured(command: list[str]) -> Run:
    start = time.perf_counter()
    child = subprocess.Popen(command)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit(f"{command[0]} ended with {child.returncode}")
    return Run(usage.ru_utime, wall, usage.ru_maxrss, os.stat(command[-1]).st_size)


if __name__ == "__main__":
    main()
