"""Which figures exhaust a total."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from viewer.model import Kind, Relation, RelationKind
from viewer.quantities.agree import PERSONS
from viewer.relations.adding.balances import balances
from viewer.relations.adding.closed_lists import closed_lists
from viewer.relations.adding.consisting import divided, exhausted
from viewer.relations.adding.contributions import contributions
from viewer.relations.adding.divided_rates import divided_rates
from viewer.relations.adding.evidence import DIGITS, ONE, is_no_chance
from viewer.relations.adding.named_sums import (
    LEAD_OF_PART,
    MOST_PARTS,
    REMAINING,
    REMAINING_CUE,
    is_rest,
    sums_by_name,
    words_of_sums,
)
from viewer.relations.adding.worded_totals import worded_totals
from viewer.relations.context import Context, is_size
from viewer.relations.labels import core, names_others, of_one_measure

_SKIPPED = 3
"""How many figures may stand between a total and its first part (a change is not counted)."""
_BALANCE = re.compile(
    r"顺差|逆差|差额|结余|(?<!款)(?<!务)(?<!券)余额|净额|"
    r"\b(?:surplus|deficit|balance)\b",
    re.IGNORECASE,
)
"""A difference of two levels is a part of neither."""
_CARRIED = re.compile(
    r"(?:上年|年初|历年|以前年度|动用|调入|使用)[^，。；0-9]{0,6}(?:结余|结转)[^，。；0-9]{0,6}$"
)
"""The words before what was left over from an earlier year, which is a part of what there is."""
_LED_BY_BALANCE = re.compile(
    r"(?:顺差|逆差|差额)[^，。；0-9]{0,6}$|\b(?:surplus|deficit|shortfall|overspend|underspend)\b"
    r"[^.;,0-9]{0,12}$",
    re.IGNORECASE,
)
_BALANCE_CUE = (
    *("顺差", "逆差", "差额"),
    *("surplus", "deficit", "shortfall", "overspend", "underspend"),
)


def sums(context: Context) -> tuple[Relation[int], ...]:
    """The sums of a text: a total and the parts that make it.

    A sum is found where the printed numbers add up, and where the labels name a complete division
    (男 and 女) whether they add up or not.
    """
    proven: dict[tuple[int, ...], Relation[int]] = {}
    named: dict[tuple[int, ...], Relation[int]] = {}
    words = words_of_sums(context)
    for total, around in _around(context, words.closing):
        for members in _that_make(context, total, around):
            proven.setdefault((total, *members), sum_of(total, members))
        for members in sums_by_name(context, total, around.after, words):
            named.setdefault((total, *members), sum_of(total, members))
    levels = [at for at in context.measures if is_size(context, at)]
    of_a_sentence = (*_of_a_sentence(context, levels), *exhausted(context), *divided(context))
    for total, run in (*_to_the_others(context, levels), *of_a_sentence):
        proven.setdefault((total, *run), sum_of(total, run))
    named_lists = (*worded_totals(context, levels), *closed_lists(context, levels))
    for total, run in (*named_lists, *contributions(context), *divided_rates(context)):
        named.setdefault((total, *run), sum_of(total, run))
    for key in (*_around_another(tuple(proven)), *_of_another_total(context, tuple(proven))):
        proven.pop(key, None)
    ends = _ends_of_lists(proven.values())
    proven = {key: one for key, one in proven.items() if key not in ends}
    made = {at for one in proven.values() for at in one.all("parts")}
    rest = [one for one in named.values() if not made & set(one.all("parts"))]
    ends = _ends_of_lists(rest)
    rest = [one for one in rest if one.members not in ends]
    every = tuple(
        one
        for one in (*proven.values(), *rest)
        if not (_adds_unlike(context, one) or _is_held_under(context, one))
    )
    known = {at for one in every for at in one.all("parts")}
    left = (one for one in balances(context, levels) if known.isdisjoint(one[1]))
    return (*every, *(sum_of(*one) for one in left))


def _is_held_under(context: Context, one: Relation[int]) -> bool:
    """Whether the total is a limit, and none of the parts is."""
    limits = context.limits
    return one.get("total") in limits and limits.isdisjoint(one.all("parts"))


def _adds_unlike(context: Context, one: Relation[int]) -> bool:
    """Whether each part names another measure than the total, as expenditures under a revenue."""
    total, parts = one.get("total"), one.all("parts")
    if total is None:
        return False
    whole = context.figures[total].label
    return all(not of_one_measure(whole, context.figures[part].label) for part in parts)


def _ends_of_lists(found: Iterable[Relation[int]]) -> frozenset[tuple[int, ...]]:
    """The ends of the parts of some sums: a total and its parts that are one make no sum."""
    lists = (one.all("parts") for one in found)
    return frozenset(parts[start:] for parts in lists for start in range(len(parts)))


def _around_another(found: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The sums that add to all parts of another sum what stands behind them.

    `用电量486…，发电量452，其中271、63和118。外购电34`: 452 is made of the three, 486 not of four.
    Each is a total and its parts.
    """
    at_first: dict[int, list[tuple[int, ...]]] = {}
    for one in found:
        at_first.setdefault(one[1], []).append(one)
    return [
        one
        for alike in at_first.values()
        for one in alike
        if any(
            one[0] < other[0] < one[1]
            and len(other) < len(one)
            and other[1:] == one[1 : len(other)]
            for other in alike
        )
    ]


