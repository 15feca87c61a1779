"""Figures that give one measure of one time in more than one place."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from viewer.model import Basis, Kind, Qualifier, Relation, RelationKind, Standing
from viewer.relations.agreeing import are_unlike, may_be_of_one_time, meets
from viewer.relations.context import Context
from viewer.relations.labels import (
    beginnings,
    core,
    last_word,
    likeness,
    measure_of,
    same_subject,
    untotalled,
)
from viewer.relations.naming.of_one_unit import agreeing_chiefs
from viewer.relations.naming.said_twice import differing, of_one_name, steps_of
from viewer.relations.summaries import summarised, tabulated
from viewer.relations.wording import TOTAL, basis_of, periods

_APART = 0.05
"""How far apart two printings of one value may lie: rounding and `about` allow that much."""
_FAR = 0.4
"""How far apart two values may lie and still be one measure printed wrongly in one place."""
_RESTATED = re.compile(r"\s*中\s*[，,、]")
_RESTATES = ("中", " ", "\n", "\u3000")
_OF_IT = re.compile(r"(?:^|[，,；;、：:（(])\s*在?(?P<measure>[^，,；;、：:（(]+)的\s*$")
_PLANNED = re.compile(r"\b(?:budget|target|goal|plan)(?:ed)?\b", re.IGNORECASE)
"""What was planned may equal what came of it, and is no repetition of it."""
_PLANNED_FOR = re.compile(r"(?:安排|预期|预计|拟|计划|力争)[^，。；0-9]{0,12}$")
_REACH = 40
_MOST = 48
"""With how many others of its size a figure is compared: bounds the work on hostile texts."""
_CONFIRMED = 2
"""How many repetitions must hold between two places before a third that fails is reported."""
_ALIKE = 0.5
"""The least likeness of two labels of one measure that neither contains the other."""
_TELLING = 4
"""A number of so many digits is no coincidence: it repeats whatever its labels are."""
_NAMED = 2
"""The least length of a name, and the fewest digits, that tell one measure from others."""
_MONEY = tuple("$£€¥元")
_JOINTS = frozenset({"for", "the", "from", "with", "and", "per", "share", "total"})
"""Words of a label that name nothing."""
_LONG = 4
"""The least length of a label that names a measure without its surroundings."""

_GENERAL = 4
"""So many unlike sizes of one name are those of several measures."""
_LEFT_OUT = re.compile(
    r"\b(?:excluding|without|ex|core|underlying|adjusted|net of)\b|剔除|扣除|不含|不包括|除外",
    re.IGNORECASE,
)

_SHORT: Mapping[str, str] = {"营收": "收入", "净利": "利润", "盈利": "利润"}
"""What titles shorten the names of measures to, with what the body calls them."""

GroupKey = tuple[str, str, bool]
"""What two figures must share to be compared: unit, level or kind of change, fact or not."""


def repeats(
    context: Context, levels: Mapping[int, int], bases: Collection[int] = ()
) -> tuple[Relation[int], ...]:
    """The repetitions of a text, each as a group of figures in different sentences.

    `levels` holds the level that each change leads to: a change may go by the name of its level.
    Those that agree come first; then those that do not, where the surroundings leave no doubt that
    one measure is meant.
    """
    body = dict(_of_the_title(context, levels))
    groups = _agreeing(context)
    known = {at for group in groups for at in group}
    groups += [
        [one, other]
        for one, other in body.items()
        if not {one, other} & known and meets(context, one, other)
    ]
    _join(groups, summarised(context, {at for group in groups for at in group[:1]}))
    _join(groups, tabulated(context, {at for group in groups for at in group}))
    _join(groups, agreeing_chiefs(context, {at for group in groups for at in group}))
    taken = {at for group in groups for at in group}
    failing = dict.fromkeys(
        chain(
            _against_the_title(context, taken, body),
            _beside_a_repeat(context, groups, taken),
            _between_repeating_places(context, groups, taken),
            _of_a_summary(context, groups, taken),
            _of_one_name(context, taken),
            _restated(context),
            differing(context, levels, bases),
        )
    )
    failing = _of_one_thing(context, failing, levels, bases)
    return tuple(map(repeat, (*groups, *_each_once(failing))))


def _of_one_level(context: Context, levels: Mapping[int, int], one: int, other: int) -> bool:
    """Whether the levels that two changes lead to may be one size: a rise of 98 and one of 1,187
    persons are not one that is told twice."""
    a, b = levels.get(one), levels.get(other)
    if a is None or b is None or a == b:
        return True
    sizes = sorted(abs(context.values[at]) for at in (a, b))
    return context.same_unit(a, b) and sizes[1] * (1 - _FAR) <= sizes[0]


def _of_one_thing(
    context: Context,
    pairs: Iterable[tuple[int, int]],
    levels: Mapping[int, int],
    bases: Collection[int],
) -> dict[tuple[int, int], None]:
    """The pairs that may tell one thing by their levels and by what only one of them has."""
    general = _general_names(context, bases)
    return {
        pair: None
        for pair in pairs
        if _of_one_level(context, levels, *pair)
        and not _are_apart(context, *pair)
        and core(context.figures[levels.get(pair[0], pair[0])].label) not in general
    }


def _are_apart(context: Context, one: int, other: int) -> bool:
    """Whether two figures tell unlike things by what only one of them has: a range, the word of an
    aim, or the name of what it leaves out (inflation excluding energy)."""
    figures = [context.figures[at] for at in (one, other)]
    if (figures[0].high is None) != (figures[1].high is None):
        return True
    if context.is_led_by_aim(one) != context.is_led_by_aim(other):
        return True
    return _leaves_out(figures[0].label) != _leaves_out(figures[1].label)


@lru_cache(maxsize=4096)
def _leaves_out(label: str) -> bool:
    return _LEFT_OUT.search(label) is not None


def _general_names(context: Context, bases: Collection[int]) -> frozenset[str]:
    """The names that so many unlike sizes of the prose bear that they tell no measure: `revenue`
    in a report that goes from one division to the next."""
    values: dict[str, set[float]] = defaultdict(set)
    for at in context.measures:
        prose = context.is_level(at) and not context.is_row(at) and at not in bases
        if prose and not context.is_rate(at) and not context.is_base(at):
            values[core(context.figures[at].label)].add(context.values[at])
    return frozenset(name for name, told in values.items() if name and len(told) >= _GENERAL)


def _join(groups: list[list[int]], pairs: Iterable[tuple[int, int]]) -> None:
    """Add pairs to the groups that hold either figure of them, else as groups of their own."""
    of = {at: group for group in groups for at in group}
    for pair in tuple(pairs):
        known = next((of[at] for at in pair if at in of), None)
        if known is None:
            known = []
            groups.append(known)
        known += (at for at in pair if at not in known)
        of |= dict.fromkeys(pair, known)


def _each_once(pairs: Mapping[tuple[int, int], None]) -> Iterator[tuple[int, int]]:
    """The pairs of which neither figure stands in an earlier pair."""
    seen: set[int] = set()
    for one, other in pairs:
        if one not in seen and other not in seen:
            seen |= {one, other}
            yield one, other


def repeat(figures: Sequence[int]) -> Relation[int]:
    """The relation of figures that give one measure of one time."""
    return Relation(RelationKind.REPEAT, tuple(("figures", at) for at in figures))


def _key(context: Context, at: int) -> GroupKey:
    one = context.figures[at]
    kind = Kind.AMOUNT if one.kind is Kind.COUNT else one.kind
    return one.unit, str(kind), one.standing is Standing.FACT


def _group_key(context: Context, at: int) -> GroupKey:
    """The key under which a figure is looked for: counts may leave out their noun."""
    unit, kind, fact = _key(context, at)
    one = context.figures[at]
    size = one.kind in (Kind.COUNT, Kind.AMOUNT) and one.unit[:1] not in _MONEY
    return "" if size else unit, kind, fact


def _alike_in_unit(context: Context, one: int, other: int) -> bool:
    """Whether two figures count one thing, or a cell without a unit may count that of the prose."""
    units = context.figures[one].unit, context.figures[other].unit
    if units[0] == units[1] or context.same_unit(one, other):
        return True
    bare = [at for at in (one, other) if not context.figures[at].unit]
    return len(bare) == 1 and context.is_row(bare[0])


def _agreeing(context: Context) -> list[list[int]]:
    """Groups of figures that repeat their first, found by unit, kind and size."""
    by_key: dict[GroupKey, dict[int, list[list[int]]]] = defaultdict(dict)
    for at in context.measures:
        leaders, size = by_key[_group_key(context, at)], _size(context.values[at])
        near = (leaders[size + step][-_MOST:] for step in (0, -1, 1) if size + step in leaders)
        for group in chain.from_iterable(near):
            if _repeats(context, group[0], at) or _repeats_last(context, group, at):
                group.append(at)
                break
        else:
            leaders.setdefault(size, []).append([at])
    groups = (group for leaders in by_key.values() for each in leaders.values() for group in each)
    return sorted(group for group in groups if len(group) > 1)


def _repeats_last(context: Context, group: Sequence[int], at: int) -> bool:
    """Whether a figure has the name of the last of a group and agrees with the first."""
    return (
        len(group) > 1
        and _repeats(context, group[-1], at)
        and meets(context, group[0], at)
        and context.sentence(group[0]) != context.sentence(at)
    )


def _size(value: float) -> int:
    """The step of a scale on which values that may be one lie at most one step apart."""
    if not value or not math.isfinite(value):
        return 0
    step = math.floor(math.log(abs(value)) / math.log1p(_APART))
    return 2 * step + 10_000 if value > 0 else -2 * step - 10_000


def _repeats(context: Context, one: int, other: int) -> bool:
    if context.sentence(one) == context.sentence(other):
        return False
    if not _alike_in_unit(context, one, other):
        return False
    return meets(context, one, other) and _one_measure(context, one, other)


def _one_measure(context: Context, one: int, other: int) -> bool:
    a, b = context.figures[one], context.figures[other]
    if _leaves_out(a.label) != _leaves_out(b.label):
        return False
    if same_subject(untotalled(a.label), untotalled(b.label)):
        return True
    if a.value != b.value and not (context.is_row(one) or context.is_row(other)):
        return False
    if _is_planned(a.label) != _is_planned(b.label):
        return False
    if _is_total_row(context, one) or _is_total_row(context, other):
        return min(context.digits(one), context.digits(other)) >= _TELLING - 1
    equal = a.value == b.value and context.block(one) != context.block(other)
    digits = min(context.digits(one), context.digits(other)) if equal else 0
    alike = a.unit == b.unit and _differ_in_a_word(a.label, b.label)
    return (
        digits >= _TELLING
        or (digits == _TELLING - 1 and likeness(a.label, b.label) >= _ALIKE)
        or (digits >= _NAMED and alike)
    )


@lru_cache(maxsize=4096)
def _differ_in_a_word(label: str, other: str) -> bool:
    """Whether two English labels share their words but one: `cost of bad debts`, `charge for`."""
    if not label.isascii() or not other.isascii() or steps_of(label) != steps_of(other):
        return False
    if last_word(label) != last_word(other) or measure_of(label) != measure_of(other):
        return False
    a, b = (frozenset(beginnings(each)) - _JOINTS for each in (label, other))
    shared = a & b
    return len(shared) > 1 and len(shared) >= min(len(a), len(b)) - 1


@lru_cache(maxsize=4096)
def _is_planned(label: str) -> bool:
    return _PLANNED.search(label) is not None


def _is_total_row(context: Context, at: int) -> bool:
    """Whether a figure is the level of the total's row of a table, which the prose repeats."""
    level = context.is_row(at) and context.is_level(at)
    return level and TOTAL.match(context.figures[at].label) is not None


