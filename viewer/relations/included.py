"""Parts that 其中, `including` or 有 opens, and the wholes before them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from viewer.model import Kind
from viewer.quantities.vocabulary import lowered
from viewer.relations.context import Context, is_part_in_words
from viewer.relations.labels import core, of_one_measure
from viewer.relations.layout import places_of
from viewer.relations.wording import AMONG, AMONG_CUE

_HAVING = re.compile(r"\s*(?:其中)?(?:有|含|包括|包含)\s*")
_WITHIN = re.compile(
    r"[^，。；、0-9]{0,10}(?:中|里|当中)[，,]?\s*(?:已|共|就|仅|只)?有(?:约|近|超过?)?\s*"
)
"""What stands between those counted and how many of them did something: 36个港口中有27个."""
_OUT_OF = re.compile(
    r"[^，。；、0-9]{0,14}(?:之?中|里|当中|之内)[，,][^，。；、0-9]{0,16}?的?(?:有|共)?"
)
"""The words between those that are counted and how many of them are of some sort."""
_CLAUSES = re.compile("[，,；;、：:]")
_INCLUDING = re.compile(
    r",? (?:including|of whom|among them)(?: (?:were|was|are))?(?: (?:about|some|only))? ",
    re.IGNORECASE,
)
_AMONG_THEM = re.compile(
    r"\bAmong (?:them|these)(?: (?:were|are|was|is))?,? (?:about |some |only )?$", re.IGNORECASE
)
_AND_ALSO = re.compile(r"(?: [a-z-]+){0,4},? and |(?: [a-z-]+){0,4}, ")
"""What stands between two members of a list of counts, with the rest of a noun."""
_OF_THEM = re.compile(r"of (?:them|these)", re.IGNORECASE)
_IN_A_CLAUSE = re.compile(r"[a-z0-9%] $", re.IGNORECASE)
_FAR = 6
_OF_THE_NAMED = re.compile(r"Of (?:the|this|that|its|our|their) (?P<name>[a-z]+(?: [a-z]+)?),\s")
_OPENER = re.compile(
    r"\s*(?:在|上述)?(?P<name>[\u4e00-\u9fff]{2,16}?)(?:当中|之中|中)[，,]\s*"
    r"(?=[\u4e00-\u9fff]{2,12}(?:约|近)?[0-9])"
)
_WITHIN_CUE = ("中，", "中,")
"""The words that open a sentence with those whose parts it counts: 教师中，讲师1812人."""
_NEXT = 24
"""How many characters may stand between the words `of the total,` and the part."""
SORTS = frozenset({"类", "大", "种", "方面", "板块", "大类"})
"""Units that count sorts of things, of which no share is taken."""
_LOOK_BACK = 40
_MOST = 24
"""How many parts one 其中 names at the most."""


def included(context: Context) -> Iterator[tuple[int, int]]:
    """Pairs (whole, part): a figure after 其中 or `including`, of the figure before it."""
    starts = [context.figures[at].span.start for at in context.measures]
    cues = sorted(start for start, _ in places_of(lowered(context.text), AMONG_CUE))
    for found in filter(None, (AMONG.match(context.text, start) for start in cues)):
        if _OF_THEM.match(found.group()) and _IN_A_CLAUSE.search(
            context.text, max(0, found.start() - 2), found.start()
        ):
            continue  # `1,112 of them` is a part itself and opens no list
        place = bisect_left(starts, found.end())
        if place == len(starts):
            continue
        first = context.measures[place]
        if context.is_row(first) or context.opens_at(first) > found.start():
            continue  # the columns of a table tell which figure is of which
        earlier = context.measures[max(0, place - 2 * _FAR) : place]
        whole = _listed_of(context, earlier, first)
        if whole is not None:
            later = context.measures[place : place + _MOST]
            yield from _listed_parts(context, whole, earlier, later)
        elif earlier and _includes(context, earlier[-1], first):
            yield earlier[-1], first


def _listed_parts(
    context: Context, whole: int, earlier: Sequence[int], later: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The list of parts that the first of `later` opens, each with its whole among `earlier`."""
    first = later[0]
    by_period = _of_its_own(context, earlier, first) is not None
    for at in later:
        here = context.sentence(at) == context.sentence(first)
        if not here and not _continues_parts(context, whole, first, at):
            break
        of = _of_its_own(context, earlier, at) if by_period else whole
        if of is None or not context.is_level(at) or not context.same_unit(at, first):
            continue
        if context.is_base(at):
            continue
        if are_of_one_measure(context, of, at) and context.values[at] < context.values[of]:
            yield of, at


