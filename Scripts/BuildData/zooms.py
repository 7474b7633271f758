"""From which zoom on each vertex of an arc is needed: computed once, so that no map thins anything.

At zoom z a pixel is 156 543 m / 2^z on the ground (the world's equator has 256 · 2^z pixels). What a
zoom needs is what the one before needs, and enough more that no line lies farther than half
of a pixel from the full one. Lines that would cross or touch, and areas that would swallow an
island or each other, get more vertices until they do not: at every zoom the arcs cut the plane
into the same cells, but for closed arcs too small to be seen, which are left out.

      zoom 4   ●───────────────────────●      a vertex that a zoom needs, every
      zoom 5   ●─────────●─────────────●      larger zoom needs as well
      zoom 6   ●────●────●──────●──────●
"""

from dataclasses import dataclass

import numpy
import shapely

import generalise
import topology
from topology import SEA, UNIT, Arc, Point

# Every vertex is needed from here on: half a pixel is about a step of the grid.
FULL = 12
# Half of zoom 0's pixel, in degrees of latitude: 156 543 m / 2 / 111 320 m.
_HALF = 0.7031


@dataclass(frozen=True)
class Ranked:
    """An arc and, for each of its vertices, the zoom from which it is needed."""

    arc: Arc
    zooms: tuple[int, ...]

    def indices(self, zoom: int) -> list[int]:
        """The vertices needed at a zoom, by their number; none where the whole arc is left out."""
        return [i for i, least in enumerate(self.zooms) if least <= zoom]


def ranked(arcs: list[Arc], keeps_largest: bool = True) -> list[Ranked]:
    """Arcs that bound areas, with the zoom of each vertex.

    With `keeps_largest` the largest part of each area is there at every zoom, however small.
    """
    return _ranked(arcs, _first_seen(arcs, keeps_largest), keeps_areas=True)


def ranked_lines(arcs: list[Arc], first_seen: list[int]) -> list[Ranked]:
    """Lines that may cross one another, each there from a zoom on."""
    return _ranked(arcs, first_seen, keeps_areas=False)


def _ranked(arcs: list[Arc], first_seen: list[int], keeps_areas: bool) -> list[Ranked]:
    zooms = [[FULL] * len(arc.points) for arc in arcs]
    for zoom in range(FULL):
        present = [i for i in range(len(arcs)) if first_seen[i] <= zoom]
        limit = _HALF / 2 ** zoom
        limits = {i: _limits(zooms[i], limit, zoom) for i in present}
        keep = {i: _kept(arcs[i], limits[i]) for i in present}
        while keeps_areas and (stretches := _faults(arcs, present, keep)):
            if not any(limits[i][first:last + 1].any() for i, first, last in stretches):
                raise ValueError(f"the full lines break at {arcs[stretches[0][0]].points[0]}")
            for i, first, last in stretches:
                limits[i][first:last + 1] /= 2
                limits[i][limits[i] * UNIT < 0.5] = 0
            for i in sorted({i for i, _, _ in stretches}):
                keep[i] = _kept(arcs[i], limits[i])
        for i in present:
            for index in keep[i]:
                zooms[i][index] = min(zooms[i][index], zoom)
    return [Ranked(arc, tuple(z)) for arc, z in zip(arcs, zooms)]


def _limits(zooms: list[int], limit: float, zoom: int) -> numpy.ndarray:
    """How far the line may lie from each vertex; what a smaller zoom needs stays."""
    return numpy.array([0.0 if least < zoom else limit for least in zooms])


def _kept(arc: Arc, limits: numpy.ndarray) -> list[int]:
    indices = topology.kept(arc.points, limits)
    if arc.is_closed and len(indices) < 4:
        return _triangle(arc.points, indices)
    return indices


def _triangle(points: tuple[Point, ...], indices: list[int]) -> list[int]:
    """The ends, the vertex farthest from them, and the one farthest from the chord between."""
    (ax, ay), (bx, by) = points[0], points[indices[1]]
    off = [abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) for x, y in points]
    return sorted({*indices, off.index(max(off))})


def _first_seen(arcs: list[Arc], keeps_largest: bool) -> list[int]:
    """From which zoom a closed arc is large enough to be seen."""
    largest: dict[str, float] = {}
    for arc in arcs:
        for cell in (arc.left, arc.right):
            largest[cell] = max(largest.get(cell, 0), generalise.area(arc))
    if not keeps_largest:
        largest = dict.fromkeys(largest, float("inf"))
    return [_seen_from(arc, largest) for arc in arcs]


def _seen_from(arc: Arc, largest: dict[str, float]) -> int:
    sides = [cell for cell in (arc.left, arc.right) if cell != SEA]
    area = generalise.area(arc)
    if not arc.is_closed or any(area >= largest[cell] for cell in sides):
        return 0
    # Two square pixels.
    return next((z for z in range(FULL) if area >= 2 * (2 * _HALF / 2 ** z) ** 2), FULL)


Stretch = tuple[int, int, int]


def _faults(arcs: list[Arc], present: list[int], keep: dict[int, list[int]]) -> list[Stretch]:
    """Arcs, by number, with the ranges of vertices whose thinned form breaks the cells."""
    if not present:
        return []
    thin = [generalise.chosen(arcs[i], keep[i]) for i in present]
    found: list[Stretch] = []
    for at, places in sorted(generalise.tangled(thin).items()):
        number = present[at]
        found += [(number, a, b) for a, b in
                  generalise.stretches(thin[at], keep[number], places)]
    return found or _swallowed(arcs, present, keep, thin)


def _swallowed(arcs: list[Arc], present: list[int], keep: dict[int, list[int]],
               thin: list[Arc]) -> list[Stretch]:
    """Stretches of a thinned arc on whose wrong side another arc came to lie.

    Between a stretch of the full line and its chord lies a sliver; an end of another arc in it has
    changed sides.
    """
    ends = sorted({p for arc in thin for p in (arc.points[0], arc.points[-1])})
    tree = shapely.STRtree(shapely.points(numpy.array(ends, dtype=float)))
    owners, slivers = [], []
    for number in present:
        points = arcs[number].points
        for first, last in zip(keep[number], keep[number][1:]):
            if last - first > 1:
                owners.append((number, first, last))
                slivers.append(points[first:last + 1])
    if not slivers:
        return []
    shapes = [shapely.make_valid(shapely.Polygon([*s, s[0]])) for s in slivers]
    inner, hits = tree.query(shapes, predicate="contains_properly")
    return [owners[i] for i in sorted(set(inner.tolist()))]
