"""Asking for a file in the words of the interface: Qt's own translations leave half in English."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileInfo, QPoint, QRect, QSize
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QSplitter, QWidget

from viewer.i18n import Words
from viewer.rendering.dialogs import FRAME, inside

_LABELS = (
    (QFileDialog.DialogLabel.LookIn, "look-in"),
    (QFileDialog.DialogLabel.FileName, "name"),
    (QFileDialog.DialogLabel.FileType, "type"),
    (QFileDialog.DialogLabel.Reject, "cancel"),
)
SIZE, PLACES = QSize(760, 480), 190
"""The dialog, and its list of places, in pixels; smaller where the display is."""


class _Kinds(QFileIconProvider):
    """Names the kinds of files as the column of kinds shows them."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def type(self, info: QFileInfo | QFileIconProvider.IconType) -> str:
        if not isinstance(info, QFileInfo):
            return ""
        if info.isDir():
            return self._words("file-dialog.folder")
        return self._words("file-dialog.file", suffix=info.suffix().upper()).strip()


class FileDialog(QFileDialog):
    """Asks over a window for a file of the kinds that `filters` name (`Text (*.txt)`).

    Where the system has a dialog of its own, with its own words, that one is shown.
    """

    def __init__(
        self, parent: QWidget | None, words: Words, title: str, start: str, filters: str
    ) -> None:
        super().__init__(parent, title, start, filters)
        self.setObjectName("file-dialog")
        self._words = words
        self._kinds = _Kinds(words)  # kept: the dialog does not keep it alive
        self.resize(SIZE)
        for splitter in self.findChildren(QSplitter):
            splitter.setAccessibleName(words("window.panes"))
            splitter.setSizes([PLACES, SIZE.width() - PLACES])  # Qt's own cuts the names of places
        self.setIconProvider(self._kinds)
        self.setViewMode(QFileDialog.ViewMode.List)  # names whole; Qt's columns cut sizes and dates

    def name_all(self, accept: str) -> None:
        """Name labels and buttons; after the modes, for a change of mode takes names back."""
        for label, key in (*_LABELS, (QFileDialog.DialogLabel.Accept, accept)):
            self.setLabelText(label, self._words(f"file-dialog.{key}"))

    def ask(self) -> str:
        """The path that was chosen, empty when the reader thought better of it."""
        self._stand_over_parent()
        try:
            chosen = self.selectedFiles() if self.exec() else []
        finally:
            self.deleteLater()
        return chosen[0] if chosen else ""

    def _stand_over_parent(self) -> None:
        """Stand in the middle of the parent, on its display, with the frame that comes around it.

        A place that is asked for is kept by window managers that would put a new window on the
        display with the pointer, which may be the one that a room is looking at.
        """
        parent = self.parentWidget()
        if parent is None:
            return
        free = parent.screen().availableGeometry()
        place = place_within(self.size(), parent.window().frameGeometry().center(), free)
        self.setScreen(parent.screen())
        self.setGeometry(place)


def place_within(size: QSize, centre: QPoint, free: QRect) -> QRect:
    """Where a window of a size is to stand around a centre, so that it is with its frame on what
    is `free` of a display; smaller where that is."""
    side = FRAME.width() // 2
    free = free.adjusted(side, FRAME.height() - side, -side, -side)
    place = QRect(QPoint(0, 0), size.boundedTo(free.size()))
    place.moveCenter(centre)
    return inside(place, free)


def saving(
    parent: QWidget | None, words: Words, title: str, start: str, filters: str
) -> FileDialog:
    """A dialog for a file to be written, `start` its folder and name; asks before replacing one.

    A name without a suffix gets that of `start` in the dialog itself: what it asks about is the
    file that would be replaced.
    """
    dialog = FileDialog(parent, words, title, str(Path(start).parent), filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(Path(start).suffix.removeprefix("."))
    dialog.name_all("save")
    dialog.selectFile(Path(start).name)
    return dialog


def opening(
    parent: QWidget | None, words: Words, title: str, start: str, filters: str
) -> FileDialog:
    """A dialog for a file that is there, beginning in the folder `start`."""
    dialog = FileDialog(parent, words, title, start, filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.name_all("open")
    return dialog


def choosing_folder(parent: QWidget | None, words: Words, title: str, start: str) -> FileDialog:
    """A dialog for a folder that is there, beginning in the folder `start`."""
    dialog = FileDialog(parent, words, title, start, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.name_all("choose")
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, words("file-dialog.folder-name"))
    return dialog


def suffixed(chosen: str, *suffixes: str) -> Path:
    """The path that was chosen, the first of `suffixes` behind a name that ends in none of them."""
    path = Path(chosen)
    return path if path.suffix.lower() in suffixes else path.with_name(path.name + suffixes[0])
