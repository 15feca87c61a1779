"""What a window shows while a file is held over it, and which files it takes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from viewer.rendering.style import Style

MOST = 6
"""Files that are opened at one drop: each gets a window."""
INSET = 18


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """The local files that are held; none where anything else is held with them."""
    urls = data.urls()
    if not 0 < len(urls) <= MOST or not all(url.isLocalFile() for url in urls):
        return ()
    return tuple(dict.fromkeys(Path(url.toLocalFile()) for url in urls))


class DropTarget(QWidget):
    """Lies over the whole window while a file is held over it, and says what letting go does."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("drop-target")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._style: Style | None = None
        self._said = ""
        self.hide()

    def apply_style(self, style: Style) -> None:
        """Take on words and colours."""
        self._style = style

    def offer(self, count: int) -> None:
        """Cover the window while `count` files are held over it."""
        if self._style is None:
            return
        self._said = self._style.words("window.drop-here", n=count)
        self.setAccessibleName(self._said)
        self.resize(self._window.size())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A veil, a dashed frame, and one line of text."""
        del event
        if self._style is None:
            return
        colours = self._style.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(colours.page)
        veil.setAlpha(225)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(QColor(colours.accent), 3, Qt.PenStyle.DashLine))
        frame = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        painter.drawRoundedRect(frame, 12, 12)
        painter.setFont(self._style.faces.sans_font(22, bold=True))
        painter.setPen(QColor(colours.ink))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._said)
        painter.end()
