"""Results that a Chinese sentence holds to what was promised, allowed or asked for.

One of two sizes side by side stands in a clause that names what ought to be, the other in one that
does not: `加装电梯28部，年初承诺的是25部`, `许可量为1.2万吨，实际排放9600吨`. A rule that holds for
all (the law, a national standard) is no aim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from viewer.model import Standing
from viewer.quantities.vocabulary import words_of
from viewer.relations.aiming.answered import COMING, TURNED_OUT
from viewer.relations.context import Context
from viewer.relations.then_and_now import is_near
from viewer.relations.wording import AIM_NOUN, BOUND

_OUGHT = f"(?:{AIM_NOUN}|{BOUND})"
OUGHT_CUE = (*words_of("zh", "relation.aim", "noun"), *words_of("zh", "relation.aim", "bound"))
_LED = re.compile(rf"{_OUGHT}[^，。；：、0-9]{{0,8}}$")
_BEHIND = re.compile(
    rf"(?:以[上下内])?的?[^，。；、0-9]{{0,6}}?{_OUGHT}(?![^，。；、多少高低快慢]{{3}})"
)
_HELD = re.compile(
    r"(?:[比较距离]|[超高低]出?于?过?|[优好劣差快慢多少]于|不及|未[能有]?达到?|没有达到|达不到|符合|突破)"
)
_ITSELF = re.compile(
    rf"(?:而|但|且)?[^，。；：、0-9]{{0,4}}{_OUGHT}(?:[数量值线]|时间)?(?:的?[是为])?(?:每[日年月])?"
)
"""A clause that says no more of a size than that it ought to be: 年初承诺的是."""
_PRESENT = re.compile(r"(?:本|今|当|全)(?:季度|年度?|月|期|次)(?:则|仅|只|已)?(?:为|是|达到?|有)")
"""A clause that says no more of a size than that it is of the time reported: 本季度为."""
_OF_ALL = re.compile("法律|法定|国家|国标|国际|监管|行业|同业|平均|最低|限额|部颁|世卫|世界")
_CLAUSE = re.compile("[，,。；;：]")
_REACH = 40


def held_to(context: Context) -> Iterator[tuple[int, int]]:
    """Pairs (aim, actual) of two sizes of one unit side by side."""
    mentioned = context.mentioning(OUGHT_CUE)
    if not mentioned:
        return
    sizes = [at for at in context.measures if context.is_level(at)]
    for first, second in pairwise(sizes):
        home = context.full_sentence(first)
        told = {context.sentence(first), context.sentence(second)} & mentioned
        if not told or home != context.full_sentence(second):
            continue
        rows = context.is_row(first) or context.is_row(second)
        alike = context.same_unit(first, second) and is_near(context, first, second)
        if rows or not alike or context.is_base(first) or context.is_points(first):
            continue
        gap = context.between(first, second)
        if COMING.search(gap + context.before(first, _REACH)) or not _CLAUSE.search(gap):
            continue
        ought = is_bound(context, first), is_bound(context, second)
        if ought == (False, True) and _holds_before(context, first, second):
            yield second, first
        elif ought == (True, False) and _answers(context, second):
            yield first, second


def is_bound(context: Context, at: int) -> bool:
    """Whether the clause of a size names what it ought to be."""
    lead = _clause_before(context, at)
    if _OF_ALL.search(lead):
        return False
    if _LED.search(lead):
        return True
    behind = context.behind(at)
    return _BEHIND.match(behind) is not None and not _OF_ALL.search(_CLAUSE.split(behind)[0])


def _clause_before(context: Context, at: int) -> str:
    return _CLAUSE.split(context.lead(at))[-1]


def _holds_before(context: Context, actual: int, aim: int) -> bool:
    """Whether the clause of an aim holds the size before it to that aim."""
    if context.figures[actual].standing is not Standing.FACT:
        return False
    clause = _clause_before(context, aim)
    return _HELD.search(clause) is not None or _ITSELF.fullmatch(clause) is not None


def _answers(context: Context, actual: int) -> bool:
    """Whether the clause of a size behind an aim tells what came of it."""
    clause = _clause_before(context, actual)
    return TURNED_OUT.match(clause) is not None or _PRESENT.fullmatch(clause) is not None
