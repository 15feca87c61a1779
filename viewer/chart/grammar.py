"""The grammar: every form as a row of one table, with the rule of when it applies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from viewer.chart.applicability import (
    everything,
    fits_bar,
    fits_change,
    fits_log,
    fits_parts,
    fits_range,
    fits_rate,
    fits_series,
    fits_stages,
)
from viewer.chart.marks import (
    Build,
    bars,
    cards,
    columns,
    lines,
    logs,
    parts,
    ranges,
    shares,
    stages,
)
from viewer.chart.request import Ask
from viewer.chart.scene import Form
from viewer.model import Kind

FEW_PERIODS = 6
"""Up to this many periods of one series are columns, more a line."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """One form: the author's name for it, when it applies, how its marks are made, and whether
    the grammar chooses it unasked."""

    form: Form
    asked: str
    applies: Callable[[Ask], bool]
    build: Build
    unasked: bool = True


def _log(ask: Ask) -> bool:
    return ask.log and fits_log(ask.data)


def _column(ask: Ask) -> bool:
    one = len({datum.metric.id for datum in ask.data}) == 1
    few = len({datum.period for datum in ask.data}) <= FEW_PERIODS
    return fits_series(ask.data) and one and (few or ask.form == Form.COLUMN)


def _line(ask: Ask) -> bool:
    return fits_series(ask.data)


def _share(ask: Ask) -> bool:
    fit = all(ask.whole_of(datum) is not None or fits_rate(datum) for datum in ask.data)
    alone = len(ask.data) == 1 and ask.whole_of(ask.data[0]) is None
    return fit and (ask.authored or not alone)


def _parts(ask: Ask) -> bool:
    if not ask.exclusive or not _share(ask):
        return False
    whole = ask.whole_of(ask.data[0])
    one_whole = len({datum.metric.of for datum in ask.data}) == 1
    same = all((ask.whole_of(datum) is None) == (whole is None) for datum in ask.data)
    size = whole.value if whole else everything(ask.data[0])
    return one_whole and same and fits_parts(ask.data, size)


def _change(ask: Ask) -> bool:
    return fits_change(ask.data)


def _range(ask: Ask) -> bool:
    return fits_range(ask.data) and (ask.authored or len(ask.data) > 1)


def _stages(ask: Ask) -> bool:
    return fits_stages(ask.data)


def _bar(ask: Ask) -> bool:
    return fits_bar(ask.data)


def _always(_: Ask) -> bool:
    return True


FORMS: tuple[FormRow, ...] = (
    FormRow(Form.LOG, "bar", _log, logs),
    FormRow(Form.COLUMN, "column", _column, columns),
    FormRow(Form.LINE, "line", _line, lines),
    FormRow(Form.PARTS, "share", _parts, parts),
    FormRow(Form.SHARE, "share", _share, shares),
    FormRow(Form.CHANGE, "change", _change, bars),
    FormRow(Form.RANGE, "range", _range, ranges),
    FormRow(Form.STAGES, "stages", _stages, stages, unasked=False),
    FormRow(Form.BAR, "bar", _bar, bars),
    FormRow(Form.CARDS, "cards", _always, cards),
)


def chosen(ask: Ask) -> FormRow:
    """The form of an ask: the one the author names if its rule holds, else the first that applies
    unasked; cards where the author asked for something that would mislead. Bars of changes are
    drawn as changes."""
    if ask.form:
        changes = all(datum.kind is Kind.CHANGE for datum in ask.data)
        asked = Form.CHANGE if ask.form == Form.BAR and changes else ask.form
        rows = [row for row in FORMS if row.asked == asked]
        return next((row for row in rows if row.applies(ask)), FORMS[-1])
    return next(row for row in FORMS if row.unasked and row.applies(ask))
