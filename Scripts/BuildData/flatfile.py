"""Writes files of sections, as the module FlatFile reads them, and finds sections in them.

Little-endian, each section with its checksum.

    header    magic (8)  version (4)  sections (4)  length (8)  CRC-32 of header and table (4)  0 (4)
    table     for each section: tag (8)  offset (8)  length (8)  CRC-32 (4)  0 (4)
    sections  in the order of the table, each at the next multiple of 16, zeros between
"""

import struct
import zlib

_HEADER_SIZE = 32
_ROW_SIZE = 32


def laid_out(magic: str, version: int, sections: list[tuple[str, bytes]]) -> bytes:
    """The whole file."""
    table, body = b"", b""
    start = _HEADER_SIZE + _ROW_SIZE * len(sections)
    for tag, data in sections:
        body += bytes(-(start + len(body)) % 16)
        table += struct.pack("<8sQQII", tag.encode("ascii"), start + len(body), len(data),
                             zlib.crc32(data), 0)
        body += data
    head = struct.pack("<8sIIQ", magic.encode("ascii"), version, len(sections), start + len(body))
    rest = struct.pack("<I", 0) + table
    return head + struct.pack("<I", zlib.crc32(head + rest)) + rest + body


class TextPool:
    """Texts, each once: its length as a short number (LEB128), then its UTF-8; the empty one first."""

    def __init__(self) -> None:
        self.data = bytearray(b"\0")
        self._offsets = {"": 0}

    def offset(self, text: str) -> int:
        """Where a text is, added when it is new."""
        if text not in self._offsets:
            self._offsets[text] = len(self.data)
            raw = text.encode("utf-8")
            self.data += _short_number(len(raw)) + raw
        return self._offsets[text]


def _short_number(number: int) -> bytes:
    result = bytearray()
    while number >= 0x80:
        result.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*result, number])


def area_ids(data: bytes) -> list[str]:
    """The ids of the areas in a file of outlines (its form: outlinefile)."""
    parts = sections(data)
    rows = range(0, len(parts["areas"]), 36)
    return [_text_at(parts["texts"], struct.unpack_from("<I", parts["areas"], row + 16)[0])
            for row in rows]


def sections(data: bytes) -> dict[str, bytes]:
    """The sections of a file by tag."""
    (count,) = struct.unpack_from("<I", data, 12)
    rows = [struct.unpack_from("<8sQQ", data, _HEADER_SIZE + _ROW_SIZE * i) for i in range(count)]
    return {tag.rstrip(b"\0").decode("ascii"): data[start:start + length]
            for tag, start, length in rows}


def _text_at(pool: bytes, offset: int) -> str:
    """A text of a pool."""
    length, shift, more = 0, 0, True
    while more:
        length |= (pool[offset] & 0x7F) << shift
        more = pool[offset] >= 0x80
        offset, shift = offset + 1, shift + 7
    return pool[offset:offset + length].decode("utf-8")
