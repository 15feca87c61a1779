"""Which Python, Qt and C library are here, read without importing Qt.

`main` prints what the C library falls short of, for the script that sets a machine up.
"""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

PARTS = (
    "PySide6-Essentials",
    "shiboken6",
    "pyqtgraph",
    "numpy",
    "PyYAML",
    "chardet",
    "pypdfium2",
    "python-docx",
    "python-pptx",
    "XlsxWriter",
)
"""The distributions that the program stands on, as the package index names them."""

GLIBC = {"x86_64": (2, 34), "aarch64": (2, 39)}
"""The oldest glibc that the wheels of the pinned Qt load on, by the machine's name on Linux."""


def glibc_needed(system: str = sys.platform, machine: str = "") -> tuple[int, int] | None:
    """The oldest glibc that Qt's wheels take here; None where none is asked for or known."""
    return GLIBC.get(machine or platform.machine()) if system == "linux" else None


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
    """Print the glibc that is needed and the one that is here, where the latter is too old."""
    needed, here = glibc_needed(), glibc_here()
    if is_glibc_short(needed, here):
        print(dotted(needed), dotted(here))


def is_sound_pair(python: tuple[int, ...], pyside: str) -> bool:
    """Whether this PySide6 lives on this Python.

    6.12.0 on Python 3.11 drops a reference to None at each call that returns None, until the
    process aborts after some 5,000 calls; nothing can catch that.
    """
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
    from importlib.metadata import PackageNotFoundError, version  # slow: 70 ms, for doctor only

    try:
        return version(part)
    except (PackageNotFoundError, OSError):
        return None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
