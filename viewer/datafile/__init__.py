"""The data file: its bytes read into frozen values, and values written as a data file.

Names are loaded when asked for: what only asks of which kind a file is parses none.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.datafile.file_io import read_bytes, read_stream
    from viewer.datafile.reading import FileReading, read_briefing
    from viewer.datafile.write import write_briefing

__all__ = ["FileReading", "read_briefing", "read_bytes", "read_stream", "write_briefing"]

_HOMES = {
    "FileReading": "viewer.datafile.reading",
    "read_briefing": "viewer.datafile.reading",
    "read_bytes": "viewer.datafile.file_io",
    "read_stream": "viewer.datafile.file_io",
    "write_briefing": "viewer.datafile.write",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return found
