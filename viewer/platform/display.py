"""Which display Qt would take, found as Qt finds it but before Qt: it aborts if there is none."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Mapping
from enum import StrEnum


class Display(StrEnum):
    """What Qt would draw on."""

    NATIVE = "native"
    XCB = "xcb"
    WAYLAND = "wayland"
    OFFSCREEN = "offscreen"
    NONE = "none"


def display_of(env: Mapping[str, str], system: str) -> Display:
    """The display that the environment names; NONE when it names none that answers.

    `QT_QPA_PLATFORM` decides where it is set; what needs no display server (offscreen, minimal,
    vnc, linuxfb, eglfs) counts as OFFSCREEN.
    """
    if system != "linux":
        return Display.NATIVE
    asked = [name.split(":")[0] for name in env.get("QT_QPA_PLATFORM", "").split(";") if name]
    if asked and not any(name.startswith(("xcb", "wayland")) for name in asked):
        return Display.OFFSCREEN
    for display, answers in ((Display.WAYLAND, _wayland_answers), (Display.XCB, _x_answers)):
        wanted = not asked or any(name.startswith(display.value) for name in asked)
        if wanted and answers(env):
            return display
    return Display.NONE


def _x_answers(env: Mapping[str, str]) -> bool:
    """Whether the X server lets us in: libxcb knows all forms of DISPLAY and the keys to it."""
    name = env.get("DISPLAY", "")
    if not name:
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return _socket_is_there(f"/tmp/.X11-unix/X{name.partition(':')[2].partition('.')[0]}")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(name), None)
    broken = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not broken


def _wayland_answers(env: Mapping[str, str]) -> bool:
    """Whether a compositor listens at the socket that the environment names."""
    name, folder = env.get("WAYLAND_DISPLAY", ""), env.get("XDG_RUNTIME_DIR", "")
    if not name or not (folder or os.path.isabs(name)):  # noqa: PTH117
        return False
    return _socket_is_there(os.path.join(folder, name))  # noqa: PTH118


def _socket_is_there(path: str) -> bool:
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as end:
        end.settimeout(2)
        try:
            end.connect(path)
        except OSError:
            return False
    return True
