"""Where a mark begins and ends along its row, as parts of the plot's width."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from viewer.chart.scale import position, ratio
from viewer.chart.scene import Mark, Scene

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class RowStyle:
    """How a form draws its rows. `of_track`: each mark is a part of its own track, of whatever
    unit. `stacked`: all lie end to end along one whole. `outlined`: tracks are outlined. `signed`:
    zero is marked even where nothing lies below it."""

    of_track: bool = False
    stacked: bool = False
    outlined: bool = False
    signed: bool = False


PLAIN = RowStyle()
"""Marks on the axis, in the unit of their figures."""


@dataclass(frozen=True, slots=True)
class BarExtent:
    """From `start` to `end`, 0 at the left edge and 1 at the right; `track` is the whole's end.

    `falls` where the figure lies left of zero; `drawn` false where it has no place.
    """

    start: float
    end: float
    track: float = 0.0
    falls: bool = False
    drawn: bool = True


def span_of(scene: Scene, mark: Mark | None, style: RowStyle) -> BarExtent:
    """The span of a mark of a scene in rows; of no mark, the place of zero."""
    axis = scene.axis
    zero = 0.0 if axis.log else position(ZERO, axis.low, axis.high)
    if mark is None or mark.start is None or mark.end is None:
        return BarExtent(zero, zero, drawn=False)
    if style.of_track:
        return _of_track(mark, axis.high)
    start = position(mark.start, axis.low, axis.high, axis.log)
    end = position(mark.end, axis.low, axis.high, axis.log)
    track = 0.0
    if mark.track is not None:
        track = position(mark.track, axis.low, axis.high)
    return BarExtent(start, end, track, falls=mark.end < 0)


def _of_track(mark: Mark, tracks: Decimal) -> BarExtent:
    """Parts of a track, of which the axis holds `tracks`."""
    full = ratio(Decimal(1), tracks) or 1.0
    whole = mark.track or Decimal(1)
    start = (ratio(mark.start or ZERO, whole) or 0.0) * full
    end = (ratio(mark.end or ZERO, whole) or 0.0) * full
    return BarExtent(min(1.0, max(0.0, start)), min(1.0, max(0.0, end)), full)
