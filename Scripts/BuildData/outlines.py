"""Makes `outlines.bin`: arcs once, then the areas and the border lines that are made of them."""

import pathlib
from collections import defaultdict
from dataclasses import dataclass

import cells
import claims
import disputed
import districts
import generalise
import outlinefile
import topology
import verify
import zooms
from outlinefile import Area, Line
from topology import RIM, SEA, Arc

@dataclass(frozen=True)
class Built:
    """`outlines.bin`, how well each district was matched, and what was proved of the areas."""

    data: bytes
    matches: list[cells.DistrictMatch]
    proofs: list[str]
    sizes: list[tuple[str, float, float, int]]


def build(cache: pathlib.Path) -> Built:
    """The outlines of countries and districts, the former oblast and the Line of Contact."""
    faces, matches = cells.cut(cache)
    arcs = generalise.thinned(topology.arcs_of(faces))
    extra, oblast, contact = disputed.lines(cache)
    numbers = {points: len(arcs) + i for i, points in enumerate(extra, start=1)}
    base = len(arcs)
    dated = [Arc(points, "", "") for points in extra]
    ranked = zooms.ranked(arcs) + zooms.ranked_lines(dated, [0] * len(dated))
    arcs = arcs + dated

    areas = _areas(arcs[:base])
    areas.append(_oblast_area(arcs, [numbers[p] for p in oblast]))
    lines = _lines(arcs[:base])
    lines.append(Line("formerOblast", "tp:nkao", "", claims.FORMER_OBLAST,
                      topology.chained_paths(arcs, [numbers[p] for p in oblast])))
    lines.append(Line("lineOfContact", "", "", claims.LINE_OF_CONTACT,
                      topology.chained_paths(arcs, [numbers[p] for p in contact])))
    data = outlinefile.written(ranked, areas, lines, claims.SOURCES)
    return Built(data, matches, verify.proved(ranked, areas), verify.country_sizes(ranked, areas))


def _country(cell: str) -> str:
    """`iso:AZ` for `iso:AZ-TOV`; other ids stay."""
    return cell[:6] if cell.startswith("iso:") else cell


def _is_district(cell: str) -> bool:
    return cell.startswith("iso:") and len(cell) > 6


def _kind(area: str) -> str:
    if area.removeprefix("iso:") in districts.SUMS:
        return "region"
    return "district" if _is_district(area) else "country"


def _areas(arcs: list[Arc]) -> list[Area]:
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
    areas = []
    for area in sorted(members):
        mine = sorted(set().union(*(touching[cell] for cell in members[area])))
        polygons = topology.nested(arcs, topology.rings_of(arcs, mine, members[area]))
        claim = claims.district(area) if _is_district(area) else claims.country(area)
        areas.append(Area(_kind(area), area, claim, polygons))
    return areas


def _oblast_area(arcs: list[Arc], numbers: list[int]) -> Area:
    ring = topology.chained_paths(arcs, numbers)
    assert len(ring) == 1, "the outline of the oblast does not close"
    signed = ring[0]
    if not topology.is_counterclockwise(topology.ring_points(arcs, signed)):
        signed = [-n for n in reversed(signed)]
    return Area("historical", "tp:nkao", claims.FORMER_OBLAST, [[signed]])


def _lines(arcs: list[Arc]) -> list[Line]:
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
    lines = []
    for (kind, left, right), numbers in sorted(groups.items()):
        claim = {"coast": claims.coast, "district": lambda: claims.district(left),
                 "country": lambda: claims.country(left, right)}[kind]()
        lines.append(Line(kind, left, right, claim,
                          topology.chained_paths(arcs, numbers)))
    return lines
