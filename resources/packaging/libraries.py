"""The shared libraries of a bundle: which ones are needed, in which order, and for which glibc."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from elf import Elf, is_elf, read_elf
from wheels import StopError

OF_THE_SYSTEM = (
    *("ld-linux", "libc.so", "libcrypt.so", "libdl.so", "libm.so", "libnsl.so", "libpthread.so"),
    *("libresolv.so", "librt.so", "libutil.so"),
)
"""glibc: every desktop has it, and no program may bring another one than its loader's."""
OPTIONAL = ("libcups.so.2",)
"""What only a plugin links that is of use where the system has it: printing needs a spooler."""
FOLDERS = (
    "usr/lib/x86_64-linux-gnu",
    "lib/x86_64-linux-gnu",
    "usr/lib64",
    "lib64",
    "usr/lib",
    "lib",
)


def elves(folder: Path) -> dict[Path, Elf]:
    """Every library and program below a folder."""
    return {path: read_elf(path) for path in sorted(folder.rglob("*")) if is_elf(path)}


def needed(found: Iterable[Elf]) -> set[str]:
    """What these need beyond glibc."""
    left_out = (*OF_THE_SYSTEM, *OPTIONAL)
    return {name for one in found for name in one.needed if not name.startswith(left_out)}


def find(soname: str, root: Path) -> Path | None:
    """A library of the system that stands at `root`."""
    places = (root / folder / soname for folder in FOLDERS)
    return next((place.resolve() for place in places if is_elf(place.resolve())), None)


def collect(wanted: Iterable[str], root: Path, folder: Path) -> list[str]:
    """Copy libraries of a system, with all that they need, into `folder`.

    Their names, each after those that it needs: loaded in this order, each finds what it needs.
    StopError where the system has not got one.
    """
    order: list[str] = []
    open_ones: set[str] = set()

    def visit(soname: str) -> None:
        if soname in order or soname in open_ones:
            return
        open_ones.add(soname)
        source = find(soname, root)
        if source is None:
            raise StopError(f"{root} has no {soname}, which Qt needs. Install it there first.")
        for inner in sorted(needed([read_elf(source)])):
            visit(inner)
        shutil.copyfile(source, folder / soname)
        order.append(soname)

    folder.mkdir(parents=True, exist_ok=True)
    for soname in sorted(wanted):
        visit(soname)
    return order


def glibc_of(found: Mapping[Path, Elf]) -> tuple[tuple[int, int], Path]:
    """The newest glibc that one of these asks for, and which one does."""
    path = max(found, key=lambda one: found[one].glibc)
    return found[path].glibc, path
