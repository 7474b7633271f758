"""Thins arcs: full detail in the South Caucasus, coarser with the distance from it.

One source at one scale, thinned by place, leaves no seam between a detailed and a coarse part.
"""

import numpy
import shapely

import topology
from topology import SEA, UNIT, Arc, Point

# Full detail inside; longitudes and latitudes in degrees.
_INNER = (41.0, 37.5, 51.5, 44.0)
# Up to here the tolerance stays small: the wide region of a map of the South Caucasus.
_WIDE = (38.0, 34.0, 54.0, 46.0)
_WIDE_TOLERANCE = 0.004
_FAR_TOLERANCE = 0.06
_DEGREES_TO_FAR = 12.0
_FINEST_TOLERANCE = 0.0005


def tolerance(x: int, y: int) -> float:
    """How far, in degrees of latitude, a thinned line may lie from the original one here."""
    if _outside(_INNER, x, y) == 0:
        return 0.0
    beyond = min(1.0, _outside(_WIDE, x, y) / _DEGREES_TO_FAR)
    return _WIDE_TOLERANCE + (_FAR_TOLERANCE - _WIDE_TOLERANCE) * beyond


def _outside(box: tuple[float, float, float, float], x: int, y: int) -> float:
    west, south, east, north = (edge * UNIT for edge in box)
    return max(west - x, x - east, south - y, y - north, 0) / UNIT


def thinned(arcs: list[Arc]) -> list[Arc]:
    """Arcs with fewer points, without the small islands, their areas still valid polygons.

    Where thinned lines would cross, the tolerance of the stretches that do is halved until they
    no longer do.
    """
    arcs = _without_small_islands(arcs)
    limits = [numpy.array([tolerance(x, y) for x, y in arc.points]) for arc in arcs]
    keep = [_kept(arc, limit) for arc, limit in zip(arcs, limits)]
    result = [chosen(arc, indices) for arc, indices in zip(arcs, keep)]
    while knots := tangled(result):
        for i, places in sorted(knots.items()):
            for first, last in stretches(result[i], keep[i], places):
                limits[i][first:last + 1] /= 2
        for i in sorted(knots):
            limits[i][limits[i] < _FINEST_TOLERANCE] = 0
            keep[i] = _kept(arcs[i], limits[i])
            result[i] = chosen(arcs[i], keep[i])
    return result


def _kept(arc: Arc, limits: numpy.ndarray) -> list[int]:
    indices = topology.kept(arc.points, limits)
    return indices if len(indices) >= 4 or not arc.is_closed else list(range(len(arc.points)))


def chosen(arc: Arc, indices: list[int]) -> Arc:
    """The arc with some of its vertices."""
    return Arc(tuple(arc.points[i] for i in indices), arc.left, arc.right)


def stretches(thin: Arc, indices: list[int], places: list[Point]) -> list[tuple[int, int]]:
    """The ranges of original vertices behind the segments that pass through a place."""
    ends = numpy.array(thin.points, dtype=float)
    segments = shapely.linestrings(numpy.stack([ends[:-1], ends[1:]], axis=1))
    near = shapely.STRtree(segments).query(
        shapely.points(numpy.array(places, dtype=float)), predicate="dwithin", distance=2)
    return [(indices[i], indices[i + 1]) for i in sorted(set(near[1].tolist()))]


def tangled(arcs: list[Arc]) -> dict[int, list[Point]]:
    """Arcs that touch another arc, or themselves, anywhere but at their ends, and where."""
    lines = [shapely.LineString(arc.points) for arc in arcs]
    where: dict[int, list[Point]] = {}
    for i, line in enumerate(lines):
        if not line.is_simple:
            where[i] = _crossings(line)
    first, second = shapely.STRtree(lines).query(lines, predicate="intersects")
    for i, j in zip(first.tolist(), second.tolist()):
        if i < j:
            ends = {arcs[i].points[0], arcs[i].points[-1]} & {arcs[j].points[0], arcs[j].points[-1]}
            met = _grid_places(lines[i].intersection(lines[j]))
            if places := [p for p in met if p not in ends]:
                where.setdefault(i, []).extend(places)
                where.setdefault(j, []).extend(places)
    return where


def _crossings(line: shapely.LineString) -> list[Point]:
    """Where a line crosses itself: the nodes that noding adds between its own vertices."""
    pieces = shapely.get_parts(shapely.node(line))
    ends = [p for piece in pieces for p in (piece.coords[0], piece.coords[-1])]
    return sorted({(round(x), round(y)) for x, y in ends} - {line.coords[0], line.coords[-1]})


def _grid_places(shared: shapely.Geometry) -> list[Point]:
    """Where two lines touch: the points, and of shared stretches also the middle."""
    parts = shapely.get_parts(shared)
    middles = [part.interpolate(0.5, normalized=True) for part in parts if part.length > 0]
    places = shapely.get_coordinates([*parts, *middles])
    return sorted({(round(x), round(y)) for x, y in places})


def _without_small_islands(arcs: list[Arc]) -> list[Arc]:
    """Drops islands that a map there could not show, keeping the largest part of each land."""
    largest: dict[str, float] = {}
    for arc in arcs:
        for cell in (arc.left, arc.right):
            largest[cell] = max(largest.get(cell, 0), area(arc))
    return [arc for arc in arcs if not _is_small_island(arc, largest)]


def _is_small_island(arc: Arc, largest: dict[str, float]) -> bool:
    if not arc.is_closed or SEA not in (arc.left, arc.right):
        return False
    return is_small(arc) and area(arc) < largest[arc.left or arc.right]


def is_small(ring: Arc) -> bool:
    """Whether a closed arc is too small to be seen on a map of its part of the world."""
    return area(ring) < (2.5 * tolerance(*ring.points[0])) ** 2


def thin_alone(arc: Arc) -> Arc:
    """An arc that touches no other, thinned; as it was where thinning would tangle it."""
    limits = numpy.array([tolerance(x, y) for x, y in arc.points])
    thin = chosen(arc, _kept(arc, limits))
    return thin if shapely.LineString(thin.points).is_simple else arc


def area(arc: Arc) -> float:
    """A closed arc's area in square degrees of latitude; an open one counts as unbounded."""
    if not arc.is_closed:
        return float("inf")
    x0, y0 = arc.points[0]
    twice = sum((ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
                for (ax, ay), (bx, by) in zip(arc.points, arc.points[1:]))
    return abs(twice) / 2 / UNIT / UNIT * topology.shrink(y0 / UNIT)
