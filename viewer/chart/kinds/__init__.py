"""Every form of chart, a kind a file: the table that the compiler, the layout, the talk and the
exports ask."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from viewer.chart.kinds.bar import BAR, LOG
from viewer.chart.kinds.cards import CARDS
from viewer.chart.kinds.change import CHANGE
from viewer.chart.kinds.column import COLUMN
from viewer.chart.kinds.form_row import FormRow
from viewer.chart.kinds.line import LINE
from viewer.chart.kinds.range import RANGE
from viewer.chart.kinds.share import PARTS, SHARE
from viewer.chart.kinds.stages import STAGES
from viewer.chart.request import Ask
from viewer.model.chart_kind import Form
from viewer.proof.chart_rules import is_honest

FORMS: tuple[FormRow, ...] = (
    LOG,
    COLUMN,
    LINE,
    PARTS,
    SHARE,
    CHANGE,
    RANGE,
    STAGES,
    BAR,
    CARDS,
)
"""In the order in which they are tried where no author has chosen; special cases come before the
plain form of their kind."""
FORM_ROWS: Mapping[Form, FormRow] = MappingProxyType({row.form: row for row in FORMS})


def chosen(ask: Ask) -> FormRow:
    """The form of an ask: cards where it breaks a rule, else the one that the author names, or
    the first that suits and breaks no rule itself."""
    proposal = ask.proposal(ask.form)
    if not is_honest(proposal):
        return CARDS
    if proposal.drawn:
        return next(row for row in _rows(ask) if row.kind == proposal.drawn)
    return next(row for row in _rows(ask) if row.suits(ask) and is_honest(ask.proposal(row.kind)))


def _rows(ask: Ask) -> tuple[FormRow, ...]:
    """The rows that may be, special cases only where they are."""
    return tuple(row for row in FORMS if row.special is None or row.special(ask))
