"""Imports every module of the program, in a process of its own: what is missing shows at once.

    python -m viewer.commands.import_census

The window imports much of it only when it is asked for; `doctor` asks for all of it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import viewer
from viewer.commands.child import ask_python

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
    return ask_python(["-m", "viewer.commands.import_census"], PATIENCE).stop


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
