"""Shares: each against its full track; parts that exclude each other end to end along one whole."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial

from viewer.chart.datum import Datum
from viewer.chart.kinds.form_row import FormRow
from viewer.chart.layout.extent import RowStyle
from viewer.chart.layout.rows import place_rows
from viewer.chart.marks import (
    Marks,
    by_value,
    computed,
    in_common_scale,
    mark_of,
    series_number,
    share_of_whole,
    without_unit,
)
from viewer.chart.notation import Treatment
from viewer.chart.request import Ask
from viewer.chart.scale import SAFE, ratio
from viewer.chart.scene import Axis, Computed, Mark, MarkRole
from viewer.design import Role, series_role
from viewer.i18n import Words
from viewer.model import Standing
from viewer.model.chart_kind import Form
from viewer.proof.chart_rules import parts_size
from viewer.proof.charted import whole_size
from viewer.proof.measure import plain_unit, sum_of

ZERO = Decimal(0)
_AIMED = frozenset({Standing.TARGET, Standing.PLAN})


def _shares(ask: Ask, role: Role, _: Words) -> tuple[Marks, Axis]:
    """Each share against the full track; a whole that no other chart shows comes before its parts.

    The axis counts tracks: 1 is a full one, more where a share is above its whole.
    """
    marks: list[Mark] = []
    for whole, data in _under_wholes(ask).items():
        first = _whole_mark(ask, whole, role, len(marks))
        marks.extend([first] if first else [])
        for datum in data:
            marks.append(_share_mark(datum, ask.whole_of(datum), role, len(marks)))
    reach = (ratio(mark.end or ZERO, mark.track or ZERO) or 0.0 for mark in marks)
    return tuple(marks), Axis(ZERO, max(Decimal(1), *(Decimal(str(part)) for part in reach)))


def _under_wholes(ask: Ask) -> dict[str, list[Datum]]:
    groups: dict[str, list[Datum]] = {}
    for datum in by_value(ask):
        whole = ask.whole_of(datum)
        groups.setdefault(whole.key if whole else "", []).append(datum)
    return groups


def _whole_mark(ask: Ask, key: str, role: Role, row: int) -> Mark | None:
    whole = next((datum for datum in ask.wholes.values() if datum.key == key), None)
    if whole is None or whole.metric.id not in ask.shown_wholes:
        return None
    return replace(mark_of(whole, role, row), track=whole.value, place=MarkRole.WHOLE)


def _share_mark(datum: Datum, whole: Datum | None, role: Role, row: int) -> Mark:
    """A rate against everything, or a part against its whole with the share computed."""
    mark = mark_of(datum, role, row)
    if whole is None:
        return replace(mark, track=whole_size(datum, {}))
    return replace(
        mark,
        as_written=f"{without_unit(datum)} / {without_unit(whole)}",
        track=whole.value,
        goal=whole.standing in _AIMED,
        computed=share_of_whole(datum, whole),
        base=whole.label,
    )


def _parts(ask: Ask, role: Role, words: Words) -> tuple[Marks, Axis]:
    """Parts that exclude each other, end to end along one whole, and what remains of it."""
    data = by_value(ask)
    whole = ask.whole
    size = parts_size(ask.proposal("share")) or Decimal(1)
    marks: list[Mark] = []
    first = _whole_mark(ask, whole.key, role, 0) if whole else None
    if first:
        marks.append(replace(first, role=role))
    at = ZERO
    for number, datum in enumerate(data):
        mark = _share_mark(datum, whole, series_role(series_number(role) + number), len(marks))
        end = SAFE.add(at, datum.value or ZERO)
        marks.append(replace(mark, start=at, end=end))
        at = end
    if SAFE.subtract(size, at) > 0:
        marks.append(_rest(ask, size, at, len(marks), words))
    return tuple(marks), Axis(ZERO, max(Decimal(1), Decimal(str(ratio(at, size) or 0))))


def _rest(ask: Ask, size: Decimal, at: Decimal, row: int, words: Words) -> Mark:
    """What remains of the whole, computed and of no key."""
    return Mark(
        "",
        words("chart.rest"),
        "",
        Role.MUTED,
        row,
        start=at,
        end=size,
        track=size,
        place=MarkRole.REST,
        treatment=Treatment.DASHED,
        computed=_remainder(ask, size),
    )


def _remainder(ask: Ask, size: Decimal) -> Computed | None:
    """The whole less all parts: in percent where the parts are, else in their unit."""
    first, whole = ask.data[0], ask.whole
    left = SAFE.subtract(size, sum_of(datum.value or ZERO for datum in ask.data))
    taken = " − ".join(without_unit(datum) for datum in ask.data)
    formula = f"{without_unit(whole) if whole else f'{size:f}'} − {taken}"
    if plain_unit(first.unit) == "%":
        return computed(SAFE.divide(SAFE.multiply(left, Decimal(100)), size), formula)
    number, scale = in_common_scale(left, [whole or first, *ask.data])
    shown = f"{number}{scale}{first.unit}".strip()
    return Computed(shown, f"{formula} = {number}{scale}".strip())


def _measured(ask: Ask, words: Words) -> list[str]:
    whole = ask.whole
    if whole is None:
        return [_of_everything(ask, words)]
    aimed = whole.metric.standing is Standing.TARGET
    return _of_whole(whole, "chart.each-of-target" if aimed else "chart.each-of", words)


def _measured_parts(ask: Ask, words: Words) -> list[str]:
    whole = ask.whole
    if whole is None:
        return [_of_everything(ask, words), words("chart.parts-of-all")]
    return _of_whole(whole, "chart.parts-of", words)


def _of_whole(whole: Datum, how: str, words: Words) -> list[str]:
    unit = words("chart.unit", unit=whole.unit) if whole.unit else ""
    return [unit, words(how, whole=whole.as_written)]


def _of_everything(ask: Ask, words: Words) -> str:
    """The unit of shares that are rates, where they have one unit."""
    units = {
        plain_unit(datum.unit): datum.unit for datum in ask.data if ask.whole_of(datum) is None
    }
    unit = next(iter(units.values())) if len(units) == 1 else ""
    return words("chart.share", unit=unit) if unit else words("chart.share-plain")


def _not_alone(ask: Ask) -> bool:
    """A rate alone says no more than its number; a part is seen against its whole."""
    return ask.authored or len(ask.data) > 1 or ask.whole_of(ask.data[0]) is not None


def _exclude_each_other(ask: Ask) -> bool:
    return ask.exclusive and parts_size(ask.proposal("share")) is not None


SHARE = FormRow(
    Form.SHARE,
    "share",
    _shares,
    suits=_not_alone,
    place=partial(place_rows, style=RowStyle(of_track=True)),
    measured=_measured,
)
PARTS = FormRow(
    Form.PARTS,
    "share",
    _parts,
    suits=_not_alone,
    special=_exclude_each_other,
    place=partial(place_rows, style=RowStyle(of_track=True, stacked=True)),
    measured=_measured_parts,
    whole=True,
    abridges=False,
)
