"""Columns: upright bars over the periods of one series, from zero."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial

from viewer.chart.kinds.form_row import FormRow
from viewer.chart.layout.periods import place_periods
from viewer.chart.marks import Marks, marks_over_periods
from viewer.chart.request import Ask
from viewer.chart.scene import Axis
from viewer.design import Role
from viewer.i18n import Words
from viewer.model.chart_kind import Form

FEW_PERIODS = 6
"""Up to this many periods of one series are columns unasked, more a line."""


def _columns(ask: Ask, role: Role, _: Words) -> tuple[Marks, Axis]:
    marks, axis = marks_over_periods(ask.data, role)
    return marks, replace(axis, low=min(Decimal(0), axis.low))


def _few_periods(ask: Ask) -> bool:
    return len({datum.period for datum in ask.data}) <= FEW_PERIODS


COLUMN = FormRow(
    Form.COLUMN,
    "column",
    _columns,
    suits=_few_periods,
    place=partial(place_periods, columns=True),
    whole=True,
    abridges=False,
)
