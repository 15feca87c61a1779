"""What of a picture a stroke lies on: the words or the mark of a figure, or neither."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from viewer.model import Key
from viewer.talk.state import On, Spot

NEAR = (0.012, 0.026)
"""How far from words or a mark a stroke still lies on them, in widths and heights."""
MOST = 0.6
"""The part of a stroke that has to."""
AROUND = 2.5
"""A ring is that of a mark, or of words, at most so many times as wide and as high."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a picture, in its widths and heights."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, spot: Spot, near: Spot = (0.0, 0.0)) -> bool:
        """Whether a place is in it, or as `near` as that."""
        x, y = spot
        across = self.left - near[0] <= x <= self.right + near[0]
        return across and self.top - near[1] <= y <= self.bottom + near[1]

    @property
    def middle(self) -> Spot:
        """Its centre."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def size(self) -> Spot:
        """Its width and height."""
        return self.right - self.left, self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Target:
    """Where the words or the mark of a figure stand in a picture: words on each line by itself."""

    key: Key
    on: On
    areas: tuple[Area, ...]


def target_of(spots: Sequence[Spot], targets: Iterable[Target]) -> Target | None:
    """The target that a stroke lies on, or is drawn around; None where it is neither or goes over
    several alike."""
    if not spots:
        return None
    bounds = _bounds(spots)
    found = [(_distance(spots, bounds, one), one) for one in targets]
    near = [(distance, one) for distance, one in found if distance is not None]
    if near:
        return min(near, key=lambda pair: pair[0])[1]
    ringed = [one for _, one in found if any(_rings(bounds, area) for area in one.areas)]
    return ringed[0] if len({one.key for one in ringed}) == 1 else None


def _distance(spots: Sequence[Spot], bounds: Area, target: Target) -> float | None:
    """How far the middle of a stroke is from that of the target that it lies on, squared."""
    touched = [any(area.holds(spot, NEAR) for area in target.areas) for spot in spots]
    if sum(touched) < MOST * len(spots):
        return None
    (x, y), middles = bounds.middle, [area.middle for area in target.areas]
    return min((x - at[0]) ** 2 + (y - at[1]) ** 2 for at in middles)


def _rings(bounds: Area, area: Area) -> bool:
    """Whether a stroke with these bounds is a ring around an area, and not around much more."""
    (wide, high), (own_wide, own_high) = bounds.size, area.size
    close = wide <= max(own_wide, NEAR[0]) * AROUND and high <= max(own_high, NEAR[1]) * AROUND
    return close and bounds.holds(area.middle)


def _bounds(spots: Sequence[Spot]) -> Area:
    across, down = [spot[0] for spot in spots], [spot[1] for spot in spots]
    return Area(min(across), min(down), max(across), max(down))
