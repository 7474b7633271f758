"""Scripts and language tags of names, by their letters; never by guess."""

import re
import sys
import pathlib
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from gazetteer_tables import is_hidden, scripts  # noqa: E402

# ISO 15924 code by the script that Unicode's character names start with.
_CODES = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "ARMENIAN": "Armn", "GEORGIAN": "Geor", "ARABIC": "Arab",
    "GREEK": "Grek", "HEBREW": "Hebr", "CJK": "Hani", "HANGUL": "Kore", "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan", "DEVANAGARI": "Deva", "BENGALI": "Beng", "GURMUKHI": "Guru",
    "GUJARATI": "Gujr", "ORIYA": "Orya", "TAMIL": "Taml", "TELUGU": "Telu", "KANNADA": "Knda",
    "MALAYALAM": "Mlym", "SINHALA": "Sinh", "THAI": "Thai", "LAO": "Laoo", "TIBETAN": "Tibt",
    "MYANMAR": "Mymr", "KHMER": "Khmr", "ETHIOPIC": "Ethi", "SYRIAC": "Syrc", "THAANA": "Thaa",
    "MONGOLIAN": "Mong", "TIFINAGH": "Tfng", "CHEROKEE": "Cher", "CANADIAN": "Cans",
    "JAVANESE": "Java", "BALINESE": "Bali", "OL": "Olck", "CHAKMA": "Cakm", "MEETEI": "Mtei",
    "NKO": "Nkoo", "GOTHIC": "Goth", "SUNDANESE": "Sund", "YI": "Yiii", "BOPOMOFO": "Bopo",
}
# Scripts that are written together in one language.
_TOGETHER = {frozenset({"Hani", "Jpan"}): "Jpan", frozenset({"Hani", "Kore"}): "Kore"}
# What a tag's script may also be called by the sources: Han letters alone.
_HAN_LANGUAGES = {"ja": "Jpan", "ko": "Kore"}
_REGION_SCRIPTS = {"zh_TW": "Hant", "zh_HK": "Hant", "zh_CN": "Hans", "zh_SG": "Hans"}


def composed(text: str) -> str:
    """The text in NFC with single blanks."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def mended(text: str) -> str:
    """The text in the form the tables want, with six slips of the sources put right.

    Characters that nobody sees are taken out, but for joiners that are part of a spelling.
    U+01DD (turned e, an African letter) in Latin text stands for
    the schwa that Azerbaijani writes; Latin ae in Cyrillic text for the Ossetic letter like it; the
    Ukrainian capital I behind a Cyrillic letter for the palochka; a grave accent by itself for the
    ayn, which GeoNames writes as an opening quotation mark. Arabic vowel points tell the sound and
    are no part of the spelling.
    """
    text = composed("".join(c for i, c in enumerate(text) if c.isspace() or not is_hidden(text, i)))
    if "\u01dd" in text or "\u018e" in text:
        text = text.replace("\u01dd", "\u0259").replace("\u018e", "\u018f")
    if "CYRILLIC" in scripts(text):
        text = text.replace("\u00e6", "\u04d5").replace("\u00c6", "\u04d4")
        text = re.sub("(?<=[\u0410-\u044f])\u0406", "\u04c0", text)
    text = re.sub("[\u064b-\u0652]", "", text.replace("`", "\u2018"))
    return unicodedata.normalize("NFC", text)


def script(text: str) -> str | None:
    """The ISO 15924 code of a text's letters; None without letters, of two scripts, or unknown."""
    codes = frozenset(_CODES.get(name, "") for name in scripts(text))
    if len(codes) == 1:
        return next(iter(codes)) or None
    return _TOGETHER.get(codes)


def untagged(text: str) -> str | None:
    """`und` and the script: the tag of a name whose language nobody tells."""
    code = script(text)
    return f"und-{code}" if code else None


def tag(locale: str, text: str, known: dict[str, set[str]]) -> str | None:
    """The tag of a name that a source files under a locale such as `az` or `zh_TW`.

    Without a word of the source on the script, the letters decide. None when the language is not
    written in these letters (`known`: the scripts of each language): then the source's tag is
    doubted. English is not written with a schwa.
    """
    language, code = locale.split("_")[0], script(text)
    if code is None or (language == "en" and "\u0259" in text.casefold()):
        return None
    if code == "Hani":
        code = _REGION_SCRIPTS.get(locale) or _HAN_LANGUAGES.get(language, "Hani")
    wanted = known.get(language, set())
    if "Hans" in wanted or "Hant" in wanted:
        wanted = wanted | {"Hani", "Hans", "Hant"}
    return f"{language}-{code}" if not wanted or code in wanted else None
