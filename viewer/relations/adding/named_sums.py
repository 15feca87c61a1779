"""Sums whose words name all parts of a total, whether they add up or not."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from viewer.model import Qualifier
from viewer.quantities.vocabulary import words_of
from viewer.relations.adding.evidence import DIGITS, is_counted, is_evidence
from viewer.relations.adding.sets import SETS, sets_named, without_division
from viewer.relations.adding.worded_totals import ADDED, ADDED_CUE, REACH, could_be
from viewer.relations.context import Context
from viewer.relations.labels import core, likeness, same_subject
from viewer.relations.wording import AMONG, TOTAL, named

MOST_PARTS = 12
LEAD_OF_PART = 24
"""How many characters before a figure name the part that it is."""
_MAINLY = re.compile(
    r"主要|最大|部分|代表|重点|前[0-9一二两三四五六七八九十]|\b(?:mainly|chiefly|notably|largest|main)\b",
    re.IGNORECASE,
)
"""Words that make a list one of its largest members."""
_SLIP, _SLIP_OF_TWO, _SLIP_OF_CLOSED = 0.2, 0.03, 0.35
"""How far, as a part of the total, a list that reads as complete may miss it and still be a sum."""
_ALIKE = 0.34
"""The least likeness of two labels, what divides them aside, that speak of one thing."""
_OPENED = re.compile(r"\s*[（(]")
_LOWEST = re.compile(r"(?:以下|\b0 ?[-~—至到] ?[0-9]+)|\b(?:under|below|aged 0)\b", re.IGNORECASE)
_HIGHEST = re.compile(r"(?:及以上|以上|\bover\b|\band (?:over|above|older)\b)", re.IGNORECASE)
_RANGE = re.compile(
    r"岁|周岁|\bage[ds]?\b|\byears?\b|以下|以上|[0-9] ?[-~至] ?[0-9]", re.IGNORECASE
)
_LOWEST_CUE = (
    *("以下", "under", "below", "aged 0"),
    *(f"0{space}{to}" for space in ("", " ") for to in "-~—至到"),
)
_RANGE_CUE = (
    *("岁", "以下", "以上", "-", "~", "—", "至", "到", "under", "below", "age", "year"),
    *("over", "above", "older"),
)
"""A piece of whatever names an age or another range."""
_ALTOGETHER = re.compile(r"[，,；、]\s*(?:一|总)?共[有计]?\s*$")
_ALL_CUE = ("共",)
_TOTAL_CUE = (
    *("计", "計", "总", "合共", "total"),
    *words_of("zh", "relation.total"),
    *words_of("en", "relation.total"),
)
_THUS = re.compile(
    r"\b(?:so(?: that)?|thus|hence|totall?ing|summing to|adding up to)\b[^.;0-9]{0,40}$",
    re.IGNORECASE,
)
_THUS_CUE = ("so ", "thus", "hence", "totaling", "totalling", "summing", "adding")
REMAINING = re.compile(
    rf"{named('zh', 'relation.rest')}[^，。；0-9]{{0,8}}$|"
    rf"{named('en', 'relation.rest')}(?:[^.;,0-9]{{0,16}}|, (?:about |some )?[$£€]?)$",
    re.IGNORECASE,
)
REMAINING_CUE = (*words_of("zh", "relation.rest"), *words_of("en", "relation.rest"))
_REST = re.compile(
    f"{named('zh', 'relation.others')}|{named('en', 'relation.others')}", re.IGNORECASE
)
"""The name of a last part that closes a list."""

_NARROWED = re.compile(r"\b(?:imports?|exports?) (?:of|to|from) ", re.IGNORECASE)
_OF_THOSE = re.compile(r" of (?:these|them|those|whom|which|it|that|this)\b")


@dataclass(frozen=True)
class _Words:
    """The measures that certain words lead or name, found once for a text."""

    divided: frozenset[int]
    """Their labels speak of a complete division."""
    closing: frozenset[int]
    """Their words add up what stands before them: 加上…，总收入为."""
    lowest: frozenset[int]
    ranges: frozenset[int]
    highest: frozenset[int]
    rest: frozenset[int]


def words_of_sums(context: Context) -> _Words:
    """The measures of a text by the words that lead or name them."""
    lowest = context.led_by(_LOWEST, LEAD_OF_PART, _LOWEST_CUE)
    none = frozenset[int]()
    return _Words(
        frozenset(at for at in context.measures if sets_named(context.figures[at].label)),
        context.led_by(TOTAL, 16, _TOTAL_CUE)
        | context.led_by(_ALTOGETHER, 8, _ALL_CUE)
        | context.led_by(ADDED, REACH, ADDED_CUE)
        | context.led_by(_THUS, REACH, _THUS_CUE),
        lowest,
        context.led_by(_RANGE, LEAD_OF_PART, _RANGE_CUE) if lowest else none,
        context.led_by(_HIGHEST, LEAD_OF_PART, _RANGE_CUE) if lowest else none,
        context.led_by(REMAINING, LEAD_OF_PART, REMAINING_CUE),
    )


@lru_cache(maxsize=4096)
def is_rest(label: str) -> bool:
    """Whether a label is that of a last part that closes a list."""
    return _REST.search(label) is not None


def sums_by_name(
    context: Context, total: int, candidates: Sequence[int], words: _Words
) -> Iterator[tuple[int, ...]]:
    """Figures that their words make all the parts of a total, whether they add up or not."""
    if not context.values[total] or len(candidates) < 2 or context.is_rate(total):
        return
    if _OF_THOSE.match(context.after(total)):
        return  # `took 9,100 of these, … the remaining 3,100`: a part itself
    if not words.divided.isdisjoint(candidates):
        yield from _complete(context, total, [at for at in candidates if at in words.divided])
    yield from _listed(context, total, candidates)
    yield from _counted_among(context, total, candidates)
    yield from _in_brackets(context, total, candidates)
    if not words.lowest.isdisjoint(candidates):
        yield from _by_range(context, total, candidates, words)
    if not words.rest.isdisjoint(candidates):
        yield from _to_the_rest(context, total, candidates, words.rest)


def _counted_among(
    context: Context, total: int, candidates: Sequence[int]
) -> Iterator[tuple[int, ...]]:
    """Counts behind 其中 in one sentence that make their total to the last one."""
    first = candidates[0]
    behind = context.text[context.figures[total].span.end : context.figures[first].span.start]
    if not AMONG.search(behind) or context.full_sentence(first) - context.full_sentence(total) > 1:
        return
    home = context.full_sentence(first)
    run = [at for at in candidates[:MOST_PARTS] if context.full_sentence(at) == home]
    exact = all(is_counted(context, at) for at in (total, *run))
    made = sum(context.values[at] for at in run) == context.values[total]
    if exact and made and len(run) > 2:
        yield tuple(run)


def _in_brackets(
    context: Context, total: int, candidates: Sequence[int]
) -> Iterator[tuple[int, ...]]:
    """A list in the brackets right behind its total: 17.8 million (11.2 in one, 6.5 in another)."""
    behind = context.figures[total].span.end
    opened = _OPENED.match(context.text, behind)
    if opened is None or AMONG.match(context.text, opened.end()):
        return
    closed = context.closing(candidates[0])
    inside = [at for at in candidates if context.closing(at) == closed != math.inf]
    inside = [at for at in inside if context.figures[at].span.start > behind]
    if len(inside) > 1 and could_be(context, total, inside):
        yield tuple(inside)


def _by_range(
    context: Context, total: int, candidates: Sequence[int], words: _Words
) -> Iterator[tuple[int, ...]]:
    """Groups from the lowest to the highest: 0-14岁, 15-59岁, 60岁及以上."""
    members: list[int] = []
    for at in candidates:
        if not members and at not in words.lowest:
            continue
        if at not in words.ranges:
            break
        members.append(at)
        if at in words.highest:
            break
    whole = len(members) > 2 and members[-1] in words.highest
    if whole and could_be(context, total, members):
        yield tuple(members)


def _to_the_rest(
    context: Context, total: int, candidates: Sequence[int], rest: frozenset[int]
) -> Iterator[tuple[int, ...]]:
    """Parts up to the one that is called the rest: the remaining 49,400 tonnes, 其余12件."""
    for count, at in enumerate(candidates[:MOST_PARTS], 1):
        if context.paragraph(at) != context.paragraph(total) or context.is_rate(at):
            return
        if at in rest:
            members = candidates[:count]
            if count > 1 and could_be(context, total, members):
                yield tuple(members)
            return


def _complete(context: Context, total: int, candidates: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Figures whose labels divide a whole completely, after a total that could be their sum."""
    own = {number for number, _ in sets_named(context.figures[total].label)}
    by_set: dict[int, dict[int, int]] = {}
    for at in candidates:
        for number, place in sets_named(context.figures[at].label):
            by_set.setdefault(number, {}).setdefault(place, at)
    for number in sorted(by_set.keys() - own):
        members = sorted(by_set[number].values())
        if len(set(members)) < len(SETS[number]):
            continue
        apart = context.paragraph(members[-1]) - context.paragraph(members[0])
        near = apart <= 2 * len(members) and could_be(context, total, members, paragraphs=2)
        if near and (len(members) > 2 or _are_of_one_matter(context, number, members)):
            yield tuple(members)


