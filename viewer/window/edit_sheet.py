"""The sheet of one figure: its fields to be corrected, and under them what they prove by now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.datafile.fields import KINDS
from viewer.edit.figure_fields import FIELDS, Proposal
from viewer.model import Qualifier, Standing
from viewer.rendering.style import Style

CHOICES = {
    "kind": KINDS,
    "qualifier": tuple(one.value for one in Qualifier),
    "standing": tuple(one.value for one in Standing),
}
"""The fields that are one of few words."""
WAITS = 120
"""Milliseconds without a key after which the proof is made anew."""
_LINES = 2.6
"""The height of the quote's field, in lines."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the fields come to: the sentence below them, and whether they may be written."""

    said: str
    good: bool


Texts = tuple[tuple[str, str], ...]
Judge = Callable[[Texts], Verdict]


class FigureSheet(QDialog):
    """Shows a figure's fields. `agreed` tells the texts that were confirmed, `refused` that the
    number is no figure; `judge` says what the texts prove.
    """

    agreed = Signal(object)
    refused = Signal()

    def __init__(self, parent: QWidget, proposal: Proposal, style: Style, judge: Judge) -> None:
        super().__init__(parent)
        self.setObjectName("figure-sheet")
        self._style, self._judge = style, judge
        self.fields: dict[str, QLineEdit | QComboBox | QPlainTextEdit] = {}
        self.verdict = QLabel(self)
        self.verdict.setObjectName("sheet-verdict")
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict.setWordWrap(True)
        self.verdict.setMinimumHeight(round(style.pixels(44)))
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.agree = QPushButton(style.words("edit.agree"), self)
        self.agree.setDefault(True)
        self.refuse = QPushButton(style.words("edit.no-figure"), self)
        self.cancel = QPushButton(style.words("edit.cancel"), self)
        for button in (self.refuse, self.cancel):
            button.setAutoDefault(False)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAITS)
        self._wait.timeout.connect(self.prove)
        self._lay_out(proposal)
        self.agree.clicked.connect(self._agree)
        self.refuse.clicked.connect(self._refuse)
        self.cancel.clicked.connect(self.reject)
        self.prove()
        label = self.fields["label"]
        label.setFocus()
        if isinstance(label, QLineEdit):
            label.selectAll()

    def texts(self) -> Texts:
        """What stands in the fields."""
        return tuple((key, _text(self.fields[key])) for key in FIELDS)

    def prove(self) -> None:
        """Say what the fields prove as they stand."""
        verdict = self._judge(self.texts())
        palette = self._style.palette
        self.verdict.setText(verdict.said)
        self.verdict.setStyleSheet(f"color: {palette.good if verdict.good else palette.bad}")
        self.agree.setEnabled(verdict.good)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter in the quote confirms, as everywhere: a quote of two lines is pasted."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._agree()
                return True
            if event.key() == Qt.Key.Key_Tab:
                self.focusNextChild()
                return True
        return super().eventFilter(watched, event)

    def _agree(self) -> None:
        self._wait.stop()
        self.prove()
        if self.agree.isEnabled():
            self.agreed.emit(self.texts())
            self.accept()

    def _refuse(self) -> None:
        self.refused.emit()
        self.reject()

    def _changed(self) -> None:
        self._wait.start()

    def _lay_out(self, proposal: Proposal) -> None:
        words = self._style.words
        form = QFormLayout()
        form.setHorizontalSpacing(round(self._style.pixels(14)))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for key in FIELDS:
            field = self.fields[key] = self._field(key, proposal.text(key))
            field.setObjectName(f"sheet-{key}")
            field.setAccessibleName(words(f"edit.field.{key}"))
            form.addRow(words(f"edit.field.{key}"), field)
        row = QHBoxLayout()
        row.addWidget(self.refuse)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.agree)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.verdict)
        column.addLayout(row)
        self.setMinimumWidth(round(self._style.pixels(520)))

    def _field(self, key: str, text: str) -> QLineEdit | QComboBox | QPlainTextEdit:
        if key in CHOICES:
            box = QComboBox(self)
            for choice in CHOICES[key]:
                box.addItem(self._style.words(f"edit.choice.{choice}"), choice)
            box.setCurrentIndex(max(0, box.findData(text)))
            box.currentIndexChanged.connect(self._changed)
            return box
        if key == "cite":
            quote = QPlainTextEdit(text, self)
            quote.setFont(self._style.faces.serif_font(self._style.pixels(15)))
            quote.setFixedHeight(round(_LINES * quote.fontMetrics().lineSpacing()))
            quote.installEventFilter(self)
            quote.textChanged.connect(self._changed)
            return quote
        line = QLineEdit(text, self)
        line.textChanged.connect(self._changed)
        if key == "label":
            font = QFont(line.font())
            font.setBold(True)
            line.setFont(font)
        return line


def _text(field: QLineEdit | QComboBox | QPlainTextEdit) -> str:
    if isinstance(field, QComboBox):
        return str(field.currentData())
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
