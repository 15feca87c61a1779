"""Which figures exhaust a total."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from viewer.model import Kind, Qualifier, Relation, RelationKind
from viewer.quantities.vocabulary import words_of
from viewer.relations.closed_lists import closed_lists
from viewer.relations.context import PERSONS, Context
from viewer.relations.interval import ZERO, Interval
from viewer.relations.labels import core, names_others, of_one_measure
from viewer.relations.sets import SETS, sets_named
from viewer.relations.worded_totals import ADDED, ADDED_CUE, REACH, could_be, worded_totals
from viewer.relations.wording import AMONG, TOTAL, named

_MOST = 12
_LEAD = 24
"""How many characters before a figure name the part that it is."""
_SKIPPED = 3
"""How many figures may stand between a total and its first part (a change is not counted)."""
_DIGITS = 3
_ONE = 0.995
"""A part that is all of its total says the total again."""
_SLIP, _SLIP_OF_TWO, _SLIP_OF_CLOSED = 0.2, 0.03, 0.35
"""How far, as a part of the total, a list that reads as complete may miss it and still be a sum."""
_BLUNT = 0.25
"""The widest interval of a figure, as a part of it, that adding up says anything about: above 20
billion meets any sum."""
_OPENED = re.compile(r"\s*[（(]")
_LOWEST = re.compile(r"(?:以下|\b0 ?[-~—至到] ?[0-9]+)|\b(?:under|below|aged 0)\b", re.IGNORECASE)
_HIGHEST = re.compile(r"(?:及以上|以上|\bover\b|\band (?:over|above|older)\b)", re.IGNORECASE)
_RANGE = re.compile(
    r"岁|周岁|\bage[ds]?\b|\byears?\b|以下|以上|[0-9] ?[-~至] ?[0-9]", re.IGNORECASE
)
_LOWEST_CUE = (
    *("以下", "under", "below", "aged 0"),
    *(f"0{space}{to}" for space in ("", " ") for to in "-~—至到"),
)
_RANGE_CUE = (
    *("岁", "以下", "以上", "-", "~", "—", "至", "到", "under", "below", "age", "year"),
    *("over", "above", "older"),
)
"""A piece of whatever names an age or another range."""
_ALTOGETHER = re.compile(r"[，,；、]\s*(?:一|总)?共[有计]?\s*$")
_ALL_CUE = ("共",)
_TOTAL_CUE = (
    *("计", "計", "总", "合共", "total"),
    *words_of("zh", "relation.total"),
    *words_of("en", "relation.total"),
)
_THUS = re.compile(
    r"\b(?:so(?: that)?|thus|hence|totall?ing|summing to|adding up to)\b[^.;0-9]{0,40}$",
    re.IGNORECASE,
)
_THUS_CUE = ("so ", "thus", "hence", "totaling", "totalling", "summing", "adding")
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
    "顺差",
    "逆差",
    "差额",
    "surplus",
    "deficit",
    "shortfall",
    "overspend",
    "underspend",
)
_SEPARATOR = re.compile(r"[,，\s]")
_TELLING = 4
"""With more digits than these a total is no chance sum of figures from here and there."""
_FEW = 3
"""So many parts make no chance sum even where they stand here and there."""
_REMAINING = re.compile(
    rf"{named('zh', 'relation.rest')}[^，。；0-9]{{0,8}}$|"
    rf"{named('en', 'relation.rest')}[^.;,0-9]{{0,16}}$",
    re.IGNORECASE,
)
_REMAINING_CUE = (*words_of("zh", "relation.rest"), *words_of("en", "relation.rest"))
_REST = re.compile(
    f"{named('zh', 'relation.others')}|{named('en', 'relation.others')}", re.IGNORECASE
)
"""The name of a last part that closes a list."""


def sums(context: Context) -> tuple[Relation[int], ...]:
    """The sums of a text: a total and the parts that make it.

    A sum is found where the printed numbers add up, and where the labels name a complete division
    (男 and 女) whether they add up or not.
    """
    proven: dict[tuple[int, ...], Relation[int]] = {}
    named: dict[tuple[int, ...], Relation[int]] = {}
    words = _words(context)
    for total, around in _around(context, words.closing):
        for members in _that_make(context, total, around):
            proven.setdefault((total, *members), sum_of(total, members))
        for members in _by_name(context, total, around.after, words):
            named.setdefault((total, *members), sum_of(total, members))
    levels = [
        at
        for at in context.measures
        if context.is_level(at) and not context.is_rate(at) and not context.is_base(at)
    ]
    for total, run in (*_to_the_others(context, levels), *_of_a_sentence(context, levels)):
        proven.setdefault((total, *run), sum_of(total, run))
    for total, run in (*worded_totals(context, levels), *closed_lists(context, levels)):
        named.setdefault((total, *run), sum_of(total, run))
    for key in (*_around_another(tuple(proven)), *_of_another_total(context, tuple(proven))):
        proven.pop(key, None)
    lists = {one.all("parts") for one in proven.values()}
    proven = {key: one for key, one in proven.items() if not _is_inner(one, lists)}
    made = {at for one in proven.values() for at in one.all("parts")}
    rest = [one for one in named.values() if not made & set(one.all("parts"))]
    told = {one.all("parts") for one in rest}
    every = (*proven.values(), *(one for one in rest if not _is_inner(one, told)))
    return tuple(
        one for one in every if not (_adds_unlike(context, one) or _is_held_under(context, one))
    )


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


def _is_inner(one: Relation[int], told: Collection[tuple[int, ...]]) -> bool:
    """Whether total and parts of a sum that words tell are together the end of another's parts."""
    inner = (one.all("total")[0], *one.all("parts"))
    return any(len(parts) >= len(inner) and parts[-len(inner) :] == inner for parts in told)


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
    for total, *parts in found:
        by_parts.setdefault(tuple(parts), []).append(total)
    for parts, totals in by_parts.items():
        home = context.full_sentence(parts[0])
        own = [at for at in totals if context.full_sentence(at) == home]
        if own:
            yield from ((at, *parts) for at in totals if at not in own)


