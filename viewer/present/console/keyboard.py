"""Keys from any window of a talk, by the portable names that the table of keys uses."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from viewer.present.console.key_positions import letter_at

_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_unknown,
    }
)
_COMMANDING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_LAST_PRINTABLE = 0x00FFFFFF
_LAST_CODE = 0x10FFFF

HELD = 60
"""Milliseconds after the release of a key within which the same key is held, not pressed again:
under load Qt takes some repeats of a held key for presses."""


def key_name(event: QKeyEvent) -> str:
    """The name of the key pressed: `PgDown`, `Ctrl+T`, `b`, `.`; empty for a modifier alone."""
    key = Qt.Key(event.key())
    if key in _MODIFIERS or not event.key():
        return ""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    if (chr(key & _LAST_CODE).isalpha() or text.isalpha()) and not (text or chr(key)).isascii():
        letter = letter_at(event.nativeScanCode(), QGuiApplication.platformName())
        if letter:  # a layout of another script: the key that stands there on a Latin one
            key, text = Qt.Key(ord(letter)), letter if text else ""
    if len(text) == 1 and text.isprintable() and text != " " and not modifiers & _COMMANDING:
        return text
    printable = event.key() <= _LAST_PRINTABLE and event.key() != Qt.Key.Key_Space
    symbol = printable and not chr(event.key() & 0xFFFF).isalpha()
    if symbol:  # Ctrl and + is one wish, whether + needs Shift on this keyboard or not
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    sequence = QKeySequence(QKeyCombination(modifiers, key))
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


class Keyboard(QObject):
    """Takes the keys of every object it filters, save those a line of text needs.

    `heard` carries a key's name and whether it is held down. `line_for` names the line that is to
    have a key, which it gets from whichever window has the focus.
    """

    heard = Signal(str, bool)

    def __init__(
        self, line_for: Callable[[str], QObject | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._line_for = line_for
        self._passing_on = False
        self._released = (0, 0)

    def listen_to(self, window: QObject) -> None:
        """Take the keys of a window too."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hear a key before anybody else; True when it goes no further."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            self._released = event.key(), event.timestamp()
            return False
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        name = key_name(event)
        line = self._line_for(name)
        if not name or line is watched:
            return False
        if event.type() == QEvent.Type.KeyPress:
            if line is not None:
                self._pass_on(line, event)
            else:
                self.heard.emit(name, event.isAutoRepeat() or self._is_key_repeat(event))
        event.accept()
        return True

    def _is_key_repeat(self, event: QKeyEvent) -> bool:
        """Whether a key was released so shortly before that no finger pressed it again."""
        key, when = self._released
        return bool(when) and key == event.key() and 0 <= event.timestamp() - when < HELD

    def _pass_on(self, line: QObject, event: QKeyEvent) -> None:
        """Give the line a key that came to a window; one it has no use for comes back here."""
        if self._passing_on:
            return
        self._passing_on = True
        try:
            QCoreApplication.sendEvent(line, event.clone())
        finally:
            self._passing_on = False
