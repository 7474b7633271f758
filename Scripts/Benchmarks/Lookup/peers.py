"""Runs one peer on the queries and prints a line of JSON a result: peers.py FOLDER PEER [WORKLOAD…]"""

import bisect
import heapq
import json
import pathlib
import resource
import sys
import time
from collections import defaultdict
from typing import Callable

from folding import fold

# No workload takes longer, in seconds.
_LIMIT = 40


class Run:
    """A peer with the tables, and the workloads that are wanted."""

    def __init__(self, folder: pathlib.Path, peer: str, wanted: set[str]) -> None:
        self.folder, self.peer, self.wanted = folder, peer, wanted

    def rows(self, name: str) -> list[list[str]]:
        text = (self.folder / name).read_text(encoding="utf-8")
        return [line.split("\t") for line in text.split("\n")[:-1]]

    def wants(self, work: str) -> bool:
        return not self.wanted or work in self.wanted

    def populations(self) -> dict[str, int]:
        return {row[0]: int(row[6]) for row in self.rows("places.tsv")}

    def index(self) -> dict[str, list[str]]:
        """The ids of each fold."""
        index = defaultdict(dict)
        for number, name in self.rows("names.tsv"):
            index[fold(name)][number] = None
        return {key: list(ids) for key, ids in index.items()}

    def each(self, work: str, find: Callable, prepared: Callable = lambda text: text) -> None:
        """Asks query after query; one is right when the id it came from is in the answer."""
        if not self.wants(work):
            return
        times, right = [], 0
        for text, number in self.rows(f"{work}.tsv"):
            query = prepared(text)
            start = time.thread_time()
            answer = find(query)
            times.append(time.thread_time() - start)
            right += number in answer
            if len(times) % 64 == 0 and sum(times) > _LIMIT:
                break
        if work == "exact":
            # So short that looking at the clock counts: all once more, with two looks.
            queries = [row[0] for row in self.rows("exact.tsv")[:len(times)]]
            start = time.thread_time()
            for query in queries:
                find(query)
            times = [time.thread_time() - start]
            self.tell(work, times, right / len(queries), len(queries))
        else:
            self.tell(work, times, right / len(times))

    def tell(self, work: str, times: list[float], recall: float | None, count: int = 0) -> None:
        ordered = sorted(times)
        count = count or len(times)
        line = {"program": self.peer, "work": work, "count": count,
                "per_second": round(count / sum(times)), "recall": recall,
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}
        if len(times) > 1:
            line |= {"p50_us": ordered[len(times) // 2] * 1e6,
                     "p99_us": ordered[len(times) * 99 // 100] * 1e6}
        print(json.dumps(line), flush=True)


def _dict(run: Run) -> None:
    index = run.index()
    run.each("exact", lambda text: index.get(fold(text), ()))
    populations = run.populations()
    keys = sorted(index)
    most = [max(populations[number] for number in index[key]) for key in keys]

    def starting(text: str) -> list[str]:
        low, high = bisect.bisect_left(keys, text), bisect.bisect_left(keys, text + "\U0010ffff")
        best = heapq.nlargest(10, range(low, high), key=most.__getitem__)
        return [number for place in best for number in index[keys[place]]]

    run.each("prefix", starting)


def _sqlite(run: Run) -> None:
    import sqlite3

    from rapidfuzz.distance import OSA

    file = run.folder / "peer.sqlite"
    file.unlink(missing_ok=True)
    populations = run.populations()
    database = sqlite3.connect(file)
    database.executescript("pragma journal_mode=off; create table n(f text, g text, p int)")
    database.executemany("insert into n values(?,?,?)", (
        (fold(name), number, populations[number]) for number, name in run.rows("names.tsv")))
    database.executescript("""
        create index nf on n(f, p desc, g);
        create table u(id integer primary key, f text unique);
        insert into u(f) select distinct f from n;
        create virtual table t using fts5(f, content='u', content_rowid='id', tokenize='trigram',
                                          detail=none, columnsize=0);
        insert into t(t) values('rebuild');""")
    database.commit()

    def exact(text: str) -> list[str]:
        return [g for (g,) in database.execute("select g from n where f=?", (fold(text),))]

    def fuzzy(text: str) -> list[str]:
        parts = {text[at:at + 3] for at in range(len(text) - 2)}
        wanted = " OR ".join('"' + part.replace('"', '""') + '"' for part in parts)
        rows = database.execute("select f from u where id in (select rowid from t where t match ?)",
                                (wanted,)) if parts else ()
        near = ((d, f) for (f,) in rows if abs(len(f) - len(text)) < 3
                and (d := OSA.distance(f, text, score_cutoff=2)) <= 2)
        return [number for _, f in heapq.nsmallest(5, near) for number in exact(f)]

    run.each("exact", exact)
    run.each("fuzzy", fuzzy)
    run.each("prefix", lambda text: [g for (g,) in database.execute(
        "select g from n where f>=? and f<? order by p desc limit 10", (text, text + "\U0010ffff"))])


def _symspell(run: Run) -> None:
    if not run.wants("fuzzy"):
        return
    from symspellpy import SymSpell, Verbosity

    index, populations = run.index(), run.populations()
    words = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
    for key, ids in index.items():
        words.create_dictionary_entry(key, max(1, max(populations[number] for number in ids)))
    for name, verbosity in (("closest", Verbosity.CLOSEST), ("all", Verbosity.ALL)):
        run.peer = f"symspellpy, {name}"
        run.each("fuzzy", lambda text, verbosity=verbosity: [
            number for found in words.lookup(text, verbosity, max_edit_distance=2)[:5]
            for number in index[found.term]])


def _kdtree(run: Run) -> None:
    if not run.wants("nearest"):
        return
    import numpy as np
    from scipy.spatial import cKDTree

    def directions(rows: list) -> np.ndarray:
        at = np.radians(np.asarray(rows, float))
        return np.c_[np.cos(at[:, 0]) * np.cos(at[:, 1]), np.cos(at[:, 0]) * np.sin(at[:, 1]),
                     np.sin(at[:, 0])]

    tree = cKDTree(directions([row[4:6] for row in run.rows("places.tsv")]))
    points = directions(run.rows("points.tsv"))
    start = time.thread_time()
    chords, _ = tree.query(points)
    run.peer = "scipy cKDTree, all at once"
    run.tell("nearest", [time.thread_time() - start], None, len(points))
    # What our answers are judged by: the chord of the nearest place, half a metre apart at most.
    ours = np.fromfile(run.folder / "nearest.bin", dtype="<f8")
    true = 2 * 6_371_008.8 * np.arcsin(np.minimum(1, chords / 2))
    wrong = int(np.sum(np.abs(ours - true) > 0.5))
    print(json.dumps({"program": "Toponym", "work": "nearest", "wrong": wrong}), flush=True)


_PEERS = {"dict": _dict, "sqlite": _sqlite, "symspell": _symspell, "kdtree": _kdtree}

if __name__ == "__main__":
    peer = sys.argv[2]
    names = {"dict": "Python dict and bisect", "sqlite": "SQLite, FTS5"}
    _PEERS[peer](Run(pathlib.Path(sys.argv[1]), names.get(peer, peer), set(sys.argv[3:])))
