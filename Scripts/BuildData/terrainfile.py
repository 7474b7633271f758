"""Writes heights as one file of sections that programs read in place: `terrain.bin`.

All numbers are little-endian; a text is an offset into the pool; heights are whole metres.

    texts    the pool (see flatfile.TextPool)
    sources  title, credit: u32 text each
    levels   spacing u32 and west, north: i32 each, in seconds of arc; columns, rows, source,
             first block, 0: u32 each; from the coarsest to the finest
    blocks   u32 each: where in `samples` a block starts, and at last where the last one ends
    samples  the blocks, each deflated by itself (RFC 1951); no bytes at all for zeros throughout

A height is the mean over a square of `spacing`; the first one of a level lies at its north-west
corner, rows run east, then south. A block has 64 x 64 heights, fewer at the east and south edges; the
blocks of a level run east, then south. In a block are first the low bytes of all residuals, then the
high ones. A residual is the height less its prediction, modulo 2^16, with its sign in the lowest bit
(0, -1, 1, -2 are 0, 1, 2, 3). The prediction of a height from its neighbours in the block, W, N and
NW, is (3 (W + N) - 2 NW) / 4 rounded down; W in the first row, N in the first column, 0 for the first.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy

import flatfile

MAGIC = "TOPOTERR"
VERSION = 1
BLOCK = 64


@dataclass(frozen=True)
class Level:
    """Heights on one grid: `spacing`, `west` and `north` in seconds of arc."""

    spacing: int
    west: int
    north: int
    heights: numpy.ndarray
    source: str


def written(levels: list[Level], sources: dict[str, tuple[str, str]]) -> bytes:
    """The whole file, coarsest level first; `sources` has title and credit line by key."""
    texts, keys = flatfile.TextPool(), list(sources)
    source_rows = b"".join(struct.pack("<II", texts.offset(title), texts.offset(credit))
                           for title, credit in sources.values())
    rows, offsets, samples = b"", [0], bytearray()
    for level in levels:
        height, width = level.heights.shape
        rows += struct.pack("<I2i5I", level.spacing, level.west, level.north, width, height,
                            keys.index(level.source), len(offsets) - 1, 0)
        for block in blocks(level):
            samples += block
            offsets.append(len(samples))
    return flatfile.laid_out(MAGIC, VERSION, [
        ("texts", bytes(texts.data)), ("sources", source_rows), ("levels", rows),
        ("blocks", struct.pack(f"<{len(offsets)}I", *offsets)), ("samples", bytes(samples)),
    ])


def blocks(level: Level) -> Iterator[bytes]:
    """The blocks of a level, deflated."""
    height, width = level.heights.shape
    for top in range(0, height, BLOCK):
        for left in range(0, width, BLOCK):
            yield _packed(level.heights[top:top + BLOCK, left:left + BLOCK])


def _packed(block: numpy.ndarray) -> bytes:
    """One block of heights, deflated."""
    if not block.any():
        return b""
    residuals = _signs_last(block.astype(numpy.int32) - _predicted(block.astype(numpy.int32)))
    planes = (residuals & 0xFF).astype("u1").tobytes() + (residuals >> 8).astype("u1").tobytes()
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_FILTERED)
    return packer.compress(planes) + packer.flush()


def _predicted(block: numpy.ndarray) -> numpy.ndarray:
    result = numpy.zeros_like(block)
    west, north, corner = block[1:, :-1], block[:-1, 1:], block[:-1, :-1]
    result[1:, 1:] = (3 * (west + north) - 2 * corner) >> 2
    result[0, 1:], result[1:, 0] = block[0, :-1], block[:-1, 0]
    return result


def _signs_last(residuals: numpy.ndarray) -> numpy.ndarray:
    wrapped = residuals.astype(numpy.int16).astype(numpy.int32)
    return ((wrapped << 1) ^ (wrapped >> 31)) & 0xFFFF
