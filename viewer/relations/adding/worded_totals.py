"""Sums that words tell, whether the numbers add up or not: a list with the total that closes it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from viewer.relations.context import Context
from viewer.relations.labels import core
from viewer.relations.wording import CLOSING, IN_ALL, IN_ALL_WORDS

ADDED = re.compile(
    r"(?:加上|加之|连同|计入|算上)[^。；]*总[^，。；0-9]{0,8}$|"
    r"\b(?:adding|together with|along with|plus)\b[^.;]*\btotal\b[^.;0-9]{0,20}$",
    re.IGNORECASE,
)
ADDED_CUE = ("总", "total")
REACH = 60
_OF_ALL = re.compile(r"(?:总[量计额]|合计|总财力)(?:为|达到?|是)?(?:约)?$")
_ADDED_TO = re.compile(r"^\s*加上?(?!快|强|大)")
"""The words that add to the size that opens the paragraph what its own sentence gives."""
_OF_ALL_CUE = ("总", "合计")
_EACH = re.compile(r"分别|依次|各")
_ITS_NAME = re.compile(
    r"[，,；]\s*(?:全[市县省区院校年])?总[^，。；0-9]{1,4}?(?:为|达到?|是|共)?(?:约)?$"
)
"""The words before a total that closes its sentence by its name: `，总产量`."""
_SOME = re.compile(r"前[0-9一二两三四五六七八九十]|主要|其中|最大|部分|代表")
"""Words that make a list one of some parts only."""
_WHOLE = 0.7
"""The least part of a total that members of a complete division must make to be taken for it."""
_MOST = 12
_SLIP = 0.2
"""How far, as a part of the total, a list that bears its name may miss it and still be a sum."""


def worded_totals(context: Context, levels: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """A total and its parts, `levels` being the sizes that are no bases."""
    yield from _closed(context)
    yield from _in_all(context, levels)
    yield from _named_total(context, levels)
    yield from _each_of(context, levels)
    yield from _added(context)
    yield from _all_resources(context, levels)


def _all_resources(
    context: Context, levels: Sequence[int]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """A total that ends its sentence, what the sentence adds, and what opens the paragraph.

    `收入52亿元，其中……。加上级补助收入18亿元、上年结转2亿元，收入总量为72亿元`.
    """
    named = context.led_by(_OF_ALL, 10, _OF_ALL_CUE)
    openers = {context.paragraph(at): at for at in reversed(levels)} if named else {}
    for place, total in enumerate(levels):
        if total not in named or not place:
            continue
        opener = openers[context.paragraph(total)]
        run: list[int] = []
        for at in reversed(levels[max(0, place - _MOST) : place]):
            if context.full_sentence(at) != context.full_sentence(total):
                break
            run.insert(0, at)
            alike = all(context.same_unit(one, total) for one in run)
            if not alike or opener >= at:
                continue
            added = _ADDED_TO.search(context.lead(at)) is not None
            near = could_be(context, total, (opener, *run)) and len(run) > 1
            made = context.added_up((opener, *run)).meets(context.ends[total])
            if made or (added and near):
                yield total, (opener, *run)
                break


def _closed(context: Context) -> Iterator[tuple[int, tuple[int, ...]]]:
    """A list and the total right behind it: 占比为54%、16%和13%，合计为83%."""
    for run in context.lists:
        total = run[-1] + 1
        if len(run) < 2 or total >= len(context.figures) or not context.is_level(total):
            continue
        same = context.figures[total].unit == context.figures[run[0]].unit
        near = context.sentence(total) == context.sentence(run[-1])
        closes = same and near and CLOSING.search(context.gap(run[-1], total)) is not None
        if closes and could_be(context, total, run):
            yield total, tuple(run)


def _in_all(context: Context, levels: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """A total that closes its sentence, and all levels before it: `41 in the north and 26 in the
    south, 67 in all`."""
    mentioned = context.mentioning(IN_ALL_WORDS)
    for place, total in enumerate(levels):
        if place < 2 or context.sentence(total) not in mentioned:
            continue
        if not _is_in_all(context, total):
            continue
        home = context.sentence(total)
        run: list[int] = []
        for at in reversed(levels[max(0, place - _MOST) : place]):
            if context.sentence(at) != home or not context.same_unit(at, total):
                break
            run.insert(0, at)
        run = _that_make(context, total, run)
        if len(run) < 2:
            run = _of_full_sentence(context, levels[max(0, place - _MOST) : place], total)
        if len(run) > 1 and could_be(context, total, run):
            yield total, tuple(run)


def _named_total(context: Context, levels: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """A total that its name makes one behind its parts: `东片产量21、西片29，总产量50万吨`."""
    named = context.led_by(_ITS_NAME, 12, ("总",))
    for place, total in enumerate(levels):
        if total not in named:
            continue
        run = [
            at
            for at in levels[max(0, place - _MOST) : place]
            if context.sentence(at) == context.sentence(total) and context.same_unit(at, total)
        ]
        told = context.text[context.opens_at(total) : context.figures[total].span.start]
        if len(run) > 1 and not _SOME.search(told) and could_be(context, total, run):
            yield total, tuple(run)


def _that_make(context: Context, total: int, run: list[int]) -> list[int]:
    """The last sizes of a list that make its total, where the whole list does not.

    `The two yards built 14 and 9 ships, 23 in all`.
    """
    reach = context.ends[total]
    ends = (run[start:] for start in range(max(0, len(run) - 1)))
    return next((end for end in ends if context.added_up(end).meets(reach)), run)


def _of_full_sentence(context: Context, before: Sequence[int], total: int) -> list[int]:
    """The counts before a total in its sentence, over a semicolon, where they make it.

    English may count the members of a total of persons by other nouns: passengers and people.
    """
    home = context.full_sentence(total)
    here = [
        at
        for at in before
        if context.full_sentence(at) == home
        and context.figures[at].kind is context.figures[total].kind
        and context.values[at] > context.ends[total].width
    ]
    runs = (here[start:] for start in range(max(0, len(here) - 1)))
    reach = context.ends[total]
    return next((run for run in runs if context.added_up(run).meets(reach)), [])


def _is_in_all(context: Context, total: int) -> bool:
    behind = context.after(total)
    told = behind[:1] in " )" and IN_ALL.match(behind) is not None
    return told or CLOSING.search(context.lead(total)) is not None


def _each_of(context: Context, levels: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """A list by 分别 of three or more that bears the name of an earlier total of its paragraph."""
    for run in context.lists:
        if len(run) < 3 or not context.is_level(run[0]) or context.is_rate(run[0]):
            continue
        lead = context.lead(run[0])
        if not _EACH.search(lead) or _SOME.search(lead):
            continue
        name = _name(core(context.figures[run[0]].label) or _EACH.split(lead)[0])
        place = bisect_left(levels, run[0])
        alike = (
            at
            for at in reversed(levels[max(0, place - _MOST) : place])
            if context.paragraph(at) == context.paragraph(run[0])
            and context.same_unit(at, run[0])
            and _name(core(context.figures[at].label)) == name
        )
        total = next(alike, None) if name else None
        if total is None:
            total = _right_before(context, run)
        if total is not None:
            size = context.values[total]
            if abs(sum(context.values[at] for at in run) - size) < _SLIP * size:
                yield total, tuple(run)


def _right_before(context: Context, run: Sequence[int]) -> int | None:
    """The level right before a list in its sentence: 发电量452亿，火电、水电分别为271亿和181亿."""
    total = run[0] - 1
    if total < 0 or context.full_sentence(total) != context.full_sentence(run[0]):
        return None
    level = context.is_level(total) and not context.is_base(total)
    return total if level and context.same_unit(total, run[0]) else None


def _name(label: str) -> str:
    """What a label ends with, which names the measure: 收入 of 营业收入; empty for a short one."""
    return label.rstrip("为是")[-2:] if len(label) > 1 else ""


def _added(context: Context) -> Iterator[tuple[int, tuple[int, ...]]]:
    """A level, what is added to it and their total: 加上非票收入3亿元，总收入为13亿元."""
    added = context.led_by(ADDED, REACH, ADDED_CUE)
    if not added:
        return
    levels = [at for at in context.measures if context.is_level(at) and at not in context.bases]
    for first, second, total in zip(levels, levels[1:], levels[2:], strict=False):
        if total not in added or context.is_rate(total):
            continue
        near = context.full_sentence(total) - context.full_sentence(first) <= 1
        alike = context.same_unit(first, second) and context.same_unit(second, total)
        if near and alike and could_be(context, total, (first, second)):
            yield total, (first, second)


def could_be(context: Context, total: int, members: Sequence[int], *, paragraphs: int = 1) -> bool:
    """Whether figures near a total are all smaller than it and not far from it together."""
    values = [context.values[at] for at in members]
    size = context.values[total]
    near = abs(context.paragraph(members[0]) - context.paragraph(total)) <= paragraphs
    return near and size > max(values) and _WHOLE * size < sum(values) < size / _WHOLE