def _are_of_one_matter(context: Context, number: int, members: Sequence[int]) -> bool:
    """Whether two figures speak of one thing: in neighbouring sentences, or by one name.

    The public debt and the loans to the private sector divide nothing between them.
    """
    apart = context.full_sentence(members[-1]) - context.full_sentence(members[0])
    narrowed = [_NARROWED.search(context.figures[at].label) is not None for at in members]
    if len(set(narrowed)) > 1:
        return False  # imports, and exports of machinery
    if apart <= 1:
        return True
    rest = [without_division(number, context.figures[at].label) for at in members]
    return same_subject(*rest) or likeness(*rest) >= _ALIKE


def _listed(context: Context, total: int, candidates: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """A list right behind a total that reads as all of its parts, though it misses it a little.

    The members stand in one sentence (or line by line) and share the end of their labels; after
    them the sentence or the paragraph ends.
    """
    if not _continues_from(context, total, candidates[0]) or (
        context.is_row(total) and context.is_row(candidates[0])
    ):
        return  # the rows of a table end alike by the title of their column: 粮食产量, 大豆产量
    members: list[int] = []
    for at in candidates:
        if members and not _continues(context, members[-1], at):
            break
        members.append(at)
    if not 1 < len(members) <= 2 * MOST_PARTS:
        return
    size = context.values[total]
    told = context.text[context.figures[total].span.end : context.figures[members[-1]].span.end]
    if not size or _MAINLY.search(told):
        return
    missed = abs(sum(context.values[at] for at in members) / size - 1)
    slip = _SLIP if len(members) > 2 else _SLIP_OF_TWO
    if len(members) == 2 and _is_of_a_list(context, total):
        return  # `followed by oil with 19.6, grain with 14.2 and cars with 4.9`: of another whole
    if len(members) > 2 and is_rest(context.figures[members[-1]].label):
        slip = _SLIP_OF_CLOSED
    if any(context.is_share(at) and context.is_rate(at) for at in range(total + 1, members[0])):
        return  # `6842人，落实率93.4%，就业…人、升学…人`: they are so much of it
    exact = all(context.figures[at].qualifier is Qualifier.EXACT for at in (total, *members))
    if context.digits(total) < DIGITS and not _share_its_name(context, total, members):
        return
    if exact and missed < slip and is_evidence(context, total, tuple(members), 0):
        yield tuple(members)


def _is_of_a_list(context: Context, total: int) -> bool:
    """Whether the size before a total in its sentence is one of its unit."""
    before = total - 1
    while before >= 0 and context.is_rate(before):
        before -= 1
    here = before >= 0 and context.sentence(before) == context.sentence(total)
    return here and context.is_level(before) and context.same_unit(before, total)


def _continues_from(context: Context, total: int, first: int) -> bool:
    return context.paragraph(first) - context.paragraph(total) <= 1 and (
        context.sentence(first) - context.sentence(total) <= 1
    )


def _continues(context: Context, last: int, at: int) -> bool:
    """Whether a figure goes on a list: the next clause or line, its label of the same form."""
    if context.sentence(at) - context.sentence(last) > 1:
        return False
    one, other = core(context.figures[last].label), core(context.figures[at].label)
    return bool(one and other) and (one[-2:] == other[-2:] or _joined(context, last, at))


def _joined(context: Context, last: int, at: int) -> bool:
    return context.sentence(at) == context.sentence(last)


def _share_its_name(context: Context, total: int, members: Sequence[int]) -> bool:
    """Whether every label ends with that of the total: 经费, 人员经费, 公用经费, 项目经费."""
    name = core(context.figures[total].label)
    labels = [core(context.figures[at].label) for at in members]
    named = all(one.endswith(name) for one in labels) or (
        not name.isascii() and all(one[-2:] == name[-2:] for one in labels)
    )
    return len(members) > 2 and len(name) > 1 and named