def _of_the_title(context: Context, levels: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Each figure of the title with the first figure of the body that gives its measure."""
    title = [at for at in context.measures if context.is_in_title(at)]
    body = context.measures[len(title) :][:_MOST]
    for one in title:
        a = context.figures[one]
        end = _end(a.label) or _end(context.figures[levels.get(one, one)].label)
        for other in body:
            b = context.figures[other]
            names = (b.label, context.figures[levels.get(other, other)].label)
            if not context.same_unit(one, other) or context.is_change(one) != context.is_change(
                other
            ):
                continue
            named = bool(end) and any(end in _lowered(name) for name in names)
            if _rounds(context, one, other, title):
                yield one, other
                break
            if (named and _is_close(context, one, other)) or _is_telling(context, one, other):
                yield one, other
                break


def _rounds(context: Context, one: int, other: int, title: Sequence[int]) -> bool:
    """Whether the first paragraph gives the only size of its unit in the title more exactly."""
    a, b = context.figures[one], context.figures[other]
    alone = sum(context.same_unit(one, at) for at in title) == 1
    first = context.paragraph(other) == context.paragraph(context.measures[len(title)])
    if not (alone and first and a.kind is b.kind and context.is_level(one)) or context.is_rate(one):
        return False
    blunt = context.digits(one) < context.digits(other) and a.qualifier is not Qualifier.EXACT
    near = abs(context.values[one] - context.values[other]) <= _APART * context.values[other]
    return blunt and near and context.digits(one) > 1 and meets(context, one, other)


def _is_telling(context: Context, one: int, other: int) -> bool:
    """Whether two figures print one number of so many digits that it is no coincidence."""
    if context.values[one] != context.values[other]:
        return False
    first = context.paragraph(other) == context.paragraph(context.measures[_first_of_body(context)])
    return min(context.digits(one), context.digits(other)) >= _TELLING - first


def _first_of_body(context: Context) -> int:
    """The place of the first measure behind the title."""
    ahead = (place for place, at in enumerate(context.measures) if not context.is_in_title(at))
    return next(ahead, 0)


def _lowered(label: str) -> str:
    return "".join(label.split()).casefold()


def _end(label: str) -> str:
    """The word that ends a label, in place of a short name of a measure the long one."""
    end = last_word(label)
    return _SHORT.get(end, end)


def _is_close(context: Context, one: int, other: int) -> bool:
    return context.values[one] == context.values[other] or _is_near(context, one, other)


def _against_the_title(
    context: Context, taken: set[int], body: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Figures of the title that the body gives otherwise."""
    for one, other in body.items():
        facts = all(context.figures[at].standing is Standing.FACT for at in (one, other))
        same = facts and _are_of_one_time(context, one, other)
        if same and not {one, other} & taken and not meets(context, one, other):
            yield one, other


def _beside_a_repeat(
    context: Context, groups: Sequence[Sequence[int]], taken: set[int]
) -> Iterator[tuple[int, int]]:
    """Neighbours of one measure beside two figures that agree: 650 beside 17.3% in two places."""
    place = {at: position for position, at in enumerate(context.measures)}
    for group in groups:
        for other in group[1:]:
            for step in (1, -1):
                pair = _neighbours(context, (place[group[0]] + step, place[other] + step))
                if pair is None or set(pair) & taken:
                    continue
                sentences = [context.sentence(at) for at in (group[0], pair[0], other, pair[1])]
                near = sentences[0] == sentences[1] and sentences[2] == sentences[3]
                alike = 0.0 if context.is_in_title(pair[0]) else _ALIKE
                if near and _contradicts(context, *pair, alike):
                    yield pair


def _neighbours(context: Context, places: tuple[int, int]) -> tuple[int, int] | None:
    if min(places) < 0 or max(places) >= len(context.measures):
        return None
    return context.measures[places[0]], context.measures[places[1]]


def _between_repeating_places(
    context: Context, groups: Sequence[Sequence[int]], taken: set[int]
) -> Iterator[tuple[int, int]]:
    """Figures of one measure in two places that repeat at least two other figures."""
    places = Counter(
        (context.block(group[0]), context.block(at)) for group in groups for at in group[1:]
    )
    free: dict[int, dict[GroupKey, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at in context.measures:
        if at not in taken:
            free[context.block(at)][_key(context, at)].append(at)
    for (first, second), count in places.items():
        if count < _CONFIRMED or first == second:
            continue
        for key, members in free[first].items():
            others = free[second].get(key, [])[:_MOST]
            for one in members:
                for other in others:
                    if _contradicts(context, one, other):
                        yield one, other


def _of_a_summary(
    context: Context, groups: Sequence[Sequence[int]], taken: set[int]
) -> Iterator[tuple[int, int]]:
    """Figures of a place that repeats two others anywhere, each with the only one of its name."""
    repeated = Counter(
        block
        for group in groups
        if len({context.block(at) for at in group}) > 1
        for block in {context.block(at) for at in group}
    )
    by_key: dict[GroupKey, list[int]] = defaultdict(list)
    for at in context.measures:
        if at not in taken:
            by_key[_key(context, at)].append(at)
    for members in by_key.values():
        telling = [at for at in members[:_MOST] if context.digits(at) >= _NAMED]
        for one in members:
            if repeated[context.block(one)] < _CONFIRMED or context.is_row(one):
                continue
            other = _only_one_of_its_name(context, one, telling)
            if other is not None and _contradicts(context, one, other):
                yield min(one, other), max(one, other)


def _only_one_of_its_name(context: Context, one: int, members: Sequence[int]) -> int | None:
    """The only figure of another place that has the name of a figure, of one period with it."""
    name = core(context.figures[one].label)
    if len(name) < _NAMED or context.digits(one) < _NAMED:
        return None
    others = [
        at
        for at in members
        if context.block(at) != context.block(one) and same_subject(name, context.figures[at].label)
    ]
    called = [at for at in others if core(context.figures[at].label) == name]
    share = context.is_rate(one) and not context.is_change(one)
    called = called if called or share else [at for at in others if _is_general(context, name, at)]
    if len(called) != 1 or (share and len(name) < _LONG):
        return None
    return called[0] if _are_of_one_time(context, one, called[0]) else None


def _is_general(context: Context, name: str, at: int) -> bool:
    """Whether a label is a name with a general word more; an English one may hold any."""
    label = core(context.figures[at].label)
    return label.isascii() or of_one_name(name, label) > 0


def _are_of_one_time(context: Context, one: int, other: int) -> bool:
    """Whether the periods that two figures name are not at odds."""
    return may_be_of_one_time(*(periods(context.before(at)) for at in (one, other)))


def _contradicts(context: Context, one: int, other: int, alike: float = 2.0) -> bool:
    """Whether two figures give one measure differently: the same in all but the number.

    `alike` is the likeness of labels that will do where neither holds the other.
    """
    a, b = context.figures[one], context.figures[other]
    if _key(context, one) != _key(context, other):
        return False
    if not same_subject(a.label, b.label) and likeness(a.label, b.label) < alike:
        return False
    if alike > 0 and not _is_general(context, core(a.label), other):
        return False
    facts = a.standing is b.standing is Standing.FACT
    if _is_of_next_year(context, one) != _is_of_next_year(context, other):
        return False
    if not facts or _is_average(context, one) != _is_average(context, other):
        return False
    return _is_near(context, one, other)


def _is_of_next_year(context: Context, at: int) -> bool:
    """Whether the words before a figure plan it: `安排教育支出18.1亿元`."""
    return _PLANNED_FOR.search(context.lead(at)) is not None


def _is_near(context: Context, one: int, other: int) -> bool:
    return are_unlike(context.values[one], context.values[other], _FAR)


def _is_average(context: Context, at: int) -> bool:
    """Whether a change is a mean of several years, which no change of one year repeats."""
    return basis_of(context.lead(at)) is Basis.AVERAGE


def _of_one_name(context: Context, taken: set[int]) -> Iterator[tuple[int, int]]:
    """The only two figures of a long name in a text, of one period, in different paragraphs."""
    by_name: dict[tuple[GroupKey, str], list[int]] = defaultdict(list)
    for at in context.measures:
        name = core(context.figures[at].label)
        if len(name) >= _LONG and not context.is_row(at):
            by_name[_key(context, at), name].append(at)
    for members in by_name.values():
        if len(members) != 2 or set(members) & taken:
            continue
        one, other = members
        apart = context.paragraph(one) != context.paragraph(other)
        digits = min(context.digits(at) for at in members)
        times = [periods(context.before(at)) for at in members]
        if apart and digits > 1 and times[0] == times[1] and _contradicts(context, one, other):
            yield one, other


def _restated(context: Context) -> Iterator[tuple[int, int]]:
    """`受理的1250件中`, where the report has another number for what was 受理 before it."""
    for position, at in enumerate(context.measures):
        end = context.figures[at].span.end
        if context.text[end : end + 1] not in _RESTATES or not _RESTATED.match(context.text, end):
            continue
        named = _OF_IT.search(context.lead(at))
        if named is None or not context.is_level(at):
            continue
        stem = core(named["measure"])
        unit = context.figures[at].unit
        alike = [
            earlier
            for earlier in context.measures[max(0, position - _REACH) : position]
            if context.figures[earlier].unit == unit
            and context.is_level(earlier)
            and context.figures[earlier].standing is Standing.FACT
            and len(stem) > 1
            and core(context.figures[earlier].label).startswith(stem)
        ]
        other = all(context.values[each] != context.values[at] for each in alike)
        if alike and other and _is_near(context, alike[0], at):
            yield alike[0], at
