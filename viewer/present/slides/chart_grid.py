"""Several charts of a section beside and below each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QRectF, QSizeF

from viewer.chart import Form, Scene
from viewer.model import Key

SHAPE = 1.6
"""How many times as wide as high a chart is best."""
NARROWEST = 0.6
"""How many times as wide as high it is at least."""


def ranked(scenes: Sequence[Scene], lead: Collection[Key]) -> list[Scene]:
    """The charts of a section, the first those that are not to be missing: that of its leading
    figure, then those with a finding; rows of numbers, which its title shows, come last."""

    def rank(scene: Scene) -> tuple[bool, bool, bool]:
        leads = any(key in scene.by_key for key in lead)
        return scene.form is Form.CARDS, not leads, not scene.finding

    return sorted(scenes, key=rank)


def grids(area: QRectF, count: int, gaps: QSizeF) -> list[list[QRectF]]:
    """The ways to part an area into cells for so many charts, the best shaped first, and none whose
    bars would be stumps."""
    found = sorted(_grids(area, count, gaps), key=_unlike)
    return [cells for cells in found if cells[0].width() >= NARROWEST * cells[0].height()]


def _grids(area: QRectF, count: int, gaps: QSizeF) -> Iterator[list[QRectF]]:
    for columns in range(1, count + 1):
        rows = -(-count // columns)
        if columns > 1 and -(-count // (columns - 1)) == rows:
            continue  # a column would stand empty
        wide = (area.width() - gaps.width() * (columns - 1)) / columns
        high = (area.height() - gaps.height() * (rows - 1)) / rows
        yield [
            QRectF(
                area.left() + number % columns * (wide + gaps.width()),
                area.top() + number // columns * (high + gaps.height()),
                wide,
                high,
            )
            for number in range(count)
        ]


def _unlike(grid: list[QRectF]) -> float:
    """How far the shape of its cells is from the best one."""
    shape = grid[0].width() / max(1.0, grid[0].height())
    return max(shape / SHAPE, SHAPE / shape)
