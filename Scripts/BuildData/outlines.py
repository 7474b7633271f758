"""Writes `outlines.txt`: arcs once, then the areas and the border lines that are made of them."""

import pathlib
from collections import defaultdict

import cells
import claims
import disputed
import districts
import generalise
import topology
from topology import RIM, SEA, Arc

_HEADER = """\
# Outlines of countries and districts, and border lines. Derived; see PROVENANCE.md.
# unit: how many steps make a degree
# source: key, title, credit
# arc: longitude, latitude of the first vertex, then the steps from vertex to vertex; arcs are
#   numbered from 1 in this order
# area: kind, id, validity, depicts, perspective, source, certainty, shape, arcs
# line: kind, left, right, validity, depicts, perspective, source, certainty, shape, arcs
# arcs: numbers in their order, negative when run backwards; ";" parts rings or lines, "|" polygons,
#   whose first ring is the outer one; an area lies on the left of its rings
# end: how many records came before
"""


def build(cache: pathlib.Path) -> tuple[str, list[cells.DistrictMatch]]:
    """The text of `outlines.txt`, and how well each district was matched."""
    faces, matches = cells.cut(cache)
    arcs = generalise.thinned(topology.arcs_of(faces))
    extra, oblast, contact = disputed.lines(cache)
    numbers = {points: len(arcs) + i for i, points in enumerate(extra, start=1)}
    base = len(arcs)
    arcs = arcs + [Arc(points, "", "") for points in extra]

    rows = [("unit", str(topology.UNIT))]
    rows += [("source", key, *claims.SOURCES[key]) for key in sorted(claims.SOURCES)]
    rows += [("arc", topology.steps(arc.points)) for arc in arcs]
    rows += _areas(arcs[:base])
    rows.append(_oblast_area(arcs, [numbers[p] for p in oblast]))
    rows += _lines(arcs[:base])
    rows.append(("line", "formerOblast", "tp:nkao", "", *claims.FORMER_OBLAST.fields(),
                 _paths(arcs, [numbers[p] for p in oblast])))
    rows.append(("line", "lineOfContact", "", "", *claims.LINE_OF_CONTACT.fields(),
                 _paths(arcs, [numbers[p] for p in contact])))
    return _HEADER + topology.table(rows), matches


def _country(cell: str) -> str:
    """`iso:AZ` for `iso:AZ-TOV`; other ids stay."""
    return cell[:6] if cell.startswith("iso:") else cell


def _is_district(cell: str) -> bool:
    return cell.startswith("iso:") and len(cell) > 6


def _kind(area: str) -> str:
    if area.removeprefix("iso:") in districts.SUMS:
        return "region"
    return "district" if _is_district(area) else "country"


def _areas(arcs: list[Arc]) -> list[tuple[str, ...]]:
    members: dict[str, set[str]] = defaultdict(set)
    for cell in {arc.left for arc in arcs} | {arc.right for arc in arcs}:
        if cell not in (SEA, RIM):
            members[_country(cell)].add(cell)
            members[cell].add(cell)
    for total, parts in districts.SUMS.items():
        members[f"iso:{total}"] = {f"iso:{part}" for part in parts}
    touching: dict[str, set[int]] = defaultdict(set)
    for number, arc in enumerate(arcs, start=1):
        touching[arc.left].add(number)
        touching[arc.right].add(number)
    rows = []
    for area in sorted(members):
        mine = sorted(set().union(*(touching[cell] for cell in members[area])))
        polygons = topology.nested(arcs, topology.rings_of(arcs, mine, members[area]))
        claim = claims.district(area) if _is_district(area) else claims.country(area)
        text = "|".join(";".join(_signed(ring) for ring in polygon) for polygon in polygons)
        rows.append(("area", _kind(area), area, *claim.fields(), text))
    return rows


def _oblast_area(arcs: list[Arc], numbers: list[int]) -> tuple[str, ...]:
    ring = topology.chained_paths(arcs, numbers)
    assert len(ring) == 1, "the outline of the oblast does not close"
    signed = ring[0]
    if not topology.is_counterclockwise(topology.ring_points(arcs, signed)):
        signed = [-n for n in reversed(signed)]
    return ("area", "historical", "tp:nkao", *claims.FORMER_OBLAST.fields(), _signed(signed))


def _lines(arcs: list[Arc]) -> list[tuple[str, ...]]:
    """Border lines by kind and by the two areas they part; the first of the two is on the left."""
    groups: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number, arc in enumerate(arcs, start=1):
        left, right = _country(arc.left), _country(arc.right)
        if RIM in (left, right):
            continue
        kind = "country"
        if SEA in (left, right):
            kind = "coast"
        elif left == right:
            kind, left, right = "district", arc.left, arc.right
        if (left == SEA, left) <= (right == SEA, right):
            groups[kind, left, right].append(number)
        else:
            groups[kind, right, left].append(-number)
    rows = []
    for (kind, left, right), numbers in sorted(groups.items()):
        claim = {"coast": claims.coast, "district": lambda: claims.district(left),
                 "country": lambda: claims.country(left, right)}[kind]()
        rows.append(("line", kind, left, right, *claim.fields(), _paths(arcs, numbers)))
    return rows


def _paths(arcs: list[Arc], numbers: list[int]) -> str:
    return ";".join(_signed(path) for path in topology.chained_paths(arcs, numbers))


def _signed(numbers: list[int]) -> str:
    return " ".join(map(str, numbers))
