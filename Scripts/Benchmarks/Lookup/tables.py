"""Resolves batch.csv with Toponym and with peers, and prints a table: tables.py FOLDER TOPONYM THREADS…

A row is right when the place that it was made from is the answer, or, of letters that are no name, when
there is none. `sure` is the share of rows that Toponym calls a match, and `wrong` the share of these that
are not right: what nobody would look at.
"""

import csv
import os
import pathlib
import resource
import subprocess
import sys
import time
from collections import defaultdict
from typing import Callable, Iterable, NamedTuple

from folding import fold
from peers import Run

_KINDS = ["exact", "slips 1", "slips 2", "none"]


class Result(NamedTuple):
    """How a program did: seconds of processor and clock, MB, the share right by kind, sure and wrong."""

    program: str
    user: float
    wall: float
    peak_mb: int
    right: dict[str, float]
    sure: str = ""
    wrong: str = ""


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    truth = [line.split("\t") for line in
             (folder / "batch-truth.tsv").read_text(encoding="utf-8").split("\n")[:-1]]
    threads = [int(word) for argument in sys.argv[3:] for word in argument.split()]
    results = [_toponym(folder, sys.argv[2], count, truth) for count in threads]
    results += _peers(folder, truth)
    _print(results, len(truth))


def _toponym(folder: pathlib.Path, program: str, threads: int, truth: list) -> Result:
    """The best of three runs, by the seconds of processor."""
    best: Result | None = None
    output = folder / "resolved.csv"
    for _ in range(3):
        start = time.perf_counter()
        process = subprocess.Popen([
            program, "resolve", folder / "batch.csv", "--pack", folder / "batch.pack", "--quiet",
            "--threads", str(threads), "-o", output])
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        if status != 0:
            sys.exit(f"{program} resolve: status {status}")
        if best is None or used.ru_utime < best.user:
            best = Result(f"Toponym, {threads} threads" if threads > 1 else "Toponym", used.ru_utime,
                          wall, used.ru_maxrss // 1024, {})
    with open(output, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = [row["match_id"].removeprefix("gn:") for row in rows]
    sure = [row["match_status"] == "match" for row in rows]
    wrong = sum(s and number != f for s, f, (number, _) in zip(sure, found, truth))
    return best._replace(right=_shares(found, truth), sure=f"{sum(sure) / len(rows):.3f}",
                         wrong=f"{wrong / max(1, sum(sure)):.4f}")


def _shares(found: Iterable[str], truth: list) -> dict[str, float]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for answer, (number, kind) in zip(found, truth):
        counts[kind][0] += answer == number
        counts[kind][1] += 1
    return {kind: right / count for kind, (right, count) in counts.items()}


def _peers(folder: pathlib.Path, truth: list) -> list[Result]:
    """A dictionary of folds, alone and with the nearest words of symspellpy; of several places the one in
    the country, then in the unit, then the most populous."""
    from symspellpy import SymSpell, Verbosity

    run = Run(folder, "", set())
    index, populations = run.index(), run.populations()
    where = {row[0]: (row[2], f"{row[2]}.{row[3]}") for row in run.rows("places.tsv")}
    words = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
    for key, ids in index.items():
        words.create_dictionary_entry(key, max(1, max(populations[number] for number in ids)))
    with open(folder / "batch.csv", encoding="utf-8", newline="") as file:
        rows = [(row["place"], row["country"], row["admin1"]) for row in csv.DictReader(file)]

    def near(folded: str) -> list[str]:
        found = words.lookup(folded, Verbosity.CLOSEST, max_edit_distance=2)[:10]
        return [number for word in found for number in index[word.term]]

    def answer(row: tuple[str, str, str], slipped: Callable[[str], list[str]]) -> str:
        folded = fold(row[0])
        there = [n for n in index.get(folded, ()) if where[n][0] == row[1]]
        there = there or [n for n in slipped(folded) if where[n][0] == row[1]]
        there = [n for n in there if where[n][1] == row[2]] or there
        return max(there, key=populations.__getitem__, default="")

    def measured(program: str, slipped: Callable[[str], list[str]]) -> Result:
        (start, clock) = (time.thread_time(), time.perf_counter())
        found = [answer(row, slipped) for row in rows]
        return Result(program, time.thread_time() - start, time.perf_counter() - clock,
                      resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
                      _shares(found, truth))

    return [measured("Python dict", lambda folded: []),
            measured("Python dict, then symspellpy", near)]


def _print(results: list[Result], count: int) -> None:
    print("| program | rows a second of processor | by the clock | Toponym is | "
          + " | ".join(_KINDS) + " | sure | wrong | peak MB |")
    print("| --- |" + " --- |" * (len(_KINDS) + 6))
    for result in results:
        ratio = f"{result.user / results[0].user:.1f} x" if result is not results[0] else ""
        print(f"| {result.program} | {count / result.user:,.0f} | {count / result.wall:,.0f} | {ratio} | "
              + " | ".join(f"{result.right[kind]:.3f}" for kind in _KINDS)
              + f" | {result.sure} | {result.wrong} | {result.peak_mb:,} |")


if __name__ == "__main__":
    main()
