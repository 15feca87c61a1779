"""Which texts a picture of the talk shows and how large: what + and Z may not make smaller."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import combinations

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QGlyphRun, QImage, QPainter

from viewer.model import Key
from viewer.present.slides.anatomy import Anatomy
from viewer.talk import On, Shown

SAME = 0.985
"""Type is set in whole pixels: what keeps its size may be so much smaller."""
ABOVE, BELOW = 0.86, 0.1
"""What letters take above and below their baseline, as parts of their size."""
_PARTED = re.compile(r"[\s·]")
"""What may go where a line ends."""


class TypeSizes(QPainter):
    """Paints nothing that is seen, and notes every text with the height of its type.

    `texts` are the texts in the order in which they are painted, each a line or a part of one,
    `in_chart` those painted while `charting`; `passage` is the least type of the passage, 0 where
    none is shown, `marks` are the figures that charts show.
    """

    def __init__(self) -> None:
        self._speck = QImage(1, 1, QImage.Format.Format_RGB32)
        super().__init__(self._speck)
        self.texts: list[tuple[str, float]] = []
        self.in_chart: list[tuple[str, float]] = []
        self.charting = False
        self.passage = 0.0
        self._boxes: tuple[list[QRectF], list[QRectF]] = [], []
        self._passages: list[QRectF] = []
        self.marks: frozenset[Key] = frozenset()

    def drawText(self, at: QPointF | QPoint, text: str) -> None:  # type: ignore[override]  # noqa: N802
        """Note a text instead of drawing it."""
        said = _PARTED.sub("", text)
        if not said:
            return
        size = self.font().pixelSize()
        noted = self.in_chart if self.charting else self.texts
        noted.append((said, self._high(size)))
        wide = QFontMetricsF(self.font()).horizontalAdvance(text)
        box = QRectF(at.x(), at.y() - ABOVE * size, wide, (ABOVE + BELOW) * size)
        self._boxes[self.charting].append(self.worldTransform().mapRect(box))

    def drawGlyphRun(  # type: ignore[override]  # noqa: N802
        self, position: QPointF | QPoint, glyphs: QGlyphRun
    ) -> None:
        """Note the type of words of the passage instead of drawing them."""
        size = glyphs.rawFont().pixelSize()
        high = self._high(size)
        self.passage = min(high, self.passage or high)
        line = glyphs.boundingRect().translated(position)
        base = line.top() + glyphs.rawFont().ascent()
        box = QRectF(line.left(), base - ABOVE * size, line.width(), (ABOVE + BELOW) * size)
        self._passages.append(self.worldTransform().mapRect(box))

    def _high(self, size: float) -> float:
        return size * self.worldTransform().m22()

    @property
    def overlaps(self) -> int:
        """How many texts stand on another one, or on the passage."""
        texts, charted = self._boxes
        met = sum(one.intersects(other) for one, other in combinations(texts, 2))
        others = (*charted, *self._passages)
        return met + sum(one.intersects(other) for one in texts for other in others)

    def keeps(self, plain: TypeSizes) -> bool:
        """Whether every text of the plain picture is in this one, whole and no smaller, though its
        lines may break elsewhere, and none stands on another.

        Of the passage and of the words in charts, as at the points of a line, fewer may be shown,
        if not of their marks.
        """
        return (
            self.marks >= plain.marks
            and self.passage >= SAME * plain.passage
            and _Row(self.texts).keeps(plain.texts)
            and self.keeps_charts(plain)
            and self.overlaps <= plain.overlaps
        )

    def keeps_charts(self, other: TypeSizes) -> bool:
        """Whether the words in charts that another picture shows too are no smaller in this one."""
        return _Row(self.in_chart).keeps(other.in_chart, all_=False)


@contextmanager
def charting(painter: QPainter) -> Iterator[None]:
    """While a chart is painted."""
    if isinstance(painter, TypeSizes):
        painter.charting = True
    yield
    if isinstance(painter, TypeSizes):
        painter.charting = False


@dataclass(frozen=True, slots=True)
class Fit:
    """A picture, and how many lines of the passage give way in it to what else is to be read."""

    shown: Shown
    fewer: int = 0


class TypeFitter:
    """Finds how large the type of pictures can be that `paint` paints; keeps what it found.

    `lines` tells how many lines of the passage a picture has at most.
    """

    def __init__(
        self, paint: Callable[[QPainter, Fit], Anatomy], lines: Callable[[Shown], int]
    ) -> None:
        self._paint = paint
        self._lines = lines
        self._noted: dict[Fit, TypeSizes] = {}
        self._fitted: dict[Shown, Fit] = {}

    def fitted(self, shown: Shown) -> Fit:
        """A picture in the largest type, up to that asked for, in which it shows all that it does
        in plain type, and nothing smaller; of the passage as much as that leaves room for. A chart
        that has the picture to itself is no smaller than beside its number in the type asked for.
        """
        if shown not in self._fitted:
            plain = Fit(replace(shown, size=min(0, shown.size)))
            larger = (one for one in self._larger(shown) if self._keeps(one))
            if shown.zoomed and shown.size > 0:
                beside = self.of(replace(shown, zoomed=False))
                larger = (one for one in larger if self._note(one).keeps_charts(beside))
            self._fitted[shown] = next(larger, plain)
        return self._fitted[shown]

    def _larger(self, shown: Shown) -> Iterator[Fit]:
        for size in range(shown.size, 0, -1):
            for fewer in range(max(1, self._lines(shown))):
                yield Fit(replace(shown, size=size), fewer)

    def of(self, shown: Shown) -> TypeSizes:
        """How large every text of a picture is."""
        return self._note(self.fitted(shown))

    def _keeps(self, fit: Fit) -> bool:
        return self._note(fit).keeps(self._note(Fit(replace(fit.shown, size=0))))

    def _note(self, fit: Fit) -> TypeSizes:
        if fit not in self._noted:
            self._noted[fit] = types = TypeSizes()
            try:
                painted = self._paint(types, fit)
            finally:
                types.end()
            types.marks = frozenset(key for key, on, _ in painted.targets if on is On.MARK)
        return self._noted[fit]


class _Row:
    """Texts one after the other, as if no line ended."""

    def __init__(self, texts: Sequence[tuple[str, float]]) -> None:
        self._texts = texts
        self._text = "".join(text for text, _ in texts)
        self._sizes = [size for text, size in texts for _ in text]

    def keeps(self, texts: Sequence[tuple[str, float]], *, all_: bool = True) -> bool:
        """Whether other texts, `all_` or those that are here, are no smaller here."""
        row = _Row(texts)
        for text in {text for text, _ in texts}:
            own, others = self._alike(text), row._alike(text)
            if not own or not others:  # its lines break elsewhere
                own, others = self._anywhere(text), row._anywhere(text)
            if all_ and len(own) < len(others):
                return False
            if any(mine < SAME * other for mine, other in zip(own, others, strict=False)):
                return False
        return True

    def _alike(self, text: str) -> list[float]:
        """The sizes of the texts that read so, the largest first."""
        return sorted((size for said, size in self._texts if said == text), reverse=True)

    def _anywhere(self, text: str) -> list[float]:
        """The sizes of a text wherever it stands, the largest first."""
        found, at = [], self._text.find(text)
        while at >= 0:
            found.append(min(self._sizes[at : at + len(text)]))
            at = self._text.find(text, at + 1)
        return sorted(found, reverse=True)
