"""Levels and bases of two places: `2023年为56台，今年达到61台`, `842.3 (2024: 791.6)`, lists."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from viewer.relations.context import Context
from viewer.relations.interval import printed_number
from viewer.relations.wording import (
    EARLIER,
    ENGLISH_EARLIER,
    ENGLISH_MONTH,
    HELD_AGAINST,
    NOW,
    NOW_CUE,
)

_THEN = re.compile(
    rf"(?:^|[，。；,;：:]\s*)(?:而|但)?(?:在)?{EARLIER}[^，。；0-9]{{0,20}}$|"
    rf"(?:^|[,;(]\s*)(?:where |while |whereas )?{ENGLISH_EARLIER},? [^.;,0-9]{{0,45}}$",
    re.IGNORECASE,
)
"""The words before a figure of an earlier time, which the next figure of its measure follows."""
_BARE_BRACKET = re.compile(r"[^.,;0-9（(]{0,2}[（(]\s*")
_IN_BRACKETS = re.compile(
    r"[^.;。；（(]{0,60}[（(]\s*(?:"
    r"(?:the )?(?:(?:FY|[HQ][1-4]|(?:first|second) half|full[- ]year|"
    r"(?:first|second|third|fourth) quarter|(?:first )?(?:three|six|nine) months)(?: of)? ?){0,2}"
    r"(?:(?:(?:19|20)[0-9]{2}(?:[/-][0-9]{2,4})?|[0-9]{2})年?(?:同期|末|度|底)?|"
    rf"{ENGLISH_MONTH}"
    r"(?: (?:quarter|half|report))?|"
    r"(?:prior|previous|last) (?:year|quarter|period|month)|[上去]年(?:同期|末|底|度)?|上期|前值)|"
    rf"[HQ][1-4]|{ENGLISH_EARLIER})"
    r"\s*[:：,，]\s*(?:[A-Z]{0,2}[$£€])?|"
    r"[^.,;。，；（(]{0,30}[（(]\s*(?:previously|formerly|before|was|(?:revised |up |down )?from|"
    r"此前|原为?|上[次期]为?)[:：]? ?[$£€]?",
    re.IGNORECASE,
)
"""An earlier value in brackets right behind its level: `842.3 (2024: 791.6)`."""
_CLOSED = re.compile(r"\s*[）)]")
SHARE_IN = re.compile(r"\bof $|占", re.IGNORECASE)
"""The words before a rate in which brackets behind it hold no earlier value of it."""
_THEN_IN_BRACKETS = re.compile(
    rf"\s*(?:{ENGLISH_EARLIER}|(?:at|by) the end of [a-z]+|(?:in|for|as of|on) [a-z]+|"
    r"(?:in|from) the (?:[a-z]+ ){1,2}(?:report|forecasts?|projections?)|previously|before)"
    r"(?: [12][0-9]{3})?\s*[）)]",
    re.IGNORECASE,
)
"""What names the time of an earlier value in brackets: `(3.1 billion at the end of March)`."""
_AFTER_THAT = re.compile(
    r"(?:^|,) ?(?:after|following|having been) (?:an? )?(?:[a-z]+ ){0,2}?(?:of )?[$£€]?$",
    re.IGNORECASE,
)
_OPPOSED = re.compile(r"deficit|surplus|loss|profit", re.IGNORECASE)
_AFTER_THEN = re.compile(
    rf"\s*(?:\w+ )?(?:{ENGLISH_EARLIER}|"
    r"in (?:(?:the )?(?:first|second|third|fourth|previous|prior)|"
    r"the [a-z]+ (?:quarter|half)|Q[1-4]|[JFMASOND][a-z]+))\b",
    re.IGNORECASE,
)
_CORRESPONDING = re.compile(
    r"(?:相应|相應|对应|对應|上年同期|去年同期|[上去]年|上月|上季|前值)[^，。；0-9]{0,12}$|"
    r"\b(?:compared (?:to|with)|versus|against|year[- ]ago|previous)[^.;0-9]{0,30}$",
    re.IGNORECASE,
)
_COMPARE = re.compile(
    r"\b(?:these|those|this|that)(?: \w+)? compare[sd]? (?:to|with)\b|"
    rf"^\s*(?:{ENGLISH_EARLIER},? )?(?:the|these|those|its|our|their) "
    r"(?:[a-z]+ )?(?:figures|numbers|totals|counts|values)"
    rf"(?: (?:for|in|of) (?:{ENGLISH_EARLIER}|the [a-z]+ before|the [a-z]+ of [0-9]{{4}}))? "
    r"(?:had been|were)\b",
    re.IGNORECASE,
)
"""The words by which a sentence gives the earlier values of all sizes of the sentence before."""
_COMPARE_CUE = ("compare", "had been", "were")
_BY_NOW = re.compile(
    r"(?:^|[，；。])\s*(?:截至|截止|到|至)[0-9]{1,4}[年月][^，。；]{0,10}[升降增减落涨跌滑缩提扩]"
    r"[^，。；0-9]{0,3}[至到为]了?(?:约|近)?$"
)
"""The words before a figure of a later day that went on from an earlier one: `到6月已降至`."""
_MOVED_ON = re.compile(
    r"(?:^ ?|[.;] ?)(?:(?:by|at) (?:the )?[a-z]+(?: of [a-z]+)?(?: [0-9]{4})?,? |now |today |since "
    r"then )?(?:it|they|this|that|the (?:figure|number|total|rate|share|level|count|list)) "
    r"(?:(?:was|were|is|are|has|have|had) )?(?:(?:now|since|then|already|again) )?"
    r"(?:down|up|fallen|risen|dropped|grown|increased|decreased|declined|climbed|fell|rose|grew|"
    r"shrunk|shrank|slipped|come down|gone up) to (?:about |just |only )?[$£€]?$",
    re.IGNORECASE,
)
"""The words by which a sentence goes on with the size before it: `By June it was down to`."""
_TO_CUE = tuple(
    f"{word} to"
    for word in (
        *("fallen", "risen", "dropped", "grown", "increased", "decreased", "declined", "climbed"),
        *("fell", "rose", "grew", "shrunk", "shrank", "slipped"),
    )
)
_SIZES = 4
"""How many times larger than the other a level or its base may be where a noun is elided."""


def then_and_now(context: Context) -> Iterator[tuple[int, int]]:
    """(level, base) of `上年为56台；今年达到61台`, `Last year 3,405 …; this year 3,862 …`."""
    place = {at: position for position, at in enumerate(context.measures)}
    now_led = context.led_by(NOW, 60, NOW_CUE) | context.led_by(_BY_NOW, 40, ("到", "至", "截"))
    moved_on = context.led_by(_MOVED_ON, 80, (" down to", " up to", *_TO_CUE))
    for now in sorted(moved_on):
        then = context.measures[place[now] - 1] if place[now] else now
        near = context.paragraph(then) == context.paragraph(now) and (
            context.full_sentence(now) - context.full_sentence(then) in (0, 1)
        )
        levels = near and context.is_level(then) and context.is_level(now) and then != now
        if levels and context.same_unit(then, now) and is_near(context, then, now):
            yield now, then
    for now in sorted(now_led - moved_on):
        if not place[now]:
            continue
        then = context.measures[place[now] - 1]
        near = context.paragraph(then) == context.paragraph(now) and (
            context.sentence(now) - context.sentence(then) <= 1
        )
        levels = context.is_level(then) and context.is_level(now)
        alike = levels and context.same_unit(then, now) and is_near(context, then, now)
        if near and alike and _is_of_then(context, then):
            yield now, then


def _is_of_then(context: Context, at: int) -> bool:
    """Whether an earlier time is named before a figure or right behind it: `11.2% in 2021`."""
    if _THEN.search(context.before(at, 80)):
        return True
    behind = context.after(at)
    return behind[:1] == " " and _AFTER_THEN.match(behind) is not None


def is_bracketed(context: Context, before: int, after: int) -> bool:
    """Whether brackets right behind a level hold its earlier value: `SEK 612 million (551)`."""
    if not context.closing(after) < math.inf <= context.closing(before):
        return False
    gap, behind = context.gap(before, after), context.after(after)
    grown = all(context.is_rate(at) and context.is_change(at) for at in (before, after))
    if not grown and not (context.is_level(before) and context.is_level(after)):
        return False
    alike = context.same_unit(before, after) and is_near(context, before, after)
    if alike and _BARE_BRACKET.search(gap) and _THEN_IN_BRACKETS.match(behind):
        return True
    if context.is_rate(before) and context.is_rate(after):
        closed = _BARE_BRACKET.fullmatch(gap) is not None and _CLOSED.match(behind) is not None
        return closed and alike and not SHARE_IN.search(context.lead(before))
    bare = not context.figures[after].unit and bool(context.figures[before].unit)
    opened = _BARE_BRACKET.fullmatch(gap) or _IN_BRACKETS.fullmatch(gap)
    bare = bare and opened is not None and bool(_CLOSED.match(behind))
    return bare and _is_near_in_print(context, before, after)


def holds_earlier_value(context: Context, before: int, after: int) -> bool:
    """Whether brackets behind a level name an earlier time and its value: `842.3 (2024: 791.6)`."""
    return _IN_BRACKETS.fullmatch(context.gap(before, after)) is not None


def _is_near_in_print(context: Context, one: int, other: int) -> bool:
    """Whether the printed numbers of two figures are near, whatever their scales."""
    numbers = (printed_number(context.figures[at].surface) for at in (one, other))
    sizes = sorted(size for size in numbers if size)
    return len(sizes) == 2 and sizes[1] <= _SIZES * sizes[0]


def is_near(context: Context, one: int, other: int) -> bool:
    """Whether neither of two figures is many times larger than the other."""
    sizes = sorted((context.values[one], context.values[other]))
    return sizes[0] > 0 and sizes[1] <= _SIZES * sizes[0]


def is_after(context: Context, gap: str, after: int) -> bool:
    """Whether a figure is what there was before: `2.8%, after 3.4% in the previous month`."""
    then = _AFTER_THAT.search(gap) is not None and _OPPOSED.search(gap) is None
    return then and _AFTER_THEN.match(context.after(after)) is not None


def corresponding(context: Context) -> Iterator[tuple[int, int]]:
    """`甲、乙分别为2.9%、3.2%，而九月份的相应升幅为1.0%、1.8%`: member by member."""
    previous: list[int] = []
    for run in context.lists:
        paired = previous and len(run) > 1 and not HELD_AGAINST.search(context.before(run[0], 30))
        if paired and _CORRESPONDING.search(context.before(run[0], 30)):
            near = context.sentence(run[0]) - context.sentence(previous[-1]) <= 1
            if near and same_measure(context, previous[0], run[0]):
                levels = _levels_before(context, run)
                if len(previous) == len(run):
                    yield from zip(previous, run, strict=True)
                elif levels:
                    yield from zip(levels, run, strict=True)
                elif len(previous) == 1:
                    yield from ((previous[0], base) for base in run)
        elif len(run) > 1 and _CORRESPONDING.search(context.before(run[0], 30)):
            yield from zip(_levels_before(context, run), run, strict=False)
        previous = run


def _levels_before(context: Context, bases: Sequence[int]) -> Sequence[int]:
    """The figures of a sentence before a list of bases, where they are as many: `2.6% in 2026 and
    2.1% in 2027, against 2.9% and 2.2%`."""
    first = bases[0]
    here = [
        at
        for at in range(max(0, first - 2 * len(bases) - 2), first)
        if context.sentence(at) == context.sentence(first)
        and context.figures[at].is_metric
        and same_measure(context, at, first)
    ]
    return here if len(here) == len(bases) else ()


def results_compared(context: Context) -> Iterator[tuple[int, int]]:
    """`Sales were A and profit B. These results compare to sales of C and profit of D`."""
    mentioned = context.mentioning(_COMPARE_CUE)
    if not mentioned:
        return
    by_sentence: dict[int, list[int]] = {}
    for at in context.measures:
        if context.is_level(at):
            by_sentence.setdefault(context.sentence(at), []).append(at)
    for sentence, bases in by_sentence.items():
        if sentence not in mentioned:
            continue
        reached = by_sentence.get(sentence - 1, [])
        if len(reached) == len(bases) and _COMPARE.search(context.before(bases[0], 60)):
            pairs = list(zip(reached, bases, strict=True))
            if all(context.same_unit(one, base) for one, base in pairs):
                yield from pairs


def leaves_out_per(context: Context, one: int, other: int) -> bool:
    """Whether the second of two figures leaves out what the first is counted per: `5.63 tonnes per
    hectare, up from 5.18 tonnes`."""
    units = context.figures[one].unit, context.figures[other].unit
    per = bool(units[1]) and units[0].startswith((f"{units[1]} per ", f"{units[1]}/"))
    return per and is_near(context, one, other)


def same_measure(context: Context, one: int, other: int) -> bool:
    """Whether two figures may be level and base: sizes of one unit, or two rates of change."""
    if not context.same_unit(one, other) and not leaves_out_per(context, one, other):
        return False
    if context.is_level(one) and context.is_level(other):
        return True
    return context.is_rate(one) and context.is_change(one) and context.is_change(other)
