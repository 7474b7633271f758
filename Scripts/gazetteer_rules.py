"""Rules of the gazetteer that hold between rows: who used a name, for how long and how surely.

Each rule takes the tables (name -> rows, as gazetteer_tables.read gives them) and the eras
(perspective -> interval, None where it cannot be read) and yields (table, line, code, problem).
"""
import math
import re
from collections import defaultdict
from collections.abc import Iterator

from gazetteer_tables import interval

Row = dict[str, str]                 # a table's columns, and its line as a number
Tables = dict[str, list[Row]]
Interval = tuple[float, float]       # decimal years, infinite where open
Eras = dict[str, Interval | None]
Faults = Iterator[tuple[str, int, str, str]]

STATE_ERAS = {"SU", "RU-empire"}     # these names exist only inside the state's time
OLD_STATES = {"RU-empire", "PERSIA", "OTTOMAN", "IR", "TR"}   # names older than the table's dates
DOUBT = re.compile(r"not (opened|checked|dated)|unchecked|doubtful|inferred|implied"
                   r"|spelling is ours|no date", re.IGNORECASE)
CAPPED = re.compile(r"\(read in a copy\)|one party")
# People of the other republic left these two; so a name of theirs has an end as a local one.
DEPARTED = {("hy", "iso:AZ"), ("az", "iso:AM")}
METRES_PER_DEGREE = 111_195          # of a sphere of 6 371 008.8 m
REMARK = re.compile("[,;:/|()<>\\[\\]{}_\u00b2\u00b3\u00b9\u060c\u061b]")   # beside a name, not of it
SAME_PLACE_METRES = 1_000
CELLS_PER_DEGREE = 50                # a cell is wider than that everywhere below 60° north


def period(row: Row) -> Interval | None:
    """The interval of a row, or None where it cannot be read (the linter tells that elsewhere)."""
    try:
        return interval(row["period"])
    except ValueError:
        return None


def years(bounds: Interval) -> tuple[float, float]:
    """The first and last year of an interval; infinite where it is open."""
    first, last = bounds
    return (math.floor(first) if math.isfinite(first) else first,
            math.ceil(last) - 1 if math.isfinite(last) else last)


def eras(tables: Tables, all_eras: Eras) -> Faults:
    """An official name, and any name of a state that is gone, lies inside its state's years."""
    for row in tables["names"]:
        era, bounds = all_eras.get(row["perspective"]), period(row)
        state = row["perspective"] in STATE_ERAS
        if not era or not bounds or not (state or row["kind"] == "official"):
            continue
        (first, last), (start, end) = years(bounds), years(era)
        if row["period"] and (start > first > -math.inf or last > end):
            yield ("names", row["line"], "era",
                   f"{row['period']} is outside {row['perspective']}")
        elif (row["kind"] == "official" and first == -math.inf
              and row["perspective"] not in OLD_STATES):
            yield ("names", row["line"], "era",
                   f"'{row['text']}' became official with {row['perspective']}, if not later")


def official_needs_perspective(tables: Tables, _: Eras) -> Faults:
    """Nothing is official as such: some authority made it so."""
    for row in tables["names"]:
        if row["kind"] == "official" and not row["perspective"]:
            yield "names", row["line"], "perspective", f"'{row['text']}' is official for nobody"


def certainty_fits(tables: Tables, _: Eras) -> Faults:
    """What was read in a copy, or is told with a doubt in the note, is not of high certainty."""
    for table in ("places", "names", "memberships"):
        for row in tables[table]:
            if row["certainty"] != "high":
                continue
            if DOUBT.search(row["note"]):
                yield table, row["line"], "certainty", f"high, though '{row['note']}'"
            if CAPPED.search(row["source"]):
                yield table, row["line"], "certainty", "high, though read in a copy or one-sided"


def names_are_bare(tables: Tables, _: Eras) -> Faults:
    """A name is one name, without a remark, a footnote mark or its country."""
    for row in tables["names"]:
        if REMARK.search(row["text"]):
            yield "names", row["line"], "remark", f"'{row['text']}' says more than the name"


