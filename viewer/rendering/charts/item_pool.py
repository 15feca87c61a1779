"""The items of charts: fed again rather than made again, and left alone where that will do."""

from __future__ import annotations

from collections.abc import Callable

from viewer.chart import Scene
from viewer.rendering.charts.item import ChartItem

MOST = 24
"""So many items are kept for sections that were seen, unless one section has more charts."""


class ItemPool:
    """Hands out the items that held some scenes last; for new scenes, those unseen longest.

    `make` makes an item and puts it where it is painted; it is told how many there were before.
    """

    def __init__(self, make: Callable[[int], ChartItem]) -> None:
        self._make = make
        self._made = 0
        self.items: list[ChartItem] = []
        """All of them, the longest unseen first."""

    def items_for(self, scenes: tuple[Scene, ...]) -> list[ChartItem]:
        """An item for each scene, in order; all others are hidden."""
        holding = {id(item.scene_shown): item for item in self.items}
        found = [holding.get(id(scene)) for scene in scenes]
        taken = {id(item) for item in found}
        spare = [item for item in self.items if id(item) not in taken]
        for item in spare:
            item.setVisible(False)
        shown = [item or self._another(spare) for item in found]
        for item in shown:
            item.setVisible(True)
        self.items = [*spare, *shown]
        return shown

    def _another(self, spare: list[ChartItem]) -> ChartItem:
        if self._made >= MOST and spare:
            return spare.pop(0)
        self._made += 1
        return self._make(self._made - 1)
