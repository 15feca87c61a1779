"""A sheet of fields to be corrected, and under them what they prove by now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.datafile.fields import row_of
from viewer.i18n import Words
from viewer.rendering.announce import announce
from viewer.rendering.labels import WrappedLabel, choice_box
from viewer.rendering.style import Style
from viewer.rendering.tips import tip_of

WAITS = 120
"""Milliseconds without a key after which the proof is made anew."""
WIDTH = 520
VERDICT = 44
"""The height of what the fields prove, in pixels: two lines."""
SPARE = 40
"""What margins and the spaces between the parts take, in pixels."""
_LINES = 2.6
"""The height of a field of several lines."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field: `edit.field.<key>` names it. `choices` makes it one of few words, of which those
    in `refused` cannot be chosen for the reason given, and those in `names` are shown by that name;
    `tall` has room for several lines, and
    `quote` is a tall one in which Enter confirms."""

    key: str
    text: str
    choices: tuple[str, ...] = ()
    refused: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    tall: bool = False
    quote: bool = False


@dataclass(frozen=True, slots=True)
class SheetVerdict:
    """What the fields come to: the sentence below them, and whether they may be written."""

    said: str
    good: bool


Texts = tuple[tuple[str, str], ...]
Judge = Callable[[Texts], SheetVerdict]


class EditSheet(QDialog):
    """Shows fields, the first of them selected. `agreed` tells the texts that were confirmed, and
    whoever takes them closes the sheet by `accept`; `refused` tells that a number is no figure,
    by a button that is shown by whoever hears of it;
    `judge` says what the texts come to.
    """

    agreed = Signal(object)
    refused = Signal()

    def __init__(self, parent: QWidget, rows: Sequence[Row], style: Style, judge: Judge) -> None:
        super().__init__(parent)
        self.setObjectName("edit-sheet")
        self._style, self._judge = replace(style, scale=1.0), judge  # the zoom is of the content
        self.fields: dict[str, QLineEdit | QComboBox | QPlainTextEdit] = {}
        self.verdict = WrappedLabel(self)
        self.verdict.setObjectName("sheet-verdict")
        self.verdict.setMinimumHeight(VERDICT)
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.agree = QPushButton(style.words("edit.agree"), self)
        self.agree.setDefault(True)
        self.refuse = QPushButton(style.words("edit.no-figure"), self)
        self.refuse.hide()
        self.cancel = QPushButton(style.words("edit.cancel"), self)
        for button in (self.refuse, self.cancel):
            button.setAutoDefault(False)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAITS)
        self._wait.timeout.connect(self.prove)
        self._lay_out(rows)
        self.agree.clicked.connect(self._agree)
        self.refuse.clicked.connect(self._refuse)
        self.cancel.clicked.connect(self.reject)
        self.prove()
        first = self.fields[rows[0].key]
        first.setFocus()
        if isinstance(first, QLineEdit):
            first.selectAll()

    def texts(self) -> Texts:
        """What stands in the fields."""
        return tuple((key, _text(entry)) for key, entry in self.fields.items())

    def prove(self) -> None:
        """Say what the fields prove as they stand."""
        verdict = self._judge(self.texts())
        self.tell(verdict)
        self.agree.setEnabled(verdict.good)

    def tell(self, verdict: SheetVerdict) -> None:
        """Say something below the fields."""
        palette = self._style.palette
        if verdict.said != self.verdict.text():
            announce(self.verdict, verdict.said)
        self.verdict.setText(verdict.said)
        self.verdict.setStyleSheet(f"color: {palette.good if verdict.good else palette.bad}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter in the quote confirms, as everywhere: a quote of two lines is pasted."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            self._agree()
            return True
        return super().eventFilter(watched, event)

    def _agree(self) -> None:
        self._wait.stop()
        self.prove()
        if self.agree.isEnabled():
            self.agreed.emit(self.texts())

    def _refuse(self) -> None:
        self.refused.emit()
        self.reject()

    def _changed(self) -> None:
        self._wait.start()

    def _lay_out(self, rows: Sequence[Row]) -> None:
        words = self._style.words
        page = QWidget(self)
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(14)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for one in rows:
            entry = self.fields[one.key] = self._entry(one)
            entry.setObjectName(f"sheet-{one.key}")
            entry.setAccessibleName(words(f"edit.field.{one.key}"))
            form.addRow(words(f"edit.field.{one.key}"), entry)
        row = QHBoxLayout()
        row.addWidget(self.refuse)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.agree)
        column = QVBoxLayout(self)
        column.addWidget(_scrolled(page, self), 1)
        column.addWidget(self.verdict)
        column.addLayout(row)
        self.resize(max(WIDTH, self.minimumSizeHint().width()), self._whole_height(page))

    def _whole_height(self, page: QWidget) -> int:
        """The height in which nothing has to be scrolled."""
        below = self.verdict.minimumHeight() + self.agree.sizeHint().height()
        return page.sizeHint().height() + below + SPARE

    def _entry(self, row: Row) -> QLineEdit | QComboBox | QPlainTextEdit:
        if row.choices:
            return self._box(row)
        if row.tall or row.quote:
            quote = QPlainTextEdit(row.text, self)
            quote.setFont(self._style.faces.serif_font(self._style.pixels(15)))
            quote.setFixedHeight(round(_LINES * quote.fontMetrics().lineSpacing()))
            quote.setTabChangesFocus(True)
            if row.quote:
                quote.installEventFilter(self)
            quote.textChanged.connect(self._changed)
            return quote
        line = QLineEdit(row.text, self)
        line.textChanged.connect(self._changed)
        if not self.fields:
            font = QFont(line.font())
            font.setBold(True)
            line.setFont(font)
        return line

    def _box(self, row: Row) -> QComboBox:
        box, model = choice_box(self), QStandardItemModel(self)
        box.setModel(model)
        for at, choice in enumerate(row.choices):
            own = row.names.get(choice)
            shown = own or self._style.words(f"edit.choice.{choice or 'by-itself'}")
            box.addItem(shown, choice)
            if choice in row.refused:
                box.setItemData(at, tip_of(row.refused[choice]), Qt.ItemDataRole.ToolTipRole)
                model.item(at).setEnabled(choice == row.text)
        box.setCurrentIndex(max(0, box.findData(row.text)))
        box.currentIndexChanged.connect(self._changed)
        return box


def _scrolled(page: QWidget, parent: QWidget) -> QScrollArea:
    """The fields in an area that scrolls, so that a low display never hides the buttons."""
    area = QScrollArea(parent)
    area.setObjectName("sheet-fields")
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _text(entry: QLineEdit | QComboBox | QPlainTextEdit) -> str:
    if isinstance(entry, QComboBox):
        return str(entry.currentData())
    return entry.toPlainText() if isinstance(entry, QPlainTextEdit) else entry.text()


def figure_row(key: str, text: str) -> Row:
    """The row of one field of a figure."""
    return Row(key, text, row_of("metric", key).choices, quote=key == "cite")


def figure_proven(words: Words, texts: Texts) -> str:
    """What stands below the fields of a figure that agree with the words."""
    told = dict(texts)
    if not told["cite"].strip():
        return words("edit.unquoted")
    return words("edit.proven", value=f"{told['value']}{told['unit']}", quote=told["cite"])


def changed_fields(
    texts: Texts, rows: Sequence[Row], **usual: str
) -> tuple[tuple[str, str | None], ...]:
    """The fields that read otherwise than before; what is so by itself is written by no one."""
    before = {row.key: row.text for row in rows}
    return tuple(
        (key.removeprefix("chart-"), None if text == usual.get(key) else text.strip() or None)
        for key, text in texts
        if text != before[key]
    )
