"""A plane cut into cells, kept as arcs: every border once, whatever it bounds.

Coordinates here are integers in units of 1e-4 degree, so that equal places are equal.

        cell 1 │ cell 2           an arc runs from node to node and knows the cell on its
        ───────●───────           left and on its right; an area is a set of cells, its
        cell 3 │ sea              outline the arcs with the area on exactly one side
"""

from collections import defaultdict
from dataclasses import dataclass

import numpy
import shapely

UNIT = 10_000
Point = tuple[int, int]
SEA = ""
# What lies beyond the antimeridian and the South Pole: land is cut there, but has no coast.
RIM = "rim"

# round(1024 * cos(latitude)) for latitudes 0, 5 ... 90: how much shorter a degree of longitude is.
# A table, since the last digit of cos() may differ between C libraries.
_COSINE_1024 = (1024, 1020, 1008, 989, 962, 928, 887, 839, 784, 724,
                658, 587, 512, 433, 350, 265, 178, 89, 36)


@dataclass(frozen=True)
class Arc:
    """A border from node to node (a closed one starts and ends at one place)."""

    points: tuple[Point, ...]
    left: str
    right: str

    @property
    def is_closed(self) -> bool:
        return self.points[0] == self.points[-1]


def arcs_of(faces: list[tuple[str, shapely.Polygon]]) -> list[Arc]:
    """The arcs between faces whose cell differs, in a fixed order."""
    sides: dict[tuple[Point, Point], list[str]] = {}
    for cell, face in faces:
        for ring in _oriented_rings(face):
            for a, b in zip(ring, ring[1:]):
                if a != b:
                    edge, side = ((a, b), 0) if a < b else ((b, a), 1)
                    beyond = RIM if _is_on_rim(edge) else SEA
                    sides.setdefault(edge, [beyond, beyond])[side] = cell
    edges = {edge: (lr[0], lr[1]) for edge, lr in sides.items() if lr[0] != lr[1]}
    return _chained(edges)


def _is_on_rim(edge: tuple[Point, Point]) -> bool:
    (ax, ay), (bx, by) = edge
    return (ax == bx and abs(ax) == 180 * UNIT) or (ay == by == -90 * UNIT)


def _oriented_rings(face: shapely.Polygon) -> list[list[Point]]:
    """Rings of a face with the face on their left."""
    oriented = shapely.geometry.polygon.orient(face)
    return [grid_points(ring) for ring in (oriented.exterior, *oriented.interiors)]


def grid_points(line) -> list[Point]:
    """A line's vertices on the integer grid."""
    return [(round(x * UNIT), round(y * UNIT)) for x, y in line.coords]


def _chained(edges: dict[tuple[Point, Point], tuple[str, str]]) -> list[Arc]:
    neighbours: dict[Point, list[Point]] = defaultdict(list)
    for a, b in edges:
        neighbours[a].append(b)
        neighbours[b].append(a)

    def cells(a: Point, b: Point) -> tuple[str, str]:
        return edges[a, b] if a < b else edges[b, a][::-1]

    def is_node(p: Point) -> bool:
        near = neighbours[p]
        return len(near) != 2 or cells(near[0], p) != cells(p, near[1])

    used: set[tuple[Point, Point]] = set()
    arcs = []

    def follow(a: Point, b: Point) -> None:
        if (min(a, b), max(a, b)) in used:
            return
        points, pair = [a, b], cells(a, b)
        used.add((min(a, b), max(a, b)))
        while points[-1] != points[0] and not is_node(points[-1]):
            here = points[-1]
            near = neighbours[here]
            there = near[0] if near[1] == points[-2] else near[1]
            points.append(there)
            used.add((min(here, there), max(here, there)))
        arcs.append(Arc(tuple(points), *pair))

    nodes = sorted(p for p in neighbours if is_node(p))
    for start in nodes + sorted(neighbours):
        for there in sorted(neighbours[start]):
            follow(start, there)
    return sorted(arcs, key=lambda arc: (*sorted((arc.left, arc.right)), arc.points))


def rings_of(arcs: list[Arc], numbers: list[int], cells: set[str]) -> list[list[int]]:
    """The outline of a set of cells as rings of signed arc numbers, the area on their left.

    Arc `n` is `arcs[n - 1]`; a negative number runs backwards. A ring is closed wherever it comes
    back to a node, so that no ring touches itself.
    """
    leaving: dict[Point, list[int]] = defaultdict(list)
    for number in numbers:
        arc = arcs[number - 1]
        if (arc.left in cells) != (arc.right in cells):
            directed = number if arc.left in cells else -number
            leaving[directed_points(arcs, directed)[0]].append(directed)
    rings = []
    for start in sorted(leaving):
        path, nodes, here = [], [start], start
        while leaving[here]:
            number = leaving[here].pop()
            path.append(number)
            here = directed_points(arcs, number)[-1]
            if here in nodes:
                cut = nodes.index(here)
                rings.append(path[cut:])
                del path[cut:], nodes[cut + 1:]
            else:
                nodes.append(here)
        assert not path, "an outline does not close"
    return rings


