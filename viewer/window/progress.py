"""How far a long work is, over a name that may be any text: a file's name is no markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressDialog, QWidget

APPEARS_AFTER = 300
"""Milliseconds until a progress dialog appears: what is done sooner needs none."""


def progress_dialog(parent: QWidget, name: str, title: str, said: str) -> QProgressDialog:
    """A dialog with a bar over its window, named `name`, that says `said` above the bar."""
    bar = QProgressDialog(parent)
    label = QLabel(bar)
    label.setTextFormat(Qt.TextFormat.PlainText)
    bar.setLabel(label)
    bar.setObjectName(name)
    bar.setWindowTitle(title)
    bar.setLabelText(said)
    bar.setWindowModality(Qt.WindowModality.WindowModal)
    bar.setValue(0)  # the time until it appears is counted anew only from a first value on
    bar.setMinimumDuration(APPEARS_AFTER)
    return bar
