"""How the program was asked to start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from pathlib import Path

SAMPLE = "shandong-2020.yaml"


LONGEST_TALK = 600
"""Minutes that can be planned for a talk."""


@dataclass(frozen=True, slots=True)
class Start:
    """The wishes of one start: a file, and how to begin with it; empty texts wish nothing.

    `present` starts the talk at once, on the display named `screen`, from the section with the id
    `section`, for so many planned `minutes` or `until` a time of day; `safe` takes default settings
    and restores nothing; with `read_only` nothing of a file can be changed. Without a path the last
    file is opened, or the start page. `rehearse` starts the talk as a rehearsal. `new_window` opens
    a window of its own where one is there already.
    """

    path: Path | None = None
    present: bool = False
    screen: str = ""
    section: str = ""
    safe: bool = False
    theme: str = ""
    language: str = ""
    minutes: int | None = None
    new_window: bool = False
    read_only: bool = False
    until: time | None = None
    rehearse: bool = False

    @property
    def shareable(self) -> bool:
        """Whether a window that is there already can do what this start wishes."""
        own = self.new_window or self.present or self.rehearse or self.safe or self.read_only
        return not (own or self.theme or self.language)