def local_names_end(tables: Tables, _: Eras) -> Faults:
    """A local name ends when those who used it left: the same for both sides."""
    country = {row["place_id"]: row["target_id"] for row in tables["memberships"]
               if row["relation"] == "country" and row["default"]}
    for row in tables["names"]:
        departed = (row["language"].split("-")[0], country.get(row["place_id"])) in DEPARTED
        bounds = period(row)
        if row["kind"] == "local" and departed and bounds and not math.isfinite(bounds[1]):
            yield ("names", row["line"], "local",
                   f"'{row['text']}' has no end: an exonym, or local until its users left")


def usual_names_hold(tables: Tables, _: Eras) -> Faults:
    """The usual name of a place that still exists is one in use, not one that has ended."""
    today = {row["key"]: row["value"] for row in tables["pack"]}.get("date", "")
    day = interval(today)[0] if today else math.inf
    ended = {row["id"] for row in tables["places"]
             if (bounds := period(row)) and bounds[1] < day}
    for row in tables["names"]:
        bounds = period(row)
        if row["usual"] and bounds and bounds[1] < day and row["place_id"] not in ended:
            yield "names", row["line"], "usual", f"'{row['text']}' ended with {row['period']}"


def contested_names_agree(tables: Tables, _: Eras) -> Faults:
    """A side of the contested names is told the same way in the table of names."""
    names = defaultdict(list)
    for row in tables["names"]:
        names[row["place_id"], row["text"]].append(row)
    for row in tables["contested"]:
        native = names[row["place_id"], row["native"]]
        if row["native"] and not native:
            yield "contested", row["line"], "native", f"'{row['native']}' is not in names"
        told = [name["period"] for name in native + names[row["place_id"], row["name"]]
                if name["kind"] == "official" and name["perspective"] == row["perspective"]]
        if row["period"] and row["period"] not in told:
            yield ("contested", row["line"], "period",
                   f"no name is official for {row['perspective']} in {row['period']}")


def points(tables: Tables) -> list[Row]:
    """The places that stand at a point of their own; a unit of the past may stand at its seat."""
    return [row for row in tables["places"]
            if row["extent"] == "point" and row["kind"] not in ("historical", "region")]


def no_point_is_copied(tables: Tables, _: Eras) -> Faults:
    """A coordinate taken over from another place says nothing of this one."""
    seen: dict[tuple[str, str], str] = {}
    for row in points(tables):
        first = seen.setdefault((row["longitude"], row["latitude"]), row["id"])
        if first != row["id"]:
            yield "places", row["line"], "copied", f"{row['id']} stands where {first} does"


def no_place_has_two_ids(tables: Tables, _: Eras) -> Faults:
    """Two places of a kind, close by and with a name in common, may be one."""
    names, cells = defaultdict(set), defaultdict(list)
    for row in tables["names"]:
        names[row["place_id"]].add(row["text"])
    for row in points(tables):
        try:
            column, line = (round(float(row[axis]) * CELLS_PER_DEGREE)
                            for axis in ("longitude", "latitude"))
        except ValueError:
            continue
        for other in (other for x in (-1, 0, 1) for y in (-1, 0, 1)
                      for other in cells[column + x, line + y]):
            if (row["kind"] == other["kind"] and names[row["id"]] & names[other["id"]]
                    and metres(row, other) < SAME_PLACE_METRES):
                yield "places", row["line"], "same-place", f"{row['id']} may be {other['id']}"
        cells[column, line].append(row)


def metres(one: Row, other: Row) -> float:
    """About how far apart two places are; good enough for a few kilometres."""
    latitude = math.radians(float(one["latitude"]))
    east = (float(one["longitude"]) - float(other["longitude"])) * math.cos(latitude)
    north = float(one["latitude"]) - float(other["latitude"])
    return math.hypot(east, north) * METRES_PER_DEGREE


RULES = (eras, official_needs_perspective, certainty_fits, names_are_bare, local_names_end,
         usual_names_hold, contested_names_agree, no_point_is_copied, no_place_has_two_ids)
