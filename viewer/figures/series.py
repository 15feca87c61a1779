"""Lists with 分别: each number of the list gets the subject of its own rank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from viewer.briefing import Quantity
from viewer.figures.patterns import pattern

_EACH = "分别"
_AND = r"、|和|及|与|以及"
_JOINT = r"\s?(?:、|和|及|与|以及|，|,|/)\s?"
_SHORT_MEASURE = "[产总人余重容含件户价](?:数|量|额|值)$"
_MEASURE = "[^的]{0,2}(?:率|数|量|额|值|面积|收入|价格|产能|占比|比重|指数|利润|增速)$"
_REACH = 60
_BREAKS = "，。；！？\n：:;"


def shared_subjects(folded: str, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities with the labels of 分别 lists dealt out member by member."""
    done = list(quantities)
    at = 0
    while at < len(done):
        run = _run(folded, done, at)
        if len(run) > 1 and (names := _subjects(folded, done[at], len(run))):
            for index, name in zip(run, names, strict=True):
                done[index] = replace(done[index], label=name)
        at = run[-1] + 1 if run else at + 1
    return tuple(done)


def _run(folded: str, quantities: Sequence[Quantity], at: int) -> list[int]:
    """The numbers from `at` on that only list marks part."""
    run = [at]
    while run[-1] + 1 < len(quantities):
        here, after = quantities[run[-1]], quantities[run[-1] + 1]
        gap = folded[here.words.end : after.words.start]
        if len(gap) > 4 or not pattern(_JOINT).fullmatch(gap) or not after.is_metric:
            break
        run.append(run[-1] + 1)
    return run


def _subjects(folded: str, first: Quantity, count: int) -> list[str]:
    """As many subjects as numbers from the words before 分别; none when they do not match."""
    start = first.words.start
    lead = folded[max(0, start - _REACH) : start]
    each = lead.rfind(_EACH)
    if each < 0 or len(lead) - each > 14:
        return []
    lead = lead[:each]
    lead = lead[1 + max(map(lead.rfind, _BREAKS)) :].replace(" ", "")
    lead = re.sub(r"(?:同比|环比|均|比上年|较上年|[年月]末?)+$", "", lead)
    parts = [part for part in pattern(_AND).split(lead) if part]
    if len(parts) < count:
        return []
    if len(parts) > count:
        parts = [part for part in lead.split("、") if part]
        if len(parts) != count:
            return []
    return _completed(parts)


def _measure(part: str) -> str:
    """What a subject measures (提取率, 产量); '' where it does not say."""
    found = pattern(_SHORT_MEASURE).search(part) or pattern(_MEASURE).search(part)
    return "" if found is None else found.group()


def _completed(parts: list[str]) -> list[str]:
    """Members lend what they share: the last its measure, the first its owner."""
    if measure := _measure(parts[-1]):
        parts = [part if _measure(part) else part + measure for part in parts]
    head = _measure(parts[0])
    owner = parts[0].removesuffix(head)
    if not head or len(owner) < 2:
        return parts
    return parts[:1] + [
        owner + part if len(part) <= 4 and _measure(part) == part else part for part in parts[1:]
    ]
