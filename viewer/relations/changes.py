"""Which level a change leads to, and from which base."""

from __future__ import annotations

import re
from collections.abc import Iterator

from viewer.model import Basis, Relation, RelationKind
from viewer.relations.context import TIMES, Context
from viewer.relations.labels import same_subject
from viewer.relations.wording import (
    CONSTANT_MEASURES,
    CONSTANT_PRICES,
    basis_of,
    residue,
)

_REACHED = re.compile(
    r"^\s*[，,(（]?\s*(?:并|并且|总[额量数值])?(?:达到?|達到?|至|到|为|為|升至|降至|增至|减至|实现|完成|to|at|reaching|"
    r"to reach|(?:from [^.,;0-9]{1,30} )?to (?:an? )?[^.,;0-9]{0,40})\s*"
    r"(?:了|约|约为|近|约达|the level of|about|nearly)?\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:由|从|從|自)[^，。；]{0,24}$")
_MOVED = re.compile(
    r"(?:[增减升降涨跌提扩缩压缩短减少回下上调拉激猛锐攀][\u4e00-\u9fff]{0,3})?(?:至|到|为|為)(?:了)?[^，。；0-9]{0,14}$"
)
_EARLIER = re.compile(
    r"(?:上年|去年|上年同期|去年同期|上月|上季|上一?季度?|前值|上期|同期|此前|原来|修正前|初值|年初|上年末)"
    r"(?:同期|末|底|的|是|为|為|数|值|水平|约|[：:（(\s])*$|(?:高于|低于|好于|差于|比|较|較)[^，。；0-9]{0,14}(?:的|為|为)\s*[（(]?$"
)
_ENGLISH_EARLIER = re.compile(
    r"\b(?:from|compared (?:to|with)|versus|vs\.?|against|than|up from|down from)\b[^.;0-9]{0,40}$",
    re.I,
)
_ENGLISH_FROM = re.compile(r"\bfrom (?:about |an? |the )?(?:\w+ )?$", re.I)
_ENGLISH_TO = re.compile(r"^[^.;]{0,40}\bto (?:about |an? |the )?(?:\w+ )?$", re.I)
_CORRESPONDING = re.compile(
    r"(?:相应|相應|对应|对應|上年同期|去年同期|[上去]年|上月|上季|前值)[^，。；0-9]{0,12}$|"
    r"\b(?:compared (?:to|with)|versus|against|year[- ]ago|previous)[^.;0-9]{0,30}$",
    re.IGNORECASE,
)
_FAR = 8


def changes(context: Context) -> tuple[Relation[int], ...]:
    """The changes of a text: level with change, level with base, or all three."""
    levels = {at: level for at in context.measures if (level := level_of(context, at)) is not None}
    found: list[Relation[int]] = []
    pairs = tuple(dict.fromkeys(_bases(context)))
    based = dict(reversed(pairs))
    used: set[int] = set()
    for change, level in levels.items():
        base = based.get(level)
        if base == change:
            base = None
        if base is not None and _incomparable(context, level, change):
            base = None
        used |= {level} if base is not None else set()
        found.append(_relation(context, level, base, change))
    found += [_relation(context, level, base, None) for level, base in pairs if level not in used]
    return tuple(found)


def level_of(context: Context, change: int) -> int | None:
    """The level that a change leads to, None where no figure beside it is one."""
    if not context.is_change(change):
        return None
    return _before(context, change) or _after(context, change)


def _before(context: Context, change: int) -> int | None:
    for at in range(change - 1, max(-1, change - _FAR), -1):
        if context.sentence(at) != context.sentence(change):
            return None
        one = context.figures[at]
        if not one.is_metric or one.value is None or context.is_aside(at, change):
            continue
        words = _without_figures(context, at, change)
        if residue(words) and not same_subject(one.label, context.figures[change].label):
            return None
        if _fits(context, at, change):
            return at
        if context.is_change(at) and not residue(words):
            level = _before(context, at)
            if level is not None and _fits(context, level, change):
                return level
    return None


