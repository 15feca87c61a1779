"""Which Python and which Qt are here, read without importing Qt."""

from __future__ import annotations

import re
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
