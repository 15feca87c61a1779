"""The marks of each form: figures put in order, in rows or columns, with what is computed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from viewer.chart.datum import Datum
from viewer.chart.notation import Treatment
from viewer.chart.request import Ask
from viewer.chart.scale import SAFE, decades, power_name, powers, ratio
from viewer.chart.scene import Axis, Computed, Mark, Place
from viewer.design import Role, series_role
from viewer.i18n import Words
from viewer.model import Standing
from viewer.proof.chart_rules import parts_size
from viewer.proof.charted import whole_size
from viewer.proof.measure import plain_unit, sum_of
from viewer.quantities.wording import digits, plain

ZERO = Decimal(0)
_AIMED = frozenset({Standing.TARGET, Standing.PLAN})
Marks = tuple[Mark, ...]
Built = tuple[Marks, Axis]


def mark_of(datum: Datum, role: Role, row: int = 0, column: int = 0) -> Mark:
    """The mark of a figure from zero to its value; without a place where it has no number."""
    return Mark(
        key=datum.key,
        label=datum.label,
        as_written=datum.as_written,
        role=role,
        row=row,
        column=column,
        start=None if datum.value is None else ZERO,
        end=datum.value,
        ending=datum.ending,
        qualifier=datum.metric.qualifier,
        standing=datum.standing,
        treatment=datum.treatment,
        remark=datum.remark,
        origin=datum.origin,
        in_digits=datum.in_digits,
        quote=datum.quote,
        value=datum.value,
        high=datum.high,
        unit=datum.unit,
        kind=datum.kind,
        base=plain(datum.metric.versus or ""),
        period=datum.period if datum.metric.series else "",
    )


def by_value(ask: Ask) -> tuple[Datum, ...]:
    """The largest first, unless the author's order means something."""
    if ask.given:
        return ask.data
    return tuple(sorted(ask.data, key=lambda datum: -(datum.value or ZERO)))


def bars(ask: Ask, role: Role, _: Words) -> Built:
    """Bars from zero; also changes, which may lie on both sides of it."""
    marks = tuple(mark_of(datum, role, row) for row, datum in enumerate(by_value(ask)))
    ends = [mark.end for mark in marks if mark.end is not None]
    return marks, Axis(min(ZERO, *ends), max(ZERO, *ends))


def ranges(ask: Ask, role: Role, _: Words) -> Built:
    """Floating bars from the lower end to the upper; an exact figure has both at one place."""
    marks = tuple(
        replace(mark_of(datum, role, row), start=datum.value, end=datum.high or datum.value)
        for row, datum in enumerate(by_value(ask))
    )
    ends = [end for mark in marks for end in (mark.start, mark.end) if end is not None]
    return marks, Axis(min(ZERO, *ends), max(ZERO, *ends))


def logs(ask: Ask, role: Role, words: Words) -> Built:
    """Points between two powers of ten."""
    marks = tuple(mark_of(datum, role, row) for row, datum in enumerate(by_value(ask)))
    ends = [mark.end for mark in marks if mark.end is not None]
    low, high = decades(min(ends), max(ends))
    named = tuple((power, power_name(power, words.language)) for power in powers(low, high))
    return tuple(replace(mark, start=low) for mark in marks), Axis(low, high, True, powers=named)


def stages(ask: Ask, role: Role, _: Words) -> Built:
    """Nested bars in the order given, each against the one before it."""
    marks = [
        replace(
            mark_of(datum, role, row),
            track=before.value if before else datum.value,
            computed=part_of(datum, before) if before else None,
        )
        for row, (before, datum) in enumerate(zip([None, *ask.data[:-1]], ask.data, strict=True))
    ]
    return tuple(marks), Axis(ZERO, marks[0].end or ZERO)


