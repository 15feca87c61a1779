"""Stages: nested bars in the order given, each against the one before it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial

from viewer.chart.kinds.form_row import FormRow, never
from viewer.chart.layout.extent import RowStyle
from viewer.chart.layout.rows import place_rows
from viewer.chart.marks import Marks, mark_of, share_of_whole
from viewer.chart.request import Ask
from viewer.chart.scene import Axis
from viewer.design import Role
from viewer.i18n import Words
from viewer.model.chart_kind import Form


def _stages(ask: Ask, role: Role, _: Words) -> tuple[Marks, Axis]:
    marks = [
        replace(
            mark_of(datum, role, row),
            track=before.value if before else datum.value,
            computed=share_of_whole(datum, before) if before else None,
        )
        for row, (before, datum) in enumerate(zip([None, *ask.data[:-1]], ask.data, strict=True))
    ]
    return tuple(marks), Axis(Decimal(0), marks[0].end or Decimal(0))


def _measured(ask: Ask, words: Words) -> list[str]:
    unit = ask.data[0].unit
    return [words("chart.unit", unit=unit) if unit else "", words("chart.of-the-one-before")]


STAGES = FormRow(
    Form.STAGES,
    "stages",
    _stages,
    suits=never,
    place=partial(place_rows, style=RowStyle(outlined=True)),
    measured=_measured,
    abridges=False,
)
