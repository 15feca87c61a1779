"""The door to presenting: asks which display once, starts a talk, says where it ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from viewer.model import Briefing, Key
from viewer.present.displays.display_chooser import Chooser, StartOptions
from viewer.present.displays.screen_monitor import Screens
from viewer.present.presentation_model import THEMES, Room, room_of
from viewer.present.records.rehearsal import title_of
from viewer.present.records.state_files import StateFile
from viewer.present.session import WORLD, Session, World
from viewer.present.slides.slide_painter import step_label
from viewer.proof import Figure
from viewer.rendering.style import Style
from viewer.settings import Settings
from viewer.talk import Act, BrokenOff, Command, Talk, broken_off, ends_at, plan_of, said

NONE = StartOptions()
WINDOW = "window"
"""Named as a display, it is a 16:9 window for sharing."""


class Presentation(QObject):
    """Holds at most one talk at a time.

    `ended` carries the id of the section and the key of the figure (empty at a section's title)
    at which the talk ended; it comes with two empty texts when no talk was begun after all. `told`
    carries what could not be saved then, `saved` what was; `rehearsed` the Rehearsal of a talk that
    was one; `compared` the pairs of keys of the figures that were compared in it, and `comparing`
    each of them in mid-talk. `coming` says that windows of it are about to take the focus.
    """

    coming = Signal()
    ended = Signal(str, str)
    told = Signal(str)
    saved = Signal(str)
    rehearsed = Signal(object)
    compared = Signal(object)
    comparing = Signal(object)

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
        self._before: BrokenOff | None = None

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
        wishes: StartOptions = NONE,
    ) -> None:
        """Present a briefing from a section (and figure), by default from its beginning.

        What `wishes` leaves open is the display remembered, or asked for, and the briefing's own
        minutes. A talk that runs goes on, and is shown again where it was hidden. Raises
        ViewerError `talk-empty` when no section is to be presented.
        """
        if self.running:
            if self.session is not None and self.session.state.hidden:
                self.session.act(Act(Command.HIDE))
            return
        room = room_of(briefing, figures, style)
        section, key = place
        at = room.talk.place_of(section, key or None) if section else 0
        self._before = self._broken_off(room, wishes.file)
        if self._before is not None:
            at = self._before.place
        several = len(self._screens.choices()) > 1
        remembered = self._remembered_display() if several else self._settings.text("display")
        display = wishes.display or remembered
        everywhere = wishes.everywhere or self._settings.flag("audience-everywhere")
        wishes = replace(wishes, display=display, everywhere=everywhere)
        if wishes.asked or (several and not display):
            self._ask(room, at, wishes)
        else:
            self._begin(room, at, wishes)

    def renew(self, briefing: Briefing, figures: Mapping[Key, Figure], style: Style) -> None:
        """Have a running talk, or one about to begin, go on in a newer version of its briefing.

        Raises ViewerError `talk-empty` when no section of it is to be presented.
        """
        if not self.running:
            return
        room = room_of(briefing, figures, style)
        if self.session is not None:
            self.session.renew(room)
        elif self._pending is not None and self.chooser is not None:
            talk, at = self._pending[0].talk, self._pending[1]
            section, key = talk.part_at(at).section.id, talk.steps[at].key
            at = room.talk.place_of(section, key)
            if self._before is not None:
                self._before = self._left(room, self.chooser.wishes.file)
                at = self._before.place if self._before is not None else at
            self._pending = room, at

    def notice(self, said: str) -> None:
        """Tell the presenter something (a changed file), on the console only."""
        if self.session is not None:
            self.session.notice(said)

    def _broken_off(self, room: Room, file: Path | None) -> BrokenOff | None:
        """Where a talk of the file broke off and is to go on now; None to begin anew."""
        before = self._left(room, file)
        if before is None:
            return None
        words = room.console.words
        step = f"{step_label(room, before.place, words)} · {title_of(room, before.place)}"
        asked = words("present.resume", step=step, time=said(before.elapsed))
        if self._world.ask_resume(self._world.workspace, words, asked):
            return before
        StateFile(self._world.folder, "talk", file).remove()
        return None

    def _left(self, room: Room, file: Path | None) -> BrokenOff | None:
        left = StateFile(self._world.folder, "talk", file).left()
        return broken_off(room.talk, left, self._world.today())

    def _ask(self, room: Room, at: int, wishes: StartOptions) -> None:
        self._pending = (room, at)
        minutes = wishes.minutes or planned_minutes(room.talk)
        wishes = replace(wishes, minutes=minutes)
        self.chooser = Chooser(self._screens, room.console, wishes, self, self._world.today)
        self.chooser.chosen.connect(self._chose)
        self.chooser.show()

    def _chose(self, name: str) -> None:
        pending, self._pending = self._pending, None
        chooser, self.chooser = self.chooser, None
        if chooser is not None:
            chooser.deleteLater()
        if not name or pending is None or chooser is None:
            self.ended.emit("", "")
            return
        self._remember_display(name, everywhere=chooser.everywhere)
        changed = chooser.minutes != planned_minutes(pending[0].talk)
        minutes = chooser.minutes if changed else None
        wishes = replace(chooser.wishes, display=name, minutes=minutes, until=chooser.until)
        wishes = replace(wishes, everywhere=chooser.everywhere)
        self._begin(*pending, wishes)

    def _remembered_display(self) -> str:
        """The display chosen for the audience among the very displays there are; empty if none."""
        display, there = self._settings.text("display"), self._screens.names()
        same = set(self._settings.texts("displays")) == set(there)
        return display if same and display in there else ""

    def _remember_display(self, name: str, *, everywhere: bool) -> None:
        """Remember a choice; where there was nothing to choose none was made."""
        if len(self._screens.choices()) > 1:
            self._settings.put("display", name)
            self._settings.put("displays", self._screens.names())
            self._settings.put("audience-everywhere", everywhere)
            self._settings.save()

    def _begin(self, room: Room, at: int, wishes: StartOptions) -> None:
        begun = False
        self.coming.emit()
        try:
            self._open(room, at, wishes)
            begun = True
        finally:
            if not begun:
                self._fail()

    def _open(self, room: Room, at: int, wishes: StartOptions) -> None:
        size = self._settings.number("notes-size")
        room = self._in_remembered_theme(room, wishes.display)
        moves = room.audience.motion and self._settings.flag("talk-motion")
        room = room.in_motion(moves and not self._world.less_motion())
        world = replace(
            self._world,
            clock_waits=self._settings.text("clock-starts") == "move",
            audience_click=self._settings.flag("audience-click"),
            file=wishes.file,
        )
        before, self._before = self._before, None
        aim = self._aim(wishes) or (before.aim if before is not None else None)
        session = Session(room, self._screens, at, size, world, aim)
        session.ended.connect(self._ended)
        session.told.connect(self.told)
        session.saved.connect(self.saved)
        session.rehearsed.connect(self.rehearsed)
        session.compared.connect(self.compared)
        session.comparing.connect(self.comparing)
        session.notes_resized.connect(self._remember_size)
        session.theme_chosen.connect(self._settings.remember_room_theme)
        session.motion_chosen.connect(self._remember_motion)
        self.session = session
        windowed = wishes.display == WINDOW
        if wishes.rehearse:
            session.rehearse()
        if before is not None:
            session.go_on(before)
        session.open("" if windowed else wishes.display, windowed, wishes.everywhere)

    def _aim(self, wishes: StartOptions) -> Decimal | datetime | None:
        """What the clock counts towards: an end, minutes, or what the briefing plans."""
        if wishes.until is not None:
            return ends_at(wishes.until, self._world.today())
        return None if wishes.minutes is None else Decimal(wishes.minutes)

    def _in_remembered_theme(self, room: Room, display: str) -> Room:
        """The room's picture in the theme that was chosen last on its display."""
        shown = display or self._screens.primary()
        theme = self._settings.room_theme(shown)
        return room.in_theme(theme) if theme in THEMES else room

    def _fail(self) -> None:
        """A talk that could not begin, for a mistake of ours, is no talk."""
        session, self.session = self.session, None
        try:
            if session is not None:
                session.deleteLater()
                session.windows.close()
        finally:
            self.ended.emit("", "")

    def _ended(self, section: str, key: str) -> None:
        if self.session is not None:
            self.session.deleteLater()
            self.session = None
        self.ended.emit(section, key)

    def _remember_motion(self, moves: bool) -> None:
        self._settings.put("talk-motion", moves)

    def _remember_size(self, size: float) -> None:
        self._settings.put("notes-size", size)


def planned_minutes(talk: Talk) -> int | None:
    """The whole minutes that the briefing plans for its talk; None when it plans none."""
    plan = plan_of(talk)
    if plan is None:
        return None
    return max(1, int((Decimal(sum(plan)) / 60).quantize(Decimal(1), ROUND_HALF_UP)))
