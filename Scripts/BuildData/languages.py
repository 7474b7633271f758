"""The language of a name that GeoNames lists without one, where its letters leave no choice.

A name so tagged is `low`, since GeoNames mixes eras: it is found in that language and decides no
label. Only where it is the record's main name in other letters, the main name vouches for it.
"""

import re

from noise import fold
from writing import script

# Scripts in which one living language is written, as far as names of the region go.
_BY_SCRIPT = {"Armn": "hy", "Geor": "ka", "Guru": "pa", "Jpan": "ja", "Kore": "ko", "Mlym": "ml",
              "Taml": "ta", "Telu": "te", "Thai": "th"}
# Letters that one language alone has among those that name places of the region.
_BY_LETTER = {"\u04d5": "os", "\u049f": "ab", "\u04a9": "ab", "\u04a7": "ab", "\u0525": "ab",
              "\u04ad": "ab", "\u049d": "az", "\u04b9": "az", "\u0454": "uk", "\u0457": "uk",
              "\u0491": "uk", "\u04b1": "kk"}
# Georgian letters that Mingrelian and Svan have and modern Georgian has not.
_NOT_GEORGIAN = re.compile("[\u10f1-\u10fa]")
# Units where Mingrelian, Svan or Laz may be written in Georgian letters, by ISO 3166-2.
_OTHERS_IN_GEORGIAN = re.compile("GE-(AB|AJ|SZ)|TR-")
# In Azerbaijan a Latin schwa is Azerbaijani's; GeoNames has it in romanised Armenian, too.
_AZERBAIJANI = re.compile("[abcçdeəfgğhxıijkqlmnoöprsştuüvyz -]+")

_ARMENIAN = dict(zip("աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև", (
    "a b g d e z e  t zh i l kh ts k h dz gh ch m  n sh o ch p j r s v t r ts v p k o f ev"
).split(" ")))
_GEORGIAN = dict(zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", (
    "a b g d e v z t i k l m n o p zh r s t u p k gh k sh ch ts dz ts ch kh j h").split(" ")))
_LATIN = {"x": "kh", "c": "j", "ç": "ch", "ş": "sh", "ğ": "gh", "ı": "i", "ə": "a"}


def by_letters(text: str, main: str, country: str, unit: str) -> str | None:
    """The language that a text's letters tell at a place with a main name in Latin letters, by its
    country's and its unit's ISO code."""
    code = script(text)
    if code == "Geor":
        mixed = _NOT_GEORGIAN.search(text) or _OTHERS_IN_GEORGIAN.match(unit)
        return None if mixed and not is_same_name(text, main, "ka") else "ka"
    small = text.replace("I", "ı").replace("İ", "i").lower()
    if code == "Cyrl":
        told = {language for letter, language in _BY_LETTER.items() if letter in small}
        return told.pop() if len(told) == 1 else None
    if code == "Latn":
        return "az" if country == "AZ" and "ə" in small and _AZERBAIJANI.fullmatch(small) else None
    return _BY_SCRIPT.get(code or "")


def is_azerbaijani(main: str, country: str) -> bool:
    """Whether a record's main name is written as Azerbaijani is: with a letter of its alphabet that
    romanised Russian has not, and no letter of another."""
    small = main.replace("I", "ı").replace("İ", "i").lower()
    is_written_so = _AZERBAIJANI.fullmatch(small) and re.search("[çəğıöşüxq]", small)
    return country == "AZ" and bool(is_written_so)


def is_same_name(text: str, main: str, language: str) -> bool:
    """Whether a text is the main name as Armenian, Georgian or Azerbaijani writes it. Spellings are
    compared without what romanisations differ in; Azerbaijani by its consonants."""
    if language not in ("hy", "ka", "az"):
        return False
    one, other = _latin(text, language), _latin(main, "")
    if language == "az":
        one, other = (re.sub("[aeiou]", "", word).replace("k", "g") for word in (one, other))
    return one == other and len(one) > 1


def _latin(text: str, language: str) -> str:
    """The text in Latin letters, without the differences between systems of romanisation."""
    small = text.replace("İ", "i").lower()
    if language == "hy":
        small = "".join(_ARMENIAN.get(c, c) for c in small.replace("ու", "u"))
    elif language == "ka":
        small = "".join(_GEORGIAN.get(c, c) for c in small)
    elif language == "az":
        small = "".join(_LATIN.get(c, c) for c in small)
    small = fold(re.sub(r"\bvo", "o", small)).replace("y", "")
    for written, plain in (("dzh", "j"), ("kh", "x"), ("gh", "g"), ("q", "k"), ("w", "v")):
        small = small.replace(written, plain)
    return re.sub(r"(.)\1+", r"\1", small)
