"""What the curated tables say already: it stands before anything derived."""

import pathlib
from collections import defaultdict
from dataclasses import dataclass, field

import gazetteer_tables
import noise

_SETTLEMENTS = {"city", "town", "village", "settlement"}


@dataclass
class Curated:
    """The curated places and names, in the forms that the derivation asks for."""

    # Every id, with longitude and latitude.
    positions: dict[str, tuple[float, float]]
    # By place id: (text, language), texts, folded texts, languages without script.
    claims: dict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    texts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    folds: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    languages: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    # Settlements by each folded name.
    bearers: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    # (place, relation, target) of the claims that carry no perspective.
    memberships: set[tuple[str, str, str]] = field(default_factory=set)
    # Settlements by the ISO 3166-1 code of their default country.
    settlements_in: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    # Places for which a relation is told at all.
    related: set[tuple[str, str]] = field(default_factory=set)


def read(folder: pathlib.Path) -> Curated:
    """Reads the tables in `folder`; a fault of form stops: the linter tells it better."""
    def fault(table: str, line: int, code: str, problem: str) -> None:
        raise ValueError(f"{table}.tsv:{line}: {code}: {problem}; run Scripts/lint-gazetteer")

    places = gazetteer_tables.read(folder, "places", fault)
    known = Curated({row["id"]: (float(row["longitude"]), float(row["latitude"]))
                     for row in places})
    settlements = {row["id"] for row in places if row["kind"] in _SETTLEMENTS}
    for row in gazetteer_tables.read(folder, "names", fault):
        place, text = row["place_id"], row["text"]
        known.claims[place].add((text, row["language"]))
        known.texts[place].add(text)
        known.folds[place].add(noise.fold(text))
        known.languages[place].add(row["language"].split("-")[0])
        if place in settlements:
            known.bearers[noise.fold(text)].add(place)
    for row in gazetteer_tables.read(folder, "memberships", fault):
        known.related.add((row["place_id"], row["relation"]))
        if row["default"] and row["place_id"] in settlements:
            known.settlements_in[row["target_id"].removeprefix("iso:")].add(row["place_id"])
        if not row["perspective"]:
            known.memberships.add((row["place_id"], row["relation"], row["target_id"]))
    return known