def directed_points(arcs: list[Arc], number: int) -> tuple[Point, ...]:
    """The vertices of a signed arc number in the order in which it runs."""
    points = arcs[abs(number) - 1].points
    return points if number > 0 else points[::-1]


def nested(arcs: list[Arc], rings: list[list[int]]) -> list[list[list[int]]]:
    """Rings grouped to polygons: an outer ring, then its holes."""
    polygons = [shapely.Polygon(ring_points(arcs, ring)) for ring in rings]
    outer = [i for i, p in enumerate(polygons) if p.exterior.is_ccw]
    groups = {i: [rings[i]] for i in outer}
    for i, hole in enumerate(polygons):
        if i in groups:
            continue
        inside = hole.representative_point()
        around = [o for o in outer if polygons[o].covers(inside)]
        groups[min(around, key=lambda o: (polygons[o].area, o))].append(rings[i])
    return [groups[i] for i in outer]


def ring_points(arcs: list[Arc], ring: list[int]) -> list[Point]:
    """The vertices of a ring, the first repeated at the end."""
    points = list(directed_points(arcs, ring[0]))
    for number in ring[1:]:
        points.extend(directed_points(arcs, number)[1:])
    return points


def shrink(latitude: float) -> float:
    """How much shorter a degree of longitude is than one of latitude, about cos(latitude)."""
    return _COSINE_1024[min(18, round(abs(latitude) / 5))] / 1024


def kept(points: tuple[Point, ...], tolerances: numpy.ndarray) -> list[int]:
    """What Douglas and Peucker's reduction keeps, with a tolerance for each point.

    Source: D. Douglas, T. Peucker, Cartographica 10 (1973), 112.

    `tolerances` are in degrees of latitude; a point with tolerance 0 stays. Ends stay; of a closed
    line the point farthest from the start stays as well.
    """
    y = numpy.array([p[1] for p in points], dtype=float)
    k = numpy.array([shrink(p[1] / UNIT) for p in points])
    x = numpy.array([p[0] for p in points], dtype=float)
    limits = tolerances * UNIT
    keep = {0, len(points) - 1, *numpy.flatnonzero(limits == 0).tolist()}
    if points[0] == points[-1]:
        far = ((x - x[0]) * k) ** 2 + (y - y[0]) ** 2
        keep.add(int(far.argmax()))
    ends = sorted(keep)
    spans = list(zip(ends, ends[1:]))
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        inner = slice(first + 1, last)
        distance = _distances(x[inner], y[inner], k[inner], points[first], points[last])
        ratio = distance / limits[inner]
        worst = int(ratio.argmax())
        if ratio[worst] > 1:
            middle = first + 1 + worst
            keep.add(middle)
            spans += [(first, middle), (middle, last)]
    return sorted(keep)


def _distances(x, y, k, a: Point, b: Point) -> numpy.ndarray:
    """Distances of points from the segment a–b, in grid units of latitude."""
    dx, dy = (b[0] - a[0]) * k, float(b[1] - a[1])
    px, py = (x - a[0]) * k, y - a[1]
    length2 = dx * dx + dy * dy
    along = numpy.where(length2 > 0, (px * dx + py * dy) / numpy.where(length2 > 0, length2, 1), 0)
    along = numpy.clip(along, 0, 1)
    return numpy.sqrt((px - along * dx) ** 2 + (py - along * dy) ** 2)


def chained_paths(arcs: list[Arc], numbers: list[int]) -> list[list[int]]:
    """Signed arcs joined end to end where exactly two of them meet; a path may be a ring.

    An arc is turned round only if it would not join otherwise.
    """
    at: dict[Point, list[int]] = defaultdict(list)
    for number in numbers:
        points = directed_points(arcs, number)
        for end in (points[0], points[-1]):
            at[end].append(number)
    left_over = set(numbers)

    def extended(path: list[int]) -> list[int]:
        while True:
            end = directed_points(arcs, path[-1])[-1]
            following = [n for n in at[end] if n in left_over]
            if len(at[end]) != 2 or len(following) != 1:
                return path
            number = following[0]
            left_over.remove(number)
            path.append(number if directed_points(arcs, number)[0] == end else -number)

    paths = []
    for first in sorted(numbers, key=abs):
        if first in left_over:
            left_over.remove(first)
            forward = extended([first])
            backward = extended([-n for n in reversed(forward)])
            paths.append([-n for n in reversed(backward)])
    return paths


def is_counterclockwise(ring: list[Point]) -> bool:
    """Whether a closed ring has its inside on the left."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, ring[1:])) > 0


def steps(points: tuple[Point, ...]) -> str:
    """A line as text: its first vertex, then the step from each vertex to the next."""
    values = list(points[0])
    for (ax, ay), (bx, by) in zip(points, points[1:]):
        values += [bx - ax, by - ay]
    return " ".join(map(str, values))


def table(rows: list[tuple[str, ...]]) -> str:
    """Records as tab-separated lines; the last tells how many, so that a cut file shows."""
    lines = ["\t".join(row) for row in [*rows, ("end", str(len(rows)))]]
    return "\n".join(lines) + "\n"
