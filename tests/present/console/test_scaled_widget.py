from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from viewer.present.console.console_window import Console
from viewer.present.console.scaled_widget import MOST, growth_of
from viewer.present.presentation_model import Room


@pytest.mark.parametrize(
    ("size", "growth"),
    [
        (QSize(1280, 800), 1.0),
        (QSize(720, 480), 1.0),
        (QSize(1920, 1200), 1.5),
        (QSize(1920, 1080), 1.35),
        (QSize(7680, 4320), MOST),
    ],
)
def test_type_grows_with_the_narrower_side_and_never_below_the_usual(
    size: QSize, growth: float
) -> None:
    assert growth_of(size) == pytest.approx(growth)


def test_a_console_on_a_larger_display_has_larger_times_notes_and_keys(
    room: Room, qapp: QApplication
) -> None:
    console = Console(room)
    console.resize(1280, 800)
    console.show()
    qapp.processEvents()
    usual = (console.bar.height(), console.hints.height(), console.notes.text.font().pixelSize())
    console.resize(2560, 1600)
    qapp.processEvents()
    grown = (console.bar.height(), console.hints.height(), console.notes.text.font().pixelSize())
    console.close()
    console.deleteLater()
    assert grown == tuple(2 * size for size in usual)
