"""Services of a Linux desktop, asked over the bus of its session."""

from __future__ import annotations

from functools import cache
from typing import Any

from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject, Qt
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusInterface,
    QDBusMessage,
    QDBusVirtualObject,
)

_UNTOLD = {
    "org.freedesktop.portal.Inhibit": """
        <method name="Inhibit">
          <arg type="s" direction="in"/>
          <arg type="u" direction="in"/>
          <arg type="a{sv}" direction="in"/>
          <arg type="o" direction="out"/>
          <annotation name="org.qtproject.QtDBus.QtTypeName.In2" value="QVariantMap"/>
        </method>"""
}
"""Methods that Qt can call only once it knows types which the objects leave out, by interface."""


def service(name: str, path: str, interface: str, waits: int) -> QDBusInterface | None:
    """A service if the desktop has it; each answer is waited for at most `waits` milliseconds."""
    session = QDBusConnection.sessionBus()
    if not session.isConnected():
        return None
    _describe_untold()
    bus = QDBusInterface(name, path, interface, session)
    bus.setTimeout(waits)
    return bus if bus.isValid() else None


@cache
def _describe_untold() -> None:
    """Tell Qt the methods of these interfaces before any object is asked what it has.

    Qt cannot call what it has no type for, as a map, and portals leave its types out of what they
    tell. From the first object that it asks, for whatever interface, it keeps what that tells of
    all of its own; so the first to be asked is an object of ours.
    """
    session, path = QDBusConnection.sessionBus(), "/described"
    for interface, methods in _UNTOLD.items():
        object_ = _Described(f'<interface name="{interface}">{methods}</interface>')
        if session.registerVirtualObject(path, object_):
            QDBusInterface(session.baseService(), path, interface, session)
            session.unregisterObject(path)


class _Described(QDBusVirtualObject):
    """An object that tells of an interface and has none of its methods."""

    def __init__(self, told: str) -> None:
        super().__init__()
        self._told = told

    def introspect(self, path: str) -> str:
        return self._told

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:  # noqa: N802 - Qt's name
        return False


def answer(bus: QDBusInterface, method: str, *arguments: object) -> Any:
    """What a service answers first; None where it does not."""
    told = bus.call(method, *arguments)
    if told.type() != QDBusMessage.MessageType.ReplyMessage or not told.arguments():
        return None
    return told.arguments()[0]


def answer_typed(bus: QDBusInterface, method: str, *arguments: tuple[str, object]) -> str:
    """The path of the object that a method answers with, called with arguments of named types of
    Qt; empty where it does not answer. A plain call sends every number as a signed one."""
    sent = [Q_ARG(name, value) for name, value in arguments]
    back = Q_RETURN_ARG("QDBusObjectPath")
    try:
        path: Any = QMetaObject.invokeMethod(
            bus, method, Qt.ConnectionType.DirectConnection, back, *sent
        )
    except RuntimeError:  # the service has no such method
        return ""
    return str(path.path())
