"""The way back to a talk that is hidden while another program is shown: a small window on top."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPalette, QScreen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QPushButton, QWidget

from viewer.present.console.keyboard import key_name
from viewer.present.console.status_strip import Times
from viewer.rendering.style import Style
from viewer.rendering.theme import style_sheet
from viewer.talk import Command, command_of, face, said

AWAY = 24
"""Pixels between the bar and the corner of its display."""

_BACK = (Command.HIDE, Command.NEXT, Command.STAY)


class ReturnBar(QWidget):
    """A button, and the talk's clock where nobody else looks. `asked` when the talk is to return.

    It has a frame, so that it can be moved and found among the windows where a desktop keeps
    nothing on top (Wayland); and it takes no focus by itself, so that keys go to what is shown.
    """

    asked = Signal()

    def __init__(self, style: Style) -> None:
        flags = Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.CustomizeWindowHint
        flags |= Qt.WindowType.WindowTitleHint | Qt.WindowType.WindowCloseButtonHint
        super().__init__(None, Qt.WindowType.Window | flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setStyleSheet(style_sheet(style))
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(style.palette.side))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(style.palette.ink))
        self.setPalette(palette)
        words = style.words
        self.setWindowTitle(words("present.hidden"))
        self.button = QPushButton(words("present.return", key=face("H")), self)
        self.button.clicked.connect(self.asked)
        self.clock = QLabel(self)
        self.clock.setTextFormat(Qt.TextFormat.PlainText)
        self.clock.setPalette(palette)
        row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self.button)
        row.addWidget(self.clock)

    def stand_on(self, screen: QScreen, *, private: bool) -> None:
        """Show it in the lower right corner of a display, with the clock where it is `private`."""
        self.clock.setVisible(private)
        place = QRect(QPoint(0, 0), self.sizeHint())
        corner = screen.availableGeometry().bottomRight()
        place.moveBottomRight(corner - QPoint(AWAY, 2 * AWAY))
        self.setScreen(screen)
        self.setFixedSize(place.size())  # a desktop that tiles its windows lets such a one float
        self.move(place.topLeft())
        self.show()

    def show_times(self, times: Times) -> None:
        """Tell how long the talk has gone on."""
        self.clock.setText(said(times.elapsed))

    def dismiss(self) -> None:
        """Take it away for good."""
        self.hide()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The key that hid the talk, Enter, Space or F5 brings it back."""
        if command_of(key_name(event)) in _BACK:
            self.asked.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """The talk is not over: closing the bar brings it back."""
        event.ignore()
        self.asked.emit()