def shares(ask: Ask, role: Role, words: Words) -> Built:
    """Each share against the full track; a whole that no other chart shows comes before its parts.

    The axis counts tracks: 1 is a full one, more where a share is above its whole.
    """
    marks: list[Mark] = []
    for whole, data in _under_wholes(ask).items():
        first = _whole_mark(ask, whole, role, len(marks))
        marks.extend([first] if first else [])
        for datum in data:
            marks.append(share_mark(datum, ask.whole_of(datum), role, len(marks)))
    reach = (ratio(mark.end or ZERO, mark.track or ZERO) or 0.0 for mark in marks)
    del words
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
    return replace(mark_of(whole, role, row), track=whole.value, place=Place.WHOLE)


def share_mark(datum: Datum, whole: Datum | None, role: Role, row: int) -> Mark:
    """A rate against everything, or a part against its whole with the share computed."""
    mark = mark_of(datum, role, row)
    if whole is None:
        return replace(mark, track=whole_size(datum, {}))
    return replace(
        mark,
        as_written=f"{without_unit(datum)} / {without_unit(whole)}",
        track=whole.value,
        goal=whole.standing in _AIMED,
        computed=part_of(datum, whole),
        base=whole.label,
    )


def without_unit(datum: Datum) -> str:
    """The value as written, less its unit, which the chart says once."""
    return plain(datum.as_written.replace(datum.unit, "", 1)) if datum.unit else datum.as_written


def part_of(part: Datum, whole: Datum) -> Computed | None:
    """What share `part` is of `whole`, in percent to one place, and how that was found."""
    if part.value is None or not whole.value:
        return None
    percent = SAFE.divide(SAFE.multiply(part.value, Decimal(100)), whole.value)
    return _computed(percent, f"{without_unit(part)} ÷ {without_unit(whole)}")


def _computed(number: Decimal, formula: str, unit: str = "%") -> Computed | None:
    if not number.is_finite() or abs(number.adjusted()) > 15:
        return None
    said = number.quantize(Decimal("0.1"), ROUND_HALF_UP)
    shown = f"{said.normalize():f}" if said else f"{number:.1g}" if number else "0"
    sign = "=" if said == number else "≈"
    return Computed(f"{shown}{unit}", f"{formula} {sign} {shown}{unit}")


def parts(ask: Ask, role: Role, words: Words) -> Built:
    """Parts that exclude each other, end to end along one whole, and what remains of it."""
    data = by_value(ask)
    whole = ask.whole_of(data[0])
    size = parts_size(ask.proposal("share")) or Decimal(1)
    marks: list[Mark] = []
    first = _whole_mark(ask, whole.key, role, 0) if whole else None
    if first:
        marks.append(replace(first, role=role))
    at = ZERO
    for number, datum in enumerate(data):
        mark = share_mark(datum, whole, series_role(_number(role) + number), len(marks))
        end = SAFE.add(at, datum.value or ZERO)
        marks.append(replace(mark, start=at, end=end))
        at = end
    if SAFE.subtract(size, at) > 0:
        marks.append(_rest(ask, size, at, len(marks), words))
    return tuple(marks), Axis(ZERO, max(Decimal(1), Decimal(str(ratio(at, size) or 0))))


def _rest(ask: Ask, size: Decimal, at: Decimal, row: int, words: Words) -> Mark:
    """What remains of the whole, computed and of no key."""
    first = ask.data[0]
    unit = "%" if plain_unit(first.unit) == "%" else ""
    left = SAFE.subtract(size, sum_of(datum.value or ZERO for datum in ask.data))
    percent = SAFE.divide(SAFE.multiply(left, Decimal(100)), size)
    taken = " − ".join(without_unit(datum) for datum in ask.data)
    whole = ask.whole_of(first)
    formula = f"{without_unit(whole) if whole else f'{size:f}'} − {taken}"
    said, scale = _scaled(left, [whole or first, *ask.data])
    computed = (
        _computed(percent, formula)
        if unit
        else Computed(f"{said}{scale}{first.unit}".strip(), f"{formula} = {said}{scale}".strip())
    )
    label = words("chart.rest")
    return Mark(
        "",
        label,
        "",
        Role.MUTED,
        row,
        start=at,
        end=size,
        track=size,
        place=Place.REST,
        treatment=Treatment.DASHED,
        computed=computed,
    )


