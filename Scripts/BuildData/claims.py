"""What is known about when an outline held, and who says so: one table for all of them.

`validity` is EDTF: the days on which the outline held as drawn; empty is unknown, an end `..` is
open. `depicts` is the state that the source drew. An empty perspective means: as Natural Earth
draws it. Where the date of a map lies outside the validity, programs draw the nearest outline
grey and say so.
"""

from dataclasses import dataclass

# key: title, credit line
SOURCES = {
    "ne-countries": (
        "Natural Earth 5.1.1, Admin 0 countries 1:10m, German point of view "
        "(ne_10m_admin_0_countries_deu)",
        "Borders: Natural Earth 5.1, German point of view",
    ),
    "ne-districts": (
        "Natural Earth, Admin 1 states and provinces lines 1:10m; units named after the polygons "
        "of QGIS 3.22's world map (Natural Earth 1:10m, 2019)",
        "Made with Natural Earth",
    ),
    "ne-disputed": (
        "Natural Earth, Admin 0 disputed boundary lines 1:10m, in QGIS 3.22's world map (2019)",
        "Made with Natural Earth",
    ),
}


@dataclass(frozen=True)
class Claim:
    """The attributes that an area or a line carries."""

    validity: str
    depicts: str
    perspective: str
    source: str
    certainty: str
    shape: str = "exact"

    def fields(self) -> list[str]:
        return [self.validity, self.depicts, self.perspective, self.source, self.certainty,
                self.shape]


# The Soviet Union ended on 26 December 1991 ("Soviet Union: Polity Style",
# archontology.org/nations/ussr/01_polity.php). Before that day these lines were internal ones, some
# of them elsewhere.
_SINCE_1991 = "1991-12-26/.."
_POST_SOVIET = frozenset(
    f"iso:{code}" for code in
    "AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ".split())

# How long the districts of a country had the outlines that are drawn here.
_DISTRICTS = {
    # From the district of Kangarli (split off in March 2004; "Kangarli Rayon", en.wikipedia.org)
    # until the district of Aghdara was formed again out of Kalbajar, Tartar and Aghdam, and eight
    # others were changed (bills before parliament on 5 December 2023; azernews.az/nation/218048).
    "AZ": "2004-03/2023-12",
    # Law on administrative-territorial division, adopted 7 November 1995, signed 4 December 1995
    # (cis-legislation.com/document.fwx?rgn=112572; barometre-reformes.eu/en/?p=5159).
    "AM": "1995-12-04/..",
    # Presidential decrees of 1994 to 1996 ("Administrative divisions of Georgia (country)",
    # liquisearch.com); the two autonomous republics are older.
    "GE": "1996~/..",
}

# Established 7 July 1923, abolished 26 November 1991 ("Nagorno-Karabakh Autonomous Oblast",
# worldlibrary.org: area 4 388 square kilometres; historyofarmenia-am.armin.am ends it on
# 2 September 1991). Its first limits differed from map to map (aze.media, "Drawing the borders
# of Nagorno-Karabakh"), so the outline of 1991 is approximate for earlier dates.
FORMER_OBLAST = Claim("1923-07-07/1991-11-26", "1991", "SU", "ne-disputed", "medium", "approximate")

# From the ceasefire that took effect at midnight on 12 May 1994 ("The Cease-Fire Agreement",
# nkrusa.org/nk_conflict/cease_fire.shtml; "16 years passed since armistice", armenianclub.com) to
# the statement of 10 November 2020 (primeminister.am, press release of that day).
LINE_OF_CONTACT = Claim("1994-05-12/2020-11-10", "1994", "", "ne-disputed", "medium",
                        "approximate")


def country(*ids: str) -> Claim:
    """The claim of a country's outline, or of the border between two."""
    since = _SINCE_1991 if _POST_SOVIET.intersection(ids) else ""
    certainty = "low" if "tp:unassigned-land" in ids else "high"
    return Claim(since, "2022", "", "ne-countries", certainty)


def coast() -> Claim:
    """The claim of a coast, which the land's owner does not date."""
    return Claim("", "2022", "", "ne-countries", "high")


def district(unit: str) -> Claim:
    """The claim of a district's outline, or of the line between two of one country."""
    return Claim(_DISTRICTS[unit.removeprefix("iso:")[:2]], "2019", "", "ne-districts", "medium")
