from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from viewer.present.console.keyboard import Keyboard, key_name

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


def key_press(key: int, text: str, scan_code: int) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, NONE, scan_code, 0, 0, text)


@pytest.mark.parametrize(
    ("key", "text", "scan_code", "letter"),
    [
        (0x0418, "и", 56, "B"),
        (0x0435, "е", 28, "T"),
        (0x03A1, "ρ", 27, "R"),
    ],
)
def test_a_letter_of_another_script_is_the_key_that_stands_there(
    key: int, text: str, scan_code: int, letter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    assert key_name(key_press(key, text, scan_code)) == letter


def test_a_letter_at_no_known_place_stays_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "offscreen")
    assert key_name(key_press(0x0418, "и", 56)) == "и"


@pytest.mark.parametrize(("after", "held"), [(5, True), (59, True), (60, False), (300, False)])
def test_a_key_pressed_again_at_once_after_its_release_is_held(
    qapp: QApplication, after: int, held: bool
) -> None:
    heard: list[tuple[str, bool]] = []
    keyboard, window = Keyboard(lambda _: None), QObject()
    keyboard.heard.connect(lambda name, repeated: heard.append((name, repeated)))
    for kind, when in (
        (QEvent.Type.KeyPress, 1000),
        (QEvent.Type.KeyRelease, 1500),
        (QEvent.Type.KeyPress, 1500 + after),
    ):
        event = QKeyEvent(kind, Qt.Key.Key_Right, NONE)
        event.setTimestamp(when)
        keyboard.eventFilter(window, event)
    assert heard == [("Right", False), ("Right", held)]
