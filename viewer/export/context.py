"""What every exporter is handed: the proven briefing, what the reader asked for, and the watch."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from viewer.chart import Scene
from viewer.i18n import Words
from viewer.i18n.content_language import briefing_words
from viewer.model import Briefing, Issue, Key, Recomputed, Section, Severity, ViewerError
from viewer.pipeline import Opened
from viewer.proof import Figure


class CancelledError(Exception):
    """The reader took the export back; nothing is written."""


@dataclass(frozen=True, slots=True)
class Takeaway:
    """A briefing ready to be handed out.

    `figures` are the proven ones by key, `issues` everything that was found wrong, `words` the
    catalogue of the briefing's language, which all of an export speaks whoever makes it, `stamp`
    the only time that an export may carry (so that the same input gives the same bytes), `name` the
    data file's name, `recomputed` the relations of figures that were computed anew.
    """

    briefing: Briefing
    figures: Mapping[Key, Figure]
    issues: tuple[Issue, ...]
    words: Words
    stamp: datetime
    name: str = ""
    recomputed: tuple[Recomputed, ...] = ()
    compiled: dict[str, tuple[Section, tuple[Scene, ...]]] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )
    """The charts of each section by its id, with the section that they were compiled of: filled by
    `scenes_of`. A copy made by `replace` begins without any."""

    @property
    def errors(self) -> tuple[Issue, ...]:
        """What does not agree with the original; said on the first page of an export."""
        return tuple(issue for issue in self.issues if issue.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Options:
    """What the reader asked for.

    `charts` and `sections` are ids that narrow the export, all when empty; `scale` (1, 2, 4) or
    `width` (pixels) sizes a picture; `slides` makes 16:9 pages; `notes` lets the presenter's
    notes out or keeps them in, None as the format has it (`Export.noted`).
    """

    charts: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    scale: int = 1
    width: int | None = None
    slides: bool = False
    notes: bool | None = None

    def chosen(self, briefing: Briefing) -> tuple[Section, ...]:
        """The sections to export, in the briefing's order."""
        return tuple(s for s in briefing.sections if not self.sections or s.id in self.sections)


def _silent(done: int, total: int) -> None:
    del done, total


def _never() -> bool:
    return False


def _unheard(key: str) -> None:
    del key


@dataclass(frozen=True, slots=True)
class Watch:
    """Who watches an export: `progress(done, total)` is told, `cancelled()` is asked, `note` gets
    the key of a sentence about what the file lacks though it was written: who made it is told in
    the language of the interface."""

    progress: Callable[[int, int], None] = _silent
    cancelled: Callable[[], bool] = _never
    note: Callable[[str], None] = _unheard

    def step(self, done: int, total: int) -> None:
        """Tell how far the work is; raises CancelledError when it is no longer wanted."""
        if self.cancelled():
            raise CancelledError
        self.progress(done, total)


Exporter = Callable[[Takeaway, Options, Watch], bytes]
"""An exporter makes the whole file in memory; writing it is done in one place (`save`)."""


def stamp_of(path: Path, environ: Mapping[str, str] = os.environ) -> datetime:
    """The time that an export of `path` carries: SOURCE_DATE_EPOCH, else the file's own time.

    See https://reproducible-builds.org/specs/source-date-epoch/. In UTC, whole seconds. What was
    opened can be exported when its file is gone, with the present time.
    """
    asked = environ.get("SOURCE_DATE_EPOCH", "")
    # The last second of the year 9999 is the last that a date can say.
    sound = asked.isascii() and asked.isdigit() and int(asked) <= 253_402_300_799
    return datetime.fromtimestamp(int(asked) if sound else _modified(path), UTC)


def _modified(path: Path) -> int:
    try:
        return int(path.stat().st_mtime)
    except (OSError, ValueError):
        return int(time.time())


def takeaway_of(opened: Opened, words: Words, environ: Mapping[str, str] = os.environ) -> Takeaway:
    """The takeaway of an opened file; ViewerError when nothing of it could be read.

    It speaks the briefing's language; `words` of the interface do where that cannot be told.
    """
    if opened.briefing is None:
        raise ViewerError("export-nothing", name=opened.path.name)
    return Takeaway(
        briefing=opened.briefing,
        figures=opened.proof.figures,
        issues=opened.issues,
        words=briefing_words(opened.briefing, words),
        stamp=stamp_of(opened.path, environ),
        name=opened.path.name,
        recomputed=opened.proof.recomputed,
    )
