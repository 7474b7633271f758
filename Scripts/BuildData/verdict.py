"""Writes derived files, or compares them with the committed ones."""

import gzip
import pathlib
import sys

import unpacking

# A derived file by its path in the repository. A path that ends in .gz is stored packed.
Files = dict[str, str | bytes]


def write(files: Files, root: pathlib.Path) -> int:
    """Writes each file beside its place, then renames it: a stop leaves the old file whole."""
    for path, content in sorted(files.items()):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_suffix(target.suffix + ".new")
        beside.write_bytes(_stored(path, content))
        beside.rename(target)
        print(f"{path}: {target.stat().st_size} bytes")
    return 0


def check(files: Files, root: pathlib.Path) -> int:
    """0 when every committed file is what was rebuilt, else 1; writes nothing."""
    status = 0
    for path, content in sorted(files.items()):
        problem = _problem(root / path, path, _raw(content))
        if problem:
            print(f"build-data: {path}{problem}", file=sys.stderr)
            status = 1
        else:
            print(f"{path}: same")
    return status


def _raw(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8")


def _stored(path: str, content: str | bytes) -> bytes:
    raw = _raw(content)
    # No name and no time in the header: the same content gives the same bytes.
    return gzip.compress(raw, 9, mtime=0) if path.endswith(".gz") else raw


def _problem(committed: pathlib.Path, path: str, rebuilt: bytes) -> str:
    """What is wrong with a committed file, or nothing. Packed files are compared unpacked, since
    another zlib may pack a little differently."""
    if not committed.is_file():
        return " is missing; run Scripts/build-data"
    try:
        found = unpacking.unpacked(path, committed.read_bytes())
    except unpacking.FAULTS as error:
        return f" cannot be read ({error}); run Scripts/build-data"
    # What is to be stored packed comes unpacked, but for files that hold packed parts.
    wanted = rebuilt if path.endswith(".gz") else unpacking.unpacked(path, rebuilt)
    if found == wanted:
        return ""
    line = _first_difference(found, wanted)
    return (f":{line} differs from the rebuilt file; run Scripts/build-data, or undo the edit")


def _first_difference(ours: bytes, theirs: bytes) -> int:
    """The number of the first line that is not the same."""
    pairs = zip(ours.splitlines(), theirs.splitlines())
    same = next((i for i, (a, b) in enumerate(pairs) if a != b), None)
    return (same if same is not None else min(ours.count(b"\n"), theirs.count(b"\n"))) + 1
