"""The line below the panes: where the reader is, what is selected, the zoom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from viewer.rendering.announce import announce
from viewer.window.topbar import TitleLabel


class StatusLine(QWidget):
    """Three plain texts: the place, the selection in the report's own words, zoom and state."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.place = _plain("status-place", self)
        self.selection = TitleLabel(self)
        self.selection.setObjectName("status-selection")
        self.state = _plain("status-state", self)
        self._said = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 16, 3)
        row.setSpacing(20)
        row.addWidget(self.place)
        row.addWidget(self.selection, 1)
        row.addWidget(self.state)

    def show_place(self, said: str) -> None:
        """Say which section is shown."""
        if said != self.place.text():
            self.place.setText(said)
            announce(self, said)

    def show_selection(self, said: str) -> None:
        """Say label, value as written, and quote; empty when nothing is selected."""
        if said != self._said:
            self._said = said
            self.selection.show_title(said)
            announce(self, said)

    def take_back(self, said: str) -> None:
        """Say no more what was said, where nothing else has been since."""
        if said and said == self._said:
            self.show_selection("")

    def show_state(self, said: str) -> None:
        """Say the zoom."""
        if said != self.state.text():
            self.state.setText(said)
            announce(self, said)


def _plain(name: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
