"""What is new: the last entry of the list of changes."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from viewer.rendering.style import Style
from viewer.window.help.help_text import Block, Shape
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


def last_entry(changes: str) -> tuple[Block, ...]:
    """The newest version of a CHANGELOG in Markdown: its heading and its items, plain."""
    parts = re.split(r"^## ", changes, flags=re.MULTILINE)[1:2]
    if not parts:
        return ()
    head, _, body = parts[0].partition("\n")
    items = re.split(r"^- ", body, flags=re.MULTILINE)
    plain = (" ".join(re.sub(r"\*\*|`", "", item).split()) for item in items)
    return (Block(Shape.TITLE, head.strip()), *(Block(Shape.ITEM, one) for one in plain if one))
