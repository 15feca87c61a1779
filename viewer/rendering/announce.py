"""The one way to tell a screen reader of what changed without moving the focus there."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def announce(source: QObject, said: str, *, assertive: bool = False) -> None:
    """Say a text: when the reader pauses, or at once what is `assertive`. No text says nothing."""
    plain = " ".join(said.split())
    if not plain:
        return
    event = QAccessibleAnnouncementEvent(source, plain)
    kinds = QAccessible.AnnouncementPoliteness
    event.setPoliteness(kinds.Assertive if assertive else kinds.Polite)
    QAccessible.updateAccessibility(event)
