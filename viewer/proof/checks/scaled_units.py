"""Units that carry the scale of their values: 万元 where a file writes 7871万 and 元."""

from __future__ import annotations

from viewer.model import Metric, Point, Quantity
from viewer.quantities import agrees
from viewer.quantities.numbers.numerals import power
from viewer.quantities.tables.stated_units import unit_of


def rescaled(metric: Metric, point: Point, quantity: Quantity) -> tuple[str, str] | None:
    """The value and the unit to write, where the scale in the unit is all that is wrong; else None.

    `7871` and `万元` are `7871万` and `元`, `3.5` and `million euros` `3.5 million` and `euros`.
    """
    unit = unit_of(metric.unit, whole=True)
    if not unit.exponent:
        return None
    times = power(unit.exponent)
    high = None if point.high is None else point.high * times
    if agrees(quantity, point.value * times, high, unit.unit, quantity.qualifier):
        return None
    scale = metric.unit.replace(unit.unit, "").strip() if unit.unit else metric.unit.strip()
    gap = " " if scale.isascii() else ""
    return f"{point.written}{gap}{scale}", unit.unit
