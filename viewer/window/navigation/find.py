"""Find: words and numbers over all sections, worked off in slices so that the window answers."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from time import perf_counter
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from viewer import quantities
from viewer.model import Briefing, Key, Span
from viewer.rendering.announce import announce
from viewer.rendering.style import Style

SLICE = 0.012
"""Seconds of searching at a time, so that a frame is never missed."""

WAITING, COUNTING = 2, 9
"""Shares of the bar that the box has, beside 3 of the title: empty, and with a count."""
WIDEST = 600
"""Pixels that the box has at most: what is left is the title's."""

Texts = Callable[[int], Iterable[tuple[Key, str, Span | None]]]
"""Gives the words beside the passage of a section: of each the figure that it belongs to, and the
quote of that figure, which finds it as well."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that find found: words of the passage, or of a chart, which has a `key`."""

    section: int
    span: Span | None
    key: Key = ""


class FindBox(QWidget):
    """The box to type in, with the count of what was found."""

    asked = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("find-box")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMaximumWidth(WIDEST)
        self.line = QLineEdit(self)
        self.line.setObjectName("find")
        self.count = QLabel(self)
        self.count.setObjectName("find-count")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        self.previous = _arrow("find-previous", Qt.ArrowType.UpArrow, self)
        self.next = _arrow("find-next", Qt.ArrowType.DownArrow, self)
        for button, by in ((self.previous, -1), (self.next, 1)):
            button.clicked.connect(partial(self._step, by))
            row.addWidget(button)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(120)
        self._wait.timeout.connect(self._ask)
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)

    def apply_style(self, style: Style) -> None:
        """Take on words."""
        self.line.setPlaceholderText(style.words("window.find-hint"))
        self.line.setAccessibleName(style.words("window.find"))
        self.count.setAccessibleName(style.words("window.find-found"))
        for button, name in ((self.previous, "find-previous"), (self.next, "find-next")):
            said = style.words(f"action.{name}")
            button.setAccessibleName(said)
            button.setToolTip(said)
        widest = self.count.fontMetrics().horizontalAdvance(style.words("window.find-widest"))
        self.count.setFixedWidth(widest)  # the box keeps its width while it is counted
        self.show_count("")

    def show_count(self, said: str) -> None:
        """Say how many were found, and which one is shown."""
        if said != self.count.text():
            self.count.setText(said)
            announce(self.line, said)
        for widget in (self.count, self.previous, self.next):
            widget.setVisible(bool(said))
        self._take_room(COUNTING if said else WAITING)

    def _take_room(self, share: int) -> None:
        """Have so large a share of the bar: what stands beside the line is not taken from it."""
        policy = self.sizePolicy()
        if policy.horizontalStretch() != share:
            policy.setHorizontalStretch(share)
            self.setSizePolicy(policy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Esc is the box's own while it is typed in, not the window's."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes to the next hit, Shift+Enter to the one before, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if self._wait.isActive():
                self._wait.stop()
                self._ask()
            else:
                self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.line.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        self.stepped.emit(by)

    def _typed(self) -> None:
        self.line.setClearButtonEnabled(True)  # only now: its picture is slow to be found
        self._wait.start()

    def _ask(self) -> None:
        self.asked.emit(self.line.text().strip())


def normalized(text: str) -> str:
    """A text as find compares it: without case, width and doubled spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _arrow(name: str, arrow: Qt.ArrowType, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setArrowType(arrow)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter and F3 do the same
    return button


class Finder(QObject):
    """Searches a briefing for a query, section after section.

    `changed` tells that hits or the current one changed; `hits` are in reading order.
    """

    changed = Signal()

    def __init__(self, parent: QObject, now: Callable[[], float] = perf_counter) -> None:
        super().__init__(parent)
        self._now = now
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)
        self._search: Iterator[None] = iter(())
        self.query = ""
        self.hits: list[Hit] = []
        self.current: Hit | None = None
        self.sections = 0

    def search(
        self,
        briefing: Briefing | None,
        query: str,
        start: int = 0,
        beside: Texts | None = None,
    ) -> None:
        """Look for `query` in every passage and in what stands `beside` it; the current hit is the
        first at or after section `start`.
        """
        self._timer.stop()
        self.query, self.hits, self.current = query, [], None
        self.sections = len(briefing.sections) if briefing else 0
        if briefing is None or not query:
            self.changed.emit()
            return
        self._search = self._each_section(briefing, query, start, beside)
        self._timer.start()
        self._work()

    @property
    def busy(self) -> bool:
        """Whether sections are still being searched."""
        return self._timer.isActive()

    def step(self, by: int) -> None:
        """Go to the next hit or the one before, around the ends."""
        if not self.hits:
            return
        at = self.hits.index(self.current) + by if self.current in self.hits else 0
        self.current = self.hits[at % len(self.hits)]
        self.changed.emit()

    def counts(self) -> tuple[int, ...] | None:
        """How many hits each section has; None when nothing is searched."""
        if not self.query:
            return None
        counts = [0] * self.sections
        for hit in self.hits:
            counts[hit.section] += 1
        return tuple(counts)

    def in_section(self, number: int) -> tuple[Span, ...]:
        """The hits of one section."""
        return tuple(h.span for h in self.hits if h.section == number and h.span is not None)

    def _each_section(
        self, briefing: Briefing, query: str, start: int, beside: Texts | None
    ) -> Iterator[None]:
        for number, section in enumerate(briefing.sections):
            spans = quantities.find(section.passage.text, query, briefing.language)
            found = [Hit(number, span) for span in spans]
            sought = normalized(query)
            for key, text, quote in beside(number) if beside is not None and sought else ():
                there = quote is not None and any(quote.meets(span) for span in spans)
                if not there and quantities.has_words(normalized(text), sought):
                    found.append(Hit(number, None, key))
            self.hits.extend(found)
            if self.current is None and number >= start and found:
                self.current = found[0]
            yield
        if self.current is None and self.hits:
            self.current = self.hits[0]

    def _work(self) -> None:
        until = self._now() + SLICE
        for _ in self._search:
            if self._now() > until:
                self.changed.emit()
                return
        self._timer.stop()
        self.changed.emit()
