"""Cuts tiles with Mapnik: mapnik_tiles.py FOLDER KIND FIRST LAST OUTPUT.pmtiles

Squares of 8 x 8 tiles are drawn in one go, with 128 pixels around each for labels, and cut; KIND is how
Mapnik encodes, such as `png8:m=h:z=1`.
"""

import math
import pathlib
import sys

import mapnik
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

from frame import EAST, NORTH, SOUTH, WEST
from mapnik_map import map_of

_SQUARE = 8
_HALF = math.pi * 6378137.0


def main() -> None:
    folder, kind, output = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[5]
    first, last = int(sys.argv[3]), int(sys.argv[4])
    shown = map_of(folder, 256, 256)
    shown.buffer_size = 128
    shown.aspect_fix_mode = mapnik.aspect_fix_mode.RESPECT
    tiles = {}
    for zoom in range(first, last + 1):
        left, top = _tile(WEST, NORTH, zoom)
        right, bottom = _tile(EAST, SOUTH, zoom)
        for row in range(top, bottom + 1, _SQUARE):
            for column in range(left, right + 1, _SQUARE):
                width = min(_SQUARE, right + 1 - column)
                height = min(_SQUARE, bottom + 1 - row)
                square = _drawn(shown, zoom, column, row, width, height)
                for y in range(height):
                    for x in range(width):
                        tile = square.view(256 * x, 256 * y, 256, 256)
                        number = zxy_to_tileid(zoom, column + x, row + y)
                        tiles[number] = tile.to_string(kind)
    _write(tiles, output, first, last)


def _tile(longitude: float, latitude: float, zoom: int) -> tuple[int, int]:
    """The column and row that a place lies in."""
    down = (1 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2
    return int((longitude + 180) / 360 * 2**zoom), int(down * 2**zoom)


def _drawn(
    shown: mapnik.Map, zoom: int, column: int, row: int, width: int, height: int
) -> mapnik.Image:
    """A rectangle of tiles as one picture."""
    side = 2 * _HALF / 2**zoom
    shown.resize(256 * width, 256 * height)
    shown.zoom_to_box(mapnik.Box2d(
        -_HALF + column * side, _HALF - (row + height) * side, -_HALF + (column + width) * side,
        _HALF - row * side))
    picture = mapnik.Image(256 * width, 256 * height)
    mapnik.render(shown, picture)
    return picture


def _write(tiles: dict[int, bytes], output: str, first: int, last: int) -> None:
    with open(output, "wb") as file:
        writer = Writer(file)
        for number in sorted(tiles):
            writer.write_tile(number, tiles[number])
        west, south, east, north = (int(side * 1e7) for side in (WEST, SOUTH, EAST, NORTH))
        writer.finalize({
            "tile_type": TileType.PNG, "tile_compression": Compression.NONE, "min_zoom": first,
            "max_zoom": last, "min_lon_e7": west, "min_lat_e7": south, "max_lon_e7": east,
            "max_lat_e7": north, "center_zoom": first, "center_lon_e7": (west + east) // 2,
            "center_lat_e7": (south + north) // 2}, {})


if __name__ == "__main__":
    main()
