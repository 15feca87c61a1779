"""Beside the figures of a draft: the words that they come from, and the charts that they make."""

from __future__ import annotations

import threading
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from viewer.chart import Scene, compile_section, roles
from viewer.draft.pool import Pool
from viewer.edit.draft_review import DraftReview
from viewer.i18n import Words
from viewer.model import Key
from viewer.rendering.style import Style
from viewer.window.figures.charts import ChartsPane
from viewer.window.passage.passage_pane import PassagePane, ShownPassage

MANY = 150
"""Figures of a section from which its charts are made beside the window's thread."""
LOOK_EVERY = 30
"""Milliseconds between looks at charts that are being made."""
Shown = tuple[Pool, int, frozenset[str]]
"""The figures of a draft, the number of the section and what is kept of it."""
LEAST = 40
"""Pixels of height that words and charts have at least."""
SMALLER = 0.86
"""The size of words and charts against those of the window: they stand in a part of it."""


class DraftPreview(QWidget):
    """Shows one section of a draft; `chosen` tells the figure that was pointed at there."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, style: Style) -> None:
        super().__init__(parent)
        self._style = replace(style, scale=SMALLER * style.scale)
        self.passage, self.charts = PassagePane(self), ChartsPane(self)
        for pane in (self.passage, self.charts):
            pane.apply_style(self._style)
            pane.setMinimumHeight(LEAST)
            pane.selected.connect(self.chosen)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setAccessibleName(style.words("window.panes"))
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.passage)
        parts.addWidget(self.charts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(parts)
        parts.setSizes([1, 1])
        self._shown: Shown | None = None
        self._work: _Compiling | None = None
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._key: Key = ""

    def show_review(self, review: DraftReview, number: int, key: Key) -> None:
        """Show a section as it is ticked, the words and the mark of `key` lit."""
        metrics = [each.metric for each in review.pool.parts[number].placed]
        kept = frozenset(metric.id for metric in metrics) & review.kept
        before, shown = self._shown, (review.pool, number, kept)
        self._key = key
        if before is None or before[0] is not shown[0] or before[1:] != shown[1:]:
            self._shown = shown
            self._show(review, number, keep=before is not None and before[1] == number)
        self.passage.select(key)
        self.charts.select(key)

    def _show(self, review: DraftReview, number: int, *, keep: bool) -> None:
        """Show a section; the charts of many figures are made beside the window's thread."""
        words = self._style.words
        assert self._shown is not None
        if len(self._shown[2]) <= MANY:
            self._show_made(review, number, compiled(review, number, words), keep=keep)
            return
        self._work = _Compiling(review, number, words)
        self._timer.start()
        if not keep:
            self._show_made(review, number, None, keep=False)

    def _look(self) -> None:
        work = self._work
        if work is None or not work.over:
            return
        self._timer.stop()
        self._work = None
        if self._shown is not None and self._shown[:2] == (work.review.pool, work.number):
            self._show_made(work.review, work.number, work.scenes, keep=True)
            self.passage.select(self._key, reveal=False)
            self.charts.select(self._key)

    def _show_made(
        self, review: DraftReview, number: int, scenes: tuple[Scene, ...] | None, *, keep: bool
    ) -> None:
        part, palette = review.pool.parts[number], self._style.palette
        figures = sorted(review.figures_of(number), key=lambda one: one.quantity.span)
        colours = {figure.key: palette.faint for figure in figures}
        colours |= {key: palette.of(role) for key, role in roles(scenes or ()).items()}
        doubted = frozenset(
            point.key for each in part.placed if each.metric.review for point in each.metric.points
        )
        passage = review.passage(number)
        words = ShownPassage(part.title, passage, tuple(figures), colours, doubted)
        self.passage.show_passage(words, keep=keep)
        self.charts.show_scenes(scenes, keep=keep)


class _Compiling:
    """The charts of a section that are made in a thread of their own."""

    def __init__(self, review: DraftReview, number: int, words: Words) -> None:
        self.review, self.number = review, number
        self.scenes: tuple[Scene, ...] = ()
        self._words = words
        self._thread = threading.Thread(target=self._run, name="previewing", daemon=True)
        self._thread.start()

    @property
    def over(self) -> bool:
        """Whether the thread has ended, well or not."""
        return not self._thread.is_alive()

    def _run(self) -> None:
        self.scenes = compiled(self.review, self.number, self._words)


def compiled(review: DraftReview, number: int, words: Words) -> tuple[Scene, ...]:
    """The charts of one section of a draft, of the figures that are kept."""
    briefing, section = review.preview(number)
    return compile_section(section, briefing, review.figures, words)
