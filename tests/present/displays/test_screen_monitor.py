from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

from viewer.present.displays.screen_monitor import fill

LEFT, RIGHT = QRect(0, 0, 1280, 800), QRect(1280, 0, 1920, 1080)


class Window:
    """Writes down what is done to it; full screen on the left display at first."""

    def __init__(self, at: QRect) -> None:
        self.done: list[str] = []
        self.on: object = None
        self.at = at

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
    fill(window, SimpleNamespace(geometry=lambda: RIGHT))  # type: ignore[arg-type]
    assert window.done == MOVED[platform]


@pytest.mark.parametrize(
    ("platform", "told", "done"),
    [("xcb", RIGHT, []), ("xcb", LEFT, MOVED["xcb"]), ("wayland", LEFT, [])],
)
def test_a_window_that_fills_its_display_is_left_alone(
    platform: str, told: QRect, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wayland tells no window where it is, so its display alone counts there."""
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    window, screen = Window(told), SimpleNamespace(geometry=lambda: RIGHT)
    window.on = screen
    fill(window, screen)  # type: ignore[arg-type]
    assert window.done == done
