"""Writes outlines as one file of sections that programs read in place: `outlines.bin`.

All numbers are little-endian; a degree has 10 000 steps; a text is an offset into the pool.

    texts     the pool (see flatfile.TextPool)
    credits   u32 text each
    claims    validity, depicts, perspective, source: u32 text each; certainty u8, approximate u8, 0 u16
    points    longitude, latitude: i32 each
    zooms     u8 for each point: the zoom from which it is needed
    indices   u16 each: a count, then so many numbers of vertices of one arc
    levels    u32 each: where in `indices` the vertices of a zoom are
    arcs      box: 4 i32 (west, south, east, north); first point, points, first level, levels: u32 each
    chains    i32 each: arc n - 1 forwards for n, backwards for -n
    parts     box; first of `chains`, count: u32 each; a ring or a line
    polygons  first of `parts`, count: u32 each; the first part is the outer ring
    areas     box; id u32 text, claim u32, kind u32, first of `polygons`, count: u32 each
    lines     box; left, right: u32 text each, claim u32, kind u32, first of `parts`, count: u32 each

An arc with k levels has at zoom z < k the vertices that its level z lists (perhaps none), from k on
those whose own zoom is z or less: more than half of all, so that looking at all costs no more than
twice as much as taking them.
"""

import struct
from dataclasses import dataclass, field

import flatfile
from claims import Claim
from zooms import FULL, Ranked

MAGIC = "TOPOLINE"
VERSION = 1
CERTAINTIES = ("high", "medium", "low")
AREA_KINDS = ("country", "region", "district", "historical", "water")
LINE_KINDS = ("country", "district", "coast", "formerOblast", "lineOfContact",
              "largeRiver", "river", "smallRiver", "seasonalRiver")

Ring = list[int]


@dataclass(frozen=True)
class Area:
    """An area: polygons of rings of signed arc numbers, the outer ring first."""

    kind: str
    id: str
    claim: Claim
    polygons: list[list[Ring]]


@dataclass(frozen=True)
class Line:
    """A line: chains of signed arc numbers."""

    kind: str
    left: str
    right: str
    claim: Claim
    parts: list[Ring]


@dataclass
class _Sections:
    texts: flatfile.TextPool = field(default_factory=flatfile.TextPool)
    claims: dict[bytes, int] = field(default_factory=dict)
    points: bytearray = field(default_factory=bytearray)
    zooms: bytearray = field(default_factory=bytearray)
    indices: list[int] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    arcs: bytearray = field(default_factory=bytearray)
    boxes: list[tuple[int, int, int, int]] = field(default_factory=list)
    chains: list[int] = field(default_factory=list)
    parts: list[tuple[tuple[int, int, int, int], int, int]] = field(default_factory=list)
    polygons: list[tuple[int, int]] = field(default_factory=list)
    areas: bytearray = field(default_factory=bytearray)
    lines: bytearray = field(default_factory=bytearray)


def written(arcs: list[Ranked], areas: list[Area], lines: list[Line],
            sources: dict[str, tuple[str, str]]) -> bytes:
    """The whole file; `sources` has title and credit line by key."""
    sections = _Sections()
    for arc in arcs:
        _add_arc(sections, arc)
    for area in sorted(areas, key=lambda area: area.id.encode("utf-8")):
        _add_area(sections, area, sources)
    for line in lines:
        _add_line(sections, line, sources)
    credits = list(dict.fromkeys(sources[key][1] for key in sorted(sources)))
    credit_texts = _packed("I", [sections.texts.offset(credit) for credit in credits])
    return flatfile.laid_out(MAGIC, VERSION, [
        ("texts", bytes(sections.texts.data)), ("credits", credit_texts),
        ("claims", b"".join(sections.claims)), ("points", bytes(sections.points)),
        ("zooms", bytes(sections.zooms)),
        ("indices", _packed("H", sections.indices)), ("levels", _packed("I", sections.levels)),
        ("arcs", bytes(sections.arcs)), ("chains", _packed("i", sections.chains)),
        ("parts", b"".join(struct.pack("<4iII", *box, a, n) for box, a, n in sections.parts)),
        ("polygons", b"".join(struct.pack("<II", a, n) for a, n in sections.polygons)),
        ("areas", bytes(sections.areas)), ("lines", bytes(sections.lines)),
    ])


def _packed(kind: str, numbers: list[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}{kind}", *numbers)


def _add_arc(sections: _Sections, ranked: Ranked) -> None:
    points = ranked.arc.points
    box = (min(x for x, _ in points), min(y for _, y in points),
           max(x for x, _ in points), max(y for _, y in points))
    first_level, before = len(sections.levels), None
    for zoom in range(FULL):
        needed = ranked.indices(zoom)
        if 2 * len(needed) > len(points):
            break
        if needed != before:
            start = len(sections.indices)
            sections.indices += [len(needed), *needed]
        sections.levels.append(start)
        before = needed
    sections.arcs += struct.pack("<4i4I", *box, len(sections.points) // 8, len(points),
                                 first_level, len(sections.levels) - first_level)
    sections.zooms += bytes(ranked.zooms)
    sections.points += _packed("i", [value for point in points for value in point])
    sections.boxes.append(box)


def _add_area(sections: _Sections, area: Area, sources: dict[str, tuple[str, str]]) -> None:
    first = len(sections.polygons)
    boxes = []
    for rings in area.polygons:
        start = len(sections.parts)
        boxes += [_add_part(sections, ring) for ring in rings]
        sections.polygons.append((start, len(rings)))
    sections.areas += struct.pack(
        "<4i5I", *_united(boxes), sections.texts.offset(area.id),
        _claim(sections, area.claim, sources), AREA_KINDS.index(area.kind),
        first, len(area.polygons))


def _add_line(sections: _Sections, line: Line, sources: dict[str, tuple[str, str]]) -> None:
    first = len(sections.parts)
    boxes = [_add_part(sections, part) for part in line.parts]
    sections.lines += struct.pack(
        "<4i6I", *_united(boxes), sections.texts.offset(line.left),
        sections.texts.offset(line.right), _claim(sections, line.claim, sources),
        LINE_KINDS.index(line.kind), first, len(line.parts))


def _add_part(sections: _Sections, ring: Ring) -> tuple[int, int, int, int]:
    box = _united([sections.boxes[abs(number) - 1] for number in ring])
    sections.parts.append((box, len(sections.chains), len(ring)))
    sections.chains += ring
    return box


def _united(boxes: list[tuple[int, int, int, int]]) -> tuple[int, int, int, int]:
    wests, souths, easts, norths = zip(*boxes)
    return (min(wests), min(souths), max(easts), max(norths))


def _claim(sections: _Sections, claim: Claim, sources: dict[str, tuple[str, str]]) -> int:
    texts = (claim.validity, claim.depicts, claim.perspective, sources[claim.source][0])
    row = struct.pack("<4I2BH", *map(sections.texts.offset, texts),
                      CERTAINTIES.index(claim.certainty), claim.shape == "approximate", 0)
    return sections.claims.setdefault(row, len(sections.claims))
