"""The outline of the former oblast and the Line of Contact, from Natural Earth's disputed lines.

The oblast comes as seven lines that nearly meet, the Line of Contact as nine; where both run
together they are the same line twice. Ends nearer than 0.01 degree are made one.
"""

import pathlib

import shapely

import packages
import sources
from topology import UNIT, Point, grid_points

_OBLAST = "Former USSR oblast in 1991"
_LINE_OF_CONTACT = "Ceasefire Line 1994"
_REACH = UNIT // 100


Line = tuple[Point, ...]


def lines(cache: pathlib.Path) -> tuple[list[Line], list[Line], list[Line]]:
    """The distinct lines, then those of the oblast's outline and those of the Line of Contact."""
    rows = sources.world_map(packages.unpacked("qgis-common", cache), "name", "disputed_borders",
                             f"name IN ('{_OBLAST}', '{_LINE_OF_CONTACT}')")
    parts = sorted((name, tuple(_straightened(grid_points(part))))
                   for name, shape in rows for part in shapely.get_parts(shape))
    nodes: list[Point] = []
    joined = [(name, _joined(points, nodes)) for name, points in parts]
    distinct = sorted({points for _, points in joined})
    return (distinct,
            [p for name, p in joined if name == _OBLAST],
            [p for name, p in joined if name == _LINE_OF_CONTACT])


def _straightened(points: list[Point]) -> list[Point]:
    """The line from its western (then southern) end, so that equal lines are equal."""
    return points if points[0] <= points[-1] else points[::-1]


def _joined(points: tuple[Point, ...], nodes: list[Point]) -> tuple[Point, ...]:
    """The line with its ends moved to the nodes already met, where one is near."""
    return (_node(points[0], nodes), *points[1:-1], _node(points[-1], nodes))


def _node(end: Point, nodes: list[Point]) -> Point:
    near = [n for n in nodes if abs(n[0] - end[0]) <= _REACH and abs(n[1] - end[1]) <= _REACH]
    if near:
        return min(near, key=lambda n: (abs(n[0] - end[0]) + abs(n[1] - end[1]), n))
    nodes.append(end)
    return end
