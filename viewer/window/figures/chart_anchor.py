"""What of the charts stands where on the screen, told by the figures that they show."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from viewer.model import Key
from viewer.rendering.charts.column import ChartColumn

Seen = tuple[Key, float]


def visible_at(column: ChartColumn, value: int) -> Seen | int:
    """What stands uppermost in sight where `value` is scrolled to: a figure, and how far below the
    upper edge its mark is; the scroll itself where no mark is in sight.
    """
    for key in column.keys_below(value):
        place = column.place_of(key)
        if place is not None and place.bottom() > value:
            return key, place.top() - value
    return value


def scroll_to(column: ChartColumn, seen: Seen | int, now: int) -> int:
    """The scroll at which what was seen stands where it stood; `now` where it is no more."""
    if isinstance(seen, int):
        return seen
    place = column.place_of(seen[0])
    return now if place is None else round(place.top() - seen[1])


def is_in_sight(column: ChartColumn, key: Key, top: int, height: int) -> bool:
    """Whether the whole mark of `key` is in a view of `height` from `top` on."""
    place = column.place_of(key)
    return place is not None and top <= place.top() and place.bottom() <= top + height


def place_of_focus(column: ChartColumn, key: Key, top: int) -> QPoint:
    """The middle of the mark of `key`; without one, of the first mark in sight."""
    keys = [key] if key else column.keys_below(top)
    places = (column.place_of(one) for one in keys)
    in_sight = (one for one in places if one is not None and (key or one.top() >= top))
    found = next(in_sight, None)
    return found.center().toPoint() if found is not None else QPoint()