def sum_of(total: int, members: Sequence[int]) -> Relation[int]:
    """The relation of a total and the parts that make it."""
    return Relation(RelationKind.SUM, (("total", total), *(("parts", at) for at in members)))


@dataclass(frozen=True)
class _Words:
    """The measures that certain words lead or name, found once for a text."""

    divided: frozenset[int]
    """Their labels speak of a complete division."""
    closing: frozenset[int]
    """Their words add up what stands before them: 加上…，总收入为."""
    lowest: frozenset[int]
    ranges: frozenset[int]
    highest: frozenset[int]
    rest: frozenset[int]


def _words(context: Context) -> _Words:
    lowest = context.led_by(_LOWEST, _LEAD, _LOWEST_CUE)
    none = frozenset[int]()
    return _Words(
        frozenset(at for at in context.measures if sets_named(context.figures[at].label)),
        context.led_by(TOTAL, 16, _TOTAL_CUE)
        | context.led_by(_ALTOGETHER, 8, _ALL_CUE)
        | context.led_by(ADDED, REACH, ADDED_CUE)
        | context.led_by(_THUS, REACH, _THUS_CUE),
        lowest,
        context.led_by(_RANGE, _LEAD, _RANGE_CUE) if lowest else none,
        context.led_by(_HIGHEST, _LEAD, _RANGE_CUE) if lowest else none,
        context.led_by(_REMAINING, _LEAD, _REMAINING_CUE),
    )


@dataclass(frozen=True)
class _Around:
    """The levels of the unit of a total on either side of it, nearest first."""

    after: Sequence[int]
    before: Sequence[int]
    """Empty for a level that no words make the end of a list."""


def _around(context: Context, closing: frozenset[int]) -> Iterator[tuple[int, _Around]]:
    """Every level with the levels of its unit near it."""
    by_unit: dict[str, list[int]] = {}
    rest = context.led_by(_REMAINING, _LEAD, _REMAINING_CUE)
    carried = context.led_by(_CARRIED, _LEAD, ("结余", "结转"))
    balances = context.led_by(_LED_BY_BALANCE, _LEAD, _BALANCE_CUE)
    for at in context.measures:
        level = context.is_level(at) and at not in context.bases and at not in balances
        if level and (at in rest or at in carried or not _is_balance(context.figures[at].label)):
            by_unit.setdefault(context.figures[at].unit, []).append(at)
    bare = [at for at in by_unit.get("", ()) if at in context.without_noun]
    for unit in by_unit.keys() & _units_beside(context, bare):
        by_unit[unit] = sorted({*by_unit[unit], *bare})
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
                group = _beside_bare(context, by_unit, total)
                position = group.index(total)
            after = group[position + 1 : position + 1 + 2 * _MOST]
            before = group[max(0, position - _MOST) : position][::-1] if total in closing else []
            yield total, _Around(_within(context, total, after), _within(context, total, before))


