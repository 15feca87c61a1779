"""The table at the end of a rehearsal, over the reader's window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.i18n import Words
from viewer.present.records.rehearsal import Rehearsal
from viewer.rendering.labels import WrappedLabel
from viewer.talk import headings, rehearsal_text, shown, total

SIZE = (720, 560)


class RehearsalDialog(QDialog):
    """Each step planned, in the last run and in this one. `agreed` when the minutes are to be
    written into the file; `refusal` says why they cannot be, empty where they can."""

    agreed = Signal()

    def __init__(
        self, parent: QWidget | None, words: Words, rehearsal: Rehearsal, refusal: str
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rehearsal")
        self.setWindowTitle(words("rehearsal.title"))
        self._text = rehearsal_text(rehearsal.names, rehearsal.rows, words)
        self.table = _table(self, words, rehearsal)
        hint = words("rehearsal.to-steps" if rehearsal.minutes.steps else "rehearsal.to-sections")
        self.said = WrappedLabel(self, refusal or hint)
        self.write = QPushButton(words("rehearsal.write"), self)
        self.write.setObjectName("rehearsal-write")
        self.write.setEnabled(bool(rehearsal.minutes) and not refusal)
        self.write.clicked.connect(self._agree)
        copy = QPushButton(words("rehearsal.copy"), self)
        copy.clicked.connect(self._copy)
        close = QPushButton(words("rehearsal.close"), self)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.write, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        close.setDefault(True)
        column = QVBoxLayout(self)
        for part in (self.table, self.said, buttons):
            column.addWidget(part)
        self.resize(*SIZE)

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


def _table(parent: QWidget, words: Words, rehearsal: Rehearsal) -> QTableWidget:
    rows = list(zip(rehearsal.names, map(shown, rehearsal.rows), strict=True))
    rows.append((words("talk.times.sum"), shown(total(rehearsal.rows))))
    table = QTableWidget(len(rows), 4, parent)
    table.setAccessibleName(words("rehearsal.title"))
    table.setHorizontalHeaderLabels(headings(words))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.verticalHeader().setVisible(False)
    head = table.horizontalHeader()
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for number, (name, times) in enumerate(rows):
        _fill(table, number, (name, *times), last=number == len(rows) - 1)
    return table


def _fill(table: QTableWidget, row: int, cells: Sequence[str], *, last: bool) -> None:
    for column, text in enumerate(cells):
        item = QTableWidgetItem(text)
        if column:
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        font = item.font()
        font.setBold(last)
        item.setFont(font)
        table.setItem(row, column, item)
