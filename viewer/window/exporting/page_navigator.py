"""Leafing through the pages of a preview: back, the page's number, on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from viewer.i18n import Words
from viewer.window.exporting.export_preview import Leaves


class Leafing(QWidget):
    """Two buttons and a number. `turned` carries the picture of the page that was turned to."""

    turned = Signal(object)

    def __init__(self, parent: QWidget, words: Words) -> None:
        super().__init__(parent)
        self._leaves: Leaves | None = None
        self._number = 0
        self.back = self._button(Qt.ArrowType.LeftArrow, words("export-dialog.page-before"))
        self.on = self._button(Qt.ArrowType.RightArrow, words("export-dialog.page-after"))
        self.said = QLabel(self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.back.clicked.connect(self._turn_back)
        self.on.clicked.connect(self._turn_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        for widget in (self.back, self.said, self.on):
            row.addWidget(widget)
        row.addStretch()
        kept = self.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.setSizePolicy(kept)

    def show_leaves(self, leaves: Leaves | None) -> None:
        """Begin at the first of other pages; hidden where there is nothing to leaf through."""
        self._leaves = leaves
        self.setVisible(leaves is not None and leaves.count > 1)
        self._turn_to(0)

    def _button(self, arrow: Qt.ArrowType, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setArrowType(arrow)
        button.setAutoRaise(True)
        button.setFixedSize(36, 28)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _turn_back(self) -> None:
        self._turn_to(self._number - 1)

    def _turn_on(self) -> None:
        self._turn_to(self._number + 1)

    def _turn_to(self, number: int) -> None:
        leaves = self._leaves
        if leaves is None:
            return
        self._number = number
        self.back.setEnabled(number > 0)
        self.on.setEnabled(number + 1 < leaves.count)
        self.said.setText(f"{number + 1} / {leaves.count}" if leaves.whole else f"{number + 1}")
        self.turned.emit(leaves.picture(number))