def _beside_bare(context: Context, by_unit: Mapping[str, list[int]], total: int) -> Sequence[int]:
    """The levels that may go with a number whose noun was said before: those of the nearest noun."""
    counts = (
        group
        for unit, group in by_unit.items()
        if unit and total in group and any(context.figures[at].unit == unit for at in group)
    )
    nearest = min(
        counts,
        key=lambda group: min(abs(at - total) for at in group if context.figures[at].unit),
        default=by_unit[""],
    )
    return nearest


def _facts(context: Context, levels: Sequence[int]) -> Sequence[int]:
    """The levels that are no aims, which are no parts of what was reached."""
    if context.aims.isdisjoint(levels):
        return levels
    return [at for at in levels if at not in context.aims]


@lru_cache(maxsize=4096)
def _is_rest(label: str) -> bool:
    return _REST.search(label) is not None


@lru_cache(maxsize=4096)
def _is_balance(label: str) -> bool:
    return _BALANCE.search(label) is not None


def _units_beside(context: Context, bare: Sequence[int]) -> set[str]:
    """The units that numbers without a noun may go on with: those of whole counts near them."""
    near = {at + step for at in bare for step in range(-_MOST, _MOST + 1)}
    counts = (at for at in near & set(context.measures) if context.is_level(at))
    return {context.figures[at].unit for at in counts if context.figures[at].kind is Kind.COUNT}


def _within(context: Context, total: int, others: Sequence[int]) -> Sequence[int]:
    """The levels up to the first that stands too many paragraphs away; of a fact no aims."""
    if total not in context.aims:
        others = _facts(context, others)
    home, place = context.paragraph(total), len(others)
    while place and abs(context.paragraph(others[place - 1]) - home) > _MOST:
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
    most = _ONE * context.values[total]
    for size, at in enumerate(candidates[:_MOST], 1):
        if not 0 < context.values[at] < most:
            return None
        part = context.ends[at]
        low, high = low + part.low, high + part.high
        if low > goal.high:
            return None
        if size > 1 and high >= goal.low:
            members = tuple(candidates[:size])
            if _is_no_chance(context, total, members, skipped):
                return members
    return None


def _is_evidence(context: Context, total: int, members: tuple[int, ...], skipped: int) -> bool:
    """Whether adding up would be no chance: enough digits for the number of ways tried."""
    everything = (total, *members)
    size = context.values[total]
    least = context.ends[total].width / 2
    if any(not least < context.values[at] < _ONE * size for at in members):
        return False  # a part that the rounding of the total swallows says nothing
    if any(context.figures[at].high is not None for at in everything):
        return False
    if not all(context.ends[at].width <= _BLUNT * abs(context.values[at]) for at in everything):
        return False
    digits = _digits(context, total)
    if len(members) == 2:
        least = min(_digits(context, at) for at in members)
        return digits >= _DIGITS + (skipped > 0) and least >= 2 + (skipped > 0)
    return digits >= 2 + (skipped > 0)


def _digits(context: Context, at: int) -> int:
    return sum(character.isdecimal() for character in context.figures[at].surface)


def _is_no_chance(context: Context, total: int, members: tuple[int, ...], skipped: int = 1) -> bool:
    """Whether figures that add up are evidence: counts to the last one, and of one list."""
    everything = (total, *members)
    exact = sum(context.values[at] for at in members) == context.values[total]
    if not exact and all(_is_counted(context, at) for at in everything):
        return False
    together = len({context.paragraph(at) for at in members}) == 1
    few = (len(members) <= _FEW and together) or _digits(context, total) > _TELLING
    if not few and not _is_gathered(context, members):
        return False
    return _is_evidence(context, total, members, skipped)


def _is_gathered(context: Context, members: Sequence[int]) -> bool:
    """Whether figures stand in one sentence, or each in one of its own."""
    homes = len({context.full_sentence(at) for at in members})
    return homes in (1, len(members))


