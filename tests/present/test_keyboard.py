from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from viewer.present.keyboard import key_name

NONE, CTRL, SHIFT, ALT, PAD = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


@pytest.mark.parametrize(
    ("key", "modifiers", "text", "name"),
    [
        (Qt.Key.Key_PageDown, NONE, "", "PgDown"),
        (Qt.Key.Key_PageDown, CTRL, "", "Ctrl+PgDown"),
        (Qt.Key.Key_B, NONE, "b", "b"),
        (Qt.Key.Key_B, SHIFT, "B", "B"),
        (Qt.Key.Key_Period, NONE, ".", "."),
        (Qt.Key.Key_Period, NONE, "。", "。"),
        (Qt.Key.Key_Question, SHIFT, "?", "?"),
        (Qt.Key.Key_Space, NONE, " ", "Space"),
        (Qt.Key.Key_Enter, PAD, "\r", "Enter"),
        (Qt.Key.Key_5, PAD, "5", "5"),
        (Qt.Key.Key_T, CTRL, "\x14", "Ctrl+T"),
        (Qt.Key.Key_C, CTRL | SHIFT, "\x03", "Ctrl+Shift+C"),
        (Qt.Key.Key_Plus, CTRL | SHIFT, "", "Ctrl++"),
        (Qt.Key.Key_Equal, CTRL, "", "Ctrl+="),
        (Qt.Key.Key_Left, ALT, "", "Alt+Left"),
        (Qt.Key.Key_Escape, NONE, "\x1b", "Esc"),
        (Qt.Key.Key_F5, NONE, "", "F5"),
        (Qt.Key.Key_Shift, SHIFT, "", ""),
        (Qt.Key.Key_Control, CTRL, "", ""),
    ],
)
def test_the_name_of_a_key(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str, name: str
) -> None:
    assert key_name(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)) == name
