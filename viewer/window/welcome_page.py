"""The page that is shown while no briefing is: what happened, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from viewer.rendering.style import Style


class StartPage(QWidget):
    """Says what to do when there is nothing to show, or that a file is being read."""

    open_asked = Signal()
    sample_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = self._label("start-title")
        self.text = self._label("start-text")
        self.text.setWordWrap(True)
        self.open = QPushButton(self)
        self.open.setObjectName("start-open")
        self.sample = QPushButton(self)
        self.sample.setObjectName("start-sample")
        self.open.clicked.connect(self.open_asked)
        self.sample.clicked.connect(self.sample_asked)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for widget in (self.title, self.text, self.open, self.sample):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        column.setSpacing(14)
        self._style: Style | None = None
        self._reading = ""

    def dress(self, style: Style) -> None:
        """Take on words."""
        self._style = style
        self.open.setText(style.words("start.open"))
        self.sample.setText(style.words("start.sample"))
        self.show_reading(self._reading)

    def show_reading(self, file: str) -> None:
        """Say that `file` is being read; with an empty name, how to begin."""
        self._reading = file
        if self._style is None:
            return
        words = self._style.words
        self.title.setText(words("start.reading" if file else "start.title"))
        self.text.setText(file or words("start.text"))
        self.open.setVisible(not file)
        self.sample.setVisible(not file)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label
