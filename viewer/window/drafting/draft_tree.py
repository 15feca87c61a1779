"""The figures of a draft by section: ticked where they are kept, corrected in place by F2."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import (
    QKeyCombination,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from viewer.draft.pool import Pool
from viewer.model import Key, Metric, Point
from viewer.quantities import format_value
from viewer.rendering.style import Style
from viewer.rendering.tips import tip_of
from viewer.window.drafting.draft_cells import (
    COLUMNS,
    DOUBT,
    FIELD_OF,
    LABEL,
    NAMED,
    RAW,
    FieldDelegate,
    Named,
)

_PERCENT = ("%", "％")
_SCALES = ("万", "亿", "萬", "億", "%", "％")
_BARE_DIGITS = 4
_SIGNS = ("$", "€", "£", "¥")
_ACCEPT = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_A
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Raw = tuple[str | None, str | None]
"""What is corrected in each column; None where nothing is."""


class DraftTree(QTreeWidget):
    """Rows of figures below their sections. `ticked` tells that other figures are kept, `typed`
    what was typed into a field of a figure, `opened` the one of which all fields are wanted,
    `accepted` the one that is taken for right."""

    ticked = Signal()
    typed = Signal(object, str, str)
    opened = Signal(object)
    accepted = Signal(object)

    def __init__(self, parent: QWidget, pool: Pool, kept: frozenset[str], style: Style) -> None:
        super().__init__(parent)
        self.setObjectName("draft-figures")
        self._style, self._language = style, pool.outline.language
        words = style.words
        self.setAccessibleName(words("draft-dialog.figure"))
        self.setHeaderLabels([words(f"draft-dialog.{name}") for name in COLUMNS])
        delegate = FieldDelegate(self)
        delegate.typed.connect(self.typed)
        self.setItemDelegate(delegate)
        self.setEditTriggers(self.EditTrigger.DoubleClicked)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().sectionResized.connect(self.scheduleDelayedItemsLayout)
        self._rows: dict[str, QTreeWidgetItem] = {}
        for number in range(len(pool.parts)):
            self._add(pool, number, kept)
        self._show_doubts()
        self.itemChanged.connect(self._changed)

    def kept(self) -> frozenset[str]:
        """The ids of the figures that are ticked."""
        checked = Qt.CheckState.Checked
        return frozenset(id_ for id_, row in self._rows.items() if row.checkState(0) == checked)

    def named(self, row: QTreeWidgetItem | None) -> Named | None:
        """The figure of a row; None for a section."""
        found = row.data(0, NAMED) if row is not None else None
        return (str(found[0]), str(found[1])) if found else None

    def number(self, row: QTreeWidgetItem | None) -> int:
        """The number of the section that a row belongs to."""
        while row is not None and row.parent() is not None:
            row = row.parent()
        return max(0, self.indexOfTopLevelItem(row)) if row is not None else 0

    def show_metric(self, metric: Metric, *, kept: bool) -> None:
        """Show a figure as it stands now."""
        row = self._rows[metric.id]
        self.blockSignals(True)
        self._fill(row, metric)
        row.setCheckState(0, _state(kept))
        self.blockSignals(False)
        self._show_doubts()
        self.viewport().update()

    def go_to_first(self) -> None:
        """Make the first figure the current row, or the first section where there is none."""
        first = next((row for row in self._every() if self.named(row)), self.topLevelItem(0))
        if first is not None:
            self.setCurrentItem(first, LABEL)

    def go_to(self, key: Key) -> None:
        """Make the row of a figure the current one."""
        for row in self._every():
            named = self.named(row)
            if named is not None and named[1] == key:
                self.setCurrentItem(row, LABEL)
                return

    def go_to_next_doubt(self) -> None:
        """Make the next row that is doubted the current one, around the end."""
        every, here = list(self._every()), self.currentItem()
        at = next((n for n, row in enumerate(every) if row is here), -1)
        around = (*every[at + 1 :], *every[: at + 1])
        found = next((row for row in around if row.text(DOUBT)), None)
        if found is not None:
            self.setCurrentItem(found, LABEL)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space ticks, F2 corrects in place, Enter opens all fields, F4 goes to the next doubt,
        Ctrl+Shift+A accepts one."""
        row, column = self.currentItem(), self.currentColumn()
        if self.state() == self.State.EditingState:
            return  # the key that ends an edit comes here too
        if event.keyCombination() == _ACCEPT:
            self._accept(row)
        elif row is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            self._toggle(row)
        elif event.key() == Qt.Key.Key_F2:
            self._correct(row, column)
        elif event.key() == Qt.Key.Key_F4:
            self.go_to_next_doubt()
        elif event.key() in _ENTER:
            self._open(row)
        else:
            super().keyPressEvent(event)

    def _open(self, row: QTreeWidgetItem) -> None:
        named = self.named(row)
        if named is None:
            row.setExpanded(not row.isExpanded())
        else:
            self.opened.emit(named)

    def _accept(self, row: QTreeWidgetItem | None) -> None:
        named = self.named(row)
        if named is not None:
            self.accepted.emit(named)

    def _correct(self, row: QTreeWidgetItem, column: int) -> None:
        can = [one for one in FIELD_OF if row.data(one, RAW) is not None]
        if can:
            self.editItem(row, column if column in can else can[0])

    def _toggle(self, row: QTreeWidgetItem) -> None:
        above = row.parent()
        if above is not None and row.data(LABEL, Qt.ItemDataRole.CheckStateRole) is None:
            row = above  # a period of a series goes with it
        row.setCheckState(0, _state(row.checkState(0) != Qt.CheckState.Checked))

    def _add(self, pool: Pool, number: int, kept: frozenset[str]) -> None:
        part = pool.parts[number]
        title = " ".join(part.title.split())
        metrics = [each.metric for each in part.placed]
        count = sum(len(metric.points) for metric in metrics)
        top = QTreeWidgetItem([self._style.words("draft-dialog.section", title=title, n=count)])
        for metric in metrics:
            row = self._rows[metric.id] = QTreeWidgetItem(top)
            for _ in metric.points if metric.series else ():
                QTreeWidgetItem(row)
            self._fill(row, metric)
            row.setCheckState(0, _state(metric.id in kept))
        if metrics:
            top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate)
        self.addTopLevelItem(top)
        top.setFirstColumnSpanned(True)
        top.setExpanded(True)

    def _fill(self, row: QTreeWidgetItem, metric: Metric) -> None:
        values = [self._value(point, metric.unit) for point in metric.points]
        series, named = row.childCount() > 0, (metric.id, metric.points[-1].key)
        raw = (metric.label, None if series else metric.points[-1].written)
        self._say(row, named, (metric.label, " · ".join(values)), raw)
        doubt = self._style.words.of_doubt(metric.review)
        row.setText(DOUBT, doubt)
        row.setToolTip(DOUBT, tip_of(doubt))
        spoken = (metric.label, " · ".join(values), doubt)
        row.setData(LABEL, Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, spoken)))
        row.setForeground(DOUBT, QColor(self._style.palette.warn))
        for at, point in enumerate(metric.points if series else ()):
            child, said = row.child(at), (point.period or "", values[at])
            if child is not None:
                self._say(child, (metric.id, point.key), said, (None, point.written))

    @staticmethod
    def _say(row: QTreeWidgetItem, named: Named, said: tuple[str, str], raw: Raw) -> None:
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
        row.setData(LABEL, NAMED, named)
        for column in FIELD_OF:
            row.setText(column, said[column])
            row.setToolTip(column, tip_of(said[column]))
            row.setData(column, RAW, raw[column])

    def _value(self, point: Point, unit: str) -> str:
        """The value as the file will have it; long bare digits with their thousands parted."""
        written = point.written
        if written.isdecimal() and len(written) > _BARE_DIGITS:
            written = format_value(point.value, self._language)
        if unit in _SIGNS:
            return f"{unit}{written}"
        if unit in _PERCENT and not written[-1:].isdigit():  # 八成, 百分之六十
            return written
        clings = written.endswith(_SCALES) or unit in _SCALES
        return f"{written}{unit}" if clings else f"{written} {unit}".strip()

    def _show_doubts(self) -> None:
        doubted = any(row.text(DOUBT) for row in self._rows.values())
        self.setColumnHidden(DOUBT, not doubted)

    def _every(self) -> Iterator[QTreeWidgetItem]:
        walk = QTreeWidgetItemIterator(self)
        while walk.value() is not None:
            yield walk.value()
            walk += 1

    def _changed(self, row: QTreeWidgetItem, column: int) -> None:
        if column == LABEL and row.parent() is not None:
            self.ticked.emit()


def _state(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
