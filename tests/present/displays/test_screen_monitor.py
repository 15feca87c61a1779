from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer.present.displays.screen_monitor import fill, float_on

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
    there = SimpleNamespace(geometry=lambda: at, availableGeometry=lambda: at, name=lambda: name)
    return cast(QScreen, there)


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


def test_on_wayland_a_window_for_sharing_stays_on_its_display(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Hidden and shown again it would come where the focus is, behind the console."""
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    window, screen = Window(LEFT), display("right", RIGHT)
    fill(cast(QWidget, window), screen)
    window.done.clear()
    float_on(cast(QWidget, window), screen, 16 / 9, 0.8)
    assert window.done == ["showNormal", "resize"]


def test_on_wayland_a_hidden_window_comes_back_without_the_full_screen_that_it_had(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    window, screen = QWidget(), QGuiApplication.primaryScreen()
    qtbot.addWidget(window)
    fill(window, screen)
    window.hide()
    float_on(window, screen, 16 / 9, 0.8)
    assert window.windowHandle().windowState() == Qt.WindowState.WindowNoState
    assert not window.isFullScreen()
    fill(window, screen)
    assert window.windowHandle().windowState() == Qt.WindowState.WindowFullScreen


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
