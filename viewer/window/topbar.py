"""The bar above the panes: the report's title, find, charts or table, present, and the menu."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from viewer.rendering.labels import fit_marks, push_button
from viewer.rendering.style import Style
from viewer.rendering.tips import show_tip
from viewer.window.actions import fill_menu
from viewer.window.navigation.find import FindBox

NARROW = 760
"""Pixels of the bar below which it has no room for every button."""


class TitleLabel(QLabel):
    """A title of one line, elided at its end where there is no room for it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHorizontalStretch(3)
        self.setSizePolicy(policy)
        self._title = ""

    def show_title(self, title: str) -> None:
        """Show another title."""
        self._title = " ".join(title.split())
        self.setAccessibleName(self._title)
        fit_marks(self, self._title)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Elide again for the new width."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = max(0, self.width() - 4)
        shown = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        show_tip(self, self._title if shown != self._title else "")


class MenuButton(QToolButton):
    """The button of the menu, which Enter opens as well as Space."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the menu."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showMenu()
        else:
            super().keyPressEvent(event)


class TopBar(QWidget):
    """Holds what is always at hand; every button is the face of an action."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = actions
        self.title = TitleLabel(self)
        self.title.setObjectName("briefing-title")
        self.find_box = FindBox(self)
        self.charts = _button("show-charts", self, checkable=True)
        self.table = _button("show-table", self, checkable=True)
        self._switch = QButtonGroup(self)
        for button in (self.charts, self.table):
            self._switch.addButton(button)
        self.export = _button("export-button", self)
        self.present = _button("present-button", self)
        self.menu = MenuButton(self)
        self.menu.setObjectName("menu-button")
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.popup = QMenu(self)
        self.menu.setMenu(self.popup)
        self.recent = QMenu(self)
        self.recent.setObjectName("recent")
        self.bookmarks = QMenu(self)
        self.bookmarks.setObjectName("bookmarks")
        self._connect()
        self._lay_out()

    def apply_style(self, style: Style) -> None:
        """Take on words and zoom."""
        words = style.words
        self.charts.setText(words("window.charts"))
        self.table.setText(words("window.table"))
        self.export.setText(words("window.export"))
        self.present.setText(words("window.present"))
        self.menu.setText("≡")  # the bundled faces lack ☰
        self.menu.setAccessibleName(words("window.menu"))
        self.menu.setToolTip(words("window.menu"))
        self.find_box.apply_style(style)
        submenus = fill_menu(self.popup, self._actions, words)
        self.recent.setTitle(words("window.recent"))
        submenus["file"].insertMenu(self._actions["reload"], self.recent)
        self.bookmarks.setTitle(words("window.bookmarks"))
        submenus["go"].insertMenu(self._actions["next-figure"], self.bookmarks)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave a narrow bar to title and find: what is exported stands in the menu as well."""
        super().resizeEvent(event)
        self.export.setVisible(self.width() >= NARROW)

    def show_table(self, shown: bool) -> None:
        """Say which of charts and table is shown."""
        (self.table if shown else self.charts).setChecked(True)

    def _connect(self) -> None:
        table = self._actions["table"]
        self.charts.clicked.connect(self._ask_charts)
        self.table.clicked.connect(self._ask_table)
        table.toggled.connect(self.show_table)
        for button, name in ((self.export, "export"), (self.present, "present-here")):
            action = self._actions[name]
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
        table.enabledChanged.connect(self._enable)

    def _enable(self, there: bool) -> None:
        for widget in (self.charts, self.table, self.find_box):
            widget.setEnabled(there)

    def _ask_charts(self) -> None:
        if self._actions["table"].isChecked():
            self._actions["table"].trigger()

    def _ask_table(self) -> None:
        if not self._actions["table"].isChecked():
            self._actions["table"].trigger()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.find_box)
        switch = QHBoxLayout()
        switch.setSpacing(0)
        switch.addWidget(self.charts)
        switch.addWidget(self.table)
        row.addLayout(switch)
        row.addWidget(self.export)
        row.addWidget(self.present)
        row.addWidget(self.menu)
        self.charts.setChecked(True)


def _button(name: str, parent: QWidget, *, checkable: bool = False) -> QPushButton:
    button = push_button(name, parent)
    button.setCheckable(checkable)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
