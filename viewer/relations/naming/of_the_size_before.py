"""Shares of the size that stands right before them, though no word of the share names it.

`受理信访1.6万件，环境类占三成`, `412,000 loans. E-books made up 23% of the total`,
`1,420 people; 39% are women`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import pairwise

from viewer.model import Kind
from viewer.relations.adding.clauses import DOES, WITHIN
from viewer.relations.context import (
    Context,
    is_part_in_words,
    is_size,
    is_whole_share,
    past_changes,
)
from viewer.relations.labels import core, measure_of, of_one_measure
from viewer.relations.naming.of_the_count_before import shares_of_the_count_before

Roles = tuple[tuple[str, int], ...]

_TAKES = re.compile(
    r"(?:[^，。；、0-9]{0,12}(?:之?中|里|当中))?[，,；;、](?:其中)?(?P<what>[^，,。；;：:、0-9]{1,14}?)(?:仅|约|就|独|竟|也|则|各|又|还|更)*"
    r"占(?:了|到|据)?(?:约|近|超过?|逾|仅|将近)*"
)
"""The words between a size and the share of it that something takes: `，环境类占`."""
_TAKES_OF_TOTAL = re.compile(
    r"(?:^ ?|[.;,] |\band )[^.;,0-9]{2,60}? (?:made up|ma[dk]es? up|account(?:ed|s)? for|were|was|"
    r"are|is|represent(?:ed|s)?|formed|took|contributed|provided|supplied|brought in) "
    r"(?:about |some |nearly |almost |over |around |just |only )?$",
    re.IGNORECASE,
)
_OF_TOTAL = re.compile(
    r" of (?:the|this|that|our|its|their) (?:overall |grand )?(?:total|whole|sample|sum|number)"
    r"(?=[,.;)]|$| (?:and|against|compared|from|up|down|last|this|in|while|but)\b)",
    re.IGNORECASE,
)
_ARE = re.compile(r" (?:are|were) [a-z]")
_OF_SO_MANY = re.compile(r"[^.;,:0-9]{0,40}[;,:] (?:(?:about|some|only|just|nearly) )?")
_AND_OF_THEM = re.compile(
    r" (?:are|were) [a-z][a-z -]{1,30},? (?:and|while|but) (?:(?:about|some|only|just) )?"
)
_DID = re.compile(r"(?:以上|左右|多)?(?!的)[\u4e00-\u9fff]{2}")
_WITHIN = re.compile(WITHIN.pattern + r"(?:就?有|约|近|超过?|逾|仅)*")
_OPENS = re.compile(r"[^，,。；;、0-9]{0,8}[，,；;。]\s?(?:有|约|近|超过?|逾|仅)*")
_NAMES = re.compile(r"(?:^|[，。；])(?P<what>[^，。；、：0-9]{3,10}?)占比?(?:为|达到?|约|近|了)*$")
_BACK, _SENTENCES = 12, 3


def shares_of_the_size_before(context: Context) -> Iterator[Roles]:
    """Whole and share of each such share; a list of them goes on with one whole."""
    spoken: dict[int, int] = {}
    counted = {share: whole for whole, share in shares_of_the_count_before(context)}
    for before, share in pairwise(context.measures):
        in_words = is_part_in_words(context, share) and not context.is_change(share)
        if not (in_words or is_whole_share(context, share)):
            if share in counted:
                yield ("whole", counted[share]), ("share", share)
            continue
        whole = None if in_words else _taken_of(context, before, share, spoken)
        if whole is None and not in_words:
            whole = _who_are(context, before, share, spoken)
        if whole is None and not in_words:
            whole = _of_the_total(context, share)
        if whole is None:
            whole = _who_do(context, before, share, spoken)
        if whole is None:
            whole = _of_the_name(context, share)
        if whole is None:
            whole = counted.get(share)
        if whole is not None:
            spoken[share] = whole
            yield ("whole", whole), ("share", share)


def _taken_of(context: Context, before: int, share: int, spoken: Mapping[int, int]) -> int | None:
    """The size before `，环境类占三成`, which names nothing that is measured otherwise."""
    if context.full_sentence(before) != context.full_sentence(share):
        return None
    told = _TAKES.fullmatch(context.gap(before, share))
    if told is None:
        return None
    if before in spoken:
        return spoken[before]
    whole = past_changes(context, before)
    if not is_size(context, whole) or whole in context.aims:
        return None
    measure, label = measure_of(told["what"]), context.figures[whole].label
    if measure is not None and measure_of(label) is None:
        return None
    return whole if of_one_measure(label, told["what"]) else None


def _who_are(context: Context, before: int, share: int, spoken: Mapping[int, int]) -> int | None:
    """Those counted before `; 39% are women and 12% are under 25`."""
    if not _ARE.match(context.after(share)):
        return None
    if context.full_sentence(before) != context.full_sentence(share):
        return None
    gap = context.gap(before, share)
    if before in spoken:
        return spoken[before] if _AND_OF_THEM.fullmatch(gap) else None
    counted = context.figures[before].kind is Kind.COUNT and is_size(context, before)
    return before if counted and _OF_SO_MANY.fullmatch(gap) else None


def _of_the_total(context: Context, share: int) -> int | None:
    """The largest size, of the unit of the nearest, before `made up 23% of the total`."""
    if not _OF_TOTAL.match(context.behind(share)):
        return None
    if not _TAKES_OF_TOTAL.search(context.before(share, 90)):
        return None
    place = bisect_left(context.measures, share)
    near = [
        at
        for at in reversed(context.measures[max(0, place - _BACK) : place])
        if context.paragraph(at) == context.paragraph(share)
        and 0 < context.full_sentence(share) - context.full_sentence(at) <= _SENTENCES
        and is_size(context, at)
        and at not in context.aims
    ]
    alike = [at for at in near if context.same_unit(at, near[0])]
    return max(alike, key=context.values.__getitem__, default=None)


def _who_do(context: Context, before: int, share: int, spoken: Mapping[int, int]) -> int | None:
    """Those counted before a share that is the subject of its clause: `7600名，94%在社区接种`."""
    if context.full_sentence(share) - context.full_sentence(before) > 1:
        return None
    figures = context.figures
    between = context.text[figures[before].span.end : figures[share].span.start]
    opens = _OPENS.fullmatch(between) or _WITHIN.fullmatch(between)
    behind = context.behind(share)
    if not opens or not (DOES.match(behind) or (_is_worded(context, share) and _DID.match(behind))):
        return None
    if before in spoken:
        return spoken[before]
    counted = context.figures[before].kind is Kind.COUNT and is_size(context, before)
    return before if counted and before not in context.aims else None


def _is_worded(context: Context, share: int) -> bool:
    """Whether a share is told in words: 三分之一, 六成."""
    return not any(map(str.isascii, context.figures[share].surface))


def _of_the_name(context: Context, share: int) -> int | None:
    """The size whose name what takes a share bears with more before it: `女员工占41%` of 员工."""
    told = _NAMES.search(context.before(share, 30))
    if told is None:
        return None
    place = bisect_left(context.measures, share)
    for at in reversed(context.measures[max(0, place - _BACK) : place]):
        apart = context.full_sentence(share) - context.full_sentence(at)
        if apart > 1 or context.paragraph(at) != context.paragraph(share):
            return None
        name = core(context.figures[at].label)
        sized = is_size(context, at) and at not in context.aims and not context.is_base(at)
        if sized and len(name) > 1 and told["what"] != name and told["what"].endswith(name):
            return at
    return None
