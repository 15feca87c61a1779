"""The cells of a draft's list: shown whole, and corrected in place."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from viewer.design import glued
from viewer.model import Key
from viewer.rendering.labels import WordKeepingDelegate

COLUMNS = ("figure", "value", "doubt")
LABEL, VALUE, DOUBT = range(3)
_MOST = {LABEL: 0.45, VALUE: 0.22}
"""The part of the width that labels and values take at most."""
_GAP, _EDGES, _BOX, _TALLEST = 10, 6, 26, 10_000
FIELD_OF = {LABEL: "label", VALUE: "value"}
"""The field of a figure that is corrected in each column; the others are not."""
NAMED, RAW = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
"""The figure of a row, and of each column what is corrected in it; None where nothing is."""
Index = QModelIndex | QPersistentModelIndex
Named = tuple[str, Key]
"""The id of a metric, and the key of one of its points."""


def fit_columns(tree: QTreeWidget, wide: int) -> None:
    """Share out a width: labels and values take what they need, the doubts have the rest."""
    need = dict.fromkeys(_MOST, 0)
    walk = QTreeWidgetItemIterator(tree)
    while walk.value() is not None:
        row: QTreeWidgetItem = walk.value()
        if row.data(LABEL, NAMED) is not None:
            for column, known in need.items():
                said = tree.fontMetrics().horizontalAdvance(row.text(column))
                need[column] = max(known, said + before(tree, tree.indexFromItem(row, column)))
        walk += 1
    for column, most in _MOST.items():
        tree.setColumnWidth(column, min(need[column] + _GAP, round(most * wide)))


def before(tree: QTreeWidget, index: Index) -> int:
    """What stands before the words of a cell: levels, a box, and what the style leaves."""
    if index.column() != LABEL:
        return _EDGES
    levels, above = 1, index.parent()
    while above.isValid():
        levels, above = levels + 1, above.parent()
    return _EDGES + levels * tree.indentation() + _BOX


class FieldDelegate(WordKeepingDelegate):
    """Shows each field whole, in as many lines as it takes, and corrects it as the file writes it,
    not as its row shows it. `typed` tells a figure, the name of a field and what was typed."""

    typed = Signal(object, str, str)

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As high as the lines of the field; Qt asks of one line, whatever is to be wrapped."""
        hint = super().sizeHint(option, index)
        room = self._tree.columnWidth(index.column()) - before(self._tree, index)
        if self._tree.isFirstColumnSpanned(index.row(), index.parent()) or room <= 0:
            return hint
        text = glued(str(index.data() or ""))
        box = QRect(0, 0, room, _TALLEST)
        said = self._tree.fontMetrics().boundingRect(box, Qt.TextFlag.TextWordWrap.value, text)
        return QSize(hint.width(), max(hint.height(), said.height() + 2 * _EDGES))

    def createEditor(self, parent: QWidget, _: object, index: Index) -> QWidget:  # noqa: N802
        """A line for label and value; nothing elsewhere."""
        if index.column() not in FIELD_OF or index.data(RAW) is None:
            return None  # type: ignore[return-value]  # Qt takes none for no editor
        line = QLineEdit(parent)
        line.setFrame(False)
        line.setStyleSheet("padding: 0; border: 0; border-radius: 0; min-height: 0")  # as its row
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """The field as the file writes it, selected for typing."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(RAW)))
            editor.selectAll()

    def setModelData(  # noqa: N802 - Qt's name
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        """Tell what was typed; the row shows it once it is proven."""
        named = index.sibling(index.row(), LABEL).data(NAMED)
        if isinstance(editor, QLineEdit) and editor.text() != index.data(RAW):
            self.typed.emit(tuple(named), FIELD_OF[index.column()], editor.text())
