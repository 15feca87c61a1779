from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from viewer.present.console.return_bar import ReturnBar
from viewer.rendering.style import Style


def test_the_way_back_has_one_size_so_that_a_tiling_desktop_lets_it_float(
    style: Style, qtbot: QtBot
) -> None:
    bar, screen = ReturnBar(style), QGuiApplication.primaryScreen()
    qtbot.addWidget(bar)
    bar.stand_on(screen, private=True)
    assert bar.minimumSize() == bar.maximumSize() == bar.size()
    assert screen.availableGeometry().contains(bar.geometry())
