"""Readers for Unicode CLDR: names of countries and of their units, and who writes how."""

import pathlib
import xml.etree.ElementTree as ElementTree

import packages

_COMMON = "usr/share/unicode/cldr/common"
# CLDR's mark for "as in the parent locale".
_INHERITED = "\u2191\u2191\u2191"


def units(cache: pathlib.Path) -> dict[str, dict[str, str]]:
    """Names of ISO 3166-2 units by CLDR code (`aztov`) and locale."""
    names: dict[str, dict[str, str]] = {}
    for path in sorted((_folder(cache) / "subdivisions").glob("*.xml")):
        if path.stem == "root":
            continue
        for element in ElementTree.parse(path).iter("subdivision"):
            text = (element.text or "").strip()
            if text and text != _INHERITED:
                names.setdefault(element.get("type", ""), {})[path.stem] = text
    return names


def countries(locales: tuple[str, ...], cache: pathlib.Path) -> dict[str, list[tuple[str, str]]]:
    """(locale, name) of each ISO 3166-1 code; its main name before its variants."""
    names: dict[str, list[tuple[str, str]]] = {}
    for locale in locales:
        path = _folder(cache) / "main" / f"{locale}.xml"
        elements = ElementTree.parse(path).findall(".//territories/territory")
        for element in sorted(elements, key=lambda e: e.get("alt") or ""):
            text, code = (element.text or "").strip(), element.get("type", "")
            if len(code) == 2 and text and text != _INHERITED:
                names.setdefault(code, []).append((locale, text))
    return names


def scripts_by_language(cache: pathlib.Path) -> dict[str, set[str]]:
    """The scripts that a language is or was written in."""
    tree = ElementTree.parse(_folder(cache) / "supplemental/supplementalData.xml")
    known: dict[str, set[str]] = {}
    for element in tree.findall(".//languageData/language"):
        known.setdefault(element.get("type", ""), set()).update(
            (element.get("scripts") or "").split())
    return {language: codes for language, codes in known.items() if codes}


def _folder(cache: pathlib.Path) -> pathlib.Path:
    return packages.unpacked("unicode-cldr-core", cache) / _COMMON
