"""What a mark says when the pointer rests on it: plain text, since a tooltip would read HTML."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget

from viewer.rendering.style import Style

DELAY = 450
WIDEST = 380
AWAY = QPoint(14, 18)


class Hint(QLabel):
    """A small window with one text, shown after a while beside the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.WindowTransparentForInput)
        self.setObjectName("chart-hint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(10, 7, 10, 7)
        self._at, self._over = QPoint(), 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self._appear)

    def dress(self, style: Style) -> None:
        """Take on colours and face."""
        colours = style.palette
        self.setFont(style.faces.sans_font(style.pixels(13)))
        self.setStyleSheet(
            f"QLabel {{ background: {colours.card}; color: {colours.ink};"
            f" border: 1px solid {colours.line}; }}"
        )

    def offer(self, text: str, at: QPoint, over: int = 0) -> None:
        """Say `text` below a place of the screen after a while; of no text, say nothing.

        Where there is no room below, it stands above what reaches `over` pixels up from there.
        """
        if not text:
            self._timer.stop()
            self.hide()
            return
        self._at, self._over = at, over
        if text != self.text():
            self.hide()
            self.setText(text)
        if not self.isVisible():
            self._timer.start()

    def _appear(self) -> None:
        margins = self.contentsMargins()
        around = margins.left() + margins.right() + 4
        lines = self.text().split("\n")
        natural = max(self.fontMetrics().horizontalAdvance(line) for line in lines)
        self.setFixedWidth(min(WIDEST, natural + around))
        self.adjustSize()
        place = self._at + AWAY
        screen = self.screen().availableGeometry()
        x = min(place.x(), screen.right() - self.width())
        below = place.y() + self.height() <= screen.bottom()
        y = place.y() if below else self._at.y() - self._over - AWAY.y() - self.height()
        self.move(max(screen.left(), x), max(screen.top(), y))
        self.show()
