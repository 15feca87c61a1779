"""Which Python, Qt and C library are here, and which fit one another; read without importing Qt.

`main` prints what the C library allows, for the script that sets a machine up.
"""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

PARTS = (
    "PySide6-Essentials",
    "shiboken6",
    "pyqtgraph",
    "numpy",
    "PyYAML",
    "chardet",
    "lxml",
    "markdown-it-py",
    "pypdfium2",
    "python-docx",
    "python-pptx",
    "XlsxWriter",
)
"""The distributions that the program stands on, as the package index names them."""

FLOOR = "6.8.0.2"
"""The oldest PySide6 for this program: the last whose wheels for aarch64 take glibc 2.31."""

TESTED: Mapping[tuple[int, int], tuple[str, ...]] = {
    (3, 11): ("6.8.0.2", "6.9.3", "6.11.3"),
    (3, 12): ("6.12.0",),
    (3, 13): ("6.12.0",),
    (3, 14): ("6.12.0",),
}
"""The versions of PySide6 that the program was seen to run on, oldest first, by that of Python."""


@dataclass(frozen=True, slots=True)
class Wheels:
    """What the wheels of PySide6 take, from one version on.

    `below` is the first Python that they do not install on. `glibc` is for Linux, by the name of
    the machine, as in the tags of the wheels (`manylinux_2_28_x86_64`).
    """

    since: tuple[int, ...]
    below: tuple[int, int]
    glibc: Mapping[str, tuple[int, int]]


WHEELS = (
    Wheels((6, 8), (3, 14), {"x86_64": (2, 28), "aarch64": (2, 31)}),
    Wheels((6, 8, 1), (3, 14), {"x86_64": (2, 28), "aarch64": (2, 39)}),
    Wheels((6, 10), (3, 14), {"x86_64": (2, 34), "aarch64": (2, 39)}),
    Wheels((6, 10, 1), (3, 15), {"x86_64": (2, 34), "aarch64": (2, 39)}),
)
"""Oldest first; a newer PySide6 is taken to need what the last row says."""


def glibc_of(pyside: str, machine: str) -> tuple[int, int] | None:
    """The oldest glibc that the wheels of this PySide6 load on; None for a machine without any."""
    row = _row_of(pyside)
    return row.glibc.get(machine) if row else None


def is_for_python(pyside: str, python: tuple[int, ...]) -> bool:
    """Whether the wheels of this PySide6 install on this Python."""
    row = _row_of(pyside)
    return row is not None and python[:2] < row.below


def _row_of(pyside: str) -> Wheels | None:
    return next((row for row in reversed(WHEELS) if row.since <= numbers(pyside)), None)


def glibc_needed(system: str = sys.platform, machine: str = "") -> tuple[int, int] | None:
    """The oldest glibc that some tested PySide6 takes here; None where none is asked for or known.

    The newest PySide6 needs a later one: see `newest_for`.
    """
    needed = glibc_of(FLOOR, machine or platform.machine())
    return needed if system == "linux" else None


def newest_for(
    python: tuple[int, ...], here: tuple[int, int] | None, machine: str = ""
) -> str | None:
    """The newest tested PySide6 whose wheels load here, else the floor; None where none loads."""
    kind = machine or platform.machine()
    for pyside in reversed(TESTED.get((python[0], python[1]), ())):
        if not is_glibc_short(glibc_of(pyside, kind), here):
            return pyside
    floor_fits = is_for_python(FLOOR, python) and not is_glibc_short(glibc_of(FLOOR, kind), here)
    return FLOOR if floor_fits else None


def is_tested_pair(python: tuple[int, ...], pyside: str) -> bool:
    """Whether the program was seen to run with this PySide6 on this Python."""
    return pyside in TESTED.get((python[0], python[1]), ())


def numbers(version: str) -> tuple[int, ...]:
    """A version to be compared: `6.8.0.2` is (6, 8, 0, 2); what follows the numbers is left out."""
    found = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(map(int, found[0].split("."))) if found else ()


def glibc_here(ask: Callable[[str], str | None] | None = None) -> tuple[int, int] | None:
    """The version of glibc that runs this Python; None where the C library is another one."""
    try:
        answer = (ask or os.confstr)("CS_GNU_LIBC_VERSION") or ""
    except (
        AttributeError,
        OSError,
        ValueError,
    ):  # no such call, no such name
        return None
    found = re.fullmatch(r"glibc (\d+)\.(\d+).*", answer)
    return (int(found[1]), int(found[2])) if found else None


def is_glibc_short(needed: tuple[int, int] | None, here: tuple[int, int] | None) -> bool:
    """Whether the wheels of Qt cannot be installed here for want of a newer glibc."""
    return needed is not None and (here is None or here < needed)


def dotted(version: tuple[int, int] | None) -> str:
    """A version as it is written; `-` for none."""
    return "-" if version is None else ".".join(map(str, version))


def main() -> None:
    """Print for the setup what the C library here allows.

    `older` and the newest PySide6 that it takes, where that is not the newest of all; `short`, the
    glibc that is needed and the one that is here, where it takes none; else nothing.
    """
    python, needed, here = sys.version_info[:2], glibc_needed(), glibc_here()
    if is_glibc_short(needed, here):
        print("short", dotted(needed), dotted(here))
        return
    fits = newest_for(python, here)
    if needed is not None and fits is not None and fits != TESTED[python][-1]:
        print("older", fits)


def is_sound_pair(python: tuple[int, ...], pyside: str) -> bool:
    """Whether this PySide6 lives on this Python.

    What is older than `FLOOR` was not tried. 6.12.0 on Python 3.11 drops a reference to None at
    each call that returns None, until the process aborts after some 5,000 calls; nothing can catch
    that.
    """
    if numbers(pyside) < numbers(FLOOR):
        return False
    return not (pyside == "6.12.0" and tuple(python[:2]) < (3, 12))


def pyside_version() -> str | None:
    """The version of PySide6, from its own source: it may be broken, or slow to import."""
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        return None
    found = re.search(r'^__version__ = "([^"]+)"', _text(Path(spec.origin)), re.MULTILINE)
    return found[1] if found else None


def installed_version(part: str) -> str | None:
    """The version of a distribution; None where it is not installed, or cannot be read."""
    from importlib.metadata import PackageNotFoundError, distribution  # slow: 70 ms, doctor only

    try:
        said = distribution(part).metadata
    except (PackageNotFoundError, OSError):
        return None
    if "Version" not in said:
        return None
    return said["Version"]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
