"""Prints the results as a table, with the ratio of Toponym to each peer: report.py RESULTS"""

import json
import sys


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    ours = {line["work"]: line for line in lines if line["program"] == "Toponym"
            and "per_second" in line}
    print("| work | program | a second | Toponym is | p50 µs | p99 µs | recall | peak MB |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for line in lines:
        if "wrong" in line:
            print(f"| {line['work']} | {line['program']} | {line['wrong']} wrong |  |  |  |  |  |")
            continue
        own = ours.get(line["work"])
        ratio = f"{own['per_second'] / line['per_second']:.1f} x" if own and own is not line else ""
        cells = [line["work"], line["program"], f"{line['per_second']:,}", ratio,
                 _number(line.get("p50_us"), 1), _number(line.get("p99_us"), 0),
                 _number(line.get("recall"), 4), line["peak_mb"]]
        print("| " + " | ".join(map(str, cells)) + " |")


def _number(value: float | None, digits: int) -> str:
    return "" if value is None else f"{value:,.{digits}f}"


if __name__ == "__main__":
    main()
