"""The help: its pages in a list, searched by words, read beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.rendering.announce import announce
from viewer.rendering.style import Style
from viewer.window.help.help_text import PAGES, found_in, page
from viewer.window.help.prose import Reader

SIZE = (900, 640)
ROW_PAD = 30
"""What a row of the list keeps free beside its text."""


class HelpWindow(QDialog):
    """Shows one page of the help; F1 opens it at the page of what had the focus."""

    def __init__(self, parent: QWidget, style: Style, name: str = PAGES[0]) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setWindowTitle(style.words("action.help"))
        self._style = style
        self._pages = {one: page(one, style.words) for one in PAGES}
        self.query = QLineEdit(self)
        self.query.setObjectName("help-query")
        self.query.setClearButtonEnabled(True)
        self.query.setPlaceholderText(style.words("help.search"))
        self.query.setAccessibleName(style.words("help.search"))
        self.list = QListWidget(self)
        self.list.setObjectName("help-pages")
        self.list.setAccessibleName(style.words("help.pages"))
        self.reader = Reader(self, style.words("action.help"))
        self._lay_out()
        self.query.textChanged.connect(self._search)
        self.list.currentItemChanged.connect(self._show)
        self._search("")
        self.list.setMinimumWidth(self.list.sizeHintForColumn(0) + ROW_PAD)
        self.go_to(name)
        self.resize(*SIZE)

    def go_to(self, name: str) -> None:
        """Show the page called `name`."""
        for at in range(self.list.count()):
            if self.list.item(at).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(at)
        self.reader.setFocus()

    def _search(self, query: str) -> None:
        """List the pages that hold the words."""
        self.list.clear()
        for name, blocks in self._pages.items():
            if found_in(blocks, query):
                item = QListWidgetItem(blocks[0].text, self.list)
                item.setData(Qt.ItemDataRole.UserRole, name)
        if self.list.count():
            self.list.setCurrentRow(0)
        if query:
            announce(self.query, self._style.words("help.found", n=self.list.count()))

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        blocks = self._pages[item.data(Qt.ItemDataRole.UserRole)]
        self.reader.show_blocks(blocks, self._style)
        self.reader.setAccessibleName(blocks[0].text)
        first = self.query.text().split()
        if first:
            self.reader.find(first[0])

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.addWidget(self.query)
        side.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.addLayout(side, 1)
        row.addWidget(self.reader, 3)
