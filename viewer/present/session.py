"""A talk being held: the one place where its state changes; the windows are readers of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from viewer.model import Key
from viewer.present.console.keyboard import Keyboard
from viewer.present.console.timing import Timing
from viewer.present.displays.consent import Consent
from viewer.present.displays.screen_monitor import Screens, bring_home
from viewer.present.displays.sleep_inhibitor import Inhibition, keep_awake
from viewer.present.pointer_commands import Asks
from viewer.present.presentation_model import Room, other_theme
from viewer.present.records.question_log import AskPath, Leaving, ask_path
from viewer.present.records.rehearsal import Runs, finished
from viewer.present.records.resume_dialog import AskResume, ask_resume
from viewer.present.records.state_files import StateFile
from viewer.present.records.unsaved_questions_dialog import AskAgain, ask_again
from viewer.present.windows import Windows
from viewer.rendering.less_motion import less_motion
from viewer.talk import (
    LINE,
    OF_THE_ROOM,
    Act,
    BrokenOff,
    Command,
    Panel,
    Question,
    Talk,
    TalkState,
    apply,
    carried,
    is_for_line,
    place_text,
    read,
    record_of,
    start,
    takes,
)

ASKING = 8_000
"""Milliseconds after which the question whether to end is taken back."""


MARKING = 700
"""Milliseconds after a step in which its motion is over: then the disk may take its time."""


@dataclass(frozen=True, slots=True)
class World:
    """What a talk asks of the world around it.

    `workspace` is the window that the talk was begun from: a file is asked for over it afterwards,
    on the reader's own display. `folder` is where questions without a file are kept meanwhile, and
    what the next talk of the same `file` is to know.
    `clock_waits` has the clock start with the first move, `audience_click` lets a click on the
    audience's picture go on a step.
    """

    steady: Callable[[], float] = time.monotonic
    today: Callable[[], datetime] = datetime.now
    ask_path: AskPath = ask_path
    awake: Callable[[str, str], Inhibition | None] = keep_awake
    ask_again: AskAgain = ask_again
    ask_resume: AskResume = ask_resume
    less_motion: Callable[[], bool] = less_motion
    clock_waits: bool = True
    audience_click: bool = False
    workspace: QWidget | None = None
    folder: Path | None = None
    file: Path | None = None


WORLD = World()
"""The real one."""


class Session(QObject):
    """Holds the state of a running talk and changes it by acts, from keys, mouse and lists.

    `ended` carries the section and the figure (empty at a title) at which the talk ended.
    `notes_resized` carries the size of the notes, `theme_chosen` a display and the theme of the
    audience's picture on it, and `motion_chosen` whether its pictures move, for the next talk.
    `comparing` carries the pair of keys of the figures that are compared on the spot, then; and
    `compared` the pairs of all of them, if any.
    `rehearsed` carries the Rehearsal that is over. `told` carries what could not be saved when the
    talk was over, `saved` what was and where, for the window it was begun from.
    """

    ended = Signal(str, str)
    notes_resized = Signal(float)
    theme_chosen = Signal(str, str)
    motion_chosen = Signal(bool)
    rehearsed = Signal(object)
    compared = Signal(object)
    comparing = Signal(object)
    told = Signal(str)
    saved = Signal(str)

    def __init__(
        self,
        room: Room,
        screens: Screens,
        place: int = 0,
        notes_size: float = 1.0,
        world: World = WORLD,
        aim: Decimal | datetime | None = None,
    ) -> None:
        super().__init__()
        self.room, self._world = room, world
        self.state = start(room.talk, place)
        self.windows = Windows(room, screens, notes_size)
        self.timing = Timing(
            room.talk, world.steady, world.today, place, aim, waits=world.clock_waits
        )
        self.leaving = Leaving(
            room.talk, room.console.words, world.ask_path, world.folder, world.today
        )
        self.reporting = False
        self._runs = Runs(world.folder, world.file)
        self._consent = Consent.UNASKED
        self._compared: dict[tuple[Key, Key], None] = {}
        self._coming: Room | None = None
        self._hold: Inhibition | None = None
        self._keyboard = Keyboard(self._line_for, self)
        self._mark = StateFile(world.folder, "talk", world.file)
        self._marking = QTimer(self, singleShot=True, interval=MARKING)
        self._marking.timeout.connect(self._write_mark)
        self._unasking = QTimer(self, singleShot=True, interval=ASKING)
        self._wire()

    def open(self, display: str = "", windowed: bool = False, everywhere: bool = False) -> None:
        """Show both windows, the audience on the display of that name if it is there, and
        `everywhere` on all others that the console does not have."""
        self.timing.start()
        self.windows.open(display, windowed, everywhere)
        self._show()
        self._write_mark()
        QTimer.singleShot(0, self, self._keep_awake)

    def act(self, act: Act) -> None:
        """Do one thing, from wherever it was asked."""
        if not takes(self.state, act):
            return
        if act.command in OF_THE_ROOM:
            _OF_THE_ROOM[act.command](self)
            self.state = apply(self.room.talk, self.state, Act(Command.GO_ON))
            self._marking.start()
            self._show()
            return
        asked, self._consent = self._consent, self._consent.after(act, self.windows.alone)
        if _asks_first(self, act, asked, self._consent):
            return
        act = self._with_question(act)
        before, self.state = self.state, apply(self.room.talk, self.state, act)
        if self.state == before:
            return
        wrong = self.leaving.draw(self.state.strokes)
        if self.state.rehearsing is not before.rehearsing:
            self.timing.last = self._runs.last() if self.state.rehearsing else None
            self.timing.tell()
        if self.state.questions != before.questions or wrong:
            self.notice(wrong or self.leaving.take(self.state.questions))
        if self.state.place != before.place:
            self.timing.begin()
        if before.against is None and (pair := _compared_in(self.room.talk, self.state)):
            self._compared[pair] = None  # to be kept in the file after the talk, if asked
            self.comparing.emit(pair)
        if (self.state.place, self.state.questions) != (before.place, before.questions):
            self._marking.start()
        self.timing.at(self.state.place, self.state.left)
        if self.state.asking:
            self._unasking.start()
        self._show()
        if self.state.hidden:
            _brought_home(self._world.workspace, self.windows)
        self._take_coming()
        if self.state.ended:
            self.end()

    def rehearse(self) -> None:
        """Begin as a rehearsal: nobody looks on, so the console stands over the picture where there
        is one display only."""
        self.windows.asked_console = True
        self.timing.last = self._runs.last()
        self.state = replace(self.state, rehearsing=True)

    def go_on(self, before: BrokenOff) -> None:
        """Begin where a talk of the same file broke off, which has the place of this one."""
        self.timing.go_on(before)
        self.state = replace(self.state, questions=before.questions)
        self.leaving.take(before.questions)
        if before.rehearsing:
            self.rehearse()

    def press(self, key: str, repeated: bool = False) -> None:
        """A key of the keyboard or the clicker, by its portable name."""
        act = read(self.state, key, repeated)
        if act is not None:
            self.act(act)

    def notice(self, said: str) -> None:
        """Tell the presenter, and nobody else."""
        self.windows.console.signs.show_notice(said)

    def renew(self, room: Room) -> None:
        """Go on in a newer version of the talk as soon as nothing that is shown would jump."""
        self._coming = room
        if not self._take_coming():
            self.notice(self.room.console.words("present.renewed-later"))

    def end(self, *, broken: bool = False) -> None:
        """End the talk: windows away, screens may sleep, what was asked for is saved.

        After a `broken` one, of which a window was closed by its frame, perhaps by mistake, the
        next talk asks whether to go on here.
        """
        if broken:
            self._write_mark()
        self.state = replace(self.state, ended=True)
        self._sleep()
        self.timing.stop()
        self._unasking.stop()
        self._marking.stop()
        workspace = _brought_home(self._world.workspace, self.windows)
        self.windows.close()
        step = self.room.talk.steps[self.state.place]
        try:
            if self.state.rehearsing:
                over = finished(self.room, self.timing.spent, self.timing.plan, self._runs)
                self.rehearsed.emit(over)
            self._save_questions(workspace)
            if self._compared:
                self.compared.emit(tuple(self._compared))
            if self.reporting:
                report = self.timing.report(self.room.console.words)
                self.told.emit(self.leaving.save_times(workspace, report))
        finally:  # whatever goes wrong, the talk is over, and who waits for its end hears so
            (self._mark.leave if broken else self._mark.remove)()
            self.ended.emit(self.room.talk.parts[step.part].section.id, step.key or "")

    def _save_questions(self, workspace: QWidget | None) -> None:
        """Ask where to, until they are saved, left where they are kept, or given up knowingly."""
        words = self.room.console.words
        while self.leaving.unsaved:
            said = self.leaving.choose(workspace)
            if not self.leaving.unsaved:
                self.saved.emit(said)
                return
            if not said and self.leaving.kept:
                self.saved.emit(self.leaving.held())
                return
            said = said or words("present.questions-nowhere")
            if not self._world.ask_again(workspace, words, said, self.leaving.text()):
                return

    def _take_coming(self) -> bool:
        """Take over a newer version that has come, if it can be; whether it was."""
        room = self._coming
        state = carried(self.room.talk, room.talk, self.state) if room is not None else None
        if room is None or state is None or state.ended:
            return False
        audience = self.room.audience
        room = room.in_theme(audience.palette.theme).in_motion(audience.motion)
        self.room, self.state, self._coming = room, state, None
        self.timing.renew(room.talk, state.place, state.left)
        self.leaving.renew(room.talk)
        self.windows.renew(room)
        self._show()
        self.notice(room.console.words("present.renewed"))
        return True

    def _wire(self) -> None:
        """Who hears whom."""
        asks = Asks(self.windows, self)
        asks.asked.connect(self.act)
        if self._world.audience_click:
            self.windows.audience.stage.pressed.connect(asks.go_next)
        for window in (self.windows.audience, self.windows.console):
            window.installEventFilter(self._keyboard)
            for line in window.lines:
                line.installEventFilter(self._keyboard)
        self._keyboard.heard.connect(self.press)
        self._unasking.timeout.connect(asks.go_on)
        self.windows.noticed.connect(self._placed)
        self.windows.closing.connect(partial(self.end, broken=True))
        self.windows.copies.closing.connect(partial(self.end, broken=True))
        self.windows.copies.joined.connect(self._keyboard.listen_to)
        self.windows.bar.asked.connect(asks.come_back)
        self.timing.told.connect(self.windows.bar.show_times)
        self.timing.told.connect(self.windows.console.bar.show_times)

    def _line_for(self, key: str) -> QObject | None:
        """The line that is being typed into, if it is to have this key."""
        line = self.windows.presenters().line_of(self.state.panel)
        return line if is_for_line(self.state, key) else None

    def _placed(self, said: str) -> None:
        """Displays came or went: the windows show again where the talk is, and say it."""
        self._show()
        _tell(self, said)

    def _write_mark(self) -> None:
        """Where the talk is, for the next start if this one is killed."""
        timing = self.timing
        clock = timing.spent, timing.clock.running
        now = self._world.today()
        self._mark.hold(record_of(self.room.talk, self.state, clock, now, timing.aim))

    def _with_question(self, act: Act) -> Act:
        """Enter in the line of a question keeps what was typed."""
        line = self.windows.presenters().line_of(Panel.QUESTION)
        noting = self.state.panel is Panel.QUESTION and self.state.chosen == LINE
        if act.command is not Command.ACCEPT or not noting or not line.text().strip():
            return act
        where = place_text(self.room.talk, self.state.place, self.room.console.words)
        text, now = line.text(), self._world.today()
        line.clear()
        return Act(Command.NOTE, question=Question(now, where, text, self.state.place))

    def _show(self) -> None:
        self.windows.presenters().set_foot(self.leaving.foot())
        self.windows.show_state(self.state)

    def _keep_awake(self) -> None:
        words = self.room.console.words
        self._hold = self._world.awake(words("present.name"), words("present.awake-reason"))
        if self._hold is None:
            self.notice(words("present.may-sleep"))
        application = QCoreApplication.instance()
        if application is not None:  # the program can end before the talk does
            application.aboutToQuit.connect(self._sleep)

    def _sleep(self) -> None:
        hold, self._hold = self._hold, None
        if hold is not None:
            hold.let_go()


def _asks_first(session: Session, act: Act, before: Consent, now: Consent) -> bool:
    """Whether the presenter is asked first if the room may read what is opened; what was asked is
    taken back once it is answered."""
    if now is Consent.ASKED and act.command is Command.QUESTION:
        session.windows.audience.announce(session.room.console.words("present.question-seen"))
        return True
    if before is Consent.ASKED and now is not Consent.ASKED:
        session.windows.audience.announce("")
    return False


def _compared_in(talk: Talk, state: TalkState) -> tuple[Key, Key] | None:
    """The keys of the figures that a state compares; None where it compares none."""
    if state.against is None:
        return None
    one, other = talk.steps[state.against].key, talk.steps[state.place].key
    return None if one is None or other is None else (one, other)


def _choose_file(session: Session) -> None:
    session.notice(session.leaving.choose(session.windows.presenters()))


def _tell(session: Session, said: str) -> None:
    """Tell the presenter something: below the picture where there is no console."""
    session.notice(said)
    session.windows.audience.announce(said)


def _answer(session: Session, key: str) -> None:
    """Tell the presenter what a key did that no picture shows."""
    _tell(session, session.room.console.words(key))


def _toggle_report(session: Session) -> None:
    session.reporting = not session.reporting
    key = "present.will-report" if session.reporting else "present.no-report"
    _answer(session, key)


def _toggle_clock(session: Session) -> None:
    session.timing.toggle()
    if session.windows.alone:  # a console shows it
        key = "present.clock-runs" if session.timing.clock.running else "present.clock-stands"
        _answer(session, key)


def _reset_clock(session: Session) -> None:
    key = "present.clock-reset" if session.timing.reset() else "present.clock-regained"
    _answer(session, key)


def _change_lights(session: Session) -> None:
    """From a dark picture to a light one, or back."""
    theme = other_theme(session.room.audience.palette.theme)
    session.room = session.room.in_theme(theme)
    session.windows.renew(session.room)
    session.theme_chosen.emit(session.windows.placement.audience or "", theme)
    session.notice(session.room.console.words(f"present.theme.{theme}"))


def _change_motion(session: Session) -> None:
    """Pictures that move into each other, or change at once."""
    moves = not session.room.audience.motion
    session.room = session.room.in_motion(moves)
    session.windows.renew(session.room)
    session.motion_chosen.emit(moves)
    _answer(session, "present.motion" if moves else "present.no-motion")


def _brought_home(workspace: QWidget | None, windows: Windows) -> QWidget | None:
    """The reader's window; one that stands where the room looks is brought to the console's."""
    own = windows.own_screen()
    if workspace is not None and own is not None and workspace.screen().name() != own.name():
        bring_home(workspace, own)
    return workspace


def _scroll_notes(pages: int) -> Callable[[Session], None]:
    return lambda session: session.windows.console.notes.turn(pages)


def _resize_notes(by: float) -> Callable[[Session], None]:
    def resize(session: Session) -> None:
        session.notes_resized.emit(session.windows.console.notes.scale_type(by))

    return resize


_OF_THE_ROOM: Mapping[Command, Callable[[Session], None]] = {
    Command.SWAP: lambda session: session.windows.swap(),
    Command.CONSOLE: lambda session: session.windows.toggle_console(),
    Command.WINDOWED: lambda session: session.windows.toggle_windowed(),
    Command.EVERYWHERE: lambda session: session.windows.toggle_everywhere(),
    Command.CLOCK: _toggle_clock,
    Command.CLOCK_RESET: _reset_clock,
    Command.PLAN_LONGER: lambda session: session.timing.lengthen(1),
    Command.PLAN_SHORTER: lambda session: session.timing.lengthen(-1),
    Command.NOTES_BIGGER: _resize_notes(1.1),
    Command.NOTES_SMALLER: _resize_notes(1 / 1.1),
    Command.NOTES_DOWN: _scroll_notes(1),
    Command.NOTES_UP: _scroll_notes(-1),
    Command.LIGHTS: _change_lights,
    Command.MOTION: _change_motion,
    Command.QUESTION_FILE: _choose_file,
    Command.REPORT: _toggle_report,
}
