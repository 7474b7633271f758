"""Whether what labels say stands in the gazetteer or in the table."""

import json
import subprocess


class Names:
    """The names of places, asked of the program once each."""

    def __init__(self, toponym: str) -> None:
        self._toponym = toponym
        self._known: dict[str, set[str]] = {}

    def faults(self, map_: dict) -> list[str]:
        """The labels of places that say what is no name of theirs, a pair of names being two."""
        return [f"label {label['id']} says {' '.join(label['lines'])!r}, which is no name of it"
                for label in map_["labels"]
                if label["id"].startswith("place:") and not self._is_name(label["id"][6:], label["lines"])]

    def _is_name(self, place: str, lines: list[str]) -> bool:
        said = " ".join(lines).replace("\u00a0", " ")
        names = self._names(place)
        return not names or all(part in names for part in said.split(" / "))

    def _names(self, place: str) -> set[str]:
        if place not in self._known:
            answer = subprocess.run([self._toponym, "names", place, "--format", "json"], capture_output=True)
            told = json.loads(answer.stdout) if answer.returncode == 0 else {"names": []}
            self._known[place] = {name["text"] for name in told["names"]} | {told.get("name", "")} - {""}
        return self._known[place]


def event_faults(map_: dict, rows: list[dict]) -> list[str]:
    """The words of events that say a title, kind or figure that no row has."""
    titles = {row["title"] for row in rows}
    figures = {row["killed"].strip("<>~") for row in rows if row["killed"]}
    wrong = []
    for label in map_["labels"]:
        if not label["id"].startswith("event:"):
            continue
        said = " ".join(label["lines"])
        title = said[said.find("Made-up event"):] if "Made-up event" in said else ""
        if title and not any(title.startswith(known) for known in titles):
            wrong.append(f"label {label['id']} has a title of no row: {said!r}")
        if " killed" in said:
            figure = said.replace("\u202f", "").replace("\u2013", "-").split(" killed")[0].split()[-1].strip("<>~")
            if figure not in figures:
                wrong.append(f"label {label['id']} has a figure of no row: {said!r}")
    return wrong
