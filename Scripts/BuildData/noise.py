"""The rules by which a name that GeoNames lists without a language is left out, each counted.

A rule may drop a name that somebody used; it then belongs into the curated tables, with a source.
"""

import re
import unicodedata
from collections import Counter

from writing import script, scripts

# Letters and marks of the International Phonetic Alphabet. The schwa is Azerbaijani's, too.
_PHONETIC = re.compile("[\u0250-\u0258\u025a-\u02af\u02c8\u02cc\u02cd\u02d0\u02d1]")
_CODE = re.compile(r"[A-Z0-9]{3,4}")
# Marks of remarks, lists and addresses; among them the Arabic comma and semicolon.
_REMARK = re.compile(r"[][(){}<>,;:/\\|_=+*?!\"\u060c\u061b]")
# Words that say that not the settlement is named but its unit, airport or station.
_OTHER_ENTITY = re.compile(
    r"\b(district|rayon|rayonu|raion|rajon|rajony|province|county|governorate|municipality|airport"
    r"|aeroport|aéroport|hava limanı|havaalanı|shahrestan|şəhristanı|okrug|ilçesi|qəzası|oblast"
    r"|daerah|kabupaten|distrikt|bezirk|uezd|район|раён|округ|уезд|аэропорт|улус)\b",
    re.IGNORECASE)
# Found by looking: a name that is another place's, by GeoNames' number of the place that lists it.
# Goris is what Lithuanian makes of Gori, and a town in Armenia; Hats'avan is 8 km from Sisian;
# Verin (upper) and Nerkin (lower) Getashen are neighbours.
OTHERS = frozenset({
    (614455, "goris"), (174972, "sisian"), (616094, "nerkingetashen"), (616094, "неркингеташен"),
})
# Records whose population is another place's: Hats'avan, a village, has that of Sisian.
WRONG_POPULATIONS = frozenset({174972})


class Ledger:
    """Counts what was left out or mended, by rule, and keeps the first ten examples of each."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.examples: dict[str, list[str]] = {}

    def note(self, rule: str, example: str) -> None:
        """Counts one case. Examples come in the order of the places, so they are stable."""
        self.counts[rule] += 1
        found = self.examples.setdefault(rule, [])
        if len(found) < 10 and example not in found:
            found.append(example)


def fold(text: str) -> str:
    """Letters alone, in lower case, without marks: to compare spellings of one script."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if unicodedata.category(c).startswith("L")
                   and unicodedata.category(c) != "Lm")


def fault(main: str, text: str) -> str | None:
    """The rule that leaves a name out, or None. `main` is the main name of the record."""
    letters = scripts(text)
    if not letters:
        return "no letters"
    if _PHONETIC.search(text):
        return "phonetic signs"
    if script(text) is None:
        return "letters of two scripts, or of one that is not read here"
    if text == main:
        return None
    if _CODE.fullmatch(text):
        return "a code (airport and the like)"
    if letters == {"LATIN"} and text == text.lower():
        return "Latin letters, all small: a machine's romanisation"
    if _REMARK.search(text):
        return "a remark, a list or an address"
    if _OTHER_ENTITY.search(text) and not _OTHER_ENTITY.search(main):
        return "names the unit or the airport, not the settlement"
    return None
