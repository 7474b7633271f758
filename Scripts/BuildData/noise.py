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
_REMARK = re.compile(r"[][(){}<>,;:/\\|_=+*?!\"\u060c\u061b]|\s[-\u2013\u2014]\s")
# What a source writes beside a name to tell it from another, each with the words of the ledger.
_BESIDE = (
    (re.compile("[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+$"), "footnote mark cut off"),
    (re.compile(r"^\w+:"), "wiki's namespace cut off"),
    (re.compile(r"\s*[(\uff08][^()\uff08\uff09]*[)\uff09]$"), "remark in brackets cut off"),
    (re.compile("\\s*[,\uff0c\u060c\u3001].*$"), "country or unit after a comma cut off"),
)
# A capital within a word: the Caucasian palochka as a Latin I, or a romanised letter (UEzeyir).
_INNER_CAPITAL = re.compile(r"[a-z\u00df-\u00ff][A-Z]|\b[AOU]E[a-z]")
_ABBREVIATION = re.compile(r"\w\.\w|^\w\. ")
# Words for a town, village or settlement beside the name (Kalmyk has its own behind each town's);
# not before a name in honour of somebody, which says nothing without it.
_WORD_BESIDE = re.compile(
    r" (балһсн|Köyü|Koyu)$|^(Selo|Sjalo|Posëlok|Poselok|Khutor|Gorod|قرية|مدينة) (?!Imeni)")
# Words that say that not the settlement is named but its unit, airport or station.
_OTHER_ENTITY = re.compile(
    r"\b(district|rayon|rayonu|raion|rajon|rajony|province|county|governorate|municipality|airport"
    r"|aeroport|aéroport|hava limanı|havaalanı|shahrestan|şəhristanı|okrug|ilçesi|qəzası|oblast"
    r"|daerah|kabupaten|distrikt|bezirk|uezd|provinsi|provincie|locality|район|раён|округ|уезд"
    r"|аэропорт|улус|شهرستان|ناحية|قضاء)\b",
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
    if letters == {"LATIN"} and _INNER_CAPITAL.search(text):
        return "a capital within a word: a machine's romanisation"
    if len(text) > 4 and text.isupper():
        return "capitals throughout"
    if _REMARK.search(text):
        return "a remark, a list or an address"
    if _ABBREVIATION.search(text):
        return "an abbreviation"
    if _OTHER_ENTITY.search(text) and not _OTHER_ENTITY.search(_unmarked(main)):
        return "names the unit or the airport, not the settlement"
    return None


def trimmed(text: str) -> tuple[str, str | None]:
    """A name that a source files under a language without what it writes beside the name, and the
    rule that cut it, or None."""
    for pattern, rule in _BESIDE:
        bare = pattern.sub("", text).strip()
        if bare and bare != text:
            return trimmed(bare)[0], rule
    return text, None


def without_word(text: str) -> str:
    """A name without the word for a town or village that stands beside it."""
    return _WORD_BESIDE.sub("", text)


def _unmarked(text: str) -> str:
    """The text without marks on its letters."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))
