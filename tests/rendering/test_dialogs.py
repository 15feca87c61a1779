"""A dialog stays on the display that it is shown on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout

from viewer.rendering.dialogs import FRAME, UNSET, fitting_dialog_size, open_once


@pytest.mark.parametrize(
    ("size", "hint", "shown"),
    [
        ((900, 700), (300, 200), (640, 320)),
        ((500, 300), (300, 200), (500, 300)),
        ((900, 300), (300, 200), (640, 300)),
        (UNSET.toTuple(), (300, 200), (300, 200)),
    ],
)
def test_a_dialog_has_its_own_size_as_far_as_there_is_room(size, hint, shown) -> None:
    assert fitting_dialog_size(QSize(*size), QSize(*hint), QSize(640, 320)) == QSize(*shown)


def test_a_dialog_larger_than_its_display_is_shown_within_it(qtbot) -> None:
    dialog = QDialog()
    column = QVBoxLayout(dialog)
    column.addWidget(QLabel("…", dialog))
    dialog.resize(9_000, 9_000)
    open_once(dialog)
    room = dialog.screen().availableSize()
    assert dialog.width() + FRAME.width() <= room.width()
    assert dialog.height() + FRAME.height() <= room.height()
    dialog.close()