def _is_counted(context: Context, at: int) -> bool:
    """Whether a figure counts to the last one: 4317人, not 8.61亿人次."""
    one = context.figures[at]
    plain = _SEPARATOR.sub("", one.surface)
    return one.kind is Kind.COUNT and plain.startswith(str(int(context.values[at])))


def _by_name(
    context: Context, total: int, candidates: Sequence[int], words: _Words
) -> Iterator[tuple[int, ...]]:
    """Figures that their words make all the parts of a total, whether they add up or not."""
    if not context.values[total] or len(candidates) < 2 or context.is_rate(total):
        return
    if not words.divided.isdisjoint(candidates):
        yield from _complete(context, total, [at for at in candidates if at in words.divided])
    yield from _listed(context, total, candidates)
    yield from _counted_among(context, total, candidates)
    yield from _in_brackets(context, total, candidates)
    if not words.lowest.isdisjoint(candidates):
        yield from _by_range(context, total, candidates, words)
    if not words.rest.isdisjoint(candidates):
        yield from _to_the_rest(context, total, candidates, words.rest)


def _counted_among(
    context: Context, total: int, candidates: Sequence[int]
) -> Iterator[tuple[int, ...]]:
    """Counts behind 其中 in one sentence that make their total to the last one, small as they are."""
    first = candidates[0]
    behind = context.text[context.figures[total].span.end : context.figures[first].span.start]
    if not AMONG.search(behind) or context.full_sentence(first) - context.full_sentence(total) > 1:
        return
    home = context.full_sentence(first)
    run = [at for at in candidates[:_MOST] if context.full_sentence(at) == home]
    exact = all(_is_counted(context, at) for at in (total, *run))
    made = sum(context.values[at] for at in run) == context.values[total]
    if exact and made and len(run) > 2:
        yield tuple(run)


def _in_brackets(
    context: Context, total: int, candidates: Sequence[int]
) -> Iterator[tuple[int, ...]]:
    """A list in the brackets right behind its total: 17.8 million (11.2 in one, 6.5 in another)."""
    behind = context.figures[total].span.end
    opened = _OPENED.match(context.text, behind)
    if opened is None or AMONG.match(context.text, opened.end()):
        return
    closed = context.closing(candidates[0])
    inside = [at for at in candidates if context.closing(at) == closed != math.inf]
    inside = [at for at in inside if context.figures[at].span.start > behind]
    if len(inside) > 1 and could_be(context, total, inside):
        yield tuple(inside)


def _by_range(
    context: Context, total: int, candidates: Sequence[int], words: _Words
) -> Iterator[tuple[int, ...]]:
    """Groups from the lowest to the highest: 0-14岁, 15-59岁, 60岁及以上."""
    members: list[int] = []
    for at in candidates:
        if not members and at not in words.lowest:
            continue
        if at not in words.ranges:
            break
        members.append(at)
        if at in words.highest:
            break
    whole = len(members) > 2 and members[-1] in words.highest
    if whole and could_be(context, total, members):
        yield tuple(members)


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
            for at in levels[max(0, place - 2 * _MOST) : place + 1]
            if context.same_unit(at, last)
        ]
        for total in reversed(near):
            members = tuple(at for at in near if at > total)
            home = context.paragraph(last)
            members = tuple(at for at in members if context.paragraph(at) == home)
            named = core(context.figures[total].label)[-2:] == name[-2:]
            for first in range(len(members) - 2 if named else 0):
                parts = members[first:]
                makes = _added_up(context, parts).meets(context.ends[total])
                if makes and _is_no_chance(context, total, parts):
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
        by_unit.setdefault(_counted_in(context, at), []).append(at)
    bare = [at for at in by_unit.get("", ()) if at in context.without_noun]
    beside = {"people" if unit in PERSONS else unit for unit in _units_beside(context, bare)}
    for unit in by_unit.keys() & beside:
        by_unit[unit] = sorted({*by_unit[unit], *bare})
    for alike in by_unit.values():
        for first, members in _by_sentence(context, alike):
            reach = _added_up(context, members)
            for total in reversed(alike[max(0, first - 2 * _MOST) : first]):
                if not reach.meets(context.ends[total]) or context.is_parenthetical(
                    total, members[0]
                ):
                    continue
                closed = _is_rest(context.figures[members[-1]].label)
                exact = _digits(context, total) > _DIGITS - closed
                if exact and _is_no_chance(context, total, members):
                    yield total, members
                    break


