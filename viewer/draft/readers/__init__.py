"""Reads a report file of any kind into plain blocks of text; each reader loads what it needs.

What starts a process for a reader is loaded when it is asked for: that process needs none of it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from viewer.draft.readers.report import Block, Report, Shape

if TYPE_CHECKING:
    from viewer.draft.readers.registry import needs_password, read_report

__all__ = ["Block", "Report", "Shape", "needs_password", "read_report"]


def __getattr__(name: str) -> object:
    if name not in ("needs_password", "read_report"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module("viewer.draft.readers.registry"), name)
    return found
