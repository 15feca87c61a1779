"""What marks are made of, whatever the form: figures in order, in rows or over periods, and what
is computed of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from viewer.chart.datum import Datum
from viewer.chart.layout.periods import MOST_LINES
from viewer.chart.request import Ask
from viewer.chart.scale import SAFE, ratio
from viewer.chart.scene import Axis, Computed, Mark, MarkRole
from viewer.design import Role, series_role
from viewer.i18n import Words
from viewer.quantities.wording import SCALES, digits, plain

ZERO = Decimal(0)
_SCALES = tuple((zeros, word) for rows in SCALES.values() for zeros, word in rows if zeros)
"""Words of scale with their zeros, the largest first: 万亿 before 亿."""
Marks = tuple[Mark, ...]


def mark_of(datum: Datum, role: Role, row: int = 0, column: int = 0) -> Mark:
    """The mark of a figure from zero to its value; without a place where it has no number."""
    formula = datum.point.formula
    return Mark(
        key=datum.key,
        label=datum.label,
        as_written=datum.as_written,
        role=role,
        row=row,
        column=column,
        start=None if datum.value is None else ZERO,
        end=datum.value,
        ending=datum.ending,
        qualifier=datum.metric.qualifier,
        standing=datum.standing,
        treatment=datum.treatment,
        remark=datum.remark,
        computed=Computed(formula, datum.equation) if formula else None,
        origin=datum.origin,
        in_digits=datum.in_digits,
        quote=datum.quote,
        value=datum.value,
        high=datum.high,
        unit=datum.unit,
        kind=datum.kind,
        base=plain(datum.metric.versus or ""),
        period=datum.period if datum.metric.series else "",
    )


def by_value(ask: Ask) -> tuple[Datum, ...]:
    """The largest first, unless the author's order means something."""
    if ask.given:
        return ask.data
    return tuple(sorted(ask.data, key=lambda datum: -(datum.value or ZERO)))


def marks_from_zero(data: Sequence[Datum], role: Role) -> tuple[Marks, Axis]:
    """A row each, from zero, and the axis that holds them all; some may lie below zero."""
    marks = tuple(mark_of(datum, role, row) for row, datum in enumerate(data))
    ends = [mark.end for mark in marks if mark.end is not None]
    return marks, Axis(min(ZERO, *ends), max(ZERO, *ends))


def marks_over_periods(data: Sequence[Datum], role: Role) -> tuple[Marks, Axis]:
    """One line a metric over the periods of all; a period without a figure stays a gap."""
    periods = tuple(dict.fromkeys(datum.period for datum in data))
    ids = tuple(dict.fromkeys(datum.metric.id for datum in data))
    several = 1 < len(ids) <= MOST_LINES
    rows = {metric: row for row, metric in enumerate(ids)}
    columns = {period: column for column, period in enumerate(periods)}
    first = series_number(role)
    shades = [series_role(first + row) if several else role for row in rows.values()]
    marks = tuple(
        mark_of(datum, shades[row], row, columns[datum.period])
        for datum in sorted(data, key=lambda datum: columns[datum.period])
        for row in (rows[datum.metric.id],)
    )
    names = {datum.metric.id: datum.label for datum in data}
    low, high = _reach(marks)
    return marks, Axis(low, high, periods=periods, lines=tuple(names[one] for one in ids))


def _reach(marks: Sequence[Mark]) -> tuple[Decimal, Decimal]:
    """From zero, unless the values lie so close together that their course could not be seen."""
    ends = [mark.end for mark in marks if mark.end is not None]
    low, high = min(ends), max(ends)
    spread = SAFE.subtract(high, low)
    if low > 0 and spread and (ratio(spread, high) or 1) < 0.2:
        return SAFE.subtract(low, SAFE.divide(spread, Decimal(2))), high
    return min(ZERO, low), max(ZERO, high)


def series_number(role: Role) -> int:
    """Which of the series roles `role` is, from 0."""
    return int(role.value.rpartition("_")[2]) - 1


def without_unit(datum: Datum) -> str:
    """The value as written, less its unit, which the chart says once."""
    return plain(datum.as_written.replace(datum.unit, "", 1)) if datum.unit else datum.as_written


def unit_once(marks: Marks, measured: Sequence[str], words: Words) -> Marks:
    """Marks whose values are drawn without the unit that `measured`, the line below the title,
    gives for all of them; a sign of one character is a part of its number and stays."""
    units = {mark.unit for mark in marks if mark.unit and not _is_sign(mark.unit)}
    given = {
        unit
        for unit in units
        for key in ("chart.unit", "chart.change")
        if words(key, unit=unit) in measured
    }
    return tuple(
        replace(mark, bare=plain(mark.as_written.replace(mark.unit, "", 1)))
        if mark.unit in given and mark.place is not MarkRole.UNDER
        else mark
        for mark in marks
    )


def _is_sign(unit: str) -> bool:
    return not any(letter.isalpha() for letter in unit)


def share_of_whole(part: Datum, whole: Datum) -> Computed | None:
    """What share `part` is of `whole`, in percent to one place, and how that was found."""
    if part.value is None or not whole.value:
        return None
    percent = SAFE.divide(SAFE.multiply(part.value, Decimal(100)), whole.value)
    return computed(percent, f"{without_unit(part)} ÷ {without_unit(whole)}")


def computed(number: Decimal, formula: str, unit: str = "%") -> Computed | None:
    """A number to one place, with its formula; None where it is too large to be written."""
    if not number.is_finite() or abs(number.adjusted()) > 15:
        return None
    said = number.quantize(Decimal("0.1"), ROUND_HALF_UP)
    shown = f"{said.normalize():f}" if said else f"{number:.1g}" if number else "0"
    sign = "=" if said == number else "≈"
    return Computed(f"{shown}{unit}", f"{formula} {sign} {shown}{unit}")


def signed_difference(level: Datum, base: Datum) -> Computed | None:
    """How much a level is above or below its base, signed, in their unit; None where they have no
    numbers."""
    if level.value is None or base.value is None:
        return None
    left = SAFE.subtract(level.value, base.value)
    said, scale = in_common_scale(left.copy_abs(), [level, base])
    sign = "+" if left > 0 else "−" if left else ""
    shown = f"{sign}{said}{scale}{level.unit}".strip()
    return Computed(shown, f"{without_unit(level)} − {without_unit(base)} = {shown}")


def in_common_scale(value: Decimal, data: Sequence[Datum]) -> tuple[str, str]:
    """The number in the scale that all these figures are written in, with its word."""
    for zeros, word in _SCALES:
        if all(datum.as_written.count(word) == 1 for datum in data):
            return digits(value.scaleb(-zeros)), f" {word.strip()}{' ' * word.isascii()}"
    return digits(value), " "
