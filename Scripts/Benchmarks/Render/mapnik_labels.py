"""Draws named points with Mapnik: mapnik_labels.py POINTS.geojson PICTURE.png

Each name tries eight places beside its dot. Dots are drawn in any case, as Toponym draws them.
"""

import sys

import mapnik

from frame import mercator
from labels import EAST, NORTH, SIZE, SOUTH, WEST

_STYLE = """<Map srs="epsg:3857" background-color="#f3efe0">
<Style name="dots"><Rule><MarkersSymbolizer width="6" height="6" fill="#444444" stroke="#ffffff"
 stroke-width="1" allow-overlap="true" ignore-placement="false"/></Rule></Style>
<Style name="names"><Rule><TextSymbolizer face-name="DejaVu Sans Book" size="12" fill="#222222"
 halo-fill="#ffffff" halo-radius="1.5" dx="6" dy="6" placement-type="simple"
 placements="NE,SE,NW,SW,N,S,E,W">[name]</TextSymbolizer></Rule></Style>
<Layer name="points" srs="epsg:4326"><StyleName>dots</StyleName><StyleName>names</StyleName>
<Datasource><Parameter name="type">geojson</Parameter><Parameter name="file">{}</Parameter></Datasource>
</Layer></Map>"""


def main() -> None:
    shown = mapnik.Map(SIZE, SIZE)
    mapnik.load_map_from_string(shown, _STYLE.format(sys.argv[1]))
    shown.zoom_to_box(mapnik.Box2d(*mercator(WEST, SOUTH), *mercator(EAST, NORTH)))
    picture = mapnik.Image(SIZE, SIZE)
    mapnik.render(shown, picture)
    picture.save(sys.argv[2], "png8")


if __name__ == "__main__":
    main()