def _of_another_total(
    context: Context, found: Sequence[tuple[int, ...]]
) -> Iterator[tuple[int, ...]]:
    """The sums of parts that make another total of that size in their own sentence: of income and
    of outlay, where both totals are one number."""
    by_parts: dict[tuple[int, ...], list[int]] = {}
    for one in found:
        by_parts.setdefault(one[1:], []).append(one[0])
    for parts, totals in by_parts.items():
        home = context.full_sentence(parts[0])
        own = [at for at in totals if context.full_sentence(at) == home]
        if own:
            yield from ((at, *parts) for at in totals if at not in own)


def sum_of(total: int, members: Sequence[int]) -> Relation[int]:
    """The relation of a total and the parts that make it."""
    return Relation(RelationKind.SUM, (("total", total), *(("parts", at) for at in members)))


@dataclass(frozen=True)
class _Around:
    """The levels of the unit of a total on either side of it, nearest first."""

    after: Sequence[int]
    before: Sequence[int]
    """Empty for a level that no words make the end of a list."""


def _around(context: Context, closing: frozenset[int]) -> Iterator[tuple[int, _Around]]:
    """Every level with the levels of its unit near it."""
    by_unit: dict[str, list[int]] = {}
    rest = context.led_by(REMAINING, LEAD_OF_PART, REMAINING_CUE)
    carried = context.led_by(_CARRIED, LEAD_OF_PART, ("结余", "结转"))
    balances = context.led_by(_LED_BY_BALANCE, LEAD_OF_PART, _BALANCE_CUE)
    for at in context.measures:
        level = context.is_level(at) and at not in context.bases and at not in balances
        if level and (at in rest or at in carried or not _is_balance(context.figures[at].label)):
            by_unit.setdefault(context.figures[at].unit, []).append(at)
    bare = [at for at in by_unit.get("", ()) if at in context.without_noun]
    beside = _units_beside(context, bare)
    named = {unit: group for unit, group in by_unit.items() if unit and unit in beside}
    by_unit |= {unit: sorted({*group, *bare}) for unit, group in named.items()}
    place = {
        at: (group, position)
        for unit, group in by_unit.items()
        for position, at in enumerate(group)
        if context.figures[at].unit == unit
    }
    for total in context.measures:
        if total in place:
            group, position = place[total]
            if not context.figures[total].unit and total in context.without_noun:
                group = by_unit[_unit_beside(named, total)]
                position = bisect_left(group, total)
            after = group[position + 1 : position + 1 + 2 * MOST_PARTS]
            before = (
                group[max(0, position - MOST_PARTS) : position][::-1] if total in closing else []
            )
            yield total, _Around(_within(context, total, after), _within(context, total, before))


def _unit_beside(named: Mapping[str, Sequence[int]], total: int) -> str:
    """The noun that a number without one may go with: that of the nearest of the levels that it
    may be added to; '' for none. `named` holds these levels by their nouns."""
    return min(named, key=lambda unit: _distance(named[unit], total), default="")


def _distance(ordered: Sequence[int], one: int) -> int:
    """How far the nearest of some numbers in order lies from one."""
    at = bisect_left(ordered, one)
    return min(abs(near - one) for near in ordered[max(0, at - 1) : at + 1])


def _facts(context: Context, levels: Sequence[int]) -> Sequence[int]:
    """The levels that are no aims, which are no parts of what was reached."""
    if context.aims.isdisjoint(levels):
        return levels
    return [at for at in levels if at not in context.aims]


@lru_cache(maxsize=4096)
def _is_balance(label: str) -> bool:
    return _BALANCE.search(label) is not None


def _units_beside(context: Context, bare: Sequence[int]) -> set[str]:
    """The units that numbers without a noun may go on with: those of whole counts near them."""
    near = {at + step for at in bare for step in range(-MOST_PARTS, MOST_PARTS + 1)}
    counts = (at for at in near & set(context.measures) if context.is_level(at))
    return {context.figures[at].unit for at in counts if context.figures[at].kind is Kind.COUNT}