def _counted_in(context: Context, at: int) -> str:
    """The unit of a figure, one name for all nouns that count persons."""
    unit = context.figures[at].unit
    return "people" if unit in PERSONS else unit


def _by_sentence(context: Context, levels: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The runs of three levels or more in one sentence, with the place of the first."""
    for _, group in groupby(enumerate(levels), lambda one: context.full_sentence(one[1])):
        run = list(group)
        if 2 < len(run) <= _MOST:
            yield run[0][0], tuple(at for _, at in run)


def _added_up(context: Context, parts: Sequence[int]) -> Interval:
    return sum((context.ends[at] for at in parts), ZERO)


def _to_the_rest(
    context: Context, total: int, candidates: Sequence[int], rest: frozenset[int]
) -> Iterator[tuple[int, ...]]:
    """Parts up to the one that is called the rest: the remaining 49,400 tonnes, 其余12件."""
    for count, at in enumerate(candidates[:_MOST], 1):
        if context.paragraph(at) != context.paragraph(total) or context.is_rate(at):
            return
        if at in rest:
            members = candidates[:count]
            if count > 1 and could_be(context, total, members):
                yield tuple(members)
            return


def _complete(context: Context, total: int, candidates: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Figures whose labels divide a whole completely, after a total that could be their sum."""
    own = {number for number, _ in sets_named(context.figures[total].label)}
    by_set: dict[int, dict[int, int]] = {}
    for at in candidates:
        for number, place in sets_named(context.figures[at].label):
            by_set.setdefault(number, {}).setdefault(place, at)
    for number in sorted(by_set.keys() - own):
        members = sorted(by_set[number].values())
        if len(set(members)) < len(SETS[number]):
            continue
        apart = context.paragraph(members[-1]) - context.paragraph(members[0])
        if apart <= 2 * len(members) and could_be(context, total, members, paragraphs=2):
            yield tuple(members)


def _listed(context: Context, total: int, candidates: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """A list right behind a total that reads as all of its parts, though it misses it a little.

    The members stand in one sentence (or line by line) and share the end of their labels; after
    them the sentence or the paragraph ends.
    """
    if not _continues_from(context, total, candidates[0]):
        return
    members: list[int] = []
    for at in candidates:
        if members and not _continues(context, members[-1], at):
            break
        members.append(at)
    if not 1 < len(members) <= 2 * _MOST:
        return
    size = context.values[total]
    if not size:
        return
    missed = abs(sum(context.values[at] for at in members) / size - 1)
    slip = _SLIP if len(members) > 2 else _SLIP_OF_TWO
    if len(members) > 2 and _is_rest(context.figures[members[-1]].label):
        slip = _SLIP_OF_CLOSED
    if any(context.is_share(at) and context.is_rate(at) for at in range(total + 1, members[0])):
        return  # `6842人，落实率93.4%，就业…人、升学…人`: they are so much of it
    exact = all(context.figures[at].qualifier is Qualifier.EXACT for at in (total, *members))
    if _digits(context, total) < _DIGITS and not _share_its_name(context, total, members):
        return
    if exact and missed < slip and _is_evidence(context, total, tuple(members), 0):
        yield tuple(members)


def _continues_from(context: Context, total: int, first: int) -> bool:
    return context.paragraph(first) - context.paragraph(total) <= 1 and (
        context.sentence(first) - context.sentence(total) <= 1
    )


def _continues(context: Context, last: int, at: int) -> bool:
    """Whether a figure goes on a list: the next clause or line, its label of the same form."""
    if context.sentence(at) - context.sentence(last) > 1:
        return False
    one, other = core(context.figures[last].label), core(context.figures[at].label)
    return bool(one and other) and (one[-2:] == other[-2:] or _joined(context, last, at))


def _joined(context: Context, last: int, at: int) -> bool:
    return context.sentence(at) == context.sentence(last)


def _share_its_name(context: Context, total: int, members: Sequence[int]) -> bool:
    """Whether every label ends with that of the total: 经费, 人员经费, 公用经费, 项目经费."""
    name = core(context.figures[total].label)
    labels = [core(context.figures[at].label) for at in members]
    named = all(one.endswith(name) for one in labels) or (
        not name.isascii() and all(one[-2:] == name[-2:] for one in labels)
    )
    return len(members) > 2 and len(name) > 1 and named
