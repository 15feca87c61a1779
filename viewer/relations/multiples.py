"""Levels that are told as so many times an earlier one: 是上年的1.3倍, `twice the $1.3 million`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from viewer.relations.context import Context
from viewer.relations.interval import is_multiple
from viewer.relations.wording import EARLIER, ENGLISH_EARLIER

_MULTIPLE_OF = re.compile(
    rf"(?:是|为|相当于|达到?)了?(?:[比与])?{EARLIER}(?:[^，。；、0-9]{{0,6}})的(?:约|近|逾)?$"
)
_OF_THEN = re.compile(
    rf" (?:(?:that|those|the (?:level|number|figure)s?|as (?:many|much))(?: as)?(?: of| in)? )?"
    rf"(?:the )?{ENGLISH_EARLIER}",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf" as (?:many|much|high|large) as (?:in )?(?:the )?{ENGLISH_EARLIER}, when "
    r"(?:(?:it|there|they) (?:was|were) )?[$£€]?",
    re.IGNORECASE,
)
"""The words between a multiple and its base: `twice as many as in 2021, when 48 were issued`."""
_AS_MANY = re.compile(r" (?:the |its |their |last year['’]s )?[$£€]?", re.IGNORECASE)
_FAR = 8


def multiples(context: Context) -> Iterator[tuple[int, int | None, int]]:
    """(level, base, multiple) of each level told by a multiple; its base where one is printed."""
    for times in context.measures:
        if not tells_multiple(context, times) or context.is_change(times):
            continue
        level = _size_before(context, times)
        if level is None:
            continue
        base = times + 1
        printed = (
            base < len(context.figures)
            and _leads_to_base(context, times, base)
            and context.is_level(base)
            and context.same_unit(level, base)
        )
        if printed or _is_of_then(context, times):
            yield level, base if printed else None, times


def _leads_to_base(context: Context, times: int, base: int) -> bool:
    """Whether the words between a multiple and a figure make it what is multiplied."""
    gap = context.gap(times, base)
    return (_AS_MANY.fullmatch(gap) or _WHEN.fullmatch(gap)) is not None


def tells_multiple(context: Context, at: int) -> bool:
    """Whether a figure tells how many times larger something is: 1.3倍, twice."""
    one = context.figures[at]
    return is_multiple(one.surface, one.unit)


def _is_of_then(context: Context, times: int) -> bool:
    """Whether the words beside a multiple name the earlier time of what it multiplies."""
    if _MULTIPLE_OF.search(context.before(times, 24)):
        return True
    return _OF_THEN.match(context.after(times, 60)) is not None


def _size_before(context: Context, times: int) -> int | None:
    """The nearest size before a multiple in its sentence."""
    for at in range(times - 1, max(-1, times - _FAR), -1):
        if context.sentence(at) != context.sentence(times):
            return None
        if context.figures[at].is_metric and context.values[at] and context.is_level(at):
            return None if context.is_rate(at) or tells_multiple(context, at) else at
    return None
