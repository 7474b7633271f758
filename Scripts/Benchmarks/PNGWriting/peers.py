"""Times Pillow and fpng: peers.py PICTURE SIZE REPEATS

One line a task: the program, milliseconds, bytes; tabs between.
"""

import io
import pathlib
import sys
import time
from collections.abc import Callable

import fpng_py
from PIL import Image


def main() -> None:
    picture, size, repeats = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    rgba = pathlib.Path(f"{picture}.rgba").read_bytes()
    colors = Image.frombytes("RGBA", (size, size), rgba)
    indexed = Image.frombytes("P", (size, size), pathlib.Path(f"{picture}.indexes").read_bytes())
    indexed.putpalette(pathlib.Path(f"{picture}.palette").read_bytes())
    count = max(1, 2**20 // (size * size)) * 4

    def saved(image: Image.Image) -> bytes:
        out = io.BytesIO()
        image.save(out, "PNG")
        return out.getvalue()

    timed("Pillow, RGBA", repeats, count, lambda: saved(colors))
    timed("Pillow, indexes", repeats, count, lambda: saved(indexed))
    timed("fpng, RGBA", repeats, count,
          lambda: fpng_py.fpng_encode_image_to_memory(rgba, size, size, 4))


def timed(name: str, repeats: int, count: int, task: Callable[[], bytes]) -> None:
    best = float("inf")
    length = len(task())
    for _ in range(repeats):
        start = time.process_time()
        for _ in range(count):
            task()
        best = min(best, (time.process_time() - start) / count)
    print(f"{name}\t{best * 1e3:.4f}\t{length}")


if __name__ == "__main__":
    main()
