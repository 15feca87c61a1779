"""The take-away from the window: what to export, where to, and how far it is.

Imported after the first paint, with the charts: exports draw them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from viewer.export.context import CancelledError, Options, Takeaway, Watch, takeaway_of
from viewer.export.pdf.printing import print_on
from viewer.export.save import Job, existing, plan, save
from viewer.export.table import Export
from viewer.loading import Opened
from viewer.model import ViewerError, disk_error
from viewer.rendering.dialogs import open_once
from viewer.rendering.filedialog import choosing_folder, saving, suffixed
from viewer.settings import Settings
from viewer.window.exporting.export_dialog import ExportDialog
from viewer.window.exporting.export_preview import preview_of
from viewer.window.exporting.print_preview import PrintPreview
from viewer.window.progress import progress_dialog
from viewer.window.wiring import Wired

ROOM_FOR_A_FRAME = QSize(24, 48)
"""What the frame of a window takes: the preview stays within the window that it is over."""


class Exporting(QObject):
    """Exports the briefing on the desk; an old file is never replaced unasked."""

    def __init__(self, wired: Wired, settings: Settings) -> None:
        super().__init__(wired.window)
        self._wired, self._settings = wired, settings
        self._printer: QPrinter | None = None  # kept: its preview does not keep it alive

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {"export": self.ask, "print": self.ask_print}

    def ask_print(self) -> None:
        """Show the pages as a printer would take them, and print from there."""
        takeaway = self._takeaway()
        if takeaway is None:
            return
        printer = self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setDocName(" ".join(takeaway.briefing.title.split()))
        preview = PrintPreview(printer, self._wired.window, self._wired.appearance.style.words)
        preview.resize(self._wired.window.size() - ROOM_FOR_A_FRAME)
        preview.paintRequested.connect(partial(self._print_on, takeaway))
        open_once(preview)

    def _print_on(self, takeaway: Takeaway, printer: QPrinter) -> None:
        try:
            print_on(printer, takeaway, Options(), Watch())
        except ViewerError as error:
            self._wired.filing.tell(error)

    def ask(self) -> None:
        """Ask what to export, then where to."""
        section = self._wired.workspace.section
        takeaway = self._takeaway()
        if section is None or takeaway is None:
            return

        style = self._wired.appearance.style
        preview = partial(preview_of, takeaway, style.words)
        dialog = ExportDialog(self._wired.window, style, (section.id, section.title), preview)
        dialog.chosen.connect(self.export)
        open_once(dialog)

    def export(self, row: Export, options: Options) -> None:
        """Ask where to, and export there."""
        takeaway = self._takeaway()
        target = self._target(row)
        if takeaway is None or target is None:
            return
        self._settings.put("export-folder", str(target.parent))
        try:
            jobs = plan(takeaway, row, target, options)
            if row.pictures and existing(jobs):
                raise ViewerError("export-pictures-exist", path=str(existing(jobs)[0]))
            self._save(takeaway, row, jobs)
        except ViewerError as error:
            self._wired.filing.tell(error)
        except OSError as error:  # a look at what is there can fail too
            self._wired.filing.tell(disk_error(error))

    def _takeaway(self) -> Takeaway | None:
        opened = self._wired.workspace.opened
        return _current_takeaway(opened, self._wired) if opened is not None else None

    def _target(self, row: Export) -> Path | None:
        """The file that the reader names; its dialog asks before one is replaced."""
        words, window = self._wired.appearance.style.words, self._wired.window
        opened = self._wired.workspace.opened
        stem = opened.path.stem if opened else ""
        folder = Path(self._settings.text("export-folder") or Path.home())
        if row.pictures:
            chosen = choosing_folder(window, words, words(row.key), str(folder)).ask()
            return Path(chosen) / f"{stem}-{row.name}" if chosen else None
        suffix = row.suffixes[0]
        kinds = f"{words(row.key)} (*{suffix})"
        chosen = saving(window, words, words(row.key), str(folder / f"{stem}{suffix}"), kinds).ask()
        return suffixed(chosen, *row.suffixes) if chosen else None

    def _save(self, takeaway: Takeaway, row: Export, jobs: tuple[Job, ...]) -> None:
        words = self._wired.appearance.style.words
        window, name = self._wired.window, str(jobs[0].path.name)
        bar = progress_dialog(window, "export-progress", words(row.key), name)
        bar.setMinimumWidth(380)

        def tell(done: int, total: int) -> None:
            bar.setMaximum(total)
            bar.setValue(min(done, total - 1))
            QApplication.processEvents()

        notes: list[str] = []
        try:
            save(takeaway, row, jobs, Watch(tell, bar.wasCanceled, notes.append))
            said = words("export-dialog.done", path=str(jobs[0].path), n=len(jobs))
            said = " ".join((said, *(words(note) for note in notes)))
        except CancelledError:
            said = words("export-dialog.cancelled")
        finally:
            bar.close()
            bar.deleteLater()
        self._wired.window.status.show_selection(said)


def _current_takeaway(opened: Opened, wired: Wired) -> Takeaway | None:
    try:
        return takeaway_of(opened, wired.appearance.style.words)
    except (ViewerError, OSError):
        return None
