"""The table twin of the charts: the same figures as rows, sortable, copied with their quotes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from heapq import nlargest

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QTableView,
    QWidget,
)

from viewer.chart.table import cell
from viewer.design import glued, narrows
from viewer.model import Key
from viewer.rendering.faces import narrowed
from viewer.rendering.labels import WordKeepingDelegate
from viewer.rendering.style import Style
from viewer.rendering.tip_beside import TipBeside
from viewer.window.selection import NOTHING

Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure as the table says it; `number` is the value with its scale multiplied in."""

    key: Key
    label: str
    written: str
    number: Decimal
    said_number: str
    unit: str
    bound: str
    standing: str
    base: str
    quote: str


COLUMNS = ("label", "written", "number", "unit", "bound", "standing", "base", "quote")
NUMERIC = ("number", "written")
MEASURED = 24
"""Cells of a column that are measured for its width: those of the most letters."""
SPARE = ("bound", "standing", "base")
"""Columns that a section may have no use for."""
SHOWN_THIRD = 2
"""Where the quote is shown, whatever its place in what is copied: it is the proof."""
ROW, TOUCH = 32, 44
"""The height of a row for a pointer, and at least for fingers, in pixels."""
HEAD = 37
"""Room beside the name of a column: the paddings of `theme`, one with the arrow of the order."""
MOST = {"label": 340, "number": 180, "quote": 400}
"""Wider than this, a column would push the others out of sight."""
CELL_PADS = 8 + 19
"""What a cell keeps free beside its text, left and right: the padding of `window.qss`."""
LEAST = {"label": 190, "quote": 200}
"""What a column that gives way keeps while every column is in view."""
NARROW_LABEL = (110, 0.4)
"""What a label keeps where not every column is in view: pixels, and its share beside the quote."""
WRAPPED = ("label", "quote")
"""Columns whose text takes more lines where one is too short."""
MOST_LINES = 5
"""More lines than these a row does not take; the rest of the text is in its tooltip."""


