"""What all programs of the drawing benchmarks share: the frame, the colours, the projection."""

import math

WIDTH, HEIGHT = 1200, 900
WEST, SOUTH, EAST, NORTH = 43, 38, 51, 42.5
FILLS = ["#f3efe0", "#e9f0dc", "#f6e7d8", "#ece6f0", "#f9f3d0", "#e3eeea", "#f4e3e3", "#eef0e4"]
WATER = "#cfe3f0"
CATEGORY_HUES = {"battle": "#c0392b", "protest": "#e67e22", "treaty": "#2471a3", "visit": "#1e8449"}
_RADIUS = 6378137.0


def mercator(longitude: float, latitude: float) -> tuple[float, float]:
    """EPSG:3857, in metres."""
    return (_RADIUS * math.radians(longitude),
            _RADIUS * math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))


def pixel(longitude: float, latitude: float) -> tuple[float, float]:
    """In the frame, which is as wide as the box."""
    (left, bottom), (right, top) = mercator(WEST, SOUTH), mercator(EAST, NORTH)
    scale = WIDTH / (right - left)
    x, y = mercator(longitude, latitude)
    return (x - left) * scale, HEIGHT / 2 - (y - (bottom + top) / 2) * scale
