"""The menu of each pane: what can be done there with what is under the pointer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from viewer.model import Key
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
from viewer.window.editing.edit_figures import ACTIONS as FIGURE_ACTIONS
from viewer.window.editing.edit_sections import ACTIONS as SECTION_ACTIONS
from viewer.window.editing.edit_sections import paragraph_start
from viewer.window.figures.table import FigureRow, FigureTable
from viewer.window.main import MainWindow
from viewer.window.passage.citation import cited_figure, cited_words

LONGEST_QUERY = 60
"""Characters of a selection that find is offered for."""
REVIEW = ("accept-review", "open-in-editor")
CORRECTIONS = ("edit-figure", "remove-figure")


class ContextMenus(QObject):
    """Makes the menus of sidebar, passage, charts and table, and copies with the source."""

    def __init__(
        self, window: MainWindow, workspace: Workspace, appearance: WindowAppearance
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._appearance = window, workspace, appearance
        self.more: Callable[[QMenu, Key], object] | None = None
        """Adds to a menu what a figure may be related to."""
        self.may_edit: Callable[[], bool] = lambda: False
        """Tells whether figures may be corrected now."""
        for pane, offer in (
            (window.sidebar.list, self._over_sidebar),
            (window.passage, self._over_passage),
        ):
            pane.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            pane.customContextMenuRequested.connect(offer)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {"copy-quote": self.copy}

    def copy(self) -> None:
        """Copy the selected words, or else the selected figure, with the whole source."""
        span = self._window.passage.chosen()
        section, briefing = self._workspace.section, self._workspace.briefing
        words = self._appearance.style.words
        if span is not None and section is not None and briefing is not None:
            self._take(cited_words(briefing, section, span, words))
        elif self._workspace.selection.key:
            self.copy_figure(self._workspace.selection.key)
        elif section is not None:
            self._window.status.show_selection(words("window.copy-nothing"))

    def copy_figure(self, key: Key) -> None:
        """Copy one figure of the open section with its whole source."""
        opened = self._workspace.opened
        for section in opened.briefing.sections if opened and opened.briefing else ():
            said = (
                cited_figure(opened, section, key, self._appearance.style.words) if opened else ""
            )
            if said:
                self._take(said)
                return

    def extend(self, menu: QMenu, key: Key) -> None:
        """Add to a menu what can be done with a figure, or at the open section without one."""
        words = self._appearance.style.words
        menu.addSeparator()
        if key:
            added = menu.addAction(words("action.copy-quote"))
            added.triggered.connect(partial(self.copy_figure, key))
            added = menu.addAction(words("menu.compare"))
            added.triggered.connect(partial(self._compare, key))
            added = menu.addAction(words("menu.bookmark"))
            added.triggered.connect(partial(self._mark, key))
        added = menu.addAction(words("menu.present-figure" if key else "action.present-here"))
        added.triggered.connect(partial(self._present, key))
        if key and self.more is not None:
            self.more(menu, key)
        if key:
            self._correct(menu, key)

    def _correct(self, menu: QMenu, key: Key) -> None:
        """Add what corrects a figure, or takes it out, whichever is selected."""
        menu.addSeparator()
        for name in CORRECTIONS:
            action = self._window.actions_by_id[name]
            added = menu.addAction(action.text())
            added.setEnabled(self.may_edit())
            added.triggered.connect(partial(self._ask, name, key))

    def _over_sidebar(self, where: QPoint) -> None:
        """A right click goes nowhere: the menu asks."""
        view = self._window.sidebar.list
        index = view.indexAt(where)
        number = index.row() if index.isValid() else self._workspace.number
        section = self._workspace.briefing.sections[number] if self._workspace.briefing else None
        if section is None:
            return
        words, menu = self._appearance.style.words, self._menu(view)
        for key, done in (
            ("menu.section-open", partial(self._workspace.show_section, number)),
            ("menu.section-present", partial(self._present_section, number)),
            ("menu.section-copy", partial(self._take, section.title)),
        ):
            menu.addAction(words(key)).triggered.connect(_plain(done))
        if number == self._workspace.number:  # these act on the section that is open
            menu.addSeparator()
            menu.addActions([self._window.actions_by_id[name] for name in SECTION_ACTIONS])
        menu.popup(view.viewport().mapToGlobal(where))

    def _over_passage(self, where: QPoint) -> None:
        pane, words = self._window.passage, self._appearance.style.words
        menu = self._menu(pane)
        span, section = pane.chosen(), self._workspace.section
        said = span.of(section.passage.text) if span and section else ""
        if said:
            menu.addAction(words("menu.copy")).triggered.connect(_plain(pane.copy))
            added = menu.addAction(words("menu.copy-source"))
            added.triggered.connect(_plain(self.copy))
            if len(said) <= LONGEST_QUERY and "\n" not in said:
                added = menu.addAction(words("menu.find", words=said.replace("&", "&&")))
                added.triggered.connect(_plain(partial(self._find, said)))
        menu.addAction(words("menu.select-all")).triggered.connect(_plain(pane.selectAll))
        key = pane.figure_at(QPointF(where)) or self._workspace.selection.key
        self.extend(menu, key)
        menu.addSeparator()
        rest = ("add-figure", *REVIEW) if key else (*FIGURE_ACTIONS, *REVIEW)
        menu.addActions([self._window.actions_by_id[name] for name in rest])
        if not said:
            self._offer_split(menu, where)
        menu.popup(pane.viewport().mapToGlobal(where))

    def _offer_split(self, menu: QMenu, where: QPoint) -> None:
        """Add parting the section before the paragraph under the pointer, where one is above."""
        pane, section = self._window.passage, self._workspace.section
        pane.setTextCursor(pane.cursorForPosition(where))
        below = paragraph_start(section, pane.reading.caret()) if section else 0
        added = menu.addAction(self._window.actions_by_id["split-section"].text())
        added.setEnabled(self.may_edit() and below > 0)
        added.triggered.connect(_plain(self._split))

    def _split(self) -> None:
        """Part the section at the caret, whichever figure is selected."""
        self._workspace.selection.select("")
        self._window.actions_by_id["split-section"].trigger()

    def over_row(self, table: FigureTable, row: FigureRow, at: QPoint) -> None:
        """The menu of a row of the table; nothing is selected before something is chosen."""
        words, menu = self._appearance.style.words, self._menu(table)
        lines = table.figures.as_lines([table.figures.rows.index(row)])
        added = menu.addAction(words("menu.copy-row"))
        added.triggered.connect(_plain(partial(self._take, lines)))
        added = menu.addAction(words("menu.find", words=row.label.replace("&", "&&")))
        added.triggered.connect(_plain(partial(self._find, row.label)))
        self.extend(menu, row.key)
        if row.key == self._workspace.selection.key:  # these act on the figure that is selected
            menu.addActions([self._window.actions_by_id[name] for name in REVIEW])
        menu.popup(at)

    def _menu(self, pane: QWidget) -> QMenu:
        menu = QMenu(pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _take(self, said: str, *_: object) -> None:
        if said:
            QGuiApplication.clipboard().setText(said)
            told = self._appearance.style.words("window.copied-told", text=" ".join(said.split()))
            self._window.status.show_selection(told)

    def _find(self, said: str) -> None:
        self._window.actions_by_id["find"].trigger()
        self._window.topbar.find_box.line.setText(said)

    def _compare(self, key: Key, _: bool = False) -> None:
        """Compare with the selected figure; where none is, or this one, ask for the other."""
        first = self._workspace.selection.key
        if first in ("", key):
            self._go(key)
        self._window.actions_by_id["compare"].trigger()
        if first not in ("", key):
            self._go(key)

    def _go(self, key: Key) -> None:
        """Select a figure of any section; one from elsewhere is of the open one."""
        if self._workspace.figure(key) is not None:
            self._workspace.show_figure(key)
        else:
            self._workspace.selection.select(key)

    def _ask(self, name: str, key: Key, _: bool = False) -> None:
        """Do an action with a figure that is not selected yet."""
        self._go(key)
        self._window.actions_by_id[name].trigger()

    def _mark(self, key: Key, _: bool = False) -> None:
        self._go(key)
        self._window.actions_by_id["bookmark"].trigger()

    def _present(self, key: Key, _: bool = False) -> None:
        if key:
            self._go(key)
        self._window.actions_by_id["present-here"].trigger()

    def _present_section(self, number: int) -> None:
        self._workspace.show_section(number)
        self._window.actions_by_id["present-here"].trigger()


def _plain(done: Callable[[], object]) -> Callable[[], object]:
    """Call without what a signal tells."""

    def called(*_: object) -> object:
        return done()

    return called
