"""Ranges: floating bars from the lower end to the upper."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial

from viewer.chart.kinds.form_row import FormRow, several
from viewer.chart.layout.extent import RowStyle
from viewer.chart.layout.rows import place_rows
from viewer.chart.marks import Marks, by_value, mark_of
from viewer.chart.request import Ask
from viewer.chart.scene import Axis
from viewer.design import Role
from viewer.i18n import Words
from viewer.model.chart_kind import Form

ZERO = Decimal(0)


def _ranges(ask: Ask, role: Role, _: Words) -> tuple[Marks, Axis]:
    """An exact figure has both ends at one place."""
    marks = tuple(
        replace(mark_of(datum, role, row), start=datum.value, end=datum.high or datum.value)
        for row, datum in enumerate(by_value(ask))
    )
    ends = [end for mark in marks for end in (mark.start, mark.end) if end is not None]
    return marks, Axis(min(ZERO, *ends), max(ZERO, *ends))


RANGE = FormRow(
    Form.RANGE,
    "range",
    _ranges,
    suits=several,
    place=partial(place_rows, style=RowStyle(signed=True)),
)
