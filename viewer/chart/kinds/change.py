"""Changes against one base: bars that may lie on both sides of zero."""

from __future__ import annotations

from functools import partial

from viewer.chart.kinds.form_row import FormRow
from viewer.chart.layout.extent import RowStyle
from viewer.chart.layout.rows import place_rows
from viewer.chart.marks import Marks, by_value, marks_from_zero
from viewer.chart.request import Ask
from viewer.chart.scene import Axis
from viewer.design import Role
from viewer.i18n import Words
from viewer.model.chart_kind import Form


def _changes(ask: Ask, role: Role, _: Words) -> tuple[Marks, Axis]:
    return marks_from_zero(by_value(ask), role)


def _measured(ask: Ask, words: Words) -> list[str]:
    first = ask.data[0]
    versus = first.metric.versus
    base = words("chart.versus", versus=versus) if versus else words("chart.no-versus")
    return [words("chart.change", unit=first.unit), base, words("chart.own-scale")]


CHANGE = FormRow(
    Form.CHANGE,
    "change",
    _changes,
    place=partial(place_rows, style=RowStyle(signed=True)),
    measured=_measured,
)