def difference(level: Datum, base: Datum) -> Computed | None:
    """How much a level is above or below its base, signed, in their unit; None where they have no
    numbers."""
    if level.value is None or base.value is None:
        return None
    left = SAFE.subtract(level.value, base.value)
    said, scale = _scaled(left.copy_abs(), [level, base])
    sign = "+" if left > 0 else "−" if left else ""
    shown = f"{sign}{said}{scale}{level.unit}".strip()
    return Computed(shown, f"{without_unit(level)} − {without_unit(base)} = {shown}")


def _scaled(value: Decimal, data: Sequence[Datum]) -> tuple[str, str]:
    """The number in the scale that all these figures are written in, 万 or 亿, with that word."""
    for word, size in (("亿", Decimal(10**8)), ("万", Decimal(10**4))):
        if all(datum.as_written.count(word) == 1 for datum in data):
            return digits(SAFE.divide(value, size)), f" {word}"
    return digits(value), " "


def _number(role: Role) -> int:
    """Which of the series roles `role` is."""
    return int(role.value.rpartition("_")[2]) - 1


def lines(ask: Ask, role: Role, _: Words) -> Built:
    """One line a metric over the periods of all; a period without a figure stays a gap."""
    periods = tuple(dict.fromkeys(datum.period for datum in ask.data))
    ids = tuple(dict.fromkeys(datum.metric.id for datum in ask.data))
    several = 1 < len(ids) <= PANELS_FROM
    rows = {metric: row for row, metric in enumerate(ids)}
    columns = {period: column for column, period in enumerate(periods)}
    shades = [series_role(_number(role) + row) if several else role for row in rows.values()]
    marks = tuple(
        mark_of(datum, shades[row], row, columns[datum.period])
        for datum in sorted(ask.data, key=lambda datum: columns[datum.period])
        for row in (rows[datum.metric.id],)
    )
    names = {datum.metric.id: datum.label for datum in ask.data}
    low, high = _reach(marks)
    return marks, Axis(low, high, periods=periods, lines=tuple(names[one] for one in ids))


PANELS_FROM = 4
"""More lines than this are drawn in panels of their own, all on one scale."""


def columns(ask: Ask, role: Role, words: Words) -> Built:
    """Upright bars over the periods of one series, from zero."""
    marks, axis = lines(ask, role, words)
    return marks, replace(axis, low=min(ZERO, axis.low))


def _reach(marks: Sequence[Mark]) -> tuple[Decimal, Decimal]:
    """From zero, unless the values lie so close together that their course could not be seen."""
    ends = [mark.end for mark in marks if mark.end is not None]
    low, high = min(ends), max(ends)
    spread = SAFE.subtract(high, low)
    if low > 0 and spread and (ratio(spread, high) or 1) < 0.2:
        return SAFE.subtract(low, SAFE.divide(spread, Decimal(2))), high
    return min(ZERO, low), max(ZERO, high)


def cards(ask: Ask, role: Role, words: Words) -> Built:
    """Big numbers, each on its own."""
    marks: list[Mark] = []
    for datum in ask.data:
        mark = mark_of(datum, role, len(marks))
        mark = replace(mark, label=mark.name, period="")
        marks.append(_card(mark, datum, ask.whole_of(datum), words))
    return tuple(marks), Axis()


def _card(mark: Mark, datum: Datum, whole: Datum | None, words: Words) -> Mark:
    if whole is not None:
        found = part_of(datum, whole)
        told = found and Computed(
            words("chart.part", whole=whole.as_written, share=found.text), found.formula
        )
        return replace(mark, track=whole.value, computed=told, base=whole.label)
    return replace(mark, track=whole_size(datum, {}))


Build = Callable[[Ask, Role, Words], Built]
