"""Whether the system asks programs for less motion."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusInterface,
    QDBusMessage,
    QDBusPendingCallWatcher,
)

from viewer.rendering.session_bus import answer, service

_GET_CLIENT_AREA_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION of Windows."""
_PORTAL = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
_ASKED = (
    ("org.freedesktop.appearance", "reduced-motion", 1),
    ("org.gnome.desktop.interface", "enable-animations", False),
)
"""Settings of a Linux desktop with the value of each that asks for less."""
_WAITS = 150
"""Milliseconds: a talk does not wait for a desktop that does not answer."""


def less_motion() -> bool:
    """Whether less motion is asked for; where nothing can be asked, not."""
    if sys.platform == "win32":
        return _windows()
    return sys.platform == "linux" and _portal()


def ask_less_motion(asker: QObject, told: Callable[[bool], object]) -> None:
    """Ask the same without waiting: `told` is called once the system asks for less, else never.

    A desktop that has to start its service first would hold up the window.
    """
    if sys.platform != "linux":
        if less_motion():
            told(True)
        return
    session = QDBusConnection.sessionBus()
    if not session.isConnected():
        return
    for space, name, less in _ASKED:
        call = QDBusMessage.createMethodCall(*_PORTAL, "Read")
        call.setArguments([space, name])
        watcher = QDBusPendingCallWatcher(session.asyncCall(call), asker)
        watcher.finished.connect(partial(_answered, told, less, watcher))


def _answered(
    told: Callable[[bool], object], less: object, watcher: QDBusPendingCallWatcher, *_: object
) -> None:
    if wants_less(watcher.reply().arguments(), less):
        told(True)
    watcher.deleteLater()


def wants_less(arguments: Iterable[object], less: object) -> bool:
    """Whether an answer of the desktop is the one that asks for less motion."""
    value = next(iter(arguments), None)
    return type(unwrapped_variant(value)) is type(less) and unwrapped_variant(value) == less


def _windows() -> bool:
    animated = ctypes.c_int(1)
    library = getattr(ctypes, "windll", None)
    if library is None:
        return False
    library.user32.SystemParametersInfoW(_GET_CLIENT_AREA_ANIMATION, 0, ctypes.byref(animated), 0)
    return not animated.value


def _portal() -> bool:
    bus = _desktop()
    return bus is not None and any(_value(bus, space, name) == less for space, name, less in _ASKED)


def _desktop() -> QDBusInterface | None:
    """The settings of the desktop, if there is one that tells them."""
    return service(*_PORTAL, _WAITS)


def _value(bus: QDBusInterface, space: str, name: str) -> object:
    """A setting of the desktop; None if it has none of that name."""
    return unwrapped_variant(answer(bus, "Read", space, name))


def unwrapped_variant(value: object) -> object:
    """What stands in a variant of the bus, or in one within another, or the value itself.

    Portals older than 1.18 know only `Read`, which answers with a variant in a variant.
    """
    while callable(inner := getattr(value, "variant", None)):
        value = inner()
    return value
