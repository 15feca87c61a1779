"""Words and charts scrolled together, paragraph by paragraph, where the reader asks for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import QObject

from viewer.model import Figure, Key
from viewer.settings import Settings
from viewer.window.document_model import Workspace
from viewer.window.figures.charts import ChartsPane
from viewer.window.main import MainWindow

ABOVE = 96
"""So much of a chart stands above its first mark: title and the line below it, in pixels."""
EDGE = 32
"""The room above the words that are scrolled to, in pixels."""


class ScrollingTogether(QObject):
    """Has the pane that the reader does not scroll follow the one that he does.

    The passage leads to the charts of the first paragraph in sight that has figures; the charts
    lead to the words of the first mark in sight. Only the reader's own scrolling counts: what the
    program brings into view stays there.
    """

    def __init__(
        self, window: MainWindow, workspace: Workspace, charts: ChartsPane, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._charts = window, workspace, charts
        self._settings = settings
        self._action = window.actions_by_id["scroll-together"]
        self._action.setChecked(settings.flag("scroll-together"))
        window.passage.verticalScrollBar().actionTriggered.connect(self._words_scrolled)
        charts.verticalScrollBar().actionTriggered.connect(self._charts_scrolled)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {"scroll-together": self._toggled}

    def _toggled(self) -> None:
        self._settings.put("scroll-together", self._action.isChecked())
        self._words_scrolled()

    def _words_scrolled(self, _: int = 0) -> None:
        if not self._action.isChecked():
            return
        key = self._key_below(self._window.passage.verticalScrollBar().sliderPosition())
        place = self._charts.column.place_of(key) if key else None
        if place is not None:
            self._charts.verticalScrollBar().setValue(max(0, round(place.top()) - ABOVE))

    def _charts_scrolled(self, _: int) -> None:
        if not self._action.isChecked():
            return
        top = self._charts.verticalScrollBar().sliderPosition()
        figure = self._first_quoted(top)
        if figure is not None:
            bar = self._window.passage.verticalScrollBar()
            bar.setValue(max(0, round(self._paragraph_top(figure)) - EDGE))

    def _key_below(self, top: int) -> Key:
        """The first figure in or after the first paragraph that begins below a height."""
        figures = sorted(self._workspace.figures(), key=lambda one: one.quantity.span.start)
        at = bisect_left(figures, float(top), key=self._paragraph_top)
        return figures[min(at, len(figures) - 1)].key if figures else ""

    def _first_quoted(self, top: int) -> Figure | None:
        """The figure of the first mark below a height that stands in the passage."""
        figures = {figure.key: figure for figure in self._workspace.figures()}
        column = self._charts.column
        for key in column.keys_below(top):
            place = column.place_of(key)
            if key in figures and place is not None and place.bottom() > top:
                return figures[key]
        return None

    def _paragraph_top(self, figure: Figure) -> float:
        """Where the paragraph of a figure begins, in the document."""
        section, start = self._workspace.section, figure.quantity.span.start
        span = figure.quantity.span
        if section is not None:
            homes = section.passage.paragraphs
            span = next((one for one in homes if one.start <= start < one.end), span)
        places = self._window.passage.places(span)
        return places[0].top() if places else 0.0
