"""Makes `rivers.bin`: rivers by class, around the South Caucasus in detail, elsewhere the largest.

The source keeps rivers in bins of one degree; here they are joined again. Levels of the source (World
Data Bank II) and what becomes of them:

    1, 2   permanent, major          largeRiver
    3      permanent, additional     river           in the region
    4      permanent, minor          smallRiver      in the region
    6, 7   intermittent              seasonalRiver   in the region
    0      both banks of wide rivers, 5 unused here, 8 to 10 canals: left out
"""

import pathlib
from dataclasses import dataclass

import h5py
import numpy
import shapely

import claims
import outlinefile
import packages
import topology
import zooms
from outlinefile import Line
from topology import UNIT, Arc, Point

REGION = (38.0, 34.0, 54.0, 46.0)
# The source itself is out of place by more than this, in degrees of latitude.
_TOLERANCE = 0.0008
# Elsewhere only what is longer than this many degrees, and no finer than this.
_LONG = 4.0
_FAR_TOLERANCE = 0.06
_FILE = "usr/share/gmt-gshhg/binned_river_f.nc"

_CLASSES = {1: "largeRiver", 2: "largeRiver", 3: "river", 4: "smallRiver", 6: "seasonalRiver",
            7: "seasonalRiver"}
# The zoom from which a class is drawn.
_SEEN = {"largeRiver": 2, "river": 4, "smallRiver": 6, "seasonalRiver": 6}

SOURCES = {
    "gshhg": ("GSHHG 2.3.7, rivers of World Data Bank II (binned_river_f)",
              "Rivers: GSHHG 2.3.7 (Wessel and Smith), LGPL-3+"),
}
_CLAIM = claims.Claim("", "", "", "gshhg", "medium")


@dataclass(frozen=True)
class _Segment:
    kind: str
    points: tuple[Point, ...]


def build(cache: pathlib.Path) -> bytes:
    """The whole file."""
    near: dict[str, list[Arc]] = {kind: [] for kind in _SEEN}
    far: list[Arc] = []
    for segment in _segments(packages.unpacked("gmt-gshhg-full", cache) / _FILE):
        arc = Arc(segment.points, "", "")
        if _is_near(segment):
            near[segment.kind].append(arc)
        elif segment.kind == "largeRiver":
            far.append(arc)
    arcs: list[Arc] = []
    seen: list[int] = []
    lines = []
    for kind, pieces in near.items():
        whole = [_thinned(arc, _TOLERANCE) for arc in _joined(pieces)]
        if kind == "largeRiver":
            whole += [_thinned(arc, _FAR_TOLERANCE) for arc in _joined(far) if _length(arc) >= _LONG]
        numbers = range(len(arcs) + 1, len(arcs) + 1 + len(whole))
        arcs += whole
        seen += [_SEEN[kind]] * len(whole)
        lines.append(Line(kind, "", "", _CLAIM, [[number] for number in numbers]))
    return outlinefile.written(zooms.ranked_lines(arcs, seen), [], lines, SOURCES)


def _is_near(segment: _Segment) -> bool:
    west, south, east, north = (edge * UNIT for edge in REGION)
    return any(west <= x <= east and south <= y <= north for x, y in segment.points)


def _segments(path: pathlib.Path) -> list[_Segment]:
    """Segments of the wanted classes, on the grid.

    A coordinate is kept as a 65 535th of its bin from the south-western corner; bins run by rows from
    the north, each from longitude 0 to the east.
    """
    with h5py.File(path, "r") as file:
        def numbers(name: str) -> numpy.ndarray:
            return file[name][()].astype(numpy.int64)

        x = (numbers("Relative_longitude_from_SW_corner_of_bin") & 0xFFFF) / 65535
        y = (numbers("Relative_latitude_from_SW_corner_of_bin") & 0xFFFF) / 65535
        starts = numbers("Id_of_first_point_in_a_segment")
        counts = numbers("N_points_for_a_segment") & 0xFFFF
        levels = numbers("Hierarchial_level_of_a_segment")
        firsts = numbers("Id_of_first_segment_in_a_bin")
        sizes = numbers("N_segments_in_a_bin")
    result = []
    for number in numpy.flatnonzero(sizes).tolist():
        west, south = (number % 360 + 180) % 360 - 180, 89 - number // 360
        for s in range(firsts[number], firsts[number] + sizes[number]):
            kind = _CLASSES.get(int(levels[s]))
            here = slice(starts[s], starts[s] + counts[s])
            points = _on_grid(west + x[here], south + y[here])
            if kind and len(points) > 1:
                result.append(_Segment(kind, points))
    return result


def _on_grid(longitudes: numpy.ndarray, latitudes: numpy.ndarray) -> tuple[Point, ...]:
    points = [(round(x * UNIT), round(y * UNIT))
              for x, y in zip(longitudes.tolist(), latitudes.tolist())]
    return tuple(p for i, p in enumerate(points) if i == 0 or p != points[i - 1])


def _joined(pieces: list[Arc]) -> list[Arc]:
    """Pieces joined where exactly two meet, in a fixed order."""
    pieces = sorted({min(a.points, a.points[::-1]) for a in pieces})
    arcs = [Arc(points, "", "") for points in pieces]
    paths = topology.chained_paths(arcs, list(range(1, len(arcs) + 1)))
    return [Arc(tuple(topology.ring_points(arcs, path)), "", "") for path in paths]


def _length(arc: Arc) -> float:
    """In degrees of latitude, about."""
    line = shapely.LineString(arc.points)
    return line.length / UNIT * topology.shrink(arc.points[0][1] / UNIT)


def _thinned(arc: Arc, tolerance: float) -> Arc:
    kept = topology.kept(arc.points, numpy.full(len(arc.points), tolerance))
    return Arc(tuple(arc.points[i] for i in kept), "", "")
