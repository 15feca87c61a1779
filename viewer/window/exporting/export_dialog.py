"""The export dialog: which format, how much of the briefing, and how the first page will look."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from viewer.design import Role
from viewer.export.context import Options
from viewer.export.table import EXPORTS, Export
from viewer.rendering.labels import choice_box
from viewer.rendering.style import Style
from viewer.window.exporting.export_preview import Leaves, Shown
from viewer.window.exporting.page_navigator import Leafing

PREVIEW = (430, 520)
"""The size of the preview where the display has room for it."""
ROW_PAD = 34
"""What a row of the list keeps free beside its text."""
LEAST = (140, 120)
"""The smallest that it becomes."""

Preview = Callable[[Export, Options], Shown]
"""What an export begins with: a picture, pages or text."""


class ExportDialog(QDialog):
    """Asks what to export. `chosen` carries the format and the options; the file is asked next."""

    chosen = Signal(object, object)

    def __init__(
        self, parent: QWidget, style: Style, section: tuple[str, str], preview: Preview
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export-dialog")
        self._style, self._preview, self._section = style, preview, section[0]
        words = style.words
        self.setWindowTitle(words("action.export").rstrip("…"))
        self.formats = self._format_list()
        self.scope = self._scope_box(section[1])
        self.slides = QCheckBox(words("export-dialog.slides"), self)
        self.notes = QCheckBox(words("export-dialog.notes"), self)
        self.picture = QLabel(self)
        self.picture.setObjectName("export-preview")
        self.picture.setAccessibleName(words("export-dialog.preview"))
        self.picture.setTextFormat(Qt.TextFormat.PlainText)
        self.picture.setWordWrap(True)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setMinimumSize(*LEAST)
        ignored = QSizePolicy.Policy.Ignored  # a picture never makes the dialog larger
        self.picture.setSizePolicy(ignored, ignored)
        self._shown: QImage | None = None
        self.leafing = Leafing(self, words)
        self.buttons = QDialogButtonBox(self)
        self._lay_out()
        self._connect()
        self.formats.setCurrentRow(0)
        side = self.formats.minimumWidth() + PREVIEW[0] + 60
        self.resize(max(side, self.minimumSizeHint().width()), PREVIEW[1] + 130)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the picture to its new room."""
        super().resizeEvent(event)
        if self._shown is not None:
            self._show_picture(self._shown)

    def options(self) -> Options:
        """What is asked for now."""
        row = self.row()
        only = (self._section,) if self.scope.currentIndex() == 1 else ()
        return Options(
            sections=only,
            scale=2 if row.pictures else 1,
            slides="slides" in row.takes and self.slides.isChecked(),
            notes=self.notes.isChecked() if "notes" in row.takes else None,
        )

    def row(self) -> Export:
        """The format that is chosen."""
        found = self.formats.currentItem().data(Qt.ItemDataRole.UserRole)
        assert isinstance(found, Export)
        return found

    def _format_list(self) -> QListWidget:
        formats = QListWidget(self)
        formats.setObjectName("export-formats")
        formats.setAccessibleName(self._style.words("export-dialog.format"))
        for row in EXPORTS:
            item = QListWidgetItem(self._style.words(row.key), formats)
            item.setData(Qt.ItemDataRole.UserRole, row)
        bar = formats.verticalScrollBar().sizeHint().width()
        formats.setMinimumWidth(formats.sizeHintForColumn(0) + ROW_PAD + bar)
        return formats

    def _scope_box(self, title: str) -> QComboBox:
        words = self._style.words
        scope = choice_box(self)
        scope.setObjectName("export-scope")
        scope.setAccessibleName(words("export-dialog.scope"))
        scope.addItem(words("export-dialog.all"))
        scope.addItem(words("export-dialog.section", title=" ".join(title.split())))
        scope.setMaximumWidth(300)
        return scope

    def _connect(self) -> None:
        self.formats.currentRowChanged.connect(self._turn)
        self.scope.currentIndexChanged.connect(self._show)
        self.slides.toggled.connect(self._show)
        self.notes.toggled.connect(self._show)
        self.leafing.turned.connect(self._show_picture)
        self.formats.itemDoubleClicked.connect(self._choose)
        self.buttons.accepted.connect(self._choose)
        self.buttons.rejected.connect(self.reject)

    def _choose(self) -> None:
        row, options = self.row(), self.options()
        self.accept()
        self.chosen.emit(row, options)

    def _turn(self) -> None:
        """Another format: what means something to it, notes as it has them by itself."""
        row = self.row()
        self.slides.setEnabled("slides" in row.takes)
        self.notes.setEnabled("notes" in row.takes)
        with QSignalBlocker(self.notes):
            self.notes.setChecked(row.noted)
        self._show()

    def _show(self) -> None:
        shown = self._preview(self.row(), self.options())
        self.leafing.show_leaves(shown if isinstance(shown, Leaves) else None)
        if isinstance(shown, Leaves):
            return  # the first of them is shown by now
        if isinstance(shown, str):
            self._shown = None
            self.picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self.picture.setText(shown or self._style.words("export-dialog.no-preview"))
            return
        self._show_picture(shown)

    def _show_picture(self, shown: QImage) -> None:
        self._shown = shown
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        ratio = self.devicePixelRatioF()
        fitted = shown.scaled(
            self.picture.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        pixmap = QPixmap.fromImage(fitted)
        painter = QPainter(pixmap)
        painter.setPen(QPen(QColor(self._style.palette.of(Role.LINE)), max(1, round(ratio))))
        painter.drawRect(pixmap.rect().adjusted(0, 0, -1, -1))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        self.picture.setPixmap(pixmap)

    def _lay_out(self) -> None:
        words = self._style.words
        side = QVBoxLayout()
        for key, widget in (("format", self.formats), ("scope", self.scope)):
            label = QLabel(words(f"export-dialog.{key}"), self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            side.addWidget(label)
            side.addWidget(widget)
        side.addWidget(self.slides)
        side.addWidget(self.notes)
        both = QHBoxLayout()
        right = QVBoxLayout()
        right.addWidget(self.picture, 1)
        right.addWidget(self.leafing)
        both.addLayout(side, 1)
        both.addLayout(right, 2)
        save = self.buttons.addButton(
            words("export-dialog.save"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        save.setDefault(True)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        column = QVBoxLayout(self)
        column.addLayout(both, 1)
        column.addWidget(self.buttons)
