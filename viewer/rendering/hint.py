"""What a mark says when the pointer rests on it: plain text, since a tooltip would read HTML."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget

from viewer.rendering.labels import WrappedLabel
from viewer.rendering.style import Style

DELAY = 450
WIDEST = 380
AWAY = 10
"""Pixels between the text and what it may not cover."""


class Hint(WrappedLabel):
    """A small window with one text, shown after a while beside what it tells of."""

    def __init__(self, parent: QWidget) -> None:
        flags = Qt.WindowType.ToolTip | Qt.WindowType.WindowTransparentForInput
        super().__init__(parent, flags=flags)
        self.setObjectName("chart-hint")
        self.setContentsMargins(10, 7, 10, 7)
        self._at, self._clear = QPoint(), QRect()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self._appear)

    def apply_style(self, style: Style) -> None:
        """Take on colours and face."""
        colours = style.palette
        self.setFont(style.faces.sans_font(style.pixels(13)))
        self.setStyleSheet(
            f"background: {colours.card}; color: {colours.ink}; border: 1px solid {colours.line}"
        )

    def offer(
        self,
        text: str,
        at: QPoint,
        clear: QRect = QRect(),  # noqa: B008
        *,
        at_once: bool = False,
    ) -> None:
        """Say `text`, after a while unless `at_once`, at the height of a place of the screen, left
        or right of what stays `clear`; of no text, say nothing.

        Where neither side has room, it stands below the place.
        """
        if not text:
            self._timer.stop()
            self.hide()
            return
        self._at, self._clear = at, clear
        if text != self.text():
            self.hide()
            self.setText(text)
        if at_once:
            self._appear()
        elif not self.isVisible():
            self._timer.start()

    def _appear(self) -> None:
        margins = self.contentsMargins()
        around = margins.left() + margins.right() + 4
        lines = self.text().split("\n")
        natural = max(self.fontMetrics().horizontalAdvance(line) for line in lines)
        width = min(WIDEST, natural + around)
        self.setFixedSize(width, self.heightForWidth(width))
        self.move(self._place(self.screen().availableGeometry()))
        self.show()

    def _place(self, screen: QRect) -> QPoint:
        """Beside what stays clear, on the side that is nearer to the place if it has the room."""
        right, left = self._clear.right() + AWAY, self._clear.left() - AWAY - self.width()
        nearer = sorted((right, left), key=lambda x: abs(x + self.width() / 2 - self._at.x()))
        fits = (x for x in nearer if screen.left() <= x <= screen.right() - self.width())
        x, y = next(fits, None), self._at.y()
        if x is None or self._clear.isEmpty():
            x, y = self._at.x() + AWAY, self._at.y() + 2 * AWAY
        x = max(screen.left(), min(x, screen.right() - self.width()))
        return QPoint(x, max(screen.top(), min(y, screen.bottom() - self.height())))
