"""Figures that were computed from two others and kept: the formula read and worked out again."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from math import log10
from typing import NamedTuple

from viewer.expressions import compiled
from viewer.model import Kind, Metric, Point
from viewer.proof.measure import plain_unit
from viewer.quantities import parse_value
from viewer.relations.interval import last_place

_FORMULA = compiled(r"^\s*(?P<one>\S.*?)\s+(?P<sign>[÷/−-])\s+(?P<other>\S.*?)\s*$")
_QUOTIENT = frozenset("÷/")
_HUNDRED = Decimal(100)


class Formula(NamedTuple):
    """Two numbers as the file writes them and what is done with them: `quotient` or difference."""

    one: Decimal
    quotient: bool
    other: Decimal

    @staticmethod
    def parse(text: str) -> Formula | None:
        """The formula `8652 ÷ 1078` or `50亿 − 30亿`; None where it cannot be worked out."""
        found = _FORMULA.match(text)
        values = [parse_value(found[name]) for name in ("one", "other")] if found else []
        if found is None or not all(value and value[1] is None for value in values):
            return None
        one, other = (value[0] for value in values if value)
        quotient = found["sign"] in _QUOTIENT
        usable = one.is_finite() and other.is_finite() and (other != 0 or not quotient)
        return Formula(one, quotient, other) if usable else None

    def result(self, unit: str) -> Decimal:
        """What it comes to: of a quotient in percent a hundred times as much."""
        if not self.quotient:
            return self.one - self.other
        return self.one / self.other * (_HUNDRED if plain_unit(unit) == "%" else 1)

    def gives(self, point: Point, unit: str) -> bool:
        """Whether the value of `point` is the result, rounded to the places that it is written
        with."""
        return self.rounded(point, unit) == point.value

    def rounded(self, point: Point, unit: str) -> Decimal:
        """The result to the last place that `point` is written with: 1.23亿 to a million."""
        step = Decimal(1).scaleb(round(log10(last_place(point.written, point.value))))
        return (self.result(unit) / step).to_integral_value(ROUND_HALF_UP) * step


def equation(metric: Metric, shown: str) -> str:
    """The formula of a computed metric with its result, `8652 ÷ 1078 ≈ 8.03 倍`; empty for others.

    `shown` is the value as it is written.
    """
    text = metric.point.formula
    formula = Formula.parse(text)
    if formula is None:
        return text
    exact = formula.result(metric.unit) == metric.point.value
    return f"{text} {'=' if exact else '≈'} {shown}"


def kind_of(quotient: bool, percent: bool, level: Kind) -> Kind:
    """What a computed figure measures, of figures of the kind `level`."""
    if percent:
        return Kind.SHARE
    return Kind.COUNT if quotient else level
