"""Announcements for screen readers that hear none: shown to them as notices instead.

Orca before version 45 does not listen to announcements, but speaks a notice that appears. On Linux
the bus of assistive programs tells what they listen to.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ANNOUNCED, SHOWN = "Object:Announcement", "Object:StateChanged:Showing"
"""The events of announcements and of notices, as the bus names them."""
ASKED_EVERY = 5.0
"""Seconds after which it is asked again who listens: a screen reader may start at any time."""
_BUS = ("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus")
_REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry")
_CONNECTION = "briefing-viewer-accessibility"


def notices_needed(listened: str) -> bool:
    """Whether whoever listens to the events that `listened` names hears notices alone."""
    return SHOWN in listened and ANNOUNCED not in listened


class _Notice(QWidget):
    """What is never seen, and read as a notice."""


class Notices(QObject):
    """Shows texts as notices while whoever listens hears no announcements."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self.needed = False
        self._unheard = ""
        self._asked = -ASKED_EVERY
        self._bus: QDBusConnection | None = None
        self._made: QAccessibleWidget | None = None
        self._notice: _Notice | None = _Notice()
        QAccessible.installFactory(self._read)
        application.aboutToQuit.connect(self._end)

    def show(self, text: str) -> bool:
        """Show a text as a notice; false where announcements are heard, or nothing listens."""
        if self._notice is None or not QAccessible.isActive():
            return False
        self._unheard = "" if self.needed else text  # of which a late answer may tell
        self._ask()
        if self.needed:
            self._notice.setAccessibleName(text)
            event = QAccessibleEvent(self._notice, QAccessible.Event.ObjectShow)
            QAccessible.updateAccessibility(event)
        return self.needed

    def _ask(self) -> None:
        now = monotonic()
        if now - self._asked < ASKED_EVERY:
            return
        self._asked = now
        if self._bus is None:
            self._call(QDBusConnection.sessionBus(), _BUS, "GetAddress", self._found)
        else:
            self._call(self._bus, _REGISTRY, "GetRegisteredEvents", self._on_reply)

    def _call(
        self,
        bus: QDBusConnection,
        where: tuple[str, str, str],
        method: str,
        then: Callable[[QDBusMessage], object],
    ) -> None:
        if not bus.isConnected():
            return
        call = bus.asyncCall(QDBusMessage.createMethodCall(*where, method))
        watcher = QDBusPendingCallWatcher(call, self)
        watcher.finished.connect(partial(_answered, watcher, then))

    def _found(self, reply: QDBusMessage) -> None:
        address = next(iter(reply.arguments()), "")
        if isinstance(address, str) and address:
            self._bus = QDBusConnection.connectToBus(address, _CONNECTION)
            self._call(self._bus, _REGISTRY, "GetRegisteredEvents", self._on_reply)

    def _on_reply(self, reply: QDBusMessage) -> None:
        # PySide cannot read a list of pairs out of a reply, but writes it out in full.
        self.needed = notices_needed(repr(reply))
        unheard, self._unheard = self._unheard, ""
        if unheard:
            self.show(unheard)

    def _read(self, name: str, thing: QObject | None) -> QAccessibleInterface | None:
        del name
        if not isinstance(thing, _Notice):
            return None
        self._made = QAccessibleWidget(thing, QAccessible.Role.Notification, "")
        return self._made

    def _end(self) -> None:
        """Show nothing more; the widget goes while Qt's table of elements is there."""
        notice, self._notice = self._notice, None
        if notice is not None:
            notice.deleteLater()


def _answered(
    watcher: QDBusPendingCallWatcher, then: Callable[[QDBusMessage], object], *_: object
) -> None:
    then(watcher.reply())
    watcher.deleteLater()
