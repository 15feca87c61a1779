"""The sidebar: the report's sections, where it was published, and whether its figures agree."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from viewer.i18n.relation_words import tally_words
from viewer.model import ProofLine, Tone
from viewer.rendering.labels import WrappedLabel
from viewer.rendering.style import Style
from viewer.rendering.tip_beside import TipBeside
from viewer.window.passage.passage_reading import BY_KEY
from viewer.window.sidebar_row import HITS, NUMBER, SUBTITLE, SectionRow

Index = QModelIndex | QPersistentModelIndex
MANY = 120
"""Sections from which all rows are as high as the longest title's: to measure each takes long."""

MARKS = {Tone.PLAIN: "", Tone.GOOD: "●", Tone.OPEN: "▲", Tone.BAD: "■"}
"""Stand before the line of proof: its colour is not the only sign of its state."""


@dataclass(frozen=True, slots=True)
class SidebarRow:
    """One section as the sidebar lists it."""

    title: str
    figures: int
    backup: bool = False


class Sections(QAbstractListModel):
    """The rows of the sidebar, with the hits of a search where there is one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[SidebarRow, ...] = ()
        self._hits: tuple[int, ...] | None = None
        self._unused: tuple[int, ...] | None = None
        self._marked: frozenset[int] = frozenset()
        self._style: Style | None = None

    def show_rows(self, rows: tuple[SidebarRow, ...]) -> None:
        """List other sections."""
        self.beginResetModel()
        self._rows, self._hits, self._unused = rows, None, None
        self.endResetModel()

    def show_hits(self, hits: tuple[int, ...] | None) -> None:
        """Say how many hits each section has; None when nothing is searched."""
        self._hits = hits
        self._all_changed()

    def show_unused(self, counts: tuple[int, ...] | None) -> None:
        """Say how many figures of each section no metric uses; None where that is not asked."""
        if counts != self._unused:
            self._unused = counts
            self._all_changed()

    def show_marked(self, marked: frozenset[int]) -> None:
        """Say which sections hold a bookmark."""
        if marked != self._marked:
            self._marked = marked
            self._all_changed()

    def apply_style(self, style: Style) -> None:
        """Say it in another language."""
        self._style = style
        self._all_changed()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """How many sections there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, number, second line and hits of a section."""
        at = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[at].title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(at)
        if role == NUMBER:
            return str(at + 1)
        if role == SUBTITLE:
            return self._subtitle(at)
        if role == HITS and self._hits is not None:
            return self._hits[at]
        return None

    def _subtitle(self, at: int) -> str:
        if self._style is None:
            return ""
        row, words = self._rows[at], self._style.words
        said = [words("window.section-figures", n=row.figures)]
        if row.backup:
            said.append(words("window.backup"))
        if self._unused is not None and at < len(self._unused) and self._unused[at]:
            said.append(words("window.section-unused", n=self._unused[at]))
        if at in self._marked:
            said.append(words("window.section-marked"))
        return " · ".join(said)

    def _spoken(self, at: int) -> str:
        hits = "" if self._hits is None or self._style is None else self._hits[at]
        found = "" if hits == "" else self._style.words("window.hits", n=hits)  # type: ignore[union-attr]
        return " ".join(s for s in (self._rows[at].title, self._subtitle(at), found) if s)

    def _all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


class SectionList(QListView):
    """A list whose rows are measured again when its own scroll bar takes some of the width.

    A click of the right button goes nowhere: it asks for the menu of a row. `reached` tells that a
    key brought the focus here.
    """

    reached = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Say that the keyboard has come."""
        super().focusInEvent(event)
        if event.reason() in BY_KEY:
            self.reached.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose by the left button alone."""
        if event.button() == Qt.MouseButton.RightButton:
            event.accept()
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Measure the rows for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class ProofButton(QPushButton):
    """A button whose words wrap: the line of proof is never cut."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("proof")
        self.setFlat(True)
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.said = WrappedLabel(self)
        self.said.setObjectName("proof-text")
        self.said.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 2, 12, 2)
        self._column.addWidget(self.said)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def say(self, said: str, tone: Tone, what: str) -> None:
        """Show a line of proof in the colour of `tone`; `what` says what a click does."""
        self.said.setText(f"{MARKS[tone]} {said}".strip())
        self.setAccessibleName(said)
        self.setAccessibleDescription(what)
        self.setToolTip(what)
        for widget in (self, self.said):
            widget.setProperty("state", tone.value)
            widget.style().polish(widget)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as the wrapped words."""
        return self._column.sizeHint()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """More lines in a narrower sidebar."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height that the words take at `width`."""
        return self._column.heightForWidth(width)


