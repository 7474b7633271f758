"""Draws the map with Mapnik: mapnik_map.py FOLDER warm | mapnik_map.py FOLDER PICTURE.png

Warm prints one line of JSON; its layers are cached by Mapnik, as ours stand in memory. Otherwise the
process draws one picture with its default palette, `png8`, and ends.
"""

import pathlib
import sys

import mapnik

from frame import (
    CATEGORY_HUES, EAST, FILLS, HEIGHT, NORTH, SOUTH, WATER, WEST, WIDTH, mercator,
)

_MERCATOR, _DEGREES = "epsg:3857", "epsg:4326"


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    shown = map_of(folder, WIDTH, HEIGHT)
    shown.aspect_fix_mode = mapnik.aspect_fix_mode.GROW_BBOX
    shown.zoom_to_box(mapnik.Box2d(*mercator(WEST, SOUTH), *mercator(EAST, NORTH)))
    picture = mapnik.Image(WIDTH, HEIGHT)
    if sys.argv[2] == "warm":
        from drawing import tell

        tell("whole map, warm", "Mapnik", lambda: mapnik.render(shown, picture), repeats=10)
        return
    mapnik.render(shown, picture)
    picture.save(sys.argv[2], "png8")


def map_of(folder: pathlib.Path, width: int, height: int) -> mapnik.Map:
    """The layers of a folder, styled much like ours."""
    shown = mapnik.Map(width, height)
    mapnik.load_map_from_string(shown, _style(folder))
    return shown


def _style(folder: pathlib.Path) -> str:
    polygons = "".join(
        f'<Rule><Filter>[color] = {number}</Filter><PolygonSymbolizer fill="{fill}"/></Rule>'
        for number, fill in enumerate(FILLS))
    events = "".join(
        f"<Rule><Filter>[category] = '{category}'</Filter>"
        f'<MarkersSymbolizer width="9" height="9" fill="{hue}" stroke="#ffffff" stroke-width="1.2" '
        f'allow-overlap="true" ignore-placement="true"/></Rule>'
        for category, hue in CATEGORY_HUES.items())
    line = '<Rule><LineSymbolizer stroke="{}" stroke-width="{}" {}/></Rule>'
    styles = {
        "countries": polygons, "coast": line.format("#8fb5cf", 0.8, ""),
        "lakes": f'<Rule><PolygonSymbolizer fill="{WATER}"/>'
                 '<LineSymbolizer stroke="#8fb5cf" stroke-width="0.6"/></Rule>',
        "admin1": line.format("#a898a8", 0.7, 'stroke-dasharray="4,2"'),
        "admin0": line.format("#806a80", 1.6, 'stroke-linejoin="round"'),
        "events": events, "towns": _TOWNS}
    layers = {"countries": ("countries", "coast"), "lakes": ("lakes",),
              "admin1_lines": ("admin1",), "admin0_lines": ("admin0",), "events": ("events",),
              "towns": ("towns",)}
    text = f'<Map srs="{_MERCATOR}" background-color="{WATER}">'
    text += "".join(f'<Style name="{name}">{rules}</Style>' for name, rules in styles.items())
    for layer, names in layers.items():
        used = "".join(f"<StyleName>{name}</StyleName>" for name in names)
        text += (f'<Layer name="{layer}" srs="{_DEGREES}">{used}<Datasource><Parameter name="type">'
                 f'geojson</Parameter><Parameter name="file">{folder}/{layer}.geojson</Parameter>'
                 "</Datasource></Layer>")
    return text + "</Map>"


_TOWNS = """<Rule><MarkersSymbolizer width="4.5" height="4.5" fill="#333333" stroke="#ffffff"
 stroke-width="0.8" allow-overlap="true" ignore-placement="true"/>
<TextSymbolizer face-name="DejaVu Sans Book" size="11" fill="#222222" halo-fill="#ffffff"
 halo-radius="1.5" dx="6" dy="6" placement-type="simple"
 placements="E,N,S,W,NE,SE,NW,SW,11,10">[name]</TextSymbolizer></Rule>"""

if __name__ == "__main__":
    main()
