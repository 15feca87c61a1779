"""From any report to a briefing: the file is read, parted into sections, and its figures cited.

Names are loaded when asked for: the process that reads a report needs none of what drafts from it.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.draft.drafting import Draft, draft_outline, draft_report
    from viewer.draft.notes import Note

__all__ = ["Draft", "Note", "draft_outline", "draft_report"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(name)
    home = "viewer.draft.notes" if name == "Note" else "viewer.draft.drafting"
    return getattr(importlib.import_module(home), name)
