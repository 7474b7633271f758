"""Draws the same shapes with other engines: drawing.py FOLDER; one line of JSON a result.

Geometry is projected and paths are built before the clock starts; times are processor time of the
process, the median of seven rounds. The binding of Blend2D has fills only.
"""

import json
import pathlib
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from frame import HEIGHT, WIDTH

_WATER, _DISTRICT, _COUNTRY, _DISC = (207, 227, 240), (168, 152, 168), (128, 106, 128), (51, 51, 51)
Draw = Callable[[], None]


@dataclass
class Shapes:
    """Contours in pixels."""

    polygons: list[tuple[tuple[int, int, int], list[np.ndarray]]]
    districts: list[np.ndarray]
    countries: list[np.ndarray]
    discs: list[tuple[float, float]]


def main() -> None:
    shapes = _read(pathlib.Path(sys.argv[1]) / "pixels.tsv")
    size = sum(len(c) for _, cs in shapes.polygons for c in cs)
    size += sum(map(len, shapes.districts + shapes.countries))
    print(f"{size} vertices, {len(shapes.discs)} discs", file=sys.stderr)
    without = Shapes(shapes.polygons, [], [], shapes.discs)
    tell("raw fills", "Blend2D (blend2d-py)", _blend2d(without))
    tell("raw fills", "Skia (skia-python)", _skia(without))
    tell("raw fills", "AGG (aggdraw)", _agg(without))
    tell("raw fills and strokes", "Skia (skia-python)", _skia(shapes))
    tell("raw fills and strokes", "AGG (aggdraw)", _agg(shapes))


def _read(path: pathlib.Path) -> Shapes:
    shapes = Shapes([], [], [], [])
    for line in path.read_text(encoding="utf-8").splitlines():
        layer, style, text = line.split("\t")
        contours = [np.array([[float(v) for v in p.split(",")] for p in c.split(" ")])
                    for c in text.split(";")]
        if layer in ("countries", "lakes"):
            shapes.polygons.append((tuple(bytes.fromhex(style[1:])), contours))
        elif layer == "admin1_lines":
            shapes.districts += contours
        elif layer == "admin0_lines":
            shapes.countries += contours
        else:
            shapes.discs.append(tuple(contours[0][0]))
    return shapes


def tell(work: str, program: str, draw: Draw, repeats: int = 30) -> None:
    """Measures and prints."""
    draw()
    times = []
    for _ in range(7):
        start = time.process_time()
        for _ in range(repeats):
            draw()
        times.append((time.process_time() - start) / repeats * 1e3)
    times.sort()
    print(json.dumps({"work": work, "program": program, "ms": times[3], "least": times[0]}),
          flush=True)


def _skia(shapes: Shapes) -> Draw:
    import skia

    def path(contours: list[np.ndarray], is_closed: bool) -> "skia.Path":
        builder = skia.PathBuilder()
        for contour in contours:
            builder.moveTo(*map(float, contour[0]))
            for x, y in contour[1:]:
                builder.lineTo(float(x), float(y))
            if is_closed:
                builder.close()
        builder.setFillType(skia.PathFillType.kEvenOdd)
        return builder.detach()

    def stroke(color: tuple, width: float) -> "skia.Paint":
        return skia.Paint(AntiAlias=True, Color=skia.Color(*color), StrokeWidth=width,
                          Style=skia.Paint.kStroke_Style)

    polygons = [(path(c, True), skia.Paint(AntiAlias=True, Color=skia.Color(*color)))
                for color, c in shapes.polygons]
    lines = [(path(shapes.districts, False), stroke(_DISTRICT, 0.7)),
             (path(shapes.countries, False), stroke(_COUNTRY, 1.6))]
    lines = lines if shapes.districts else []
    disc = skia.Paint(AntiAlias=True, Color=skia.Color(*_DISC))
    pixels = np.zeros((HEIGHT, WIDTH, 4), "u1")
    canvas = skia.Canvas(pixels)

    def draw() -> None:
        assert pixels is not None  # the canvas does not keep it
        canvas.clear(skia.Color(*_WATER))
        for shape, paint in polygons + lines:
            canvas.drawPath(shape, paint)
        for x, y in shapes.discs:
            canvas.drawCircle(float(x), float(y), 4, disc)

    return draw


def _agg(shapes: Shapes) -> Draw:
    import aggdraw
    from PIL import Image

    canvas = aggdraw.Draw(Image.new("RGB", (WIDTH, HEIGHT)))
    polygons = [(aggdraw.Brush(color), [c.ravel().tolist() for c in contours])
                for color, contours in shapes.polygons]
    lines = [(aggdraw.Pen(_DISTRICT, 0.7), [c.ravel().tolist() for c in shapes.districts]),
             (aggdraw.Pen(_COUNTRY, 1.6), [c.ravel().tolist() for c in shapes.countries])]
    water, disc = aggdraw.Brush(_WATER), aggdraw.Brush(_DISC)

    def draw() -> None:
        canvas.rectangle((0, 0, WIDTH, HEIGHT), water)
        for brush, contours in polygons:
            for contour in contours:
                canvas.polygon(contour, brush)
        for pen, contours in lines:
            for contour in contours:
                canvas.line(contour, pen)
        for x, y in shapes.discs:
            canvas.ellipse((x - 4, y - 4, x + 4, y + 4), disc)
        canvas.flush()

    return draw


def _blend2d(shapes: Shapes) -> Draw:
    import blend2d

    context = blend2d.Context(blend2d.Image(WIDTH, HEIGHT))
    polygons = []
    for color, contours in shapes.polygons:
        path = blend2d.Path()
        for contour in contours:
            path.move_to(*map(float, contour[0]))
            for x, y in contour[1:]:
                path.line_to(float(x), float(y))
            path.close()
        polygons.append((color, path))

    def draw() -> None:
        context.set_fill_style_rgba(*_WATER, 255)
        context.fill_all()
        for color, path in polygons:
            context.set_fill_style_rgba(*color, 255)
            context.fill_path(path)
        context.set_fill_style_rgba(*_DISC, 255)
        for x, y in shapes.discs:
            context.fill_circle(float(x), float(y), 4.0)

    return draw


if __name__ == "__main__":
    main()
