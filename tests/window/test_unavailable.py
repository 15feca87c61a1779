"""A key of something that cannot be done yet says what is missing."""

import pytest
from PySide6.QtCore import Qt

from viewer.window.unavailable import FOR_EDITORS, REASONS, Unavailable

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("key", "modifier", "said"),
    [
        (Qt.Key.Key_F2, PLAIN, "请先选中一项数字，再按 F2。"),
        (Qt.Key.Key_Delete, PLAIN, "请先选中一项数字，再按 Del。"),
        (Qt.Key.Key_Insert, PLAIN, "请先在原文中选中带数字的词句，再按 Ins。"),
        (Qt.Key.Key_F4, PLAIN, "没有待核的数字或关系。"),
        (Qt.Key.Key_Z, CONTROL, "没有可以撤销的改动。"),
        (Qt.Key.Key_Y, CONTROL, "没有可以重做的改动。"),
        (Qt.Key.Key_Left, ALT, "前面没有到过别处。"),
        (Qt.Key.Key_Right, ALT, "后面没有可去之处。"),
    ],
)
def test_the_key_of_an_action_that_cannot_be_done_says_why(wired, qtbot, key, modifier, said):
    pane = wired.window.sidebar.list if modifier == ALT else wired.window.passage
    qtbot.keyClick(pane, key, modifier)
    assert wired.window.status.selection.text() == said


def test_the_key_of_an_action_that_can_be_done_says_nothing_of_it(wired, qtbot, small):
    figure = next(iter(small.proof.figures))
    wired.workspace.selection.select(figure, "test")
    said = wired.window.status.selection.text()
    qtbot.keyClick(wired.window.passage, Qt.Key.Key_F13)
    assert wired.window.status.selection.text() == said


def test_a_file_opened_for_reading_says_that_it_cannot_be_changed(wired, appearance):
    read_only = Unavailable(wired.window, appearance, read_only=True)
    for name, action in wired.window.actions_by_id.items():
        told = read_only.reason(name, action) == "这份文件是以只读方式打开的，不能改动。"
        assert told == (name in FOR_EDITORS)


def test_every_reason_names_an_action(wired):
    assert set(REASONS) | set(FOR_EDITORS) <= set(wired.window.actions_by_id)
