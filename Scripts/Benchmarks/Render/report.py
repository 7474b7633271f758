"""Prints the results as a table, with the ratio of each program's time to Toponym's: report.py RESULTS"""

import json
import sys


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    ours = {line["work"]: line["ms"] for line in reversed(lines) if line["program"] == "Toponym"}
    order = list(dict.fromkeys(line["work"] for line in lines))
    print("| work | program | ms, median | least | of Toponym's time | |")
    print("| --- | --- | --- | --- | --- | --- |")
    for line in sorted(lines, key=lambda line: order.index(line["work"])):
        own = ours.get(line["work"])
        ratio = f"{line['ms'] / own:.2f}" if own and line["program"] != "Toponym" else ""
        print(f"| {line['work']} | {line['program']} | {line['ms']:.2f} | {line['least']:.2f} | "
              f"{ratio} | {line.get('note', '')} |")


if __name__ == "__main__":
    main()
