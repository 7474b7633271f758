"""Draws positions with Datashader: datashader_density.py TABLE.csv PICTURE.png"""

import sys

import datashader
import datashader.transfer_functions as tones
import pandas

canvas = datashader.Canvas(1024, 1024)
table = pandas.read_csv(sys.argv[1], engine="c", dtype="float32")
counts = canvas.points(table, "longitude", "latitude")
tones.shade(counts, how="eq_hist").to_pil().save(sys.argv[2])
