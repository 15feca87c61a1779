"""The reader's desk: the briefing on it, the section that is open, the figure that is selected."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.loading import LoadTask, Opened, Prover
from viewer.model import Briefing, Figure, Key, Metric, OnDisk, Section, Severity, ViewerError
from viewer.window.selection import NOTHING, Selection

LOOK_EVERY = 15
"""Milliseconds between looks at a file that is being read."""


class Workspace(QObject):
    """Holds what the panes show. A file with errors never replaces a good briefing by itself.

    `briefing_changed` when another briefing, or a new state of it, lies on the desk;
    `renewed` when a newer state of the same one does, to be shown where the reader stands, and
    `unchanged` when it was saved as it is;
    `on_disk_changed` when the file on the disk came to stand otherwise to what is shown of it;
    `section_changed` when another section is open; `arrived` with each file that was read, good or
    bad; `failed` when one could not be read at all.
    """

    briefing_changed = Signal()
    section_changed = Signal(int)
    renewed = Signal()
    unchanged = Signal()
    on_disk_changed = Signal()
    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, prover: Prover, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.prover = prover
        self.selection = Selection(self)
        self.opened: Opened | None = None
        self.refused: Opened | None = None
        self.number = 0
        self.on_disk = OnDisk.SHOWN
        self.read_at: datetime | None = None
        self._reading: LoadTask | None = None
        self._seen: Opened | None = None
        self.metric = _Metrics(self).of
        self._wanted = ""
        self._renewed = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    @property
    def briefing(self) -> Briefing | None:
        """The briefing on the desk."""
        return self.opened.briefing if self.opened else None

    @property
    def section(self) -> Section | None:
        """The section that is open."""
        sections = self.briefing.sections if self.briefing else ()
        return sections[self.number] if self.number < len(sections) else None

    def open(self, path: Path, section: str = "") -> None:
        """Read a file in the background and lay it on the desk when it is good."""
        self.await_reading(LoadTask(path, self.prover).start(), section)

    def renew(self, path: Path, read: Opened | None = None) -> None:
        """Read the open file again, or take the newer version that is `read` and proven already;
        section and selection stay where they are."""
        if read is not None:
            self._timer.stop()
            self._reading, self._renewed = None, True
            self._settle(read)
            return
        self.stand(OnDisk.REREAD)
        known = self.opened if self.refused is None else None
        self.await_reading(LoadTask(path, self.prover, known=known).start(), renewed=True)

    def stand(self, on_disk: OnDisk) -> None:
        """Note how the file on the disk stands to what is shown of it."""
        if self.on_disk is not on_disk:
            self.on_disk = on_disk
            self.on_disk_changed.emit()

    def await_reading(self, reading: LoadTask, section: str = "", *, renewed: bool = False) -> None:
        """Wait for a file that is being read already."""
        self._reading, self._wanted, self._renewed = reading, section, renewed
        self._timer.start()
        self._look()

    def take(self, opened: Opened, section: str = "") -> None:
        """Lay `opened` on the desk and open the section called `section`, or the first."""
        self._lay(opened)
        found = section_named(opened.briefing, section) if opened.briefing else ""
        self.number = number_of(opened.briefing, found) or 0
        self.selection.select(NOTHING)
        self.selection.hover(NOTHING)
        self.briefing_changed.emit()
        self.section_changed.emit(self.number)

    def take_refused(self, *, keep: bool = False) -> None:
        """Lay the file with errors on the desk after all: only what is proven is shown of it.

        With `keep` it is a newer state of what lies there, shown where the reader stands.
        """
        if self.refused is not None and can_be_shown(self.refused):
            refused, self.refused = self.refused, None
            shown = self.prover.only_proven(refused)
            if keep:
                self._replace(shown)
            else:
                self.take(shown, self._wanted)
            self.arrived.emit(self.opened)

    def show_section(self, number: int) -> None:
        """Open section `number`, counted from 0; out of range is the nearest end."""
        count = len(self.briefing.sections) if self.briefing else 0
        number = max(0, min(number, count - 1))
        if count and number != self.number:
            self.number = number
            self.selection.hover(NOTHING)
            self.selection.select(NOTHING)
            self.section_changed.emit(number)

    def show_figure(self, key: Key, origin: str = "program") -> None:
        """Open the section of `key` and select it there."""
        figure = self.figure(key)
        number = number_of(self.briefing, figure.section_id) if figure is not None else None
        if number is not None:
            self.show_section(number)
            self.selection.select(key, origin)

    def figure(self, key: Key) -> Figure | None:
        """The proven figure of `key`."""
        return self.opened.proof.figures.get(key) if self.opened else None

    def figures(self) -> tuple[Figure, ...]:
        """The proven figures of the open section, in text order."""
        section = self.section
        if section is None or self.opened is None:
            return ()
        found = self.opened.proof.figures
        keys = [point.key for metric in section.metrics for point in metric.points]
        here = [found[key] for key in keys if key in found]
        return tuple(sorted(here, key=lambda f: f.quantity.span))

    def step_figure(self, by: int) -> None:
        """Select the next or previous figure in text order, on into the neighbouring section;
        nothing while those of a section are still being proven."""
        keys = [figure.key for figure in self.figures()]
        if not keys and self.opened is not None and not self.opened.complete:
            return
        at = keys.index(self.selection.key) + by if self.selection.key in keys else 0
        if self.selection.key not in keys and by < 0:
            at = len(keys) - 1
        if 0 <= at < len(keys):
            self.selection.select(keys[at])
            return
        before = self.number
        self.show_section(self.number + by)
        there = self.figures()
        if self.number != before and there:
            self.selection.select(there[0 if by > 0 else -1].key)

    def _look(self) -> None:
        reading = self._reading
        if reading is None:
            self._timer.stop()
            return
        if reading.outcome is None:
            self._look_ahead(reading.seen)
            return
        self._timer.stop()
        self._reading = None
        self._settle(reading.outcome)
        self._seen = None

    def _look_ahead(self, seen: Opened | None) -> None:
        """Lay on an empty desk what is there of a file, and then each newer state of it."""
        if seen is None or seen is self.opened or seen.briefing is None:
            return
        if self.opened is None:
            if self._wanted and not section_named(seen.briefing, self._wanted):
                return  # the place that was left comes with the rest of the file
            self._seen = seen
            self.take(seen, self._wanted)
        elif self.opened is self._seen:
            self._seen = seen
            self._replace(seen)

    def _settle(self, outcome: Opened | ViewerError) -> None:
        if isinstance(outcome, ViewerError):
            self.stand(OnDisk.GONE if self._renewed else OnDisk.UNWATCHED)
            self.failed.emit(outcome)
            return
        ahead = self.opened is not None and self.opened is self._seen
        if is_good(outcome):
            self.refused = None
            if self._renewed and outcome.digest == complete_digest(self.opened):
                self.read_at = datetime.now()
                self.stand(OnDisk.SHOWN)
                self.unchanged.emit()  # nothing to show anew, in the panes or to a room
            elif self._renewed or ahead:
                self._replace(outcome)
            else:
                self.take(outcome, self._wanted)
        else:
            self.refused = outcome
            if ahead:
                self._clear()
            self.stand(OnDisk.REFUSED if self._renewed else OnDisk.UNWATCHED)
        self.arrived.emit(outcome)

    def _clear(self) -> None:
        """Take away what was laid on the desk before the file proved bad."""
        self.opened = None
        self.selection.select(NOTHING)
        self.briefing_changed.emit()

    def _lay(self, opened: Opened) -> None:
        """Note a version of a file as the one that is shown."""
        self.opened = opened
        self.on_disk, self.read_at = OnDisk.SHOWN, datetime.now()

    def _replace(self, opened: Opened) -> None:
        """Lay a newer state of the same briefing on the desk, where the reader stands in it."""
        key, section = self.selection.key, self.section
        self._lay(opened)
        there = number_of(opened.briefing, section.id) if section is not None else None
        count = len(opened.briefing.sections) if opened.briefing else 0
        self.number = min(self.number if there is None else there, max(0, count - 1))
        if key and self.figure(key) is None:
            self.selection.select(NOTHING)
        self.renewed.emit()


class _Metrics:
    """The metrics of what lies on a desk, by the keys of their figures; put together once for each
    version."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._version: Opened | None = None
        self._metrics: dict[Key, Metric] = {}

    def of(self, key: Key) -> Metric | None:
        """The metric of the figure of `key`; None where there is none."""
        if self._version is not self._workspace.opened:
            self._version, briefing = self._workspace.opened, self._workspace.briefing
            sections = briefing.sections if briefing else ()
            self._metrics = {p.key: m for s in sections for m in s.metrics for p in m.points}
        return self._metrics.get(key)


def complete_digest(opened: Opened | None) -> int | None:
    """What tells the content of a file from others, once all of it has been read and proven."""
    return opened.digest if opened is not None and opened.complete else None


def is_good(opened: Opened) -> bool:
    """Whether a file may replace what is on the desk: it was read and holds no error."""
    errors = any(issue.severity is Severity.ERROR for issue in opened.issues)
    return can_be_shown(opened) and not errors


def can_be_shown(opened: Opened) -> bool:
    """Whether at least one section of a file could be read."""
    return opened.briefing is not None and bool(opened.briefing.sections)


def number_of(briefing: Briefing | None, section_id: str) -> int | None:
    """The number of the section with an id, counted from 0; None where there is none."""
    sections = briefing.sections if briefing is not None else ()
    return next((at for at, one in enumerate(sections) if one.id == section_id), None)


def section_named(briefing: Briefing, name: str) -> str:
    """The id of the section that `name` (an id, or a number from 1) stands for; empty if none."""
    ids = [section.id for section in briefing.sections]
    if name in ids:
        return name
    if name.isascii() and name.isdigit() and 0 < int(name) <= len(ids):
        return ids[int(name) - 1]
    return ""