def among_those(context: Context) -> Iterator[tuple[int, int]]:
    """Pairs (whole, part) of `8,934 staff. Among them were 2,917 nurses and 1,246 doctors`."""
    led = context.led_by(_AMONG_THEM, 40, ("among them", "among these"))
    for first in sorted(led):
        place = bisect_left(context.measures, first)
        run = [
            at
            for at in context.measures[place : place + _FAR]
            if context.sentence(at) == context.sentence(first)
            and context.figures[at].kind is Kind.COUNT
            and (at == first or _AND_ALSO.fullmatch(context.gap(at - 1, at)))
        ]
        whole = next(
            (
                at
                for at in reversed(context.measures[max(0, place - _FAR) : place])
                if context.figures[at].kind is Kind.COUNT
                and context.is_level(at)
                and context.full_sentence(first) - context.full_sentence(at) <= 1
                and not context.is_base(at)
            ),
            None,
        )
        if whole is not None and context.values[whole] >= sum(context.values[at] for at in run):
            yield from ((whole, at) for at in run)


def _includes(context: Context, whole: int, part: int) -> bool:
    """Whether `including` joins two counts of other nouns: 6,150 people, including 2,460 nurses."""
    if _INCLUDING.fullmatch(context.gap(whole, part)) is None:
        return False
    counts = all(context.figures[at].kind is Kind.COUNT for at in (whole, part))
    return counts and context.values[part] < context.values[whole]


def _continues_parts(context: Context, whole: int, first: int, at: int) -> bool:
    """Whether a clause behind a semicolon goes on with the parts: `其中猪肉2万吨；禽肉1万吨`."""
    if context.full_sentence(at) != context.full_sentence(first):
        return False
    if not context.is_level(at):
        return True
    one, other = core(context.figures[first].label), core(context.figures[at].label)
    alike = len(one) > 1 and one[-2:] == other[-2:] and context.same_unit(at, first)
    return alike and context.values[first] + context.values[at] <= context.values[whole]


def _of_its_own(context: Context, earlier: Sequence[int], part: int) -> int | None:
    """The level before 其中 that bears the name of a part of it: of the year, its last quarter."""
    name = core(context.figures[part].label)
    if len(name) < 2 or not context.is_level(part) or context.is_rate(part):
        return None
    alike = (
        at
        for at in reversed(earlier)
        if context.is_level(at)
        and context.same_unit(at, part)
        and context.paragraph(at) == context.paragraph(part)
        and core(context.figures[at].label) == name
    )
    return next(alike, None)


def had(context: Context) -> Iterator[tuple[int, int]]:
    """Pairs (whole, part) of `74项，有56项…，7项…`: a part that 有 opens, and those of its list.

    `36个港口中有27个` is one too.
    """
    held: int | None = None
    for before, part in pairwise(context.measures):
        if context.sentence(before) != context.sentence(part):
            held = None
            continue
        lead = _CLAUSES.split(context.gap(before, part))
        opens = len(lead) > 1 and _HAVING.fullmatch(lead[-1]) is not None
        opens = opens or _WITHIN.fullmatch(context.gap(before, part)) is not None
        whole = before if opens else held if not lead[-1].strip() else None
        holds = whole is not None and _may_contain(context, whole, part)
        held = whole if holds else None
        if held is not None:
            yield held, part


def is_out_of(context: Context, whole: int, part: int) -> bool:
    """Whether a figure is counted out of the one before it: 96个断面里，水质优良的89个."""
    return _OUT_OF.fullmatch(context.gap(whole, part)) is not None


