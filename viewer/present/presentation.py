"""The door to presenting: asks which display once, starts a talk, says where it ended."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from viewer.briefing import Briefing, Key
from viewer.paint.style import Style
from viewer.present.chooser import Chooser
from viewer.present.room import Room, room_of
from viewer.present.screens import Screens
from viewer.present.session import WORLD, Session, World
from viewer.proof import Figure
from viewer.settings import Settings


class Presentation(QObject):
    """Holds at most one talk at a time.

    `ended` carries the id of the section and the key of the figure (empty at a section's title)
    at which the talk ended; it comes with two empty texts when no talk was begun after all.
    """

    ended = Signal(str, str)

    def __init__(
        self,
        screens: Screens,
        settings: Settings,
        world: World = WORLD,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._screens, self._settings, self._world = screens, settings, world
        self.session: Session | None = None
        self.chooser: Chooser | None = None
        self._pending: tuple[Room, int] | None = None

    @property
    def running(self) -> bool:
        """Whether a talk is held, or about to be."""
        return self.session is not None or self.chooser is not None

    def start(
        self,
        briefing: Briefing,
        figures: Mapping[Key, Figure],
        style: Style,
        place: tuple[str, Key] = ("", ""),
        display: str | None = None,
    ) -> None:
        """Present a briefing from a section (and figure), by default from its beginning.

        `display` is the audience's, by name; `window` is a 16:9 window for sharing; by default it
        is the one remembered, or asked for. While a talk runs nothing happens. Raises ViewerError
        `talk-empty` when no section is to be presented.
        """
        if self.running:
            return
        room = room_of(briefing, figures, style)
        section, key = place
        at = room.talk.place_of(section, key or None) if section else 0
        remembered = self._settings.text("display")
        names = self._screens.names()
        if display is None and len(names) > 1 and remembered not in names:
            self._ask(room, at)
        else:
            self._begin(room, at, remembered if display is None else display)

    def notice(self, said: str) -> None:
        """Tell the presenter something (a changed file), on the console only."""
        if self.session is not None:
            self.session.notice(said)

    def _ask(self, room: Room, at: int) -> None:
        self._pending = (room, at)
        self.chooser = Chooser(self._screens, room.console, self)
        self.chooser.chosen.connect(self._chose)
        self.chooser.show()

    def _chose(self, name: str) -> None:
        pending, self._pending = self._pending, None
        if self.chooser is not None:
            self.chooser.deleteLater()
            self.chooser = None
        if not name or pending is None:
            self.ended.emit("", "")
            return
        self._settings.put("display", name)
        self._settings.save()
        self._begin(*pending, name)

    def _begin(self, room: Room, at: int, display: str) -> None:
        size = self._settings.number("notes-size")
        session = Session(room, self._screens, at, size, self._world)
        session.ended.connect(self._ended)
        session.notes_resized.connect(self._remember_size)
        self.session = session
        session.open("" if display == "window" else display, display == "window")

    def _ended(self, section: str, key: str) -> None:
        if self.session is not None:
            self.session.deleteLater()
            self.session = None
        self.ended.emit(section, key)

    def _remember_size(self, size: float) -> None:
        self._settings.put("notes-size", size)
