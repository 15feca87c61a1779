"""The level that a sentence goes on speaking of: `总产量9万吨。与2017年相比，增加1万吨`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from viewer.relations.context import TIMES, Context
from viewer.relations.labels import level_name, likeness, same_subject
from viewer.relations.wording import AMONG, opens_with_comparison, residue, without_comparison

_COMPARES = re.compile(
    r"同比|环比|按年|按月|按季|年均|年增|月增|季增|(?:[比较与同跟])[^，。；]{0,12}(?:相比|比较)|"
    r"[比较](?:[上去前]|年初|期初|同期|第?[0-9一二三四])|一年[间来]|[增降升减跌]幅|"
    r"\b(?:up|down|increase|decrease|rise|rising|fall|rose|fell|grew|growth|dropped|gain\w*|lost|"
    r"shrank|shrunk|contracted|expanded|climbed|slipped|jumped|eased|advanced|declined|"
    r"more|fewer|less|higher|lower|compared|averaged|widened|narrowed|improved|improvement|deterioration|"
    r"reduction)\b",
    re.IGNORECASE,
)
"""The words by which a sentence compares what the sentence before it gave."""
_ASIDE = re.compile(
    r"与|同|跟|相比|比较|[其这该]一?(?:数[字据值]?|比率|比例|指标)|的|第|季|"
    r"总[额量数值]|规模|金额|数[量额]|"
    r"\b(?:figures?|numbers?|totals?|rates?|ratios?|share|amounts?|they|these|those|since)\b",
    re.IGNORECASE,
)
_FAR = 8
_ALIKE = 0.34
"""The least likeness of a subject to a label that it goes on with."""
_BACK = 2
"""How many sentences before its own a change may go back to its level."""


def carried_level(
    context: Context, change: int, levels: Mapping[int, int], reached: Mapping[int, int]
) -> int | None:
    """The level in an earlier sentence of the paragraph that a change without level goes on with.

    `levels` holds the levels of earlier changes and `reached` that of each base: a sentence that
    only compares goes on with the level of the sentence before it.
    """
    words = _own_words(context, change, reached)
    if words is None:
        return None
    behind = context.behind(change)
    if not _COMPARES.search(f"{words} {behind}"):
        return None
    subject = residue(_ASIDE.sub("", without_comparison(words)))
    before = _spoken_of(context, change, levels, reached, whole=bool(subject))
    if subject:
        label = context.figures[change].label or subject
        named = [at for at in before if _names(context, at, label, subject)]
        return named[0] if named and not _is_another(subject) else None
    if len(before) == 1 or (before and opens_with_comparison(words)):
        return before[-1] if len(before) == 1 else _main(context, before)
    return None


def _is_another(subject: str) -> bool:
    return AMONG.search(subject) is not None


def _names(context: Context, at: int, label: str, subject: str) -> bool:
    own = context.figures[at].label
    if own.isascii():
        words = set(own.casefold().split())
        named = set(level_name(label).casefold().split())
        return bool(words and named) and (words <= named or named <= words)
    return any(same_subject(own, one) or likeness(own, one) >= _ALIKE for one in (label, subject))


def _main(context: Context, before: list[int]) -> int | None:
    """The level that opens its sentence, where the others are parts of it."""
    first = min(before)
    others = (at for at in before if at != first)
    parts = all(AMONG.search(context.between(first, at)) for at in others)
    return first if parts else None


def _own_words(context: Context, change: int, reached: Mapping[int, int]) -> str | None:
    """The words of its sentence before a change, without figures; None where it has a level."""
    words = context.before(change, 80)
    for at in range(change - 1, max(-1, change - _FAR), -1):
        if context.sentence(at) != context.sentence(change):
            break
        one = context.figures[at]
        level = one.is_metric and one.value is not None and context.is_level(at)
        if level and at not in reached and not context.is_base(at):
            return None
        words = words.replace(" ".join(one.surface.split()), "", 1)
    return words


def _spoken_of(
    context: Context,
    change: int,
    levels: Mapping[int, int],
    reached: Mapping[int, int],
    *,
    whole: bool,
) -> list[int]:
    """The levels of the nearest sentence before that has any, nearest first.

    With `whole` a semicolon ends no sentence: a change that names its measure goes back over it.
    """
    home = context.sentence(change)
    place: int | None = None
    found: list[int] = []
    for at in range(change - 1, max(-1, change - 2 * _FAR), -1):
        back = home - context.sentence(at)
        near = back <= (2 * _BACK if whole else _BACK)
        near = near and context.paragraph(at) == context.paragraph(change)
        own = context.full_sentence(at) if whole else context.sentence(at)
        if not near or (place is not None and own != place):
            break
        level = _level_behind(context, at, levels, reached)
        if back == 0 or level is None or not fits_unit(context, level, change):
            continue
        place = own
        if level not in found:
            found.append(level)
    return found


def _level_behind(
    context: Context, at: int, levels: Mapping[int, int], reached: Mapping[int, int]
) -> int | None:
    one = context.figures[at]
    if not one.is_metric or not context.values[at]:
        return None
    if at in reached:
        return reached[at]
    if context.is_change(at):
        return levels.get(at)
    return at if not context.is_base(at) and not context.is_share_of(at) else None


def fits_unit(context: Context, level: int, change: int) -> bool:
    """Whether the unit of a change is one in which the level may move."""
    if context.is_points(change):
        return context.is_rate(level)
    if context.is_fraction(change):
        return True
    if context.is_rate(change) or context.figures[change].unit in TIMES:
        return not context.is_rate(level)
    return context.same_unit(level, change)
