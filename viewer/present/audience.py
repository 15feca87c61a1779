"""The window that the room sees: one picture, and nothing else unless it is the only window."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from viewer.present.console.overlays import Panels
from viewer.present.presentation_model import Room
from viewer.present.slides.slide_view import Stage
from viewer.present.slides.text_painting import broken, draw_text, width_of
from viewer.talk import Light, Panel, TalkState

STANDING = 8_000
"""Milliseconds that a word to the presenter stands."""
FOOT, BASE, STEP = 56, 36, 30
"""Height of one line of such words, its baseline, and how much each further line takes."""
MOST = 3
"""Lines of such words at most."""


class Audience(QWidget):
    """Shows the talk to the room. `closing` when the system asks it to close."""

    closing = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._name(room)
        self.stage = Stage(room, parent=self)
        self.panels = Panels(room, self)
        self._line = _Line(room, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def show_state(self, state: TalkState, alone: bool, said: str) -> None:
        """Show the talk; `alone`, when there is no console, also what the presenter asked for."""
        # a light is for the presenter's picture: on one that is kept it would point at nothing
        quiet = replace(state, light=Light.NOTHING) if state.frozen else state
        self.stage.show_state(state.shown, quiet)
        self.panels.show_state(state if alone else TalkState())
        self._line.say(said if alone and not state.panel else "", alone)
        self.setCursor(_cursor(state, alone=alone))

    @property
    def lines(self) -> tuple[QLineEdit, ...]:
        """The lines that can be typed into."""
        return (self.panels.line,)

    def line_of(self, panel: Panel) -> QLineEdit:
        """The line of a panel."""
        del panel
        return self.panels.line

    def set_foot(self, text: str) -> None:
        """Where questions are saved."""
        self.panels.set_foot(text)

    def announce(self, said: str) -> None:
        """Tell the presenter something for a while; shown while this window is alone."""
        self._line.announce(said)

    def renew(self, room: Room) -> None:
        """Show a newer version of the talk."""
        self._name(room)
        self.stage.renew(room)
        self.panels.renew(room)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what lies over the picture over it."""
        super().resizeEvent(event)
        self.panels.setGeometry(self.rect())
        self._line.fit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Say that the window is to close."""
        self.closing.emit()
        event.accept()

    def _name(self, room: Room) -> None:
        words = room.console.words
        self.setWindowTitle(words("present.audience-title", title=room.talk.briefing.title))


def _cursor(state: TalkState, *, alone: bool) -> Qt.CursorShape:
    """None over the room's picture, but for who has no other window to see the mouse in."""
    if alone and (state.panel or (state.light is Light.NOTHING and state.asking)):
        return Qt.CursorShape.ArrowCursor
    return Qt.CursorShape.CrossCursor if alone and state.pen else Qt.CursorShape.BlankCursor


class _Line(QWidget):
    """Quiet words at the lower edge for the presenter who has no console."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._style = room.console
        self._font = room.console.faces.sans_font(20)
        self._said = self._announced = ""
        self._alone = False
        self._standing = QTimer(self, singleShot=True, interval=STANDING)
        self._standing.timeout.connect(self._forget)
        self.hide()

    @property
    def text(self) -> str:
        """What stands in the line: what is urgent, else what was announced."""
        return self._said or (self._announced if self._alone else "")

    def say(self, said: str, alone: bool) -> None:
        self._said, self._alone = said, alone
        self._show()

    def announce(self, said: str) -> None:
        self._announced = said
        self._standing.start()
        self._show()

    def _forget(self) -> None:
        self._announced = ""
        self._show()

    def fit(self) -> None:
        """Take the lower edge of the window, as high as its words need."""
        high = FOOT + (max(1, len(self._lines())) - 1) * STEP
        self.setGeometry(0, self._window.height() - high, self._window.width(), high)

    def _lines(self) -> tuple[str, ...]:
        """The text, no wider than the window, in more lines where it must."""
        return broken(self.text, self._font, self._window.width() - 24.0, MOST)

    def _show(self) -> None:
        self.setVisible(bool(self.text))
        self.fit()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        painter = QPainter(self)
        colours, font = self._style.palette, self._font
        painter.fillRect(self.rect(), QColor(colours.card))
        for number, text in enumerate(self._lines()):
            x = (self.width() - width_of(text, font)) / 2
            at = QPointF(x, BASE + number * STEP)
            draw_text(painter, at, text, font, QColor(colours.ink))
