"""Bars: sizes of one kind and unit from zero, and on a logarithmic axis as points."""

from __future__ import annotations

from dataclasses import replace

from viewer.chart.kinds.form_row import FormRow
from viewer.chart.marks import Marks, by_value, marks_from_zero
from viewer.chart.request import Ask
from viewer.chart.scale import decades, power_name, powers
from viewer.chart.scene import Axis
from viewer.design import Role
from viewer.i18n import Words
from viewer.model.chart_kind import Form


def _bars(ask: Ask, role: Role, _: Words) -> tuple[Marks, Axis]:
    return marks_from_zero(by_value(ask), role)


def _points(ask: Ask, role: Role, words: Words) -> tuple[Marks, Axis]:
    """Points between two powers of ten."""
    marks, _ = marks_from_zero(by_value(ask), role)
    ends = [mark.end for mark in marks if mark.end is not None]
    low, high = decades(min(ends), max(ends))
    named = tuple((power, power_name(power, words.language)) for power in powers(low, high))
    return tuple(replace(mark, start=low) for mark in marks), Axis(low, high, True, powers=named)


def _is_log(ask: Ask) -> bool:
    return ask.log


BAR = FormRow(Form.BAR, "bar", _bars)
LOG = FormRow(Form.LOG, "bar", _points, suits=_is_log, special=_is_log)
