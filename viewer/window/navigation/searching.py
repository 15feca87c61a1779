"""Find at work: the box asks, the finder looks, sidebar and passage show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal

from viewer.chart import compile_section
from viewer.i18n import Words
from viewer.loading import Opened
from viewer.model import Key, Section, Span
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
from viewer.window.main import MainWindow
from viewer.window.navigation.find import Finder, Hit

Beside = tuple[Key, str, Span | None]


class Searching(QObject):
    """Joins the find box to the panes; `lit` tells the figures that the current hit speaks of."""

    lit = Signal(object)

    def __init__(
        self, window: MainWindow, workspace: Workspace, appearance: WindowAppearance
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._appearance = window, workspace, appearance
        self.finder = Finder(self)
        self._last = ""
        self._lit: frozenset[Key] = frozenset()
        self._of: tuple[Opened, Words] | None = None
        self._known: dict[int, tuple[Beside, ...]] = {}
        box = window.topbar.find_box
        box.asked.connect(self._ask)
        box.stepped.connect(self.finder.step)
        box.left.connect(self._leave)
        self.finder.changed.connect(self._show)
        workspace.section_changed.connect(self._show_in_section)
        workspace.briefing_changed.connect(self._again)
        workspace.renewed.connect(self._again)
        appearance.changed.connect(self._show)
        if box.line.text():  # typed before the search was imported
            self._ask(box.line.text())

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {
            "find": self._focus,
            "find-next": partial(self._step, 1),
            "find-previous": partial(self._step, -1),
        }

    def _step(self, by: int) -> None:
        """The next hit or the one before; after Esc the last search is taken up again."""
        if self.finder.query:
            self.finder.step(by)
        elif self._last:
            self._window.topbar.find_box.line.setText(self._last)
            self._ask(self._last)

    def _focus(self) -> None:
        self._window.topbar.find_box.line.setFocus()
        self._window.topbar.find_box.line.selectAll()

    def _ask(self, query: str) -> None:
        self._last = query or self._last
        self.finder.search(self._workspace.briefing, query, self._workspace.number, self._beside)

    def _beside(self, number: int) -> tuple[Beside, ...]:
        """The words of the charts of a section; made once, as every letter that is typed asks."""
        opened, words = self._workspace.opened, self._appearance.style.words
        sections = opened.briefing.sections if opened and opened.briefing else ()
        if opened is None or number >= len(sections):
            return ()
        if self._of is None or self._of[0] is not opened or self._of[1] is not words:
            self._of, self._known = (opened, words), {}
        if number not in self._known:
            self._known[number] = tuple(words_of_charts(opened, sections[number], words))
        return self._known[number]

    def _again(self) -> None:
        if self.finder.query:
            self._ask(self.finder.query)

    def _leave(self) -> None:
        self.finder.search(None, "")
        self._window.passage.setFocus()

    def _show(self) -> None:
        finder, words = self.finder, self._appearance.style.words
        self._window.sidebar.sections.show_hits(finder.counts())
        said = ""
        if finder.query:
            at = finder.hits.index(finder.current) + 1 if finder.current in finder.hits else 0
            said = words("window.find-count", at=at, n=len(finder.hits))
            if not finder.hits and not finder.busy:
                said = words("window.find-none")
        self._window.topbar.find_box.show_count(said)
        if finder.current is not None and finder.current.section != self._workspace.number:
            self._workspace.show_section(finder.current.section)
        self._show_in_section()

    def _show_in_section(self) -> None:
        number, current = self._workspace.number, self.finder.current
        here = current if current is not None and current.section == number else None
        span = here.span if here is not None else None
        self._window.passage.mark_hits(self.finder.in_section(number), span)
        keys = self._keys_of(here) if here is not None else frozenset()
        if keys != self._lit:  # the charts of another section come without any light
            self._lit = keys
            self.lit.emit(keys)

    def _keys_of(self, hit: Hit) -> frozenset[Key]:
        """The figures that a hit speaks of: that of a label, those whose quotes it meets."""
        if hit.key:
            return frozenset({hit.key})
        span = hit.span
        return frozenset(
            figure.key
            for figure in self._workspace.figures()
            if span is not None and figure.quote.meets(span)
        )


def words_of_charts(opened: Opened, section: Section, words: Words) -> Iterator[Beside]:
    """The titles and labels of the charts of a section, each with a figure to go to."""
    assert opened.briefing is not None
    figures = opened.proof.figures
    for scene in compile_section(section, opened.briefing, figures, words):
        quotes = {key: figures[key].quote for key in scene.by_key if key in figures}
        first = next(iter(scene.by_key), "")
        title = " ".join(dict.fromkeys((scene.title, scene.topic)))
        yield first, title, quotes.get(first)
        for key, mark in scene.by_key.items():
            yield key, mark.label, quotes.get(key)
