"""Shares whose whole is called by what it is: `or 40% of the segment's revenue`, `a margin of 12%`.

What they are a share of stands elsewhere: a row of a table, the revenue of the paragraph, the only
number of those that are spoken of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from viewer.model import Standing
from viewer.relations.context import Context, is_size, is_whole_share, past_changes
from viewer.relations.labels import beginnings, core, measure_of
from viewer.relations.wording import PER_HEAD

Roles = tuple[tuple[str, int], ...]

_OR = re.compile(r",? (?:or|which is|equal to|equivalent to) (?:about |some |nearly )?|\s*[（(]")
_OF_KIND = re.compile(
    r" of (?:the|this|that|its) (?:[a-z]+ )?"
    r"(?:segment|division|business|unit|region|category|sector|group|market|line|department)"
    r"(?:['’]s?)?\b",
    re.IGNORECASE,
)
"""What follows a share of the whole that opens the sentence: `of the segment's revenue`."""
_OPENER = re.compile(
    r"(?:^ ?|[.;] )(?:Within|In|Among|At|For|Across|within) (?:the )?(?P<name>[^,.;0-9]{3,40}), ?"
)
_MARGIN = re.compile(
    r"[^.;0-9]{0,40}\b(?:margin|return) (?:of|was|to|at) (?:about )?|"
    r"[^，。；0-9]{0,6}[，,](?:对应)?[^，。；0-9]{0,6}利润率(?:为|达到?|约)*\s*"
)
_NO_MARGIN = re.compile(r"\b(?:gross|contribution|interest|solvency)\b|毛利|利息", re.IGNORECASE)
_TAKEN_BY = re.compile(
    r"(?:^ ?|[.;] ?)(?:[A-Z][^.;,0-9]{2,60}?) (?:made up|make up|account(?:ed)? for|were|"
    r"represent(?:ed)?) (?:about |some |nearly |almost |over |around )?$"
)
_OF_THOSE = re.compile(r" of (?:the|all|our|those|its)? ?(?P<noun>[a-z]+)\b")
_OF_MEASURE = re.compile(
    r" of (?:(?:the|total|group|our|its|overall) ){0,2}(?P<name>[a-z]+(?: [a-z]+)?)"
    r"(?=[,.;)]|$| in )",
    re.IGNORECASE,
)
"""What follows a share of a measure of the whole report: `of revenue, respectively`."""
_TAKES = re.compile(
    r"占(?:到|了)?(?:同期|全部|我?[市省县区])?(?P<name>[\u4e00-\u9fff]{2,16}?)的?"
    r"(?:比[重例]|份额)?(?:分别|依次)?(?:约?为|是|达到?|约|近)*\s*"
    r"(?:[由从自][^，。；0-9]{0,12}[0-9.]+[%％][^，。；0-9]{0,6}[至到为]\s*)?$"
)
"""The words between what takes a share and its number: `占出口总值的比重由上年的58%升至`."""
_TOTALS = re.compile(r"总[值额量数计]?|(?<=[\u4e00-\u9fff]{2})[量额数值]$")
_PER_HEAD = re.compile(PER_HEAD)
_NAMED = 2
"""The fewest characters that name a measure."""
_TOTAL = frozenset({"total", "group", "overa", "compa"})
_BACK, _FAR = 24, 120


def named_shares(context: Context) -> Iterator[Roles]:
    """Whole, part and share of each such share; without the whole where none has the name."""
    yield from _of_what_takes(context)
    for part, share in pairwise(context.measures):
        near = context.sentence(part) == context.sentence(share)
        if not is_whole_share(context, share):
            continue
        size = past_changes(context, part)
        if near and is_size(context, size):
            roles = _of_opener(context, part, share) or _of_revenue(context, size, share)
            if roles:
                yield roles
                continue
        whole = _those(context, share)
        if whole is not None:
            yield ("whole", whole), ("share", share)
            continue
        yield from _of_measure(context, part, share)


def _before(context: Context, at: int, reach: int = _BACK) -> Iterator[int]:
    """The sizes before a figure that are facts, the nearest first."""
    place = bisect_left(context.measures, at)
    for each in reversed(context.measures[max(0, place - reach) : place]):
        if is_size(context, each) and context.figures[each].standing is Standing.FACT:
            yield each


def _of_opener(context: Context, part: int, share: int) -> Roles | None:
    """`Within Testing, monitors rose to 94.6, or 39.7% of the segment's revenue`."""
    if not _OF_KIND.match(context.behind(share)) or not _OR.fullmatch(context.gap(part, share)):
        return None
    opener = _OPENER.search(context.before(share, 160))
    if opener is None:
        return None
    name = beginnings(opener["name"])
    called = [
        at
        for at in _before(context, part)
        if name <= beginnings(context.figures[at].label)
        and context.values[at] > context.values[part]
    ]
    here = [at for at in called if context.sentence(at) == context.sentence(part)]
    called = here or called
    row = context.paragraph(called[0]) if called else -1
    row_of = [at for at in called if context.paragraph(at) == row]
    making = (at for at in row_of if context.makes(part, at, share))
    whole = next(making, row_of[-1] if row_of else None)
    told = (("part", part), ("share", share))
    return told if whole is None else (("whole", whole), *told)


def _of_revenue(context: Context, part: int, share: int) -> Roles | None:
    """`EBITDA was 58, giving a margin of 49%`: a margin is the share of the revenue before it."""
    gap = context.gap(context.measures[bisect_left(context.measures, share) - 1], share)
    if not _MARGIN.fullmatch(gap) or _NO_MARGIN.search(gap):
        return None
    return _margin(context, part, share)


def _margin(context: Context, part: int, share: int) -> Roles | None:
    revenue = measure_of("revenue")
    earned = [
        at
        for at in _before(context, part)
        if measure_of(context.figures[at].label) == revenue
        and context.same_unit(at, part)
        and context.values[at] > context.values[part]
    ]
    making = (at for at in earned if context.makes(part, at, share))
    here = [at for at in earned if context.paragraph(at) == context.paragraph(part)]
    whole = next(making, here[-1] if here else None)
    return None if whole is None else (("whole", whole), ("part", part), ("share", share))


def _those(context: Context, share: int) -> int | None:
    """`Women made up 54% of the people reached`: the largest number of the paragraph of them."""
    if not _TAKEN_BY.search(context.before(share, 90)):
        return None
    of = _OF_THOSE.match(context.after(share))
    if of is None:
        return None
    noun = of["noun"].casefold()
    counted = [
        at
        for at in _before(context, share)
        if context.paragraph(at) == context.paragraph(share)
        and context.sentence(at) != context.sentence(share)
        and context.figures[at].unit.casefold() == noun
    ]
    return max(counted, key=context.values.__getitem__, default=None)


def _of_measure(context: Context, part: int, share: int) -> Iterator[Roles]:
    """`expense was 38, equal to 7.9% of revenue`, `46%, 31% and 23% of revenue`: the size of just
    that name, which may stand far before; to each share of a list."""
    of = _OF_MEASURE.match(context.after(share, 60))
    if of is None:
        return
    name = beginnings(of["name"])
    prose = (
        at
        for at in _before(context, share, _FAR)
        if not context.is_row(at) and beginnings(context.figures[at].label) - _TOTAL == name
    )
    whole = next(prose, None) if name else None
    if whole is None or context.sentence(whole) == context.sentence(share):
        return
    if is_size(context, part) and _OR.fullmatch(context.gap(part, share)):
        if context.same_unit(part, whole) and context.values[part] < context.values[whole]:
            yield ("whole", whole), ("part", part), ("share", share)
        return
    for run in context.lists:
        if run[-1] == share and len(run) > 1:
            yield from ((("whole", whole), ("share", at)) for at in run)


def _of_what_takes(context: Context) -> Iterator[Roles]:
    """`占出口总值的60.2%`, `占收入的比重分别为24.3%、21.5%`: the size of that name, however far."""
    lists = {run[0]: run for run in context.lists if len(run) > 1}
    for share in sorted(context.led_by(_TAKES, 40, ("占",))):
        if not is_whole_share(context, share):
            continue
        told = _TAKES.search(context.before(share))
        whole = _called(context, share, _plain(told["name"])) if told is not None else None
        if whole is None or context.sentence(whole) == context.sentence(share):
            continue
        run = lists.get(share, [share])
        if len(run) > 1:
            yield from ((("whole", whole), ("share", at)) for at in run)
            continue
        part = _subject(context, share, whole)
        if part is not None:
            yield ("whole", whole), ("part", part), ("share", share)


def _subject(context: Context, share: int, whole: int) -> int | None:
    """The only size of its unit before a share in its sentence."""
    alike = [
        at
        for at in context.measures[max(0, bisect_left(context.measures, share) - 6) :]
        if at < share
        and context.sentence(at) == context.sentence(share)
        and is_size(context, at)
        and context.same_unit(at, whole)
    ]
    return alike[0] if len(alike) == 1 else None


def _called(context: Context, share: int, name: str) -> int | None:
    """The nearest fact of just that name, else of the shortest that begins or ends with it."""
    if len(name) < _NAMED:
        return None
    near: list[tuple[int, int]] = []
    for at in _before(context, share, _FAR):
        label = context.figures[at].label
        plain = _plain(core(label))
        if plain == name:
            return at
        fits = len(plain) >= _NAMED and (
            plain.endswith(name) or plain.startswith(name) or name.endswith(plain)
        )
        if fits and not _PER_HEAD.search(label):
            near.append((len(plain), -at))
    return -min(near)[1] if near else None


def _plain(name: str) -> str:
    return _TOTALS.sub("", name)
