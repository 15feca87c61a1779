"""Figures of a title, a summary or a table that the text gives again, though not in the same words.

A summary rounds: `spent £48.2 million` where the body has `total spending was £48.23 million`. A
table and the prose about it print the same cells. Only figures that agree are paired here.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from viewer.model import Qualifier, Standing
from viewer.relations.agreeing import meets
from viewer.relations.context import Context
from viewer.relations.labels import core

_NAMES_SUMMARY = re.compile(
    r"^[#\s一1、.（(【\[]*(?:内容)?(?:摘要|概要|概述|概况|要点|提要|核心数据|关键数据|导语)|"
    r"^[#\s]*(?:executive )?(?:summary|overview|highlights|key (?:figures|points|facts)|"
    r"at a glance|in brief)\b",
    re.IGNORECASE,
)
"""A heading below which a report is told in short."""
_RUN_IN = re.compile(r"^[【\[](?:内容)?(?:摘要|概要|概述|概况|要点|提要|导语)[】\]]")
"""The name of a summary that opens its own paragraph: 【概况】."""
_BULLET = re.compile(r"(?:[-*•·●▪◆■–—]|\(?[0-9]{1,2}[.)、）])[ \t\u3000]*(?![\s\-|:])")
"""How a line begins that is one of several points."""
_STEM = 4
_WORD = re.compile(rf"[a-z]{{{_STEM},}}", re.IGNORECASE)
_COMMON = frozenset({
    *("than", "from", "with", "this", "that", "last", "year", "some", "about", "over", "more"),
    *("less", "were", "have", "been", "mill", "bill", "into", "also", "only", "most", "both"),
    *("which", "thou", "comp", "rose", "fell", "grew", "repo", "tota", "numb", "annu"),
})  # fmt: skip
"""The beginnings of words that say nothing of what a figure measures."""
_HANZI = re.compile("[\u4e00-\u9fff]+")
_EXACT = 3
"""Digits enough for one size to repeat another whatever their words are."""
_NEAR = 0.05
"""How far, as a part of it, a size may be rounded in a summary: just above 40 is not 46."""
_ROWS = 3
"""How many cells of a table a paragraph must print for all equal ones to be repetitions."""
_REACH = 60
_MOST = 200
"""With how many figures of its unit one of a summary is compared at the most."""

Pair = tuple[int, int]


def summarised(context: Context, taken: Collection[int]) -> Iterator[Pair]:
    """Figures of title and summary, each with the only later one that says it more exactly."""
    opening = summary_of(context)
    later: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for at in context.measures:
        if at not in opening:
            later[_key(context, at)].append(at)
    for one in sorted(opening):
        if one in taken or context.figures[one].standing is not Standing.FACT:
            continue
        others = later[_key(context, one)][:_MOST]
        found = [at for at in others if _is_exacter(context, one, at) and meets(context, one, at)]
        values = {context.values[at] for at in found}
        if len(values) == 1 and _is_sure(context, one, found[0]):
            yield one, found[0]


def _key(context: Context, at: int) -> tuple[str, bool]:
    return context.figures[at].unit, context.is_change(at)


def summary_of(context: Context) -> set[int]:
    """The figures of the title, and of the paragraph or bullets that tell the report in short."""
    title = {at for at in context.measures if context.is_in_title(at)}
    body = [at for at in context.measures if at not in title]
    if not body:
        return title
    first = last = context.paragraph(body[0])
    headed = _NAMES_SUMMARY.match(_line_before(context, first)) is not None
    headed = headed or _RUN_IN.match(context.words_of_paragraph(first)) is not None
    while _BULLET.match(context.words_of_paragraph(last)) and _BULLET.match(
        context.words_of_paragraph(last + 1)
    ):
        last += 1
    opening = {at for at in body if first <= context.paragraph(at) <= last}
    several = len({context.paragraph(at) for at in body} - {*range(first, last + 1)}) > 1
    return title | opening if headed or (several and not title) else title


def _line_before(context: Context, paragraph: int) -> str:
    """The last line with words before a paragraph."""
    for number in range(paragraph - 1, max(-1, paragraph - 3), -1):
        words = context.words_of_paragraph(number)
        if words:
            return words
    return ""


def _is_exacter(context: Context, one: int, other: int) -> bool:
    apart = context.paragraph(one) != context.paragraph(other)
    fact = context.figures[other].standing is Standing.FACT
    off = abs(context.values[one] - context.values[other])
    near = off <= _NEAR * abs(context.values[other])
    digits = _digits(context, one), _digits(context, other)
    rounded = digits[0] < digits[1] or context.values[one] == context.values[other]
    blunt = context.figures[one].qualifier is not Qualifier.EXACT
    return apart and fact and near and (rounded or blunt)


def _digits(context: Context, at: int) -> int:
    """The digits of a number without the zeros that end it: two of 1,200,000."""
    surface = "".join(one for one in context.figures[at].surface if one.isdecimal() or one == ".")
    plain = surface if "." in surface else surface.rstrip("0")
    return len(plain.replace(".", "").lstrip("0"))


def _is_sure(context: Context, one: int, other: int) -> bool:
    """Whether a size, or the words around it, leave no doubt that a later figure repeats it."""
    alike = bool(_named(context, one) & _named(context, other))
    if context.is_change(one) or context.is_rate(one):
        equal = context.values[one] == context.values[other]
        return equal and (alike or context.is_in_title(one)) and _digits(context, one) > 1
    digits = _digits(context, one)
    blunt = context.figures[one].qualifier is not Qualifier.EXACT
    return digits >= _EXACT or (alike and (digits > 1 or (blunt and digits > 0)))


def _named(context: Context, at: int) -> frozenset[str]:
    """The beginnings of the words around a figure, the pairs of characters of its Chinese label."""
    around = f"{context.before(at, _REACH)} {context.behind(at)}"
    return stems_of(around) | pairs_of_characters(core(context.figures[at].label))


def stems_of(words: str) -> frozenset[str]:
    """The beginnings of the English words that say what is spoken of."""
    stems = {found.group()[:_STEM].casefold() for found in _WORD.finditer(words)}
    return frozenset(stems - _COMMON)


def pairs_of_characters(label: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a Chinese label."""
    runs = _HANZI.findall(label)
    return frozenset(run[place : place + 2] for run in runs for place in range(len(run) - 1))


