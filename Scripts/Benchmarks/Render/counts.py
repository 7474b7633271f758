"""Counts points into 1024 x 1024 cells with Datashader: counts.py MILLIONS

The points are float32 columns in memory, evenly spread over the box, as Toponym's are. Only the counting
is timed, after a first round that compiles it.
"""

import json
import sys
import time

import datashader
import numpy
import pandas

_SIDE = 1024


def main() -> None:
    count = int(sys.argv[1]) * 1_000_000
    generator = numpy.random.Generator(numpy.random.PCG64(42))
    points = pandas.DataFrame({
        name: generator.random(count, dtype="f4") for name in ("x", "y")}, copy=False)
    canvas = datashader.Canvas(_SIDE, _SIDE, x_range=(0, 1), y_range=(0, 1))

    def seconds() -> float:
        start = time.process_time()
        canvas.points(points, "x", "y", datashader.count())
        return time.process_time() - start

    seconds()
    times = sorted(seconds() for _ in range(5))
    print(json.dumps({
        "work": f"{sys.argv[1]} M points to 1024 x 1024 counts", "program": "Datashader",
        "ms": times[2] * 1e3, "least": times[0] * 1e3,
        "note": f"{count / times[2] / 1e6:.0f} M points/s"}))


if __name__ == "__main__":
    main()
