import socket
import sys
from pathlib import Path

import pytest

from viewer.platform import Display, display_of

linux = pytest.mark.skipif(sys.platform != "linux", reason="sockets of a Linux desktop")


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_have_a_display_of_their_own(system: str) -> None:
    assert display_of({}, system) is Display.NATIVE


@pytest.mark.parametrize("asked", ["offscreen", "minimal", "vnc", "offscreen:configfile=a.json"])
def test_a_platform_without_a_server_needs_none(asked: str) -> None:
    assert display_of({"QT_QPA_PLATFORM": asked}, "linux") is Display.OFFSCREEN


@pytest.mark.parametrize(
    "env",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": ":7654"},
        {"DISPLAY": "nonsense"},
        {"WAYLAND_DISPLAY": "wayland-9"},
        {"WAYLAND_DISPLAY": "/nowhere/wayland-9"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland;xcb", "DISPLAY": ":7654"},
    ],
)
@linux
def test_a_display_that_is_not_named_or_does_not_answer_is_none(env: dict[str, str]) -> None:
    assert display_of(env, "linux") is Display.NONE


@linux
def test_a_compositor_that_listens_is_a_display(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "w"))
        server.listen()
        named = {"WAYLAND_DISPLAY": "w", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert display_of(named, "linux") is Display.WAYLAND
        whole = {"WAYLAND_DISPLAY": str(tmp_path / "w")}
        assert display_of(whole, "linux") is Display.WAYLAND
        only_x = {**named, "QT_QPA_PLATFORM": "xcb"}
        assert display_of(only_x, "linux") is Display.NONE


@linux
def test_something_that_listens_and_is_no_x_server_is_none(tmp_path: Path) -> None:
    assert display_of({"DISPLAY": f"{tmp_path}/x:0"}, "linux") is Display.NONE
