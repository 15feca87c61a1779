"""What was reached, and behind it in its sentence the aim that it is measured by.

`93.1%, still a little short of the 95% we set ourselves`. No word of the aim is asked for: that it
is one, its standing says, and that it is no other size, the article before it. Beside these stand
the duties that others lay on the one who reports, `allow no more than 3.5 times`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from viewer.model import Standing
from viewer.relations.aiming.answered import of_other_years
from viewer.relations.context import Context
from viewer.relations.labels import beginnings
from viewer.relations.then_and_now import is_near

_MEASURED_BY = re.compile(
    r"\b(?:short of|shy of|past|beyond|above|below|over|under|against|than|within|inside|ahead of|"
    r"behind|exceed\w*|beat\w*|miss\w*|surpass\w*|near|to) (?:the|our|its|their) [$£€]?$",
    re.IGNORECASE,
)
_AIM_IS = re.compile(
    r"[,;(] (?:and |but |while |where |whereas )?(?:the|our|its|their) [a-z' -]{2,40} "
    r"(?:is|was|had been|being) [$£€]?$",
    re.IGNORECASE,
)
"""The words of a clause that names nothing but the aim: `, where our promise is`."""
_OF_THE = re.compile(r" (?:out )?of (?:the|our|its|their) [$£€]?")
_TO_COME = re.compile(
    r"\b(?:will|shall|next|coming|by (?:the end of )?20[0-9]{2})\b", re.IGNORECASE
)
_DUTY = re.compile(
    r"\b(?:allow|permit|oblige|require|demand|bind|ask|expect|tell|entitle)(?:s|ed)?\b[^.;,]*$",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:(?:no|not) (?:more|less|fewer|lower|higher|longer|later) than|at (?:least|most)|up to|"
    r"a (?:maximum|minimum|ceiling|floor) of) [$£€]?$",
    re.IGNORECASE,
)
_IS_ASKED = re.compile(
    r" is (?:what|the (?:least|most|level|share|rate|number|figure|time)) (?:that )?"
    r"(?:the |our |its |their )?[a-z' -]{0,30}?\b(?:require|ask|demand|promise|expect|want|allow|"
    r"permit|set|aim)",
    re.IGNORECASE,
)
_REACH = 70
_BACK = 3


def measured(context: Context) -> Iterator[tuple[int, int]]:
    """Pairs (target, actual) of an aim and the level right before or behind it."""
    for place, aim in enumerate(context.measures):
        if context.is_row(aim) or not place:
            continue
        if context.figures[aim].standing in (Standing.TARGET, Standing.PLAN):
            actual = _level_before(context, aim, context.measures[max(0, place - _BACK) : place])
            if actual is not None:
                yield aim, actual
        elif _IS_ASKED.match(context.after(aim, _REACH)) and not context.lead(aim).strip(" .$£€"):
            actual = context.measures[place - 1]
            if _may_answer(context, aim, actual, context.full_sentence(aim)):
                yield aim, actual
    yield from _within_duties(context)


def _level_before(context: Context, aim: int, before: Sequence[int]) -> int | None:
    """The nearest fact of the unit of an aim that the words between hold beside it."""
    if _TO_COME.search(context.after(aim, _REACH)):
        return None
    for at in reversed(before):
        if context.full_sentence(at) != context.full_sentence(aim):
            return None
        if context.same_unit(at, aim):
            gap = context.gap(at, aim)
            told = (
                _MEASURED_BY.search(context.before(aim, 40))
                or _OF_THE.fullmatch(gap)
                or _AIM_IS.search(context.before(aim, _REACH))
            )
            return at if told and _may_answer(context, aim, at, 0) else None
    return None


def _within_duties(context: Context) -> Iterator[tuple[int, int]]:
    """`lenders allow a leverage of no more than 3.5 times; we closed the year at 2.9 times`."""
    for aim, actual in pairwise(context.measures):
        lead = context.before(aim, _REACH)
        bound = _BOUND.search(lead)
        if bound is None or not _DUTY.search(lead[: bound.start()]) or context.is_row(aim):
            continue
        home = context.full_sentence(actual)
        labels = (beginnings(context.figures[at].label) for at in (aim, actual))
        alike = bool(frozenset.intersection(*labels)) or actual in context.without_noun
        if alike and _may_answer(context, aim, actual, home):
            yield aim, actual


def _may_answer(context: Context, aim: int, actual: int, home: int) -> bool:
    """Whether a size may be what came of an aim by unit, standing, size and year."""
    apart = home - context.full_sentence(actual) if home else 0
    if abs(apart) > 1 or context.paragraph(aim) != context.paragraph(actual):
        return False
    first, last = sorted((aim, actual))
    sized = context.is_level(actual) or (
        aim > actual and _OF_THE.fullmatch(context.gap(actual, aim)) is not None
    )
    return (
        sized
        and context.figures[actual].standing is Standing.FACT
        and context.same_unit(aim, actual)
        and not context.is_points(aim)
        and is_near(context, aim, actual)
        and not of_other_years(context, first, last)
    )
