from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from viewer.design import palette
from viewer.i18n import load
from viewer.rendering.faces import choose_faces
from viewer.rendering.labels import choice_box
from viewer.rendering.style import Style
from viewer.rendering.theme import style_sheet

CHOICES = ("跟随系统", "浅色", "浅色高对比", "深色", "投影（深色高对比）")


@pytest.mark.qt_log_ignore("does not support grabbing")
@pytest.mark.parametrize(("touch", "high"), [(False, 24), (True, 44)])
def test_the_list_of_a_box_shows_every_choice_whole_and_large_enough(
    qtbot, touch: bool, high: int
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    style = Style(load("zh_CN"), palette("light"), choose_faces(), motion=False)
    window.setStyleSheet(style_sheet(replace(style, touch=touch)))
    box = choice_box(window)
    box.addItems(CHOICES)
    window.resize(400, 100)
    window.show()
    box.showPopup()
    view = box.view()
    rows = [view.visualRect(view.model().index(at, 0)) for at in range(len(CHOICES))]
    assert all(row.height() >= high for row in rows)
    assert view.viewport().rect().contains(rows[0]) and view.viewport().rect().contains(rows[-1])