def tabulated(context: Context, taken: Collection[int]) -> Iterator[Pair]:
    """Cells of a table that a paragraph prints too, which have three sizes or more in common."""
    prose: dict[float, list[int]] = defaultdict(list)
    rows: list[int] = []
    for at in context.measures:
        if context.is_row(at):
            rows.append(at)
        elif context.figures[at].qualifier is Qualifier.EXACT:
            prose[context.values[at]].append(at)
    shared = [
        (at, cell)
        for cell in rows
        for at in prose.get(context.values[cell], ())[:_ROWS]
        if _is_cell(context, at, cell)
    ]
    sizes: dict[Pair, set[float]] = defaultdict(set)
    for at, cell in shared:
        if _digits(context, cell) > 1:
            sizes[context.block(at), context.block(cell)].add(context.values[cell])
    many = Counter(cell for _, cell in shared)
    for at, cell in shared:
        common = len(sizes[context.block(at), context.block(cell)]) >= _ROWS
        if common and many[cell] == 1 and not {at, cell} & set(taken):
            yield at, cell


def _is_cell(context: Context, at: int, cell: int) -> bool:
    """Whether a figure of the prose may print a cell: of one unit, or of none in the table."""
    one, other = context.figures[at], context.figures[cell]
    if context.is_change(at) != context.is_change(cell):
        return False
    bare = not other.unit and not context.is_rate(at) and not context.is_points(at)
    return one.unit == other.unit or (bare and context.is_level(at))
