"""Widgets whose drawing grows with the window they are in: a large display shows larger type."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

USUAL = QSize(1280, 800)
"""The window that all sizes of a console are given for."""

MOST = 2.5
NARROW = 720
"""The width below which type is smaller than usual: beside a shared window on a small display."""


def growth_of(size: QSize) -> float:
    """How much larger than usual type is in a window of this size; smaller only in narrow ones."""
    fits = min(size.width() / USUAL.width(), size.height() / USUAL.height())
    return max(min(1.0, size.width() / NARROW), min(MOST, fits))


class ScaledWidget(QWidget):
    """Drawn in units of which each is `growth` pixels.

    `heights` are the least and the most units that it is high; zeros leave it free.
    """

    heights = (0, 0)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.growth = 1.0
        self._bound()

    def grow(self, growth: float) -> None:
        """Draw larger, or smaller, from now on."""
        self.growth = growth
        self._bound()
        self.updateGeometry()
        self.update()

    @property
    def wide(self) -> float:
        """Its width in units."""
        return self.width() / self.growth

    @property
    def high(self) -> float:
        """Its height in units."""
        return self.height() / self.growth

    def painter(self) -> QPainter:
        """A painter in units."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.growth, self.growth)
        return painter

    def _bound(self) -> None:
        least, most = self.heights
        if most:
            self.setMinimumHeight(round(least * self.growth))
            self.setMaximumHeight(round(most * self.growth))
