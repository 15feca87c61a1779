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
from viewer.quantities.growth_rates import names_growth_rate


def _changes(ask: Ask, role: Role, _: Words) -> tuple[Marks, Axis]:
    return marks_from_zero(by_value(ask), role)


def _measured(ask: Ask, words: Words) -> list[str]:
    return [
        words("chart.change", unit=ask.data[0].unit),
        _base(ask, words),
        words("chart.own-scale"),
    ]


def _base(ask: Ask, words: Words) -> str:
    """What the changes are measured against; nothing for rates of growth, which name no base."""
    versus = ask.data[0].metric.versus
    if versus:
        return words("chart.versus", versus=versus)
    rates = all(names_growth_rate(one.metric.label, one.unit) for one in ask.data)
    return "" if rates else words("chart.no-versus")


CHANGE = FormRow(
    Form.CHANGE,
    "change",
    _changes,
    place=partial(place_rows, style=RowStyle(signed=True)),
    measured=_measured,
)
