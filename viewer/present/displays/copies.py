"""The audience's picture on further displays: a window for each, at its own resolution."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from viewer.present.audience import Audience
from viewer.present.displays.screen_monitor import Screens, fill
from viewer.present.presentation_model import Room
from viewer.present.slides.slide_view import Stage
from viewer.talk import TalkState


class Copies(QObject):
    """Holds a window for each display. `joined` carries one that was opened, `closing` when the
    system asks one to close."""

    joined = Signal(object)
    closing = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room, self._state = room, TalkState()
        self._windows: dict[str, Audience] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The displays that have one, in the system's order."""
        return tuple(self._windows)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Their pictures."""
        return tuple(window.stage for window in self._windows.values())

    def place(self, names: Iterable[str], screens: Screens) -> None:
        """Have one on each of these displays and on no other."""
        wanted = {name: screens.screen(name) for name in names}
        for name in [name for name in self._windows if wanted.get(name) is None]:
            self._drop(self._windows.pop(name))
        before, self._windows = self._windows, {}
        for name, screen in wanted.items():
            if screen is not None:
                self._windows[name] = before.get(name) or self._opened()
                fill(self._windows[name], screen)

    def show_state(self, state: TalkState) -> None:
        """Show the talk on each."""
        self._state = state
        for window in self._windows.values():
            window.show_state(state, alone=False, said="")

    def renew(self, room: Room) -> None:
        """Show a newer version of the talk."""
        self._room = room
        for window in self._windows.values():
            window.renew(room)

    def hide(self) -> None:
        """Take all away until they are placed again."""
        for window in self._windows.values():
            window.hide()

    def close(self) -> None:
        """Take all away for good."""
        while self._windows:
            self._drop(self._windows.popitem()[1])

    def _opened(self) -> Audience:
        window = Audience(self._room)
        window.closing.connect(self.closing)
        window.show_state(self._state, alone=False, said="")
        self.joined.emit(window)
        return window

    def _drop(self, window: Audience) -> None:
        window.closing.disconnect(self.closing)
        window.stage.pictures.stop()
        window.close()
        window.deleteLater()
