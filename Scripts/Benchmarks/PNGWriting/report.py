"""Prints one picture's results as a table, with ratios to the default of Toponym: report.py NAME SIZE RESULTS"""

import pathlib
import sys

DEFAULT = "Toponym, indexes, level 5"


def main() -> None:
    name, size, results = sys.argv[1:4]
    rows = [line.split("\t") for line in pathlib.Path(results).read_text().splitlines()]
    own = next(float(time) for program, time, _ in rows if program == DEFAULT)
    print(f"\n| {name}, {size} × {size} | ms | ratio | bytes |\n| --- | --- | --- | --- |")
    for program, time, length in rows:
        milliseconds = float(time)
        digits = 3 if milliseconds < 10 else 1
        print(f"| {program} | {milliseconds:.{digits}f} | {milliseconds / own:.2f} | {int(length):,} |")


if __name__ == "__main__":
    main()
