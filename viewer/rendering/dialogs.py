"""Dialogs that are shown once: closed is deleted, so that a long day leaves none behind."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog


def open_once(dialog: QDialog) -> None:
    """Show a dialog over its window without waiting for it; it is deleted when it is closed.

    A child of the window that only hides is dressed again at every change of zoom or theme.
    """
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
