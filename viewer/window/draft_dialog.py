"""The preview of a draft: its sections and figures, how sure each is, and what was left out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.briefing import Metric, Point, Section
from viewer.draft import Draft
from viewer.figures import format_value
from viewer.paint.style import Style

COLUMNS = ("figure", "value", "sure", "doubt")
_WIDTHS = (300, 150, 70)
_WIDEST, _HIGHEST = 1040, 680
_BARE_DIGITS = 4
_SIGNS = ("$", "€", "£", "¥")


class DraftDialog(QDialog):
    """Shows a draft before it is saved; `wanted` when it is to be saved."""

    wanted = Signal()

    def __init__(self, parent: QWidget, draft: Draft, style: Style) -> None:
        super().__init__(parent)
        self.setObjectName("draft-dialog")
        words = style.words
        self.setWindowTitle(words("draft-dialog.title"))
        self._style, self._draft = style, draft
        self.tree = self._figures()
        column = QVBoxLayout(self)
        column.addWidget(self._summary())
        column.addWidget(self.tree, 1)
        if draft.notes:
            column.addWidget(self._notes())
        column.addWidget(self._buttons())
        self.resize(min(_WIDEST, parent.width() - 60), min(_HIGHEST, parent.height() - 80))

    def _summary(self) -> QLabel:
        summary = QLabel(self)
        summary.setTextFormat(Qt.TextFormat.PlainText)
        summary.setWordWrap(True)
        draft = self._draft
        summary.setText(
            self._style.words(
                "draft-dialog.summary",
                sections=len(draft.briefing.sections),
                figures=draft.figures,
                n=len(draft.doubted),
            )
        )
        return summary

    def _figures(self) -> QTreeWidget:
        words = self._style.words
        tree = QTreeWidget(self)
        tree.setObjectName("draft-figures")
        tree.setAccessibleName(words("draft-dialog.title"))
        tree.setHeaderLabels([words(f"draft-dialog.{name}") for name in COLUMNS])
        for section in self._draft.briefing.sections:
            self._add(tree, section)
        tree.expandAll()
        for at, width in enumerate(_WIDTHS):
            tree.setColumnWidth(at, width)
        return tree

    def _notes(self) -> QListWidget:
        words = self._style.words
        notes = QListWidget(self)
        notes.setObjectName("draft-notes")
        notes.setAccessibleName(words("draft-dialog.notes"))
        notes.setMaximumHeight(120)
        notes.addItems([note.said(words) for note in self._draft.notes])
        return notes

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        save = buttons.addButton(
            self._style.words("draft-dialog.save"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        save.setDefault(True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        return buttons

    def _add(self, tree: QTreeWidget, section: Section) -> None:
        top = QTreeWidgetItem(tree, [" ".join(section.title.split())])
        top.setFirstColumnSpanned(True)
        for metric in section.metrics:
            self._add_metric(top, metric, self._draft.confidence.get(metric.id))

    def _add_metric(self, top: QTreeWidgetItem, metric: Metric, sure: float | None) -> None:
        for point in metric.points:
            label = f"{metric.label} {point.period}".strip() if metric.series else metric.label
            value = self._value(point, metric.unit)
            said = "" if sure is None else f"{round(sure * 100)}%"
            row = QTreeWidgetItem(top, [label, value, said, metric.review])
            if metric.review:
                row.setForeground(3, QColor(self._style.palette.warn))
                row.setToolTip(3, metric.review)
            row.setToolTip(0, label)

    def _value(self, point: Point, unit: str) -> str:
        """The value as the file will have it; long bare digits with their thousands parted."""
        written = point.written
        if written.isdecimal() and len(written) > _BARE_DIGITS:
            written = format_value(point.value, self._draft.briefing.language)
        return f"{unit}{written}" if unit in _SIGNS else f"{written} {unit}".strip()

    def _save(self) -> None:
        self.accept()
        self.wanted.emit()