class Sidebar(QWidget):
    """Lists the sections; `chosen` tells the number of the one that the reader goes to."""

    chosen = Signal(int)
    proof_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = _label("sidebar-heading", self)
        self.list = SectionList(self)
        self.list.setObjectName("sections")
        self.sections = Sections(self)
        self.row = SectionRow(self.list)
        self.tips = TipBeside(self.list, self._cut_title)
        self._set_up_list()
        self.source = WrappedLabel(self)
        self.source.setObjectName("source")
        self.proof = ProofButton(self)
        self.proof.clicked.connect(self.proof_asked)
        self._line: ProofLine | None = None
        self._style: Style | None = None
        self._lay_out()

    def apply_style(self, style: Style) -> None:
        """Take on words, colours, faces and zoom."""
        self._style = style
        words = style.words
        self.setAccessibleName(words("window.sidebar"))
        self.list.setAccessibleName(words("window.sections"))
        self.heading.setText(words("window.sections"))
        self.sections.apply_style(style)
        self.row.apply_style(style)
        self.tips.apply_style(style)
        self.list.doItemsLayout()
        if self._line is not None:
            self.show_proof(self._line)

    def show_sections(self, rows: tuple[SidebarRow, ...], source: str) -> None:
        """List the sections of a briefing and say where it was published."""
        self.list.setUniformItemSizes(len(rows) > MANY)
        self.row.longest = max((row.title for row in rows), key=len, default="")
        self.sections.show_rows(rows)
        if self._style is not None:
            self.row.measure_numbers()
        self.source.setText(source)
        self.source.setVisible(bool(source))

    def show_proof(self, line: ProofLine) -> None:
        """Say how many figures agree with the original."""
        self._line = line
        if self._style is None:
            return
        words, state = self._style.words, line.state
        counts = {
            "wrong": line.of - (line.agreeing or 0),
            "errors": line.errors,
            "refused": line.refused,
            "open": line.warnings + line.doubts,
        }
        said = words(
            f"window.proof-{state.name}",
            agreeing=line.agreeing,
            total=line.of,
            doubts=line.doubts,
            warnings=line.warnings,
            time=line.read_at,
            n=counts.get(state.counted, 0),
        )
        relations = "" if line.agreeing is None else tally_words(line.relations, words)
        said = "\n".join(filter(None, (said, relations)))
        nothing = state.tone in (Tone.GOOD, Tone.PLAIN)  # there is no first one to lead to
        self.proof.say(
            said, state.tone, words("action.issues" if nothing else "window.proof-click")
        )

    def go_to(self, number: int) -> None:
        """Mark section `number` (from 0) as the one that is shown, without telling anyone."""
        index = self.sections.index(number)
        self.list.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.list.scrollTo(index)

    def _set_up_list(self) -> None:
        self.list.setModel(self.sections)
        self.list.setItemDelegate(self.row)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.reached.connect(self._show_cut)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 12)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        column.addWidget(self.source)
        column.addWidget(self.proof)

    def _cut_title(self, place: QPoint) -> str:
        """The whole title of the section at a place of the list, where it is cut."""
        index = self.list.indexAt(place)
        return self.row.whole_title(index) if index.isValid() else ""

    def _current_changed(self, current: Index) -> None:
        if current.isValid() and self.list.hasFocus():  # by key
            self._show_cut()
        if current.isValid():
            self.chosen.emit(current.row())

    def _show_cut(self) -> None:
        """Show the title of the current section beside it, where it is cut."""
        current = self.list.currentIndex()
        if current.isValid():
            place = self.list.visualRect(current).topLeft()
            self.tips.show_text(self.row.whole_title(current), place)


def _label(name: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
