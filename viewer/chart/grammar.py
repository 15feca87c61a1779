"""The grammar: every form as a row of one table, with what makes it suit figures unasked.

Whether a form is honest is for the rules (`viewer.proof.chart_rules`) to say; the rows here add
only what is a matter of taste where no author has chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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
from viewer.proof.chart_rules import is_honest, parts_size

FEW_PERIODS = 6
"""Up to this many periods of one series are columns, more a line."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """One form: the author's name for it, how its marks are made, when it is a special case of
    that name (`special`), and when it suits figures that no author has put together."""

    form: Form
    kind: str
    build: Build
    suits: Callable[[Ask], bool]
    special: Callable[[Ask], bool] | None = None


def _is_log(ask: Ask) -> bool:
    return ask.log


def _few_periods(ask: Ask) -> bool:
    return len({datum.period for datum in ask.data}) <= FEW_PERIODS


def _is_parts(ask: Ask) -> bool:
    return ask.exclusive and parts_size(ask.proposal("share")) is not None


def _not_alone(ask: Ask) -> bool:
    """A rate alone says no more than its number; a part is seen against its whole."""
    return ask.authored or len(ask.data) > 1 or ask.whole_of(ask.data[0]) is not None


def _several(ask: Ask) -> bool:
    return ask.authored or len(ask.data) > 1


def _always(_: Ask) -> bool:
    return True


def _never(_: Ask) -> bool:
    return False


FORMS: tuple[FormRow, ...] = (
    FormRow(Form.LOG, "bar", logs, _is_log, special=_is_log),
    FormRow(Form.COLUMN, "column", columns, _few_periods),
    FormRow(Form.LINE, "line", lines, _always),
    FormRow(Form.PARTS, "share", parts, _not_alone, special=_is_parts),
    FormRow(Form.SHARE, "share", shares, _not_alone),
    FormRow(Form.CHANGE, "change", bars, _always),
    FormRow(Form.RANGE, "range", ranges, _several),
    FormRow(Form.STAGES, "stages", stages, _never),
    FormRow(Form.BAR, "bar", bars, _always),
    FormRow(Form.CARDS, "cards", cards, _always),
)


def chosen(ask: Ask) -> FormRow:
    """The form of an ask: cards where it breaks a rule, else the one that the author names, or
    the first that suits and breaks no rule itself."""
    proposal = ask.proposal(ask.form)
    if not is_honest(proposal):
        return FORMS[-1]
    if proposal.drawn:
        return next(row for row in _rows(ask) if row.kind == proposal.drawn)
    return next(row for row in _rows(ask) if row.suits(ask) and is_honest(ask.proposal(row.kind)))


def _rows(ask: Ask) -> tuple[FormRow, ...]:
    """The rows that may be, special cases only where they are."""
    return tuple(row for row in FORMS if row.special is None or row.special(ask))