def _within(context: Context, total: int, others: Sequence[int]) -> Sequence[int]:
    """The levels up to the first that stands too many paragraphs away; of a fact no aims."""
    if total not in context.aims:
        others = _facts(context, others)
    home, place = context.paragraph(total), len(others)
    while place and abs(context.paragraph(others[place - 1]) - home) > MOST_PARTS:
        place -= 1
    return others[:place] if place < len(others) else others


def _that_make(context: Context, total: int, around: _Around) -> Iterator[tuple[int, ...]]:
    """Runs of figures that add up to the total within the rounding."""
    if not context.is_rate(total):
        candidates, start = around.after, 0
        while start <= min(_SKIPPED, len(candidates) - 2):
            members = _run(context, total, candidates[start:], skipped=start)
            if members is None:
                start += 1
                continue
            yield members
            candidates, start = candidates[start + len(members) :], 0
    if len(around.before) > 1:
        members = _run(context, total, around.before, skipped=0)
        if members is not None:
            yield tuple(reversed(members))


def _run(
    context: Context, total: int, candidates: Sequence[int], *, skipped: int
) -> tuple[int, ...] | None:
    """The first figures that make the total within the rounding, where that is no chance."""
    goal, low, high = context.ends[total], 0.0, 0.0
    most = ONE * context.values[total]
    for size, at in enumerate(candidates[:MOST_PARTS], 1):
        if not 0 < context.values[at] < most:
            return None
        part = context.ends[at]
        low, high = low + part.low, high + part.high
        if low > goal.high:
            return None
        if size > 1 and high >= goal.low:
            members = tuple(candidates[:size])
            if is_no_chance(context, total, members, skipped):
                return members
    return None


def _to_the_others(
    context: Context, levels: Sequence[int]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """A list up to its 其他 and an earlier total of its name that it makes.

    `总收入90亿元……分产品看，甲收入50亿元……；其他收入10亿元`: only where the numbers add up.
    """
    for place, last in enumerate(levels):
        if not names_others(context.figures[last].label):
            continue
        name = core(context.figures[last].label)
        near = [
            at
            for at in levels[max(0, place - 2 * MOST_PARTS) : place + 1]
            if context.same_unit(at, last)
        ]
        for total in reversed(near):
            members = tuple(at for at in near if at > total)
            home = context.paragraph(last)
            members = tuple(at for at in members if context.paragraph(at) == home)
            named = core(context.figures[total].label)[-2:] == name[-2:]
            for first in range(len(members) - 2 if named else 0):
                parts = members[first:]
                makes = context.added_up(parts).meets(context.ends[total])
                if makes and is_no_chance(context, total, parts):
                    yield total, parts
                    break


def _of_a_sentence(
    context: Context, levels: Sequence[int]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """All levels of a sentence and the total that they make, far before them.

    `Revenue was 842.3 … By division: A 412.8, B 251.4 and C 178.1`: at least three of them, and a
    total of so many digits that it is no chance.
    """
    by_unit: dict[str, list[int]] = {}
    for at in levels:
        by_unit.setdefault(_noun_of(context.figures[at].unit), []).append(at)
    bare = [at for at in by_unit.get("", ()) if at in context.without_noun]
    for unit in by_unit.keys() & map(_noun_of, _units_beside(context, bare)):
        by_unit[unit] = sorted({*by_unit[unit], *bare})
    for alike in by_unit.values():
        for first, members in _by_sentence(context, alike):
            total, parts = members[-1], members[:-1]
            closes = context.added_up(parts).meets(context.ends[total])
            if closes and len(parts) > 2 and is_no_chance(context, total, parts, 0):
                yield total, parts
                continue
            reach = context.added_up(members)
            for total in reversed(alike[max(0, first - 2 * MOST_PARTS) : first]):
                if not reach.meets(context.ends[total]) or context.is_parenthetical(
                    total, members[0]
                ):
                    continue
                closed = is_rest(context.figures[members[-1]].label)
                exact = context.digits(total) > DIGITS - closed
                if exact and is_no_chance(context, total, members):
                    yield total, members
                    break


def _noun_of(unit: str) -> str:
    """A unit, by one name for all nouns that count persons."""
    return "people" if unit in PERSONS else unit


def _by_sentence(context: Context, levels: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The runs of three levels or more in one sentence, with the place of the first."""
    for _, group in groupby(enumerate(levels), lambda one: context.full_sentence(one[1])):
        run = list(group)
        if 2 < len(run) <= MOST_PARTS:
            yield run[0][0], tuple(at for _, at in run)
