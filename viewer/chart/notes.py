"""Changes as annotations: each a mark of its own, at the end of the level that it is tied to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from viewer.chart.datum import Datum
from viewer.chart.marks import Marks, mark_of, signed_difference
from viewer.chart.request import Ask
from viewer.chart.scale import SAFE
from viewer.chart.scene import Axis, Before, Mark, MarkRole
from viewer.design import Role
from viewer.i18n import Words
from viewer.model import Kind, Qualifier, Standing
from viewer.proof.comparison import opposed
from viewer.proof.measure import plain_unit
from viewer.quantities.wording import digits

_SHARE = re.compile(r"占|比重|比例|份额|\bshare\b|percentage", re.IGNORECASE)
_BARE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
"""A share without unit: a member of a ratio, 6.1 of 6.1:45.2:48.7."""
_SIZES = frozenset({Kind.COUNT, Kind.AMOUNT})
_NOTHING_LEFT = Decimal(-100)
_DIGITS = 3


def marks_with_notes(marks: Marks, ask: Ask, role: Role, words: Words) -> Marks:
    """The marks of a chart, behind each level the annotations that the ask ties to it."""
    if not ask.notes:
        return marks
    keys = {datum.metric.id: datum.key for datum in ask.data}
    notes: dict[str, list[Mark]] = {}
    for datum in ask.notes:
        level = keys[ask.ties[datum.metric.id]]
        note = mark_of(datum, role)
        note = replace(note, place=MarkRole.UNDER, above=level, start=None, end=None)
        notes.setdefault(level, []).append(note)
    done: list[Mark] = []
    for mark in marks:
        here = notes.pop(mark.key, [])
        printed = any(note.kind is Kind.SHARE for note in here)
        said = _without_repeated_base(here, mark, words)
        done += (replace(mark, computed=None) if printed else mark, *said)
    return tuple(done)


def _without_repeated_base(notes: Sequence[Mark], level: Mark, words: Words) -> Iterator[Mark]:
    """The annotations of a level in order, a base that the one before names said once."""
    base = ""
    for note in notes:
        same = note.base and note.base == base
        again = replace(note, base="", label=level.label) if same else note
        yield replace(note, row=level.row, note=_note(again, level, words))
        base = note.base


def _note(note: Mark, level: Mark, words: Words) -> str:
    """An annotation as it is written at its level: against what, else of what, and how much."""
    parts = [note.as_written, note.remark]
    value = " · ".join(part for part in parts if part)
    if note.base:
        return words("chart.note", versus=note.base, value=value)
    if note.kind is Kind.SHARE and level.goal:
        return words("chart.note-completion", value=value)
    if note.kind is Kind.SHARE and (level.base or _SHARE.search(note.label)):
        in_ratio = _BARE.fullmatch(note.as_written) is not None
        return words("chart.note-ratio" if in_ratio else "chart.note-share", value=value)
    return value if note.label == level.label else f"{note.label} {value}"


def with_bases(marks: Marks, axis: Axis, ask: Ask) -> tuple[Marks, Axis]:
    """Bars with what they were before, computed from their printed change in percent, or with the
    difference from a base that is printed; the axis reaches over all."""
    known = {datum.metric.id: datum for datum in (*ask.data, *ask.notes)}
    levels = {datum.key: datum for datum in ask.data}
    done = tuple(
        _with_base(mark, levels[mark.key], known[base])
        if mark.key in levels and (base := ask.bases.get(levels[mark.key].metric.id, "")) in known
        else mark
        for mark in marks
    )
    reach = [mark.before.end for mark in done if mark.before]
    return done, replace(axis, high=max(axis.high, *reach)) if reach else axis


def _with_base(mark: Mark, level: Datum, other: Datum) -> Mark:
    """A bar with its base, which `other` is or is the change from; as it is where the words do not
    say both exactly."""
    exact = {mark.qualifier, other.metric.qualifier} == {Qualifier.EXACT}
    facts = {mark.standing, other.standing} == {Standing.FACT}
    if not (exact and facts and mark.end and other.value is not None and mark.kind in _SIZES):
        return mark
    if other.kind is Kind.CHANGE:
        return _with_computed_base(mark, other)
    alike = plain_unit(other.unit) == plain_unit(mark.unit) and mark.high is other.high is None
    alike = alike and not opposed((level.metric.label, mark.end), (other.metric.label, other.value))
    return replace(mark, computed=signed_difference(level, other)) if alike else mark


def _with_computed_base(mark: Mark, change: Datum) -> Mark:
    """A bar with the computed base of its change in percent."""
    value = change.value
    if value is None or not mark.end or value <= _NOTHING_LEFT or plain_unit(change.unit) != "%":
        return mark
    base = SAFE.divide(mark.end, SAFE.add(Decimal(1), SAFE.divide(value, Decimal(100))))
    if not base.is_finite():
        return mark
    size = change.as_written.lstrip("+−-")
    formula = f"{mark.as_written} ÷ (1 {'+' if value > 0 else '−'} {size})"
    said = digits(base.quantize(Decimal((0, (1,), base.adjusted() - _DIGITS + 1)), context=SAFE))
    return replace(mark, before=Before(base, f"{formula} ≈ {said} {mark.unit}".rstrip()))
