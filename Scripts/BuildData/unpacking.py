"""The content of derived files that are stored packed: the same whichever zlib has packed them."""

import gzip
import struct
import zlib

import flatfile

# What reading a damaged file can end with.
FAULTS = (OSError, EOFError, ValueError, KeyError, struct.error, zlib.error)


def unpacked(path: str, data: bytes) -> bytes:
    """The content of a derived file; that of a file which is not packed is the file."""
    if path.endswith(".gz"):
        return gzip.decompress(data)
    return _terrain(data) if path.endswith("/terrain.bin") else data


def _terrain(data: bytes) -> bytes:
    """A file of heights with its blocks inflated (its form: terrainfile)."""
    sections = flatfile.sections(data)
    offsets = struct.unpack(f"<{len(sections['blocks']) // 4}I", sections["blocks"])
    inflated = (zlib.decompress(sections["samples"][start:end], -15) if end > start else b"0"
                for start, end in zip(offsets, offsets[1:]))
    return b"".join([*(sections[tag] for tag in ("texts", "sources", "levels")), *inflated])
