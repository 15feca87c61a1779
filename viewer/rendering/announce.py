"""The one way to tell a screen reader of what changed without moving the focus there."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from viewer.rendering.notices import Notices


def announce(source: QObject, said: str, *, assertive: bool = False) -> None:
    """Say a text: when the reader pauses, or at once what is `assertive`. No text says nothing."""
    plain = " ".join(said.split())
    if not plain or _shown_as_notice(plain):
        return
    event = QAccessibleAnnouncementEvent(source, plain)
    kinds = QAccessible.AnnouncementPoliteness
    event.setPoliteness(kinds.Assertive if assertive else kinds.Polite)
    QAccessible.updateAccessibility(event)


def install_notices(application: QCoreApplication) -> None:
    """Have announcements reach screen readers of Linux that only hear of notices."""
    if sys.platform == "linux":
        Notices(application)


def _shown_as_notice(text: str) -> bool:
    application = QCoreApplication.instance()
    notices = application.findChild(Notices) if application is not None else None
    return notices is not None and notices.show(text)
