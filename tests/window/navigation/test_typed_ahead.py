"""Keys pressed before what they are meant for is there."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow

from viewer.window.navigation.typed_ahead import TypedAhead


def shown(qtbot, window):
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    window.setCentralWidget(QLineEdit(window))
    shown(qtbot, window)
    window.centralWidget().setFocus()
    return window


def type_in(window, *keys):
    for key in keys:
        QTest.keyClick(window.windowHandle(), key)


@pytest.mark.parametrize("loading", [True, False])
def test_keys_go_in_their_order_to_the_window_that_was_asked_for(window, qtbot, loading):
    ahead = TypedAhead(window)
    ahead.hold(loading=loading)
    type_in(window, Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_C)
    assert window.centralWidget().text() == ""
    other = shown(qtbot, QLineEdit())
    qtbot.waitUntil(lambda: not ahead.holding)
    assert (other.text(), window.centralWidget().text()) == ("abc", "")
    type_in(other, Qt.Key.Key_D)
    assert other.text() == "abcd"


def test_a_key_that_opens_a_window_leaves_the_ones_after_it_to_that_window(window, qtbot):
    ahead, first, second = TypedAhead(window), QLineEdit(), QLineEdit()
    first.returnPressed.connect(first.hide)
    first.returnPressed.connect(lambda: shown(qtbot, second))
    ahead.hold()
    type_in(window, Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_B)
    shown(qtbot, first)
    qtbot.waitUntil(lambda: not ahead.holding)
    assert (first.text(), second.text(), window.centralWidget().text()) == ("a", "b", "")


def test_keys_go_to_the_same_window_where_what_was_asked_for_lies_in_it(window, qtbot):
    ahead = TypedAhead(window)
    ahead.hold()
    type_in(window, Qt.Key.Key_A)
    ahead.release()
    qtbot.waitUntil(lambda: not ahead.holding)
    assert window.centralWidget().text() == "a"


def test_a_click_or_a_window_that_does_not_come_ends_the_wait(window, qtbot):
    ahead = TypedAhead(window)
    clicked = partial(QTest.mouseClick, window, Qt.MouseButton.LeftButton)
    for end in (clicked, ahead._longest.timeout.emit):
        ahead.hold()
        type_in(window, Qt.Key.Key_A)
        end()
        assert not ahead.holding
    type_in(window, Qt.Key.Key_B)
    assert window.centralWidget().text() == "b"
