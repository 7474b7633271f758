"""What a map paints, from its SVG and PNG: another program draws parts of it, and pixels are compared."""

import io
import re
import subprocess
import xml.etree.ElementTree as ET

from PIL import Image

from colours import Colour, contrast

_SVG = "{http://www.w3.org/2000/svg}"
ET.register_namespace("", "http://www.w3.org/2000/svg")
ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")


class Picture:
    """The SVG of a map, with what `--describe` says of it and the theme that it is drawn in."""

    def __init__(self, svg: str, described: dict, theme: dict) -> None:
        self._root = ET.fromstring(svg)
        self._described = described
        self._theme = theme

    def overlap(self) -> int:
        """How many pixels two of these cover: labels with their halos, marks, furniture on the map.

        Each label and the marks together are drawn half as strong: where two lie on each other it is darker.
        """
        labels: dict[str, list[ET.Element]] = {}
        marks = ET.Element(f"{_SVG}g", {"opacity": "0.5"})
        for group in self._root.iter(f"{_SVG}g"):
            if "clip-path" not in group.attrib:
                continue
            mine = ET.SubElement(marks, f"{_SVG}g", {"clip-path": group.attrib["clip-path"]})
            rims = {}
            for path in group.findall(f"{_SVG}path"):
                if path.get("stroke") and path.get("fill", "none") == "none":
                    rims[path.get("d")] = path
                if path.get("fill") in self._theme["categories"] and float(path.get("fill-opacity", 1)) > .85:
                    mine.append(path)
                name = self._label(path) if path.get("aria-label") else None
                if name:
                    labels.setdefault(name, []).extend(p for p in (rims.get(path.get("d")), path) if p is not None)
        drawing = self._empty()
        drawing.append(marks)
        for paths in labels.values():
            ET.SubElement(drawing, f"{_SVG}g", {"opacity": "0.5"}).extend(paths)
        for piece in self._described["furniture"]:
            # Labels of an enlargement lie on it.
            if piece["on_map"] and piece["name"] not in ("enlargement", "locator", "degrees"):
                left, top, right, bottom = piece["box"]
                ET.SubElement(drawing, f"{_SVG}rect", {
                    "opacity": "0.5", "x": str(left), "y": str(top), "width": str(right - left),
                    "height": str(bottom - top)})
        alpha = _drawn(drawing).getchannel("A")
        # Two rims that share the edge of a pixel reach 0.44; two that lie on each other 0.75.
        return sum(alpha.histogram()[160:])

    def _label(self, path: ET.Element) -> str | None:
        """The label that a line of text belongs to: where its first letter starts, the nearest of those that say so."""
        numbers = [float(n) for n in re.findall(r"-?\d+\.?\d*", path.get("d", "")[:40])]
        if len(numbers) < 2:
            return None
        x, y = numbers[:2]
        found = []
        for label in self._described["labels"]:
            box = label["box"]
            if box and path.get("aria-label") in label["lines"] \
                    and box[0] - 3 <= x <= box[2] + 3 and box[1] - 3 <= y <= box[3] + 3:
                found.append((abs(box[0] - x), f"{label['panel']} {label['id']}"))
        return min(found)[1] if found else None

    def _empty(self) -> ET.Element:
        empty = ET.Element(self._root.tag, self._root.attrib)
        empty.extend(self._root.iter(f"{_SVG}clipPath"))
        return empty

    def label_contrasts(self) -> list[tuple[float, str]]:
        """The contrast of each label on the map to what lies under its letters, least first."""
        ground = _drawn(self._without(lambda path: path.get("aria-label"))).convert("RGB")
        found: dict[str, list[float]] = {}
        for path in self._root.iter(f"{_SVG}path"):
            name = self._label(path) if path.get("aria-label") else None
            if name:
                ink = self._ink(path)
                found.setdefault(name, []).extend(
                    contrast(_colour(path.get("fill")), ground.getpixel(at)) for at in ink)
        return sorted((sum(ratios) / len(ratios), name) for name, ratios in found.items() if ratios)

    def mark_contrasts(self) -> list[tuple[float, str]]:
        """The contrast of each mark's rim to the map without marks where the rim lies, least first."""
        rim, fills = self._theme["mark-outline"], self._theme["categories"]
        ground = _drawn(self._without(
            lambda path: path.get("stroke") == rim or path.get("fill") in fills)).convert("RGB")
        found = []
        for mark in self._described["marks"]:
            if mark["form"] not in ("figure", "plain", "zero"):
                continue
            around = _around(mark, ground)
            ratio = sum(contrast(_colour(rim), pixel) for pixel in around) / len(around)
            found.append((ratio, mark["id"]))
        return sorted(found)

    def _ink(self, path: ET.Element) -> list[tuple[int, int]]:
        """The pixels that letters cover all but wholly."""
        drawing = self._empty()
        drawing.append(ET.Element(f"{_SVG}path", {"d": path.get("d", "")}))
        alpha = _drawn(drawing).getchannel("A")
        box = alpha.getbbox()
        if not box:
            return []
        return [(x, y) for y in range(box[1], box[3]) for x in range(box[0], box[2]) if alpha.getpixel((x, y)) > 200]

    def _without(self, is_left_out) -> ET.Element:
        copy = ET.fromstring(ET.tostring(self._root))
        for parent in list(copy.iter()):
            for path in [p for p in parent if p.tag == f"{_SVG}path" and is_left_out(p)]:
                parent.remove(path)
        return copy


def _around(mark: dict, ground: Image.Image) -> list[tuple]:
    """The ground at eight places of a mark's rim."""
    radius = mark["radius"]
    places = [(mark["x"] + radius * x, mark["y"] + radius * y)
              for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1), (.7, .7), (.7, -.7), (-.7, .7), (-.7, -.7))]
    return [ground.getpixel((min(ground.width - 1, max(0, int(x))), min(ground.height - 1, max(0, int(y)))))
            for x, y in places]


def _colour(text: str) -> Colour:
    return tuple(int(text[index:index + 2], 16) for index in (1, 3, 5))


def _drawn(drawing: ET.Element) -> Image.Image:
    png = subprocess.run(["rsvg-convert"], input=ET.tostring(drawing), capture_output=True, check=True).stdout
    return Image.open(io.BytesIO(png)).convert("RGBA")
