"""Loading Qt, and nothing of PySide beyond it."""

from __future__ import annotations

import builtins
import importlib


def load_qt() -> None:
    """Import Qt's modules for windows, and leave Python's own import as it was.

    PySide puts an import of its own in the place of Python's, which from then on reads the source
    of every module that is imported, whoever imports it, to see whether that module wants Qt's
    names in another spelling (`from __feature__ import snake_case`). Nothing here does; the two
    hundred modules of the charts come in a fifth sooner, and 15 MB of source are not kept.
    """
    plain = builtins.__import__
    try:
        importlib.import_module("PySide6.QtWidgets")
    finally:
        builtins.__import__ = plain