class Figures(QAbstractTableModel):
    """The rows of the table, one a figure, in text order until sorted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[FigureRow, ...] = ()
        self._ranks: dict[int, list[int]] = {}
        self._pinyin = QCollator(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        self._widest: dict[str, tuple[int, ...]] = {}
        self._headings: tuple[str, ...] = COLUMNS

    def show_rows(self, rows: tuple[FigureRow, ...]) -> None:
        """Show other figures."""
        self.beginResetModel()
        self.rows, self._ranks, self._widest = rows, {}, {}
        self.endResetModel()

    def apply_style(self, style: Style) -> None:
        """Name the columns."""
        self._headings = tuple(style.words(f"table.{name}") for name in COLUMNS)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def widest(self, column: int) -> tuple[int, ...]:
        """The rows whose cell in a column may be the widest: to measure thousands takes seconds."""
        name = COLUMNS[column]
        if name not in self._widest:
            wide = [len(self._cell_text(row, name).encode("gb18030")) for row in self.rows]
            self._widest[name] = tuple(nlargest(MEASURED, range(len(wide)), wide.__getitem__))
        return self._widest[name]

    def heading(self, column: int) -> str:
        """The name of a column."""
        return self._headings[column]

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """How many figures there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """How many things are said of each."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One cell; numbers sort as numbers and stand at the right."""
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell_text(row, column)
        if role == SORT:
            return self._rank(index.column(), index.row())
        return self._looks(role, row, column)

    def _looks(self, role: int, row: FigureRow, column: str) -> object:
        """Face, order and side of a cell."""
        if role == Qt.ItemDataRole.FontRole and narrows(self._cell_text(row, column)):
            return narrowed(QFont(), self._cell_text(row, column), serif=False)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in NUMERIC:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The name of a column, over its cells."""
        if orientation != Qt.Orientation.Horizontal:  # hidden; a screen reader names rows by it
            shown = role == Qt.ItemDataRole.DisplayRole and section < len(self.rows)
            return self.rows[section].label if shown else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = COLUMNS[section] in NUMERIC
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _rank(self, column: int, row: int) -> int:
        """The place of a row in the order of a column: words by pinyin, numbers among their unit;
        equals in text order.
        """
        known = self._ranks.get(column)
        if known is None:
            name, key = COLUMNS[column], self._pinyin.sortKey
            if name in NUMERIC:
                units = {one.unit: key(one.unit) for one in self.rows}
                order = sorted(range(len(self.rows)), key=lambda at: self.rows[at].number)
                order.sort(key=lambda at: units[self.rows[at].unit])
            else:
                texts = [key(self._cell_text(one, name)) for one in self.rows]
                order = sorted(range(len(self.rows)), key=texts.__getitem__)
            known = self._ranks[column] = [0] * len(order)
            for place, at in enumerate(order):
                known[at] = place
        return known[row]

    def as_lines(self, rows: list[int]) -> str:
        """Tab-separated lines with a heading, for a spreadsheet: its numbers are plain digits."""
        lines = [self._headings]
        lines += [tuple(self._copied(self.rows[r], c) for c in COLUMNS) for r in rows]
        return "\n".join("\t".join(cell(text) for text in line) for line in lines)

    def _copied(self, row: FigureRow, column: str) -> str:
        said = self._cell_text(row, column)
        return said.replace(",", "").replace("−", "-") if column == "number" else said

    @staticmethod
    def _cell_text(row: FigureRow, column: str) -> str:
        return row.said_number if column == "number" else str(getattr(row, column))


def row_height(style: Style) -> int:
    """The height of a row in pixels, with room for a finger where that is asked for."""
    return max(round(style.pixels(ROW)), TOUCH if style.touch else 0)


class FigureTable(QTableView):
    """Shows the figures of a section; `selected` tells of the reader's own choice,
    `menu_asked` of a row for which a menu is wanted at a place of the screen."""

    selected = Signal(str)
    menu_asked = Signal(object, QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("table")
        self.figures = Figures(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.figures)
        self._sorted.setSortRole(SORT)
        self.setModel(self._sorted)
        self.setItemDelegate(WordKeepingDelegate(self))
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setSortIndicatorClearable(True)  # the third click: text order
        self.horizontalHeader().moveSection(COLUMNS.index("quote"), SHOWN_THIRD)
        self.rows_timer = QTimer(self, singleShot=True, interval=0)
        self.rows_timer.timeout.connect(self._fit_rows)
        self.horizontalHeader().sectionResized.connect(self._fit_rows_soon)
        self._sorted.layoutChanged.connect(self._fit_rows_soon)
        self.selectionModel().selectionChanged.connect(self._chosen)
        self.tips = TipBeside(self, self.cut_text)
        self._told: Key = NOTHING
        self._awaited: Callable[[], tuple[FigureRow, ...]] | None = None
        self._style: Style | None = None

    def apply_style(self, style: Style) -> None:
        """Take on words, faces and zoom."""
        self.setAccessibleName(style.words("window.table"))
        self.setFont(style.faces.sans_font(style.pixels(13)))
        head = style.pixels(12.5)
        self.horizontalHeader().setFont(style.faces.sans_font(head))
        # Sections that the window's sheet dresses are drawn in the font of a sheet, not of theirs.
        self.horizontalHeader().setStyleSheet(f"QHeaderView::section {{ font-size: {head}px }}")
        self.verticalHeader().setDefaultSectionSize(row_height(style))
        self.figures.apply_style(style)
        self.tips.apply_style(style)
        self._style = style
        self._fit_columns()

    def show_later(self, rows: Callable[[], tuple[FigureRow, ...]], *, keep: bool = False) -> None:
        """As `show_rows`, once the table is to be seen: it may never be."""
        if self.isVisible():
            self._awaited = None
            self.show_rows(rows(), keep=keep)
            return
        self._awaited = rows
        if not keep:
            self._told = NOTHING

    def show_rows(self, rows: tuple[FigureRow, ...], *, keep: bool = False) -> None:
        """Show the figures of another section, nothing selected.

        With `keep` they are newer ones of the same section: selection and scroll stay.
        """
        told, top = self._told, self.verticalScrollBar().value()
        self._told = NOTHING
        self.figures.show_rows(rows)
        if keep:
            self.select(told)
            self.verticalScrollBar().setValue(top)
        for at, name in enumerate(COLUMNS):
            spare = name in SPARE and not any(getattr(row, name) for row in rows)
            self.setColumnHidden(at, spare)
        self._fit_columns()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the columns to what was shown meanwhile."""
        super().showEvent(event)
        awaited, self._awaited = self._awaited, None
        if awaited is not None:
            self.show_rows(awaited(), keep=True)
        self._fit_columns()

    def select(self, key: Key) -> None:
        """Bring the row of `key` to the fore, or none."""
        if key == self._told:
            return
        self._told = key
        if self._awaited is not None:  # the rows come with the table
            return
        at = next((i for i, row in enumerate(self.figures.rows) if row.key == key), -1)
        if at < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return
        index = self._sorted.mapFromSource(self.figures.index(at, 0))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy copies the chosen rows with their headings."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.lines())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A right click goes nowhere: the menu asks."""
        if event.button() != Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu of the row under the pointer; asked for by a key, of the current one."""
        index, at = self.indexAt(event.pos()), event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        if index.isValid():
            row = self.figures.rows[self._sorted.mapToSource(index).row()]
            self.menu_asked.emit(row, at)

    def cut_text(self, at: QPoint) -> str:
        """The text of the cell at a place of the viewport, where it is cut; empty where it is
        not."""
        index = self.indexAt(at)
        if not index.isValid():
            return ""
        room = self._text_room(index.column())
        text = str(index.data())
        metrics = self._metrics_of(text)
        if metrics.horizontalAdvance(text) <= room:
            return ""
        if COLUMNS[index.column()] not in WRAPPED:
            return text
        laid = _laid_out(text, room, metrics)
        lines = round(laid.height() / metrics.lineSpacing())
        return text if lines > MOST_LINES or laid.width() > room else ""

    def lines(self) -> str:
        """The chosen rows as tab-separated lines; all of them when none is chosen."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        shown = chosen or list(range(self._sorted.rowCount()))
        sources = [self._sorted.mapToSource(self._sorted.index(r, 0)).row() for r in shown]
        return self.figures.as_lines(sources)

    def _chosen(self, *_: object) -> None:
        """The reader chose a row; the focus that comes to the table chooses none."""
        current = self.currentIndex()
        if not self.selectionModel().isSelected(current):
            return
        key = self.figures.rows[self._sorted.mapToSource(current).row()].key
        if key != self._told:
            self._told = key
            self.selected.emit(key)

    def _content_width(self, column: int) -> int:
        """The width of what a column holds."""
        if self.isColumnHidden(column):
            return 0
        cells = (self.figures.index(row, column) for row in self.figures.widest(column))
        hints = (self.sizeHintForIndex(self._sorted.mapFromSource(cell)) for cell in cells)
        return max((hint.width() for hint in hints), default=0) + 1  # the grid

    def _fit_columns(self) -> None:
        """As wide as what they hold, within bounds; the quotes take what is left."""
        if self._style is None or not self.isVisible():
            return
        head, pixels = self.horizontalHeader().fontMetrics(), self._style.pixels
        wide: dict[str, int] = {}
        for at, name in enumerate(COLUMNS):
            heading = head.horizontalAdvance(self.figures.heading(at)) + HEAD
            held = max(self._content_width(at), heading)
            if not self.isColumnHidden(at):
                wide[name] = min(held, round(pixels(MOST.get(name, 120))))
        spare = self.viewport().width() - sum(wide.values())
        wide["quote"] += max(0, spare)
        for name in ("quote", "label"):  # the quote first: it stands whole in the text as well
            over = sum(wide.values()) - self.viewport().width()
            if over > 0:
                least = min(wide[name], round(pixels(LEAST[name])))
                wide[name] = max(least, wide[name] - over)
        if sum(wide.values()) > self.viewport().width():
            self._keep_quote_in_view(wide)
        for name, width in wide.items():
            self.setColumnWidth(COLUMNS.index(name), width)
        self._fit_rows()

    def _keep_quote_in_view(self, wide: dict[str, int]) -> None:
        """Part the room beside the number between label and quote: a figure, its name and its
        proof are in view, the other columns are scrolled to."""
        assert self._style is not None
        pixels, share = NARROW_LABEL
        least, room = round(self._style.pixels(pixels)), self.viewport().width() - wide["written"]
        wide["label"] = min(wide["label"], max(least, round(room * share)))
        wide["quote"] = max(least, room - wide["label"])

    def _text_room(self, column: int) -> int:
        """The width for the text of a cell, in pixels: without its padding and, as the item
        views of Qt lay text, without the frame of the focus."""
        frame = self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        return self.columnWidth(column) - CELL_PADS - 2 * frame

    def _lines_of(self, text: str, room: int) -> int:
        """How many lines a text takes in `room` pixels."""
        metrics = self._metrics_of(text)
        if metrics.horizontalAdvance(text) <= room:
            return 1
        return max(1, round(_laid_out(text, room, metrics).height() / metrics.lineSpacing()))

    def _metrics_of(self, text: str) -> QFontMetrics:
        """The measures of the face that a text is painted in."""
        font = self.font()
        return QFontMetrics(narrowed(font, text, serif=False) if narrows(text) else font)

    def _fit_rows_soon(self, *_: object) -> None:
        """Once for all columns that change their width together."""
        self.rows_timer.start()

    def _fit_rows(self) -> None:
        """Make every row as tall as the lines of its label and its quote ask for."""
        self.rows_timer.stop()  # columns that were just fitted ask for the same
        if self._style is None or not self.isVisible():
            return
        one, more = row_height(self._style), self.fontMetrics().lineSpacing()
        rooms = {name: self._text_room(COLUMNS.index(name)) for name in WRAPPED}
        header = self.verticalHeader()
        for at in range(self._sorted.rowCount()):
            row = self.figures.rows[self._sorted.mapToSource(self._sorted.index(at, 0)).row()]
            taken = max(self._lines_of(getattr(row, name), room) for name, room in rooms.items())
            tall = one + (min(taken, MOST_LINES) - 1) * more
            if header.sectionSize(at) != tall:
                header.resizeSection(at, tall)


def _laid_out(text: str, room: int, metrics: QFontMetrics) -> QRect:
    """What a text covers on lines of `room` pixels; wider where a word is."""
    column = QRect(0, 0, max(1, room), 1 << 20)
    return metrics.boundingRect(column, Qt.TextFlag.TextWordWrap.value, glued(text))
