"""Reads the gazetteer tables: their columns, EDTF dates as decimal years, scripts of a text."""
import re
import unicodedata

COLUMNS = {
    "pack": "key value",
    "perspectives": "perspective name definition period source",
    "places": "id kind label longitude latitude uncertainty_m extent period population rank"
              " source certainty note",
    "names": "place_id text language kind perspective period usual source certainty derived note",
    "memberships": "place_id relation target_id perspective period source certainty default note",
    "lines": "place_id sequence longitude latitude basis source",
    "contested": "place_id perspective name native period source note",
    "credits": "key title licence credit",
    "not-places": "text language reason",
}
KEYS = {  # what rows are sorted by; no two rows share a key
    "pack": "key", "perspectives": "perspective", "places": "id", "credits": "key",
    "names": "place_id language text kind perspective period", "not-places": "text",
    "memberships": "place_id relation target_id perspective period",
    "lines": "place_id sequence", "contested": "place_id perspective",
}
ZERO_WIDTH_NON_JOINER = "\u200c"
JOINERS = (ZERO_WIDTH_NON_JOINER, "\u200d")
DATE = re.compile(r"(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d)(?:-(\d\d))?)?[?~%]?")


def bound(text, high):
    """The first or last day of an EDTF date as a decimal year; ValueError where it is no date."""
    match = DATE.fullmatch(text)
    if not match:
        raise ValueError(f"'{text}' is no EDTF date")
    year, month, day = match.groups()
    number = int(year.replace("X", "9" if high else "0"))
    if not 1 <= int(month or 1) <= 12 or not 1 <= int(day or 1) <= 31:
        raise ValueError(f"'{text}' has no such month or day")
    months = int(month or (12 if high else 1)) - 1
    days = int(day or 31) if high else int(day or 1) - 1
    return number + months / 12 + days / 372


def interval(text):
    """(from, to) in decimal years of an EDTF date or interval; empty means always."""
    if not text:
        return float("-inf"), float("inf")
    if "/" not in text:
        return bound(text, False), bound(text, True)
    start, end = text.split("/", 1)
    if start in ("", "..") and end in ("", ".."):
        raise ValueError(f"'{text}' says nothing: leave it empty")
    first = float("-inf") if start in ("", "..") else bound(start, False)
    last = float("inf") if end in ("", "..") else bound(end, True)
    if first > last:
        raise ValueError(f"'{text}' ends before it starts")
    return first, last


def shared(one, other):
    """How many years two intervals have in common; negative when they are apart."""
    return min(one[1], other[1]) - max(one[0], other[0])


def scripts(text):
    """The Unicode scripts of the letters of a text; modifier letters and marks do not count."""
    letters = (c for c in text if unicodedata.category(c) in ("Lu", "Ll", "Lo"))
    return {unicodedata.name(c, "?").split(" ")[0] for c in letters}


def read(folder, table, fault):
    """The rows of a table, each with its line.

    Faults of form go to fault(table, line, code, problem). Raises OSError and UnicodeDecodeError.
    """
    raw = (folder / f"{table}.tsv").read_bytes().decode("utf-8")
    if "\r" in raw or not raw.endswith("\n"):
        fault(table, 1, "line-ends", "lines end in LF alone, the last one too")
    columns, rows, header = COLUMNS[table].split(), [], None
    for number, line in enumerate(raw.removesuffix("\n").split("\n"), 1):
        if header is None and line.startswith("#"):
            continue
        fields = line.split("\t")
        if header is None:
            header = fields
            if header != columns:
                fault(table, number, "header", f"columns are {' '.join(columns)}")
                break
        elif len(fields) != len(columns):
            fault(table, number, "fields", f"{len(fields)} fields, not {len(columns)}")
        else:
            rows.append(dict(zip(columns, fields), line=number))
            check_text(table, number, fields, fault)
    check_order(table, rows, fault)
    return rows


def hidden(field: str) -> list[str]:
    """The characters of a field that nobody sees: controls, marks of direction, odd blanks."""
    return [c for index, c in enumerate(field) if is_hidden(field, index)]


def is_hidden(field: str, index: int) -> bool:
    """Whether nobody sees the character at an index, and it is no part of a spelling.

    A zero width non-joiner is part of the spelling of Persian and Kurdish between two letters; it
    and the joiner are that of Indian scripts beside a sign that kills a vowel (combining class 9).
    """
    character, before, after = field[index], field[index - 1:index], field[index + 1:index + 2]
    if character in JOINERS and before and after:
        if character == ZERO_WIDTH_NON_JOINER and scripts(before + after) == {"ARABIC"}:
            return False
        if 9 in (unicodedata.combining(before), unicodedata.combining(after)):
            return False
    category = unicodedata.category(character)
    return category[0] == "C" or (category[0] == "Z" and character != " ")


def check_text(table, number, fields, fault):
    for field in fields:
        for character in hidden(field):
            fault(table, number, "control", f"U+{ord(character):04X} in '{field}'")
        if field != field.strip() or "  " in field or unicodedata.normalize("NFC", field) != field:
            fault(table, number, "text", f"stray blanks or not NFC: '{field}'")


def check_order(table, rows, fault):
    def key(row):
        return tuple(int(row[c]) if c == "sequence" and row[c].isdigit() else row[c]
                     for c in KEYS[table].split())
    for before, row in zip(rows, rows[1:]):
        if key(before) == key(row):
            fault(table, row["line"], "double", f"same key as line {before['line']}")
        elif key(before) > key(row):
            fault(table, row["line"], "order", f"sort by {KEYS[table]}")
