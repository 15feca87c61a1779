"""What an English total consists of, told in its own sentence by a verb or `of it`.

`Our 640 staff include 412 nurses and 228 care workers`, `$4.1 million of it from foundations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from viewer.model import Kind
from viewer.relations.context import Context, is_size

_VERB = re.compile(
    r"[^.;:0-9]{0,40}\b(?:includ(?:es?|ed|ing)|compris(?:es?|ed|ing)|consist(?:s|ed|ing)? of|"
    r"contain(?:s|ed|ing)?|(?:made up|composed) of) "
    r"(?:(?:about|some|only|just|a further|nearly|over|around) )?[$£€]?",
    re.IGNORECASE,
)
_OF_IT = re.compile(r" (?:[a-z]+ )?of (?:it|them|that|this|the total)\b(?! [a-z]+s\b)")
_NO_PART = re.compile(r"\b(?:charges?|loss(?:es)?|gains?|write-?(?:offs?|downs?)|impairments?)\b")
"""What a profit holds without being a part of it."""
_AND_MORE = re.compile(r"[^.;:0-9]{0,60}(?:,| and|,? plus)[^.;:0-9]{0,24}", re.IGNORECASE)
"""The words between two members of a list."""
_CUE = (
    *("includ", "compris", "consist", "contain", "made up of", "composed of"),
    *(" of it", " of them", " of that", " of this", " of the total"),
)
_MOST = 8
_BACK = 3
"""How many sizes before a part are looked at for its whole."""
_DIGITS = 3


def consisting(context: Context) -> Iterator[tuple[int, tuple[int, ...]]]:
    """An English total and the list of sizes that its sentence says it consists of."""
    mentioned = context.mentioning(_CUE)
    for place, first in enumerate(context.measures[1:], 1):
        if context.sentence(first) not in mentioned or context.is_row(first):
            continue
        whole = _whole_of(context, context.measures[max(0, place - _BACK) : place][::-1], first)
        if whole is not None:
            yield whole, _list_from(context, whole, context.measures[place : place + 2 * _MOST])


def parts_told(context: Context) -> Iterator[tuple[int, int]]:
    """Pairs (whole, part) of what totals consist of."""
    for whole, members in consisting(context):
        yield from ((whole, at) for at in members)


def exhausted(context: Context) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The totals whose list makes them up."""
    for whole, members in consisting(context):
        if len(members) > 1 and context.added_up(members).meets(context.ends[whole]):
            yield whole, members


def divided(context: Context) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The counts of an English sentence that the bare numbers right behind them make exactly.

    `214 buses, 61 of them electric and 153 diesel`: what a bare number counts is said before it,
    and numbers of three digits are no chance.
    """
    for place, whole in enumerate(context.measures):
        if not _is_counted_in_english(context, whole) or context.digits(whole) < _DIGITS:
            continue
        members: list[int] = []
        left = context.values[whole]
        for at in context.measures[place + 1 : place + 1 + 2 * _MOST]:
            if context.full_sentence(at) != context.full_sentence(whole):
                break
            if context.is_rate(at):
                continue
            bare = not context.figures[at].unit and _may_hold(context, whole, at)
            if not bare or context.values[at] > left:
                break
            members.append(at)
            left -= context.values[at]
        if len(members) > 1 and left == 0:
            yield whole, tuple(members)


def _is_counted_in_english(context: Context, at: int) -> bool:
    one = context.figures[at]
    plain = one.kind is Kind.COUNT and bool(one.unit) and one.unit.isascii()
    return plain and context.is_level(at) and not context.is_row(at)


def _whole_of(context: Context, before: Sequence[int], first: int) -> int | None:
    of_it = _OF_IT.match(context.after(first, 24)) is not None
    for at in before:
        steps = context.full_sentence(first) - context.full_sentence(at)
        if steps > of_it or not _may_hold(context, at, first):
            continue
        gap = context.gap(at, first)
        by_verb = not steps and _VERB.fullmatch(gap) is not None
        told = gap + context.after(first, 40)
        return at if (by_verb or of_it) and not _NO_PART.search(told) else None
    return None


def _list_from(context: Context, whole: int, later: Sequence[int]) -> tuple[int, ...]:
    """The members of the list that the first of `later` opens, rates beside them left out."""
    members, left = [later[0]], context.values[whole] - context.values[later[0]]
    for at in later[1:]:
        joined = _AND_MORE.fullmatch(context.gap(members[-1], at)) is not None
        if not joined or not _may_hold(context, whole, at) or context.values[at] > left:
            break
        members.append(at)
        left -= context.values[at]
    return tuple(members[:_MOST])


def _may_hold(context: Context, whole: int, part: int) -> bool:
    """Whether a size may be a part of another: money of money of its currency, counts of counts."""
    sizes = all(is_size(context, at) and not context.is_base(at) for at in (whole, part))
    if not sizes or context.values[part] >= context.values[whole]:
        return False
    counts = all(context.figures[at].kind is Kind.COUNT for at in (whole, part))
    return counts or context.same_unit(whole, part)
