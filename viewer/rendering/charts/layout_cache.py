"""Keeps the layouts of charts that were seen lately."""

from __future__ import annotations

from viewer.chart import lay_out
from viewer.chart.layout import DESK, Placed
from viewer.chart.scene import Scene
from viewer.rendering.charts.fonts import Type

REMEMBERED = 96
"""So many layouts are kept for charts that are seen again."""


class LayoutCache:
    """Lays charts out for one set of faces; none before `type_` is known."""

    def __init__(self, type_: Type | None = None) -> None:
        self._type = type_
        self._layouts: dict[int, tuple[Scene, float, Placed]] = {}

    def lay_out(self, scene: Scene, width: float) -> Placed:
        """Lay a chart out, or take it as it was when its section was last seen."""
        assert self._type is not None
        known = self._layouts.pop(id(scene), None)
        if known is None or known[0] is not scene or known[1] != width:
            known = scene, width, lay_out(scene, width, DESK, self._type)
        self._layouts[id(scene)] = known
        if len(self._layouts) > REMEMBERED:
            del self._layouts[next(iter(self._layouts))]
        return known[2]
