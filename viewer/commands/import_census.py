"""Imports every module of the program, in a process of its own: what is missing shows at once.

    python -m viewer.commands.import_census

The window imports much of it only when it is asked for; `doctor` asks for all of it.
"""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from collections.abc import Iterator

import viewer

PATIENCE = 120
"""Seconds that all imports may take on a cold disk."""
LATE = (
    "chardet",
    "docx",
    "lxml.etree",
    "lxml.html",
    "markdown_it",
    "pptx",
    "pypdfium2",
    "pyqtgraph",
    "xlsxwriter",
    "yaml",
)
"""What modules of the program import inside a function."""


def ask_modules() -> str:
    """Why a module cannot be imported; empty when all of them can."""
    ask = [sys.executable, "-m", "viewer.commands.import_census"]
    try:
        told = subprocess.run(ask, capture_output=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if not told.returncode:
        return ""
    lines = told.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else f"exit {told.returncode}"


def names() -> Iterator[str]:
    """Every module that the program may import."""
    for found in pkgutil.walk_packages(viewer.__path__, "viewer."):
        if not found.name.endswith("__main__"):
            yield found.name
    yield from LATE


def main() -> None:
    """Import them in turn; the first that cannot be imported ends it."""
    for name in names():
        importlib.import_module(name)


if __name__ == "__main__":
    main()
