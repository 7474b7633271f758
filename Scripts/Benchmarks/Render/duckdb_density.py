"""Counts positions in 1024 x 1024 cells with duckdb, one thread: duckdb_density.py TABLE.csv COUNT.txt"""

import sys

import duckdb

database = duckdb.connect(config={"threads": 1})
cells = database.execute(
    "SELECT (longitude * 128)::int, (latitude * 224)::int, count(*) FROM read_csv(?) GROUP BY ALL", [sys.argv[1]]
).fetchnumpy()
with open(sys.argv[2], "w", encoding="ascii") as file:
    file.write(f"{len(cells['count_star()'])}\n")
