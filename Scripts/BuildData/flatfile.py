"""Writes files of sections, as the module FlatFile reads them: little-endian, each section checked.

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
