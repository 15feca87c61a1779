from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from viewer.present.displays.screen_monitor import fill

LEFT, RIGHT = QRect(0, 0, 1280, 800), QRect(1280, 0, 1920, 1080)


class Window:
    """Writes down what is done to it; full screen on the left display at first."""

    def __init__(self, at: QRect) -> None:
        self.done: list[str] = []
        self.on: object = None
        self.at = at
        self.properties: dict[str, object] = {}

    def property(self, name: str) -> object:
        return self.properties.get(name)

    def setProperty(self, name: str, value: object) -> None:  # noqa: N802 - Qt's name
        self.properties[name] = value

    def screen(self) -> object:
        return self.on

    def geometry(self) -> QRect:
        return self.at

    def isVisible(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def isFullScreen(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def __getattr__(self, name: str) -> object:
        return lambda *_: self.done.append(name)


def display(name: str, at: QRect) -> QScreen:
    return SimpleNamespace(geometry=lambda: at, name=lambda: name)  # type: ignore[return-value]


MOVED = {
    "xcb": ["showNormal", "setScreen", "setGeometry", "showFullScreen"],
    "wayland": ["hide", "setScreen", "setGeometry", "showFullScreen"],
    "wayland-egl": ["hide", "setScreen", "setGeometry", "showFullScreen"],
}


@pytest.mark.parametrize("platform", MOVED)
def test_a_window_that_goes_to_another_display_is_full_screen_there(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wayland moves no window that is shown, and would end its full screen where it stands."""
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    window = Window(LEFT)
    fill(cast(QWidget, window), display("right", RIGHT))
    assert window.done == MOVED[platform]


def test_on_wayland_a_window_goes_to_and_fro_though_qt_names_the_display_it_was_on_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    left, right = display("left", LEFT), display("right", RIGHT)
    window = Window(LEFT)
    window.on = right
    for screen in (right, left, right):
        fill(cast(QWidget, window), screen)
    assert window.done == 3 * MOVED["wayland"]
    fill(cast(QWidget, window), right)
    assert window.done == 3 * MOVED["wayland"]


@pytest.mark.parametrize(
    ("platform", "told", "done"),
    [("xcb", RIGHT, []), ("xcb", LEFT, MOVED["xcb"])],
)
def test_a_window_that_fills_its_display_is_left_alone(
    platform: str, told: QRect, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    window, screen = Window(told), display("right", RIGHT)
    window.on = screen
    fill(cast(QWidget, window), screen)
    assert window.done == done
