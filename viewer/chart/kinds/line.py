"""Lines: series over periods; a period without a figure stays a gap."""

from __future__ import annotations

from viewer.chart.kinds.form_row import FormRow
from viewer.chart.layout.periods import place_periods
from viewer.chart.marks import Marks, marks_over_periods
from viewer.chart.request import Ask
from viewer.chart.scene import Axis
from viewer.design import Role
from viewer.i18n import Words
from viewer.model.chart_kind import Form


def _lines(ask: Ask, role: Role, _: Words) -> tuple[Marks, Axis]:
    return marks_over_periods(ask.data, role)


LINE = FormRow(Form.LINE, "line", _lines, place=place_periods, whole=True, abridges=False)
