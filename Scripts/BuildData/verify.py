"""Proves, with shapely, that outlines are sound at every zoom."""

import math

import shapely

import zooms
from outlinefile import Area, Ring
from topology import UNIT
from zooms import Ranked


def proved(arcs: list[Ranked], areas: list[Area]) -> list[str]:
    """Checks all areas at every zoom; a sentence for each zoom.

    Every polygon is valid; areas of one kind do not overlap, but by less than rounding; the
    districts of a country cover it.

    Raises ValueError for the first area that is not sound.
    """
    return [_proved_at(zoom, arcs, areas) for zoom in range(zooms.FULL + 1)]


def _proved_at(zoom: int, arcs: list[Ranked], areas: list[Area]) -> str:
    shapes = [(area, shape_at(zoom, arcs, area)) for area in areas]
    for area, shape in shapes:
        if not shape.is_valid:
            raise ValueError(f"zoom {zoom}: {area.id}: {shapely.is_valid_reason(shape)}")
    for kind in sorted({area.kind for area in areas}):
        _check_apart(zoom, [(area.id, shape) for area, shape in shapes if area.kind == kind])
    for area, shape in shapes:
        if area.kind == "country":
            _check_covered(zoom, area.id, shape, shapes)
    vertices = sum(len(arc.indices(zoom)) for arc in arcs)
    return f"zoom {zoom}: {vertices} vertices, {len(shapes)} areas valid"


def country_sizes(arcs: list[Ranked], areas: list[Area]) -> list[tuple[str, float, float, int]]:
    """Of each country with districts: its size, the sum of theirs (square km), their number."""
    sizes = {area.id: _square_km(shape_at(zooms.FULL, arcs, area)) for area in areas}
    rows = []
    for area in areas:
        parts = [sizes[other.id] for other in areas
                 if other.kind == "district" and other.id.startswith(area.id + "-")]
        if parts and area.kind == "country":
            rows.append((area.id, sizes[area.id], sum(parts), len(parts)))
    return rows


def _square_km(shape: shapely.MultiPolygon) -> float:
    """The area on a sphere of radius 6 371.0088 km.

    Source: R. Chamberlain, W. Duquette, "Some Algorithms for Polygons on a Sphere", JPL Publication
    07-3 (2007), section 2.
    """
    def ring(line: shapely.LinearRing) -> float:
        points = [(math.radians(x), math.sin(math.radians(y))) for x, y in line.coords]
        return abs(sum((b[0] - a[0]) * (2 + a[1] + b[1]) for a, b in zip(points, points[1:]))) / 2

    return 6371.0088 ** 2 * sum(
        ring(part.exterior) - sum(map(ring, part.interiors)) for part in shape.geoms)


def shape_at(zoom: int, arcs: list[Ranked], area: Area) -> shapely.MultiPolygon:
    """An area as it is drawn at a zoom, in degrees."""
    polygons = []
    for rings in area.polygons:
        outer, *holes = [_points(zoom, arcs, ring) for ring in rings]
        if outer:
            polygons.append(shapely.Polygon(outer, [hole for hole in holes if hole]))
    return shapely.MultiPolygon(polygons)


def _points(zoom: int, arcs: list[Ranked], ring: Ring) -> list[tuple[float, float]]:
    points = []
    for number in ring:
        arc = arcs[abs(number) - 1]
        part = [arc.arc.points[i] for i in arc.indices(zoom)]
        points += (part if number > 0 else part[::-1])[1 if points else 0:]
    return [(x / UNIT, y / UNIT) for x, y in points]


def _check_apart(zoom: int, shapes: list[tuple[str, shapely.Geometry]]) -> None:
    tree = shapely.STRtree([shape for _, shape in shapes])
    first, second = tree.query([shape for _, shape in shapes], predicate="intersects")
    for i, j in zip(first.tolist(), second.tolist()):
        if i < j:
            shared = shapes[i][1].intersection(shapes[j][1]).area
            if shared > 1e-9:
                raise ValueError(f"zoom {zoom}: {shapes[i][0]} and {shapes[j][0]} share {shared}")


def _check_covered(zoom: int, country: str, whole: shapely.Geometry, shapes) -> None:
    """Districts, which lie apart, cover their country when their areas add up to its own."""
    parts = [shape for area, shape in shapes
             if area.kind == "district" and area.id.startswith(country + "-")]
    left = abs(sum(part.area for part in parts) - whole.area) / whole.area if parts else 0
    if left > 1e-9:
        raise ValueError(f"zoom {zoom}: the districts of {country} leave {left} of it")
