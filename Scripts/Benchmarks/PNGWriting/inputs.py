"""Lays out the pixels of drawn maps for all programs: inputs.py FOLDER

For each picture NAME: NAME.rgba (four bytes a pixel), NAME.indexes (one byte) and NAME.palette
(R, G, B of each colour).
"""

import pathlib
import sys

from PIL import Image


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    for name in ("tile", "map"):
        with Image.open(folder / f"{name}-rgb.png") as picture:
            (folder / f"{name}.rgba").write_bytes(picture.convert("RGBA").tobytes())
        with Image.open(folder / f"{name}-palette.png") as picture:
            picture.load()
            assert picture.mode == "P", picture.mode
            (folder / f"{name}.indexes").write_bytes(picture.tobytes())
            (folder / f"{name}.palette").write_bytes(bytes(picture.palette.palette))


if __name__ == "__main__":
    main()
