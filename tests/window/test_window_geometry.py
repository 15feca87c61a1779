from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from viewer.rendering.dialogs import inside
from viewer.window.window_geometry import WindowGeometry, keep_inside, most_of

SIZES = st.integers(100, 4000)
RECTS = st.builds(QRect, st.integers(-5000, 5000), st.integers(-5000, 5000), SIZES, SIZES)


@given(RECTS, RECTS)
def test_what_is_inside_stays_and_all_else_is_moved_in(place: QRect, free: QRect) -> None:
    found = inside(place, free)
    assert free.contains(found)
    if free.contains(place):
        assert found == place
    if place.width() <= free.width() and place.height() <= free.height():
        assert found.size() == place.size()


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (QRect(-79, -8, 800, 600), QRect(0, 0, 800, 600)),
        (QRect(0, 0, 1440, 900), QRect(0, 0, 1280, 800)),
        (QRect(1000, 700, 400, 300), QRect(880, 500, 400, 300)),
    ],
)
def test_a_window_that_hangs_over_an_edge_comes_back(place: QRect, found: QRect) -> None:
    assert inside(place, QRect(0, 0, 1280, 800)) == found


def test_the_display_of_a_window_is_the_one_that_most_of_it_is_on() -> None:
    areas = [QRect(0, 0, 1280, 800), QRect(1280, 0, 1280, 800)]
    assert most_of(QRect(900, 0, 800, 600), areas) == 1
    assert most_of(QRect(5000, 0, 800, 600), areas) is None


def test_a_window_left_outside_every_display_is_brought_back(qapp, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    free = qapp.primaryScreen().availableGeometry()
    window.setGeometry(free.right() + 500, free.bottom() + 500, 300, 200)
    window.show()
    keep_inside(window, qapp.screens())
    assert free.contains(window.frameGeometry())


def test_a_window_larger_than_its_display_is_shown_inside_it(qapp, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    free = qapp.primaryScreen().availableGeometry()
    window.resize(free.width() + 300, free.height() + 300)
    WindowGeometry(window, qapp)
    assert window.width() < free.width()
    assert window.height() < free.height()
    window.show()
    qtbot.waitUntil(lambda: free.contains(window.frameGeometry()))
