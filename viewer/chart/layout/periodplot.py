"""The plot of a line or column chart: from period and value to a place, and what is drawn there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from viewer.chart.layout.canvas import Bar, Box, Curve, Dot, RuleLine, Sheet
from viewer.chart.notation import Treatment
from viewer.chart.scale import position
from viewer.chart.scene import Axis, Mark
from viewer.design import Role

ZERO = Decimal(0)
COLUMN_PART = 0.56
WIDEST_COLUMN = 64.0


@dataclass(frozen=True, slots=True)
class Plot:
    """An axis in its box: periods in equal steps from left to right, values upwards."""

    axis: Axis
    box: Box

    @property
    def columns(self) -> int:
        """How many periods there are."""
        return max(1, len(self.axis.periods))

    @property
    def pitch(self) -> float:
        """The width of one period."""
        return self.box.width / self.columns

    def x(self, column: int) -> float:
        """The middle of a period."""
        return self.box.x + self.pitch * (column + 0.5)

    def y(self, value: Decimal | None) -> float:
        """The height of a value; of none, the bottom."""
        if value is None:
            return self.box.bottom
        part = position(value, self.axis.low, self.axis.high)
        return self.box.bottom - self.box.height * part

    @property
    def zero(self) -> float:
        """The height of zero, or of the least value where zero lies below the axis."""
        return self.y(max(ZERO, self.axis.low))


def draw_columns(plot: Plot, marks: Sequence[Mark], sheet: Sheet) -> None:
    """Upright bars from zero."""
    wide = min(plot.pitch * COLUMN_PART, WIDEST_COLUMN * sheet.sizes.label.size / 15)
    for mark in marks:
        if mark.end is None:
            continue
        y, zero = plot.y(mark.end), plot.zero
        tall = max(1.5, abs(zero - y)) if mark.end else 0.0
        top = zero if mark.end < 0 else zero - tall
        box = Box(plot.x(mark.column) - wide / 2, top, wide, tall)
        tip = "bottom" if mark.end < 0 else "top"
        sheet.bars.append(Bar(box, mark.role, mark.key, mark.ending, tip, mark.treatment))
    _base(plot, sheet)


def draw_line(plot: Plot, marks: Sequence[Mark], sheet: Sheet) -> None:
    """A line with a dot at every figure; a period without one is a gap."""
    found = {mark.column: mark for mark in marks if mark.end is not None}
    if not found:
        return
    here = [found.get(column) for column in range(plot.columns)]
    points = tuple((plot.x(m.column), plot.y(m.end)) if m else None for m in here)
    first = next(iter(found.values()))
    keys = tuple(mark.key for mark in found.values())
    sheet.curves.append(Curve(points, first.role, keys, _dashed(here)))
    last = max(found)
    for column, mark in found.items():
        alone = found.get(column - 1) is None and found.get(column + 1) is None
        sheet.dots.append(
            Dot(
                plot.x(column),
                plot.y(mark.end),
                mark.role,
                mark.key,
                mark.ending,
                quiet=mark.treatment is Treatment.SOLID
                and column not in {min(found), last}
                and not alone,
                tip="bottom" if (mark.end or ZERO) < 0 else "top",
                treatment=mark.treatment,
            )
        )
    _base(plot, sheet)


def _dashed(marks: Sequence[Mark | None]) -> tuple[bool, ...]:
    """Which steps lead to or from what is no fact of the passage; empty where none does."""
    solid = [mark is None or mark.treatment is Treatment.SOLID for mark in marks]
    dashed = tuple(not (one and other) for one, other in pairwise(solid))
    return dashed if any(dashed) else ()


def _base(plot: Plot, sheet: Sheet) -> None:
    """Zero; or, for an axis that does not reach it, a line in the quietest colour."""
    role = Role.LINE if plot.axis.low > 0 else Role.FAINT
    line = RuleLine(plot.box.x, plot.zero, plot.box.right, plot.zero, role)
    if line not in sheet.rules:
        sheet.rules.append(line)
