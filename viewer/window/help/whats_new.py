"""What is new in this version, for the user, in the language of the interface."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from viewer.rendering.style import Style
from viewer.window.help.help_text import Block
from viewer.window.help.prose import Reader

SIZE = (640, 520)


class WhatsNew(QDialog):
    """Shows the changes of one version."""

    def __init__(self, parent: QWidget, style: Style, blocks: tuple[Block, ...]) -> None:
        super().__init__(parent)
        self.setObjectName("whats-new")
        self.setWindowTitle(style.words("action.whats-new"))
        self.reader = Reader(self, style.words("action.whats-new"))
        self.reader.show_blocks(blocks, style)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.reader, 1)
        column.addWidget(buttons)
        self.resize(*SIZE)
