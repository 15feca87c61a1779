"""The presenter's window: what the room sees, what comes next, notes, times and keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QContextMenuEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from viewer.present.console.keycaps import Hints
from viewer.present.console.menu import key_menu
from viewer.present.console.notes import NextCard, Notes
from viewer.present.console.overlays import Panels
from viewer.present.console.questions_pane import QuestionsPane
from viewer.present.console.scaled_widget import growth_of
from viewer.present.console.status_strip import Segments, SignBar, TimeBar, signs_of
from viewer.present.console.telling import told_of_panel
from viewer.present.presentation_model import Room
from viewer.present.slides.slide_painter import shows_passage, shows_zoomed, step_label, step_words
from viewer.present.slides.slide_view import Stage
from viewer.rendering.announce import announce
from viewer.talk import Blank, Panel, TalkState, label_of

MARGINS = (26, 14, 26, 10)
"""Free to the left, above, to the right and below, in a window of the usual size."""


class Console(QWidget):
    """A reader of the talk for the presenter.

    `closing` when the system asks it to close; `asked` carries a command chosen from its menu.
    """

    closing = Signal()
    asked = Signal(str)

    def __init__(self, room: Room, notes_size: float = 1.0) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._room = room
        self._told: tuple[str, ...] = ()
        style = room.console
        self._name()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(style.palette.side))
        self.setPalette(palette)
        self.setMinimumSize(540, 400)
        self.bar = TimeBar(style)
        self.signs = SignBar(style)
        self.stage = Stage(room, 16 / 9)
        self.segments = Segments(room)
        self.next = NextCard(room)
        self.notes = Notes(style, notes_size)
        self.questions = QuestionsPane(room)
        self.hints = Hints(style)
        self._name_parts()
        self._lay_out()
        self.panels = Panels(room, self)

    def show_state(self, state: TalkState, audience: bool) -> None:
        """Show the talk; `audience` says whether the room sees it just now."""
        talk, words = self._room.talk, self._room.console.words
        mine = replace(state, blank=Blank.NOTHING) if state.frozen else state
        self.stage.show_state(state.picture, mine)
        pen = Qt.CursorShape.CrossCursor if state.pen else Qt.CursorShape.ArrowCursor
        self.stage.setCursor(pen)
        caption = words("present.your-picture" if state.frozen else "present.audience-picture")
        told = self._as_painted(state)
        signs = signs_of(told, words, audience, self._pinned(state))
        self.signs.show_signs(caption, signs)
        self.bar.show_place(self._place(state))
        self.segments.show_place(state.place if talk.in_run(state.place) else state.left)
        self.next.show_state(state)
        step, part = talk.steps[state.place], talk.part_at(state.place)
        self.stage.setAccessibleName(caption)
        self._announce(" · ".join((self.bar.place, *step_words(self._room, state.place))))
        self._tell(caption, *(sign.text for sign in signs), *told_of_panel(self._room, state))
        own = step.notes or (step.metric.notes if step.metric else "")
        self.notes.show_notes(own, part.section.notes)
        self.questions.show_state(state)
        beside = state.panel is Panel.QUESTION
        self.panels.show_state(replace(state, panel=Panel.NOTHING) if beside else state)

    def _as_painted(self, state: TalkState) -> TalkState:
        """The state with no more enlarged than the picture of its step shows."""
        mine = state.picture
        passage, zoomed = shows_passage(self._room, mine), shows_zoomed(self._room, mine)
        return replace(state, passage=passage, zoomed=zoomed)

    @property
    def lines(self) -> tuple[QLineEdit, ...]:
        """The lines that can be typed into."""
        return self.panels.line, self.questions.line

    def line_of(self, panel: Panel) -> QLineEdit:
        """The line of a panel: that of the questions stands beside the pictures."""
        return self.questions.line if panel is Panel.QUESTION else self.panels.line

    def set_foot(self, text: str) -> None:
        """Where questions are saved."""
        self.questions.set_foot(text)

    def _announce(self, told: str) -> None:
        """Have a screen reader say where the talk is, where that is another place."""
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)
            self.stage.setAccessibleDescription(told)
            announce(self, told)

    def _tell(self, caption: str, *told: str) -> None:
        """Have a screen reader say what is new of what is switched on and open; where nothing is
        any more, what is seen."""
        before, self._told = self._told, told
        news = [said for said in told if said not in before]
        announce(self, " · ".join(news) if told else caption if before else "")

    def renew(self, room: Room) -> None:
        """Show a newer version of the talk."""
        self._room = room
        self._name()
        for part in (self.stage, self.segments, self.next, self.panels):
            part.renew(room)

    def set_shape(self, shape: float) -> None:
        """Lay the pictures out as wide as the audience's window is for its height."""
        self.stage.set_shape(shape)
        self.next.set_shape(shape)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the window, and keep what lies over it over it."""
        super().resizeEvent(event)
        self._grow(growth_of(self.size()))
        self.notes.keep_lines_in(self.height())
        self.panels.setGeometry(self.rect())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer every command of the table of keys."""
        menu = key_menu(self, self._room.console)
        chosen = menu.exec(event.globalPos())
        menu.deleteLater()
        if chosen is not None:
            self.asked.emit(chosen.data())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Say that the window is to close."""
        self.closing.emit()
        event.accept()

    def _name(self) -> None:
        words, title = self._room.console.words, self._room.talk.briefing.title
        self.setWindowTitle(words("present.console-title", title=title))

    def _name_parts(self) -> None:
        words = self._room.console.words
        self.bar.setAccessibleName(words("present.times"))
        self.signs.setAccessibleName(words("present.signs"))
        self.segments.setAccessibleName(words("present.run"))

    def _grow(self, growth: float) -> None:
        if growth == self.bar.growth:
            return
        parts = (self.bar, self.signs, self.segments, self.next, self.notes, self.hints)
        for part in (*parts, self.questions):
            part.grow(growth)
        self._grid.setContentsMargins(*(round(m * growth) for m in MARGINS))
        self._grid.setHorizontalSpacing(round(24 * growth))
        self._grid.setVerticalSpacing(round(6 * growth))

    def _pinned(self, state: TalkState) -> str:
        """The figure that waits to be compared."""
        return "" if state.pinned is None else label_of(self._room.talk.steps[state.pinned])

    def _place(self, state: TalkState) -> str:
        talk, words = self._room.talk, self._room.console.words
        part = talk.part_at(state.place)
        if not talk.in_run(state.place):
            return words("present.backup-place", title=part.section.title)
        said = step_label(self._room, state.place, words)
        if not part.number:
            return said
        return words("present.place", number=part.number, count=talk.sections, step=said)

    def _lay_out(self) -> None:
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(*MARGINS)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.addWidget(self.bar, 0, 0, 1, 2)
        grid.addWidget(self.signs, 1, 0)
        left, right = QVBoxLayout(), QVBoxLayout()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.stage.setSizePolicy(policy)
        left.addWidget(self.stage)
        left.addSpacing(8)
        left.addWidget(self.segments, 20)
        left.addStretch(1)
        right.setSpacing(14)
        right.addWidget(self.next)
        right.addWidget(self.notes, 1)
        right.addWidget(self.questions)
        grid.addLayout(left, 2, 0)
        grid.addLayout(right, 1, 1, 2, 1)
        grid.addWidget(self.hints, 3, 0, 1, 2)
        grid.setColumnStretch(0, 17)
        grid.setColumnStretch(1, 10)
        grid.setRowStretch(2, 1)
