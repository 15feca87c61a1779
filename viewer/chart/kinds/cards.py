"""Cards: big numbers, each on its own, where figures share no axis."""

from __future__ import annotations

from dataclasses import replace

from viewer.chart.datum import Datum
from viewer.chart.kinds.form_row import FormRow
from viewer.chart.layout.cards import place_cards
from viewer.chart.marks import Marks, mark_of, share_of_whole
from viewer.chart.request import Ask
from viewer.chart.scene import Axis, Computed, Mark
from viewer.design import Role
from viewer.i18n import Words
from viewer.model import Kind
from viewer.model.chart_kind import Form
from viewer.proof.charted import whole_size
from viewer.proof.measure import exceeds_linear_range, plain_unit


def _cards(ask: Ask, role: Role, words: Words) -> tuple[Marks, Axis]:
    marks: list[Mark] = []
    for datum in ask.data:
        mark = mark_of(datum, role, len(marks))
        mark = replace(mark, label=mark.name, period="")
        marks.append(_card(mark, datum, ask.whole_of(datum), words))
    return tuple(marks), Axis()


def _card(mark: Mark, datum: Datum, whole: Datum | None, words: Words) -> Mark:
    if whole is not None:
        found = share_of_whole(datum, whole)
        told = found and Computed(
            words("chart.part", whole=whole.as_written, share=found.text), found.formula
        )
        return replace(mark, track=whole.value, computed=told, base=whole.label)
    if datum.kind is Kind.CHANGE and mark.base and mark.base not in mark.label:
        said = words("chart.card-versus", versus=mark.base)
        mark = replace(mark, remark=" · ".join(filter(None, (mark.remark, said))))
    return replace(mark, track=whole_size(datum, {}))


def _reasons(ask: Ask, words: Words) -> list[str]:
    """Why cards share no axis."""
    unsaid = any(datum.kind is Kind.CHANGE and datum.value is None for datum in ask.data)
    apart = [words("chart.no-axis")] if _needs_reason(ask) else []
    return [*apart, words("chart.no-direction")] if unsaid else apart


def _needs_reason(ask: Ask) -> bool:
    """Whether to say why cards share no axis: where they could not, and the author does not."""
    alike = len({(datum.kind, plain_unit(datum.unit)) for datum in ask.data}) == 1
    could = alike and not exceeds_linear_range(datum.point for datum in ask.data)
    return len(ask.data) > 1 and not could and not ask.note


CARDS = FormRow(Form.CARDS, "cards", _cards, place=place_cards, measured=_reasons)
