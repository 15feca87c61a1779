"""The preview of a draft: its sections and figures, their doubts, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator

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

from viewer.draft import Draft
from viewer.model import Metric, Point, Section
from viewer.quantities import format_value
from viewer.rendering.style import Style

COLUMNS = ("figure", "value", "doubt", "quote")
_DOUBT, _QUOTE = 2, 3
_SHARES = (0.28, 0.14, 0.28)
"""How much of the width each column but the last has."""
_WIDEST, _HIGHEST = 1120, 720
_PERCENT = ("%", "％")
_SCALES = ("万", "亿", "萬", "億", "%", "％")
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
        for head in self._heads():
            column.addWidget(head)
        column.addWidget(self._line(self._summary()))
        column.addWidget(self.tree, 1)
        if draft.notes:
            column.addWidget(self._line(words("draft-dialog.notes")))
            column.addWidget(self._notes())
        column.addWidget(self._buttons())
        wide, high = min(_WIDEST, parent.width() - 60), min(_HIGHEST, parent.height() - 80)
        self.resize(wide, high)
        for at, share in enumerate(_SHARES):
            self.tree.setColumnWidth(at, round(share * wide))

    def _heads(self) -> Iterator[QLabel]:
        """What the briefing will be called, and where the report says that it comes from."""
        briefing = self._draft.briefing
        source = briefing.source
        told = (source.publication, source.page, source.date, "、".join(source.authors))
        for name, said in (
            ("draft-title", briefing.title),
            ("draft-source", " · ".join(filter(None, told))),
        ):
            if said:
                head = self._line(" ".join(said.split()))
                head.setObjectName(name)
                yield head

    def _line(self, said: str) -> QLabel:
        line = QLabel(self)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setWordWrap(True)
        line.setText(said)
        return line

    def _summary(self) -> str:
        draft, words = self._draft, self._style.words
        sections, doubted = len(draft.briefing.sections), len(draft.doubted)
        if not draft.figures:
            return words("draft-dialog.no-figures")
        if not doubted:
            return words("draft-dialog.sound", sections=sections, figures=draft.figures)
        return words("draft-dialog.summary", sections=sections, figures=draft.figures, n=doubted)

    def _figures(self) -> QTreeWidget:
        words = self._style.words
        tree = QTreeWidget(self)
        tree.setObjectName("draft-figures")
        tree.setAccessibleName(words("draft-dialog.title"))
        tree.setHeaderLabels([words(f"draft-dialog.{name}") for name in COLUMNS])
        for section in self._draft.briefing.sections:
            self._add(tree, section)
        tree.expandAll()
        tree.setColumnHidden(_DOUBT, not self._draft.doubted)
        return tree

    def _notes(self) -> QListWidget:
        words = self._style.words
        notes = QListWidget(self)
        notes.setObjectName("draft-notes")
        notes.setAccessibleName(words("draft-dialog.notes"))
        notes.setMaximumHeight(100)
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
        title = " ".join(section.title.split())
        count = sum(len(metric.points) for metric in section.metrics)
        said = self._style.words("draft-dialog.section", title=title, n=count)
        top = QTreeWidgetItem(tree, [said])
        top.setFirstColumnSpanned(True)
        for metric in section.metrics:
            self._add_metric(top, metric)

    def _add_metric(self, top: QTreeWidgetItem, metric: Metric) -> None:
        for point in metric.points:
            label = f"{metric.label} {point.period}".strip() if metric.series else metric.label
            value = self._value(point, metric.unit)
            quote = " ".join((point.cite or "").split())
            row = QTreeWidgetItem(top, [label, value, metric.review, quote])
            row.setForeground(_DOUBT, QColor(self._style.palette.warn))
            row.setForeground(_QUOTE, QColor(self._style.palette.muted))
            for at, text in ((0, label), (_DOUBT, metric.review), (_QUOTE, quote)):
                row.setToolTip(at, text)

    def _value(self, point: Point, unit: str) -> str:
        """The value as the file will have it; long bare digits with their thousands parted."""
        written = point.written
        if written.isdecimal() and len(written) > _BARE_DIGITS:
            written = format_value(point.value, self._draft.briefing.language)
        if unit in _SIGNS:
            return f"{unit}{written}"
        if unit in _PERCENT and not written[-1:].isdigit():  # 八成, 百分之六十
            return written
        clings = written.endswith(_SCALES) or unit in _SCALES
        return f"{written}{unit}" if clings else f"{written} {unit}".strip()

    def _save(self) -> None:
        self.accept()
        self.wanted.emit()
