"""Services of a Linux desktop, asked over the bus of its session."""

from __future__ import annotations

from typing import Any

from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage


def service(name: str, path: str, interface: str, waits: int) -> QDBusInterface | None:
    """A service if the desktop has it; each answer is waited for at most `waits` milliseconds."""
    session = QDBusConnection.sessionBus()
    if not session.isConnected():
        return None
    bus = QDBusInterface(name, path, interface, session)
    bus.setTimeout(waits)
    return bus if bus.isValid() else None


def answer(bus: QDBusInterface, method: str, *arguments: object) -> Any:
    """What a service answers first; None where it does not."""
    told = bus.call(method, *arguments)
    if told.type() != QDBusMessage.MessageType.ReplyMessage or not told.arguments():
        return None
    return told.arguments()[0]
