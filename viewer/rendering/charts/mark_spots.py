"""The charts of a column as lists of named marks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from viewer.chart import Mark, tip_of
from viewer.chart.layout import Box
from viewer.i18n import Words
from viewer.i18n.content_language import words_in
from viewer.model import Key
from viewer.rendering.charts.column import ChartColumn
from viewer.rendering.spots import Spot, SpotMemory, words_of
from viewer.rendering.style import Style


class SpottedColumn(ChartColumn):
    """A column of charts that a screen reader walks chart by chart, mark by mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = SpotMemory()
        self._words: Words | None = None

    def apply_style(self, style: Style) -> None:
        """Take on colours, faces and zoom, and the words of what is told."""
        self._words = style.words
        super().apply_style(style)

    def spots(self) -> tuple[Spot, ...]:
        """Every chart with its marks; where there is none, the words that say so."""
        words = self._words
        if words is None:
            return ()
        return self._memory.of((self.scenes, words, self.quiet), lambda: self._charts(words))

    def _charts(self, words: Words) -> Iterator[Spot]:
        if not self.scenes:
            yield from words_of(words(self.quiet))
        for number, scene in enumerate(self.scenes):
            own = words_in(scene.language, words)
            around = " ".join(filter(None, (scene.subtitle, scene.note)))
            marks = tuple(self._mark(number, mark, own) for mark in scene.marks)
            yield Spot(scene.title, around, partial(self._place, number, ""), children=marks)

    def _mark(self, number: int, mark: Mark, words: Words) -> Spot:
        name, value, *more = tip_of(mark, words).split("\n", 2) + [""] * 2
        return Spot(
            f"{name} {value}".strip(),
            more[0],
            partial(self._place, number, mark.key),
            choice=bool(mark.key),
            selected=lambda: bool(mark.key) and self.lit.selected == mark.key,
            focused=lambda: bool(mark.key) and self.lit.focused == mark.key,
            press=partial(self.chosen.emit, mark.key) if mark.key else None,
        )

    def _place(self, number: int, key: Key) -> QRectF:
        """Where a mark of a chart stands, in pixels; without a key, the chart itself."""
        placed = self._arranged.placed(number)
        left, top = self._arranged.place(number)
        box = placed.box_of(key) if key else Box(0, 0, placed.width, placed.height)
        self._stand()
        if box is None:
            return QRectF()
        scale, x, y = self._scale, left + box.x, top + box.y
        return QRectF(x * scale, y * scale, box.width * scale, box.height * scale)
