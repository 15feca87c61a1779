"""Figures that say one measure of one time in more than one place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from viewer.model import Basis, Relation, RelationKind, Standing
from viewer.relations.context import Context
from viewer.relations.interval import printed
from viewer.relations.labels import core, same_subject
from viewer.relations.wording import basis_of

_APART = Decimal("0.05")
_FAR = Decimal("0.4")
"""How far two values may lie apart and still be one measure printed wrongly in one place."""
_RESTATED = re.compile(r"\s*中\s*[，,、]")
_OF_IT = re.compile(r"(?:^|[，,；;、：:（(])\s*在?(?P<measure>[^，,；;、：:（(]+)的\s*$")
_REACH = 40
_LONG = 4
"""How many characters a label must have to be taken for a measure of its own."""
_CONFIRMED = 2
"""How many repetitions must hold between two places before a third that fails is told."""


def repeats(context: Context) -> tuple[Relation[int], ...]:
    """The repetitions of a text, each as a group of figures in different sentences.

    Those that agree come first; then those that do not, where the same two places repeat at least
    two other figures.
    """
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at in context.measures:
        one = context.figures[at]
        groups[one.unit, str(one.kind)].append(at)
    found: list[Relation[int]] = []
    taken: set[int] = set()
    for members in groups.values():
        for position, first in enumerate(members):
            if first in taken:
                continue
            same = [at for at in members[position + 1 :] if _repeats(context, first, at)]
            if same:
                taken |= {first, *same}
                found.append(_repeat((first, *same)))
    places = Counter(
        (_block(context, one.members[0]), _block(context, at))
        for one in found
        for at in one.members[1:]
    )
    failing = _failing(context, list(groups.values()), taken, places)
    return (*found, *(_repeat(pair) for pair in (*failing, *_restated(context))))


def _restated(context: Context) -> Iterator[tuple[int, int]]:
    """`受理的1250件中`, where the report has another number for what was 受理 before it."""
    for position, at in enumerate(context.measures):
        one = context.figures[at]
        if not context.is_level(at) or _RESTATED.match(context.behind(at)) is None:
            continue
        named = _OF_IT.search(context.lead(at))
        if named is None:
            continue
        stem = core(named["measure"])
        alike = [
            earlier
            for earlier in context.measures[max(0, position - _REACH) : position]
            if context.figures[earlier].unit == one.unit
            and context.is_level(earlier)
            and len(stem) > 1
            and core(context.figures[earlier].label).startswith(stem)
        ]
        other = all(context.figures[each].value != one.value for each in alike)
        if alike and other and _is_near(context, alike[0], at):
            yield alike[0], at


def _is_near(context: Context, one: int, other: int) -> bool:
    a, b = context.figures[one].value, context.figures[other].value
    return a is not None and b is not None and abs(a - b) <= _FAR * max(abs(a), abs(b))


def _repeat(figures: tuple[int, ...]) -> Relation[int]:
    return Relation(RelationKind.REPEAT, tuple(("figures", at) for at in figures))


def _block(context: Context, at: int) -> int:
    """The place of a figure: its paragraph, or the table that it stands in."""
    return context.block(at)


def _repeats(context: Context, one: int, other: int) -> bool:
    if context.sentence(one) == context.sentence(other) or not _one_measure(context, one, other):
        return False
    a, b = context.figures[one], context.figures[other]
    if (
        a.value is None
        or b.value is None
        or (a.standing is Standing.FACT) != (b.standing is Standing.FACT)
    ):
        return False
    if abs(a.value - b.value) > _APART * max(abs(a.value), abs(b.value)):
        return False
    ends = [printed(x.surface, x.value, x.high, x.qualifier) for x in (a, b) if x.value is not None]
    return ends[0].meets(ends[1])


def _one_measure(context: Context, one: int, other: int) -> bool:
    a, b = context.figures[one], context.figures[other]
    return bool(core(a.label) and core(b.label)) and same_subject(a.label, b.label)


def _failing(
    context: Context,
    groups: list[list[int]],
    taken: set[int],
    places: Counter[tuple[int, int]],
) -> Iterator[tuple[int, int]]:
    trusted = {pair for pair, count in places.items() if count >= _CONFIRMED}
    for members in groups:
        free = [at for at in members if at not in taken]
        for position, one in enumerate(free):
            for other in free[position + 1 :]:
                where = (_block(context, one), _block(context, other))
                if where[0] != where[1] and where in trusted and _contradicts(context, one, other):
                    yield one, other


def _contradicts(context: Context, one: int, other: int) -> bool:
    a, b = context.figures[one], context.figures[other]
    if a.value is None or b.value is None or not _one_measure(context, one, other):
        return False
    if Standing.FACT is not a.standing or a.standing is not b.standing:
        return False
    if _is_average(context, one) != _is_average(context, other):
        return False
    apart = abs(a.value - b.value)
    return 0 < apart <= _FAR * max(abs(a.value), abs(b.value))


def _is_average(context: Context, at: int) -> bool:
    """Whether a change is a mean of several years, which no change of one year repeats."""
    return basis_of(context.lead(at)) is Basis.AVERAGE