def _without_figures(context: Context, before: int, after: int) -> str:
    words = context.between(before, after)
    for at in range(before + 1, after):
        words = words.replace(" ".join(context.figures[at].surface.split()), "", 1)
    return words


def _after(context: Context, change: int) -> int | None:
    """The level that a verb of reaching ties to the change before it: 增长5%，达到20亿元."""
    for at in range(change + 1, min(change + 3, len(context.figures))):
        if context.sentence(at) != context.sentence(change):
            return None
        if not context.figures[at].is_metric:
            continue
        gap = context.gap(change, at)
        reached = _REACHED.match(gap) is not None
        return at if reached and _fits(context, at, change) else None
    return None


def _fits(context: Context, level: int, change: int) -> bool:
    """Whether the units allow a change of that level."""
    one, other = context.figures[level], context.figures[change]
    if one.value is None:
        return False
    if context.is_points(change):
        return context.is_rate(level)
    if context.is_rate(change):
        return context.is_level(level) and (
            not context.is_rate(level) or same_subject(one.label, other.label)
        )
    if other.unit in TIMES:
        return context.is_level(level)
    unit = other.unit
    return context.is_level(level) and (unit == one.unit or one.unit.startswith(f"{unit}/"))


def _incomparable(context: Context, level: int, change: int) -> bool:
    return context.is_rate(change) and context.is_rate(level)


def _bases(context: Context) -> Iterator[tuple[int, int]]:
    """Pairs (level, base): from A to B, B against an earlier A, and lists that correspond."""
    yield from _corresponding(context)
    taken: set[int] = set()
    for before, after in zip(context.measures, context.measures[1:], strict=False):
        if context.sentence(before) != context.sentence(after) or before in taken:
            continue
        if not _same_measure(context, before, after):
            continue
        gap = context.gap(before, after)
        if _moves(context, before, gap):
            taken.add(after)
            yield after, before
        elif _EARLIER.search(gap) or _ENGLISH_EARLIER.search(gap):
            taken.add(after)
            yield before, after


def _corresponding(context: Context) -> Iterator[tuple[int, int]]:
    """`甲、乙分别为2.9%、3.2%，而九月份的相应升幅为1.0%、1.8%`: member by member."""
    previous: list[int] = []
    for run in context.lists:
        lead = context.before(run[0], 30)
        if previous and _CORRESPONDING.search(lead) and len(run) > 1:
            near = context.sentence(run[0]) - context.sentence(previous[-1]) <= 1
            if near and _same_measure(context, previous[0], run[0]):
                if len(previous) == len(run):
                    yield from zip(previous, run, strict=True)
                elif len(previous) == 1:
                    yield from ((previous[0], base) for base in run)
        previous = run


def _same_measure(context: Context, one: int, other: int) -> bool:
    a, b = context.figures[one], context.figures[other]
    if a.unit != b.unit:
        return False
    if context.is_level(one) and context.is_level(other):
        return True
    return context.is_rate(one) and a.kind is b.kind


def _moves(context: Context, before: int, gap: str) -> bool:
    lead = context.before(before)
    if _FROM.search(lead) and _MOVED.search(gap):
        return True
    return bool(_ENGLISH_FROM.search(lead) and _ENGLISH_TO.match(gap))


def _relation(context: Context, level: int, base: int | None, change: int | None) -> Relation[int]:
    roles = (("level", level), ("base", base), ("change", change))
    figure = context.figures[level if change is None else change]
    words = context.lead(level if change is None else change)
    if change is not None:
        words += context.behind(change)
    start = max(0, figure.span.start - 60)
    basis = basis_of(words) or basis_of(context.text[start : figure.span.start]) or Basis.OTHER
    told = CONSTANT_PRICES.search(words) is not None
    measure = CONSTANT_MEASURES.search(context.figures[level].label) is not None
    return Relation(
        RelationKind.CHANGE,
        tuple((role, at) for role, at in roles if at is not None),
        basis,
        told or (measure and change is not None and context.is_rate(change)),
    )
