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

from viewer.briefing import Metric, Section
from viewer.draft import Draft
from viewer.paint.style import Style

COLUMNS = ("figure", "value", "sure", "doubt")


class DraftDialog(QDialog):
    """Shows a draft before it is saved; `wanted` when it is to be saved."""

    wanted = Signal()

    def __init__(self, parent: QWidget, draft: Draft, style: Style) -> None:
        super().__init__(parent)
        self.setObjectName("draft-dialog")
        words = style.words
        self.setWindowTitle(words("draft-dialog.title"))
        summary = QLabel(self)
        summary.setTextFormat(Qt.TextFormat.PlainText)
        summary.setWordWrap(True)
        summary.setText(
            words(
                "draft-dialog.summary",
                sections=len(draft.briefing.sections),
                figures=draft.figures,
                n=len(draft.doubted),
            )
        )
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("draft-figures")
        self.tree.setAccessibleName(words("draft-dialog.title"))
        self.tree.setHeaderLabels([words(f"draft-dialog.{name}") for name in COLUMNS])
        for section in draft.briefing.sections:
            self._add(section, draft, style)
        self.tree.expandAll()
        for at, width in enumerate((300, 130, 70)):
            self.tree.setColumnWidth(at, width)
        column = QVBoxLayout(self)
        column.addWidget(summary)
        column.addWidget(self.tree, 1)
        if draft.notes:
            notes = QListWidget(self)
            notes.setObjectName("draft-notes")
            notes.setAccessibleName(words("draft-dialog.notes"))
            notes.setMaximumHeight(120)
            notes.addItems([note.said(words) for note in draft.notes])
            column.addWidget(notes)
        buttons = QDialogButtonBox(self)
        save = buttons.addButton(words("draft-dialog.save"), buttons.ButtonRole.AcceptRole)
        save.setDefault(True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.resize(min(860, parent.width() - 60), min(640, parent.height() - 80))

    def _add(self, section: Section, draft: Draft, style: Style) -> None:
        top = QTreeWidgetItem(self.tree, [" ".join(section.title.split())])
        top.setFirstColumnSpanned(True)
        for metric in section.metrics:
            self._add_metric(top, metric, draft.confidence.get(metric.id), style)

    def _add_metric(
        self, top: QTreeWidgetItem, metric: Metric, sure: float | None, style: Style
    ) -> None:
        for point in metric.points:
            label = f"{metric.label} {point.period}".strip() if metric.series else metric.label
            value = f"{point.written} {metric.unit}".strip()
            said = "" if sure is None else f"{round(sure * 100)}%"
            row = QTreeWidgetItem(top, [label, value, said, metric.review])
            if metric.review:
                row.setForeground(3, QColor(style.palette.warn))

    def _save(self) -> None:
        self.accept()
        self.wanted.emit()
