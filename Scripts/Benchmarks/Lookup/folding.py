"""The fold that every peer gets: both i pairs and the schwa as one letter each, no marks, no apostrophes."""

import unicodedata

_TABLE = {ord(a): b for a, b in (
    [(c, "i") for c in "İIı"] + [(c, "e") for c in "ƏəƎǝ"] + [(c, None) for c in "ʻʼ’‘'`ʹ´"]
    + [(c, " ") for c in "-–\u200c"]
    + [("ø", "o"), ("Ø", "o"), ("ł", "l"), ("Ł", "l"), ("đ", "d"), ("Đ", "d")])}


def fold(text: str) -> str:
    """The form under which a name is found."""
    text = text.translate(_TABLE).casefold()
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_TABLE)
    return " ".join(text.split())
