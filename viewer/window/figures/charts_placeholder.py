"""What stands in the place of the charts until they are there: quiet cards without words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viewer.rendering.style import Style

CARDS = ((0.42, (0.72, 0.5, 0.3)), (0.34, (0.6, 0.44)), (0.5, (0.66, 0.36, 0.2, 0.14)))
"""Of each card the length of its title and of its bars, as parts of its width."""
MARGIN, GAP, PAD, TITLE, BAR, STEP = 16.0, 12.0, 16.0, 12.0, 14.0, 26.0


class ChartsPlaceholder(QWidget):
    """Shows the shape of charts to come; it says nothing to a screen reader but its name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("charts-placeholder")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._style: Style | None = None

    def apply_style(self, style: Style) -> None:
        """Take on colours and words."""
        self._style = style
        self.setAccessibleName(style.words("chart.pane"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Cards on the ground of the pane."""
        painter = QPainter(self)
        if self._style is None:
            painter.fillRect(event.rect(), self.palette().window())
            return
        colours = self._style.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(colours.pane))
        painter.setPen(Qt.PenStyle.NoPen)
        top = MARGIN
        for title, bars in CARDS:
            height = 2 * PAD + TITLE + STEP * len(bars)
            card = QRectF(MARGIN, top, self.width() - 2 * MARGIN, height)
            painter.setBrush(QColor(colours.card))
            painter.drawRoundedRect(card, 8, 8)
            painter.setBrush(QColor(colours.track))
            room, left, y = card.width() - 2 * PAD, card.left() + PAD, card.top() + PAD
            painter.drawRoundedRect(QRectF(left, y, room * title, TITLE), 3, 3)
            for at, part in enumerate(bars):
                place = QRectF(left, y + TITLE + STEP * at + 12, room * part, BAR)
                painter.drawRoundedRect(place, 3, 3)
            top += height + GAP
        painter.end()
