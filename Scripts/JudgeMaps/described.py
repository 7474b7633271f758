"""What `--describe` says of a map, checked: nothing overlaps, nothing is lost, no name is made up."""

import itertools

# What a mark's disc must stay clear of others: ticks and counted marks share one, lines have none.
_SOLID = ("figure", "plain", "zero")


def faults(map_: dict, rows: list[dict]) -> list[str]:
    """All that is wrong, in words."""
    return _overlaps(map_) + _lost(map_, rows)


def _overlaps(map_: dict) -> list[str]:
    wrong = []
    labels = [label for label in map_["labels"] if label["box"]]
    pieces = map_["furniture"]
    on_map = [piece for piece in pieces if piece["on_map"]]
    for panel in ("map", "enlargement"):
        own = [label for label in labels if label["panel"] == panel]
        marks = [mark for mark in map_["marks"] if mark["panel"] == panel]
        for one, other in itertools.combinations(own, 2):
            if _meet(one["box"], other["box"]):
                wrong.append(f"label {one['id']} on label {other['id']}")
        for label, mark in itertools.product(own, marks):
            if mark["form"] in (*_SOLID, "tick", "counted") and _reaches(mark, label["box"]):
                wrong.append(f"label {label['id']} on mark {mark['id']}")
        for one, other in itertools.combinations([m for m in marks if m["form"] in _SOLID], 2):
            if _distance(one, other) < one["radius"] + other["radius"] - 1:
                wrong.append(f"mark {one['id']} on mark {other['id']}")
        if panel == "map":
            wrong += [f"label {label['id']} on {piece['name']}" for label, piece in itertools.product(own, on_map)
                      if _meet(label["box"], piece["box"])]
            frame = map_["map_frame"]
        else:
            frame = next((piece["box"] for piece in on_map if piece["name"] == "enlargement"), None)
        wrong += [f"label {label['id']} leaves its frame" for label in own if not frame or not _holds(frame, label["box"])]
    for one, other in itertools.combinations(pieces, 2):
        if _meet(one["box"], other["box"]):
            wrong.append(f"{one['name']} on {other['name']}")
    wrong += [f"{piece['name']} reaches into the map" for piece in pieces
              if not piece["on_map"] and _meet(piece["box"], map_["map_frame"])]
    return wrong


def _lost(map_: dict, rows: list[dict]) -> list[str]:
    """Each row's event has a mark, is counted in cells, or stands among what is not drawn, with a reason."""
    told = {mark["event_id"] for mark in map_["marks"]} | {event["event_id"] for event in map_["not_drawn"]}
    missing = {row["id"] for row in rows} - told
    in_cells = sum(cell["count"] for cell in map_["density"]["cells"]) if map_["density"] else 0
    wrong = [] if len(missing) <= in_cells else [f"{len(missing) - in_cells} events are neither drawn nor counted"]
    wrong += [f"{event['event_id']} is not drawn for no reason" for event in map_["not_drawn"] if not event["reason"]]
    counted = map_["drawn"] + sum(reason["count"] for reason in map_["not_shown"])
    if counted < len({row["id"] for row in rows}):
        wrong.append(f"{counted} events are told of, the table has {len({row['id'] for row in rows})}")
    return wrong


def _meet(one: list[float], other: list[float]) -> bool:
    # A thousandth of a pixel is lost in the file.
    return (one[0] < other[2] - .002 and other[0] < one[2] - .002 and one[1] < other[3] - .002
            and other[1] < one[3] - .002)


def _holds(frame: list[float], box: list[float]) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _reaches(mark: dict, box: list[float]) -> bool:
    x, y = max(box[0], min(box[2], mark["x"])) - mark["x"], max(box[1], min(box[3], mark["y"])) - mark["y"]
    return x * x + y * y < (mark["radius"] - .002) ** 2


def _distance(one: dict, other: dict) -> float:
    return ((one["x"] - other["x"]) ** 2 + (one["y"] - other["y"]) ** 2) ** .5
