"""The two windows of a talk and the displays they are on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QScreen

from viewer.present.audience import Audience
from viewer.present.console.console_window import Console
from viewer.present.console.return_bar import ReturnBar
from viewer.present.console.status_strip import signs_of
from viewer.present.displays.copies import Copies
from viewer.present.displays.screen_layout import (
    NOWHERE,
    Placement,
    Strip,
    change_of,
    further,
    own_display,
    placed,
    replaced,
    side_by_side,
    swapped,
    with_console,
)
from viewer.present.displays.screen_monitor import HIGHEST, Screens, fill, float_in, float_on
from viewer.present.presentation_model import Room
from viewer.talk import Shown, Talk, TalkState, destination, next_figure, upcoming

SHARED = 16 / 9
"""The shape of an audience window that is not full screen."""
CONSOLE = 1.6
"""The shape of a console that is not full screen."""
BESIDE = 1.0
"""The narrowest of one beside a shared window, whose height questions need: it fills its strip."""


class Windows(QObject):
    """Places the windows, and places them again when displays come and go.

    `noticed` says in words what happened to the displays; `closing` that a window was asked to
    close.
    """

    noticed = Signal(str)
    closing = Signal()

    def __init__(self, room: Room, screens: Screens, notes_size: float = 1.0) -> None:
        super().__init__()
        self._room, self._screens = room, screens
        self.audience = Audience(room)
        self.console = Console(room, notes_size)
        self.copies = Copies(room)
        self.bar = ReturnBar(room.console)
        self.placement = NOWHERE
        self.asked_console = False
        self.windowed = self.everywhere = False
        self._wanted = self._own = ""
        self._seen = screens.displays()
        screens.changed.connect(self._replace)
        self.audience.closing.connect(self.closing)
        self.console.closing.connect(self._console_closing)

    def open(self, wanted: str, windowed: bool = False, everywhere: bool = False) -> None:
        """Show the windows, the audience on the display `wanted` if it is there, or `everywhere`
        but where the console is."""
        self._wanted, self.windowed, self.everywhere = wanted, windowed, everywhere
        displays, primary = self._screens.displays(), self._screens.primary()
        placement = placed(displays, primary, wanted)
        self._own = own_display(displays, primary, placement)
        self._seen = displays
        self.asked_console &= placement.console is None
        self._place(placement)

    def close(self) -> None:
        """Take both windows away for good."""
        self._screens.changed.disconnect(self._replace)
        self.audience.closing.disconnect(self.closing)
        self.console.closing.disconnect(self._console_closing)
        self.console.next.stop()
        self.copies.close()
        self.bar.dismiss()
        for window in (self.audience, self.console):
            window.stage.pictures.stop()
            window.close()
            window.deleteLater()

    def renew(self, room: Room) -> None:
        """Show a newer version of the talk in both windows."""
        self._room = room
        for window in (self.audience, self.console, self.copies):
            window.renew(room)

    @property
    def alone(self) -> bool:
        """Whether the audience's window is the only one: the presenter looks at it too."""
        return self.placement.console is None and not self.asked_console

    def show_state(self, state: TalkState) -> None:
        """Have both windows show the talk."""
        words = self._room.console.words
        signs = signs_of(state, words, True)
        urgent = signs[0].text if signs and (state.asking or state.typed) else ""
        self.audience.show_state(state, self.alone, urgent)
        self.console.show_state(state, self.placement.audience is not None)
        self.copies.show_state(state)
        self._hide(hidden=state.hidden)
        likely = _likely(self._room.talk, state)
        for stage in (self.audience.stage, self.console.stage, *self.copies.stages):
            stage.pictures.expect(*likely)

    def swap(self) -> None:
        """Exchange the displays of the two windows, as the presenter asks; say so where there is
        but one."""
        other = swapped(self.placement)
        if other == self.placement:
            self.noticed.emit(self._room.console.words("present.nothing-to-swap"))
        else:
            self._take(other)

    def toggle_console(self) -> None:
        """Open the console or close it: on a free display, else in a window over the picture.

        While it has a display of its own it stays, and says so.
        """
        if self.placement.console is not None:
            self.noticed.emit(self._room.console.words("present.console-stays"))
            return
        displays, primary = self._screens.displays(), self._screens.primary()
        free = with_console(self.placement, displays, primary)
        if free.console is None:
            self.asked_console = not self.asked_console
        self._take(free)

    def toggle_windowed(self) -> None:
        """Full screen, or a window of a fixed shape that a video meeting can share."""
        self.windowed = not self.windowed
        self._place(self.placement)

    def toggle_everywhere(self) -> None:
        """The audience's picture on every display that the console does not have, or on one."""
        self.everywhere = not self.everywhere
        self._place(self.placement)
        self.noticed.emit(_where(self._room, self.placement, self.copies))

    def presenters(self) -> Audience | Console:
        """The window that the presenter looks at."""
        return self.audience if self.alone else self.console

    def own_screen(self) -> QScreen | None:
        """The display of the console, while it has one to itself."""
        return self._screens.screen(self.placement.console or "")

    def _console_closing(self) -> None:
        """A console that was opened on request closes alone; otherwise the talk ends."""
        if self.asked_console:
            self.asked_console = False
        else:
            self.closing.emit()

    def _take(self, placement: Placement) -> None:
        """Place the windows as the presenter asked, and remember whose display is whose."""
        if placement.console is not None:
            self._own, self._wanted = placement.console, placement.audience or self._wanted
            self.asked_console = False
        self._place(placement)

    def _replace(self) -> None:
        """Displays came, went or changed: what can stay stays, and the presenter is told.

        A console that was asked for over the picture was asked for on what was there then: the
        one display that is left may be what the room looks at. Where the system reports a change
        and the displays are the same as before, it stays.
        """
        displays, before = self._screens.displays(), self.placement
        copies = self.copies.names
        if not displays:
            return
        asked = self.asked_console
        self.asked_console = asked and displays == self._seen
        self._seen = displays
        primary = self._screens.primary()
        placement = replaced(before, displays, primary, self._wanted, self._own)
        if placement.console is not None:
            self._wanted = placement.audience or self._wanted
        self._place(placement)
        if placement != before:
            there = {display.name for display in displays}
            key, name, own = change_of(before, placement, there)
            self.noticed.emit(self._room.console.words(key, name=name, own=own))
        elif asked is not self.asked_console or self.copies.names != copies:
            self.noticed.emit(_where(self._room, self.placement, self.copies))

    def _hide(self, *, hidden: bool) -> None:
        """Take every window away, or show them again where they belong by now."""
        if hidden is self.bar.isVisible():
            return
        if hidden:
            self._show_bar()
            self.copies.hide()
            self.audience.hide()
            self.console.hide()
        else:
            self.bar.hide()
            self._place(self.placement)

    def _place(self, placement: Placement) -> None:
        self.placement = placement
        if self.bar.isVisible():
            self._show_bar()
            return
        displays, primary = self._screens.displays(), self._screens.primary()
        names = further(displays, primary, placement) if self.everywhere else ()
        self.copies.place(names, self._screens)
        self._show_audience(placement)
        self._show_console(placement)
        self.audience.stage.set_shape(SHARED if self.windowed else 0.0)
        if placement.audience is not None:  # without one the console keeps the last one's shape
            shape = self.audience.width() / max(1, self.audience.height())
            self.console.set_shape(SHARED if self.windowed else shape)
        self.presenters().activateWindow()

    def _show_bar(self) -> None:
        """The way back, on the presenter's own display if there is one."""
        own = self.placement.console
        screen = self._screens.screen(own or self.placement.audience or "")
        if screen is not None:
            self.bar.stand_on(screen, private=own is not None)

    def _show_audience(self, placement: Placement) -> None:
        screen = self._screens.screen(placement.audience or "")
        if screen is None:
            self.audience.hide()
        elif self.windowed and self.asked_console:
            float_in(self.audience, screen, SHARED, _strips(self.console, screen)[1])
        elif self.windowed:
            float_on(self.audience, screen, SHARED, 0.8)
        else:
            fill(self.audience, screen)

    def _show_console(self, placement: Placement) -> None:
        screen = self._screens.screen(placement.console or "")
        here = self._screens.screen(placement.audience or "")
        if screen is not None:
            fill(self.console, screen)
        elif self.asked_console and here is not None:
            self.console.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, True)
            if self.windowed:
                strip, free = _strips(self.console, here)[0], here.availableGeometry()
                wide = free.width() * (strip[1] - strip[0]) / (free.height() * HIGHEST)
                float_in(self.console, here, max(BESIDE, wide), strip)
            else:
                float_on(self.console, here, CONSOLE, 0.72)
        else:
            self.console.hide()


def _strips(console: Console, screen: QScreen) -> tuple[Strip, Strip]:
    """Where a console and a shared window stand on a single display."""
    least = max(console.minimumWidth(), console.minimumSizeHint().width())
    return side_by_side(screen.availableGeometry().width(), least)


def _likely(talk: Talk, state: TalkState) -> list[Shown]:
    """The pictures that the next key may ask for: a jump being typed, a step or a figure on, a
    figure back."""
    mine = replace(state.picture, against=None)
    wanted = destination(talk, state)
    likely = [replace(mine, place=wanted, zoomed=False)] if wanted is not None else []
    around = (upcoming(talk, state), next_figure(talk, state), state.place - 1)
    places = dict.fromkeys(place for place in around if place is not None and place >= 0)
    return likely + [replace(mine, place=place) for place in places]


def _where(room: Room, placement: Placement, copies: Copies) -> str:
    """On which displays the audience's picture is."""
    words, names = room.console.words, (placement.audience or "", *copies.names)
    key = "present.found" if len(names) == 1 else "present.found-more"
    return words(key, name=words("present.and").join(names))
