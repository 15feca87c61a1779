"""Dialogs that are shown once: closed is deleted, so that a long day leaves none behind."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QDialog

UNSET = QSize(640, 480)
"""The size of a window that nobody has given one."""
FRAME = QSize(16, 44)
"""What a window manager adds around a dialog, in pixels at most."""


def open_once(dialog: QDialog) -> None:
    """Show a dialog over its window without waiting for it; it is deleted when it is closed.

    A child of the window that only hides is dressed again at every change of zoom or theme. It is
    never larger than its display has room for.
    """
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    room = dialog.screen().availableSize() - FRAME
    dialog.resize(fitting_dialog_size(dialog.size(), dialog.sizeHint(), room))
    dialog.open()


def fitting_dialog_size(size: QSize, hint: QSize, room: QSize) -> QSize:
    """The size of a dialog on a display with `room`: its own, or what it asks for where nobody
    gave it one, as far as there is room."""
    own = size if size != UNSET else hint
    return own.boundedTo(room)


def inside(place: QRect, free: QRect) -> QRect:
    """A place moved into `free`, and made smaller only where it is too large for it."""
    size = place.size().boundedTo(free.size())
    left = max(free.left(), min(place.left(), free.left() + free.width() - size.width()))
    top = max(free.top(), min(place.top(), free.top() + free.height() - size.height()))
    return QRect(left, top, size.width(), size.height())
