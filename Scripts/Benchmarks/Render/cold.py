"""Draws one map with each program from its start to the file: cold.py FOLDER TOPONYM

Both draw 1200 x 900 pixels of the same box with 40 events; Toponym its own base map, names and legend,
Mapnik the layers of `inputs.py`. The least of nine runs.
"""

import json
import os
import pathlib
import subprocess
import sys
import time

from frame import EAST, HEIGHT, NORTH, SOUTH, WEST, WIDTH


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    ours, theirs = folder / "cold.png", folder / "mapnik.png"
    tell("whole map, cold", "Toponym", ours, [
        sys.argv[2], "map", str(folder / "events.csv"), "--quiet", "--size", f"{WIDTH}x{HEIGHT}",
        "--bbox", f"{WEST},{SOUTH},{EAST},{NORTH}", "-o", str(ours)])
    runner = pathlib.Path(__file__).with_name("mapnik_map.py")
    tell("whole map, cold", "Mapnik, png8", theirs, [sys.executable, str(runner), str(folder), str(theirs)])


def tell(work: str, program: str, picture: pathlib.Path, command: list[str], runs: int = 9) -> None:
    """Runs a command that draws a picture, and prints what it took as a line of JSON."""
    measured = [_measured(command) for _ in range(runs)]
    user, wall = min(run[0] for run in measured), min(run[1] for run in measured)
    print(json.dumps({
        "work": work, "program": program, "ms": user * 1e3, "least": user * 1e3,
        "note": f"{wall * 1e3:.0f} ms wall, {max(run[2] for run in measured):.0f} MiB, "
                f"{picture.stat().st_size / 1e3:.0f} kB"}), flush=True)


def _measured(command: list[str]) -> tuple[float, float, float]:
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit(f"{command[0]} ended with {child.returncode}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