def _may_contain(context: Context, whole: int, part: int) -> bool:
    levels = all(context.is_level(at) and not context.is_rate(at) for at in (whole, part))
    one, other = context.figures[whole], context.figures[part]
    same = context.same_unit(whole, part) and one.kind is other.kind
    return levels and same and context.values[part] <= context.values[whole]


def _listed_of(context: Context, before: Sequence[int], first: int) -> int | None:
    """The nearest level of the unit and measure of a first part, here or one sentence before."""
    passed = False
    for at in reversed(before):
        near = context.sentence(first) - context.sentence(at) <= 1
        near = near or (passed and context.full_sentence(first) - context.full_sentence(at) <= 1)
        alike = context.is_level(at) and context.same_unit(at, first)
        aimed = at in context.aims and first not in context.aims
        limit = at in context.limits and first not in context.limits
        if not (alike and near) or aimed or limit or context.is_base(at):
            continue
        if are_of_one_measure(context, at, first):
            return None if context.is_rate(at) else at
        passed = True  # a level of another measure: the whole stands before it
    return None


def are_of_one_measure(context: Context, whole: int, part: int) -> bool:
    """Whether the labels of two figures allow them to be whole and part."""
    return of_one_measure(context.figures[whole].label, context.figures[part].label)


def earlier_levels(context: Context, share: int) -> Iterator[int]:
    """The sizes before a figure that may be wholes or parts, the nearest first."""
    floor = max(-1, share - _LOOK_BACK)
    for at in range(share - 1, floor, -1):
        one = context.figures[at]
        measured = one.is_metric and one.value is not None
        level = measured and context.is_level(at) and not context.is_rate(at)
        level = level and not is_part_in_words(context, at)
        if level and one.unit not in SORTS and not context.is_base(at):
            yield at


def of_the_named(context: Context) -> Iterator[tuple[int, int]]:
    """Pairs (whole, part) of `The backlog is 9.8 … Of the backlog, 3.1 is due this year`."""
    for found in _OF_THE_NAMED.finditer(context.text):
        place = bisect_left(
            context.measures, found.end(), key=lambda at: context.figures[at].span.start
        )
        if place == len(context.measures):
            continue
        part = context.measures[place]
        if context.figures[part].span.start - found.end() > _NEXT or not context.is_level(part):
            continue
        name = found["name"].casefold()
        whole = next(
            (
                at
                for at in earlier_levels(context, part)
                if context.paragraph(part) == context.paragraph(at)
                and context.same_unit(at, part)
                and context.values[at] > context.values[part]
                and name in context.figures[at].label.casefold()
            ),
            None,
        )
        if whole is not None:
            yield whole, part


def of_the_opener(context: Context) -> Iterator[tuple[int, int]]:
    """Pairs (whole, part) of `教师人数3584 … 教师中，副教授1296人，讲师1812人`."""
    by_sentence: dict[int, list[int]] = {}
    for at in context.measures:
        if context.is_level(at) and not context.is_rate(at):
            by_sentence.setdefault(context.sentence(at), []).append(at)
    for number in sorted(context.mentioning(_WITHIN_CUE)):
        parts = by_sentence.get(number, [])
        opener = _OPENER.match(context.text, context.start_of(number)) if parts else None
        if opener is None or context.figures[parts[0]].span.start < opener.end():
            continue
        name = core(opener["name"])
        called = (
            at
            for at in earlier_levels(context, parts[0])
            if context.same_unit(at, parts[0]) and _is_of_name(context.figures[at].label, name)
        )
        whole = next(called, None) if len(name) > 1 else None
        for at in parts if whole is not None else ():
            inside = whole is not None and context.values[at] < context.values[whole]
            if whole is not None and inside and context.same_unit(whole, at):
                yield whole, at


def _is_of_name(label: str, name: str) -> bool:
    plain = core(label)
    return plain.startswith(name) or plain.endswith(name)
