"""Sums of lists that read as complete, whether the numbers add up or not.

A list is complete where its last member is called the rest (`其他收入`, `other costs`), where it
stands line by line below words that lead it in (`构成如下：`), or where sentences after `这些…中`
and `Of these` go on with one member each.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from viewer.model import Relation
from viewer.quantities.vocabulary import words_of
from viewer.relations.adding.evidence import is_counted
from viewer.relations.adding.sets import completes_set
from viewer.relations.context import Context
from viewer.relations.included import are_of_one_measure
from viewer.relations.labels import names_others
from viewer.relations.wording import AMONG, named

_LEADS_OTHERS = re.compile(
    rf"(?:及|和|以及|与|，|；|、)?(?:{named('zh', 'relation.others')})[^，。；、0-9]{{0,12}}$|"
    rf"\b(?:all |and |the )?(?:{named('en', 'relation.others')})\b[^.;,0-9]{{0,30}}$",
    re.IGNORECASE,
)
_OTHERS_CUE = (*words_of("zh", "relation.others"), *words_of("en", "relation.others"))
_AND_OTHERS = re.compile(
    r" [^.;,0-9]{0,50}\b(?:everything else|all else|all (?:the )?others?|the rest|"
    r"(?:and|or) others?(?: [a-z]+)?)\s*[.;]?$"
)
"""The words behind the last of a list that close it: `from rents and everything else`."""
_BULLET = re.compile(
    r"^[ \t\u3000]*(?:[-*•·●▪◆■–—][ \t]*(?=[^\s\-|:])|\(?[0-9]{1,2}[.)、）][ \t]*(?=\D)|"
    r"[（(][一二三四五六七八九十]{1,2}[）)]|[①-⑳])",
    re.MULTILINE,
)
_LEAD_IN = re.compile(
    r"[:：]\s*$|(?:如下|构成|组成|分布)[。：:]?\s*$|"
    r"\b(?:as follows|breakdown|break down|breaks down|below|following)\b[^.]{0,30}[.:]?\s*$",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"前[0-9一二两三四五六七八九十]|主要|其中|最大|部分|代表|重点|例如|比如|"
    r"\b(?:main|largest|biggest|top|some|examples?|such as|includ\w+|highlights?)\b",
    re.IGNORECASE,
)
"""Words that make a list one of some members only."""
_OF_THESE = re.compile(
    r"\s*(?:在?(?:这些|上述|该|全部|所有)[^，。；0-9]{0,12}(?:中|里|当中)|其中)[，,、:：]?|"
    r"\s*Of (?:these|them|those|this|that|the total|all these)\b[^.;,0-9]{0,24},",
)
_AMONG, _PAUSES = "其中", "，,、:： \n"
_OF_THESE_CUE = ("这些", "上述", "该", "全部", "所有", "其中", "of th", "of all")
_COUNTED = re.compile(
    r"(?:^|[，,；;。])\s*(?:以上|这|上述|前)?[两二三四五六七八九十2-9][个项者类部种方季地家大年月份度]{0,3}"
    r"[^，。；0-9]{0,6}?(?:累计|合计|相加|之和|加总|总计|共计|共|加起来|合起来)"
    r"[^，。；0-9]{0,8}$"
)
_COUNTED_CUE = ("累计", "合计", "相加", "之和", "加总", "总计", "共", "加起来", "合起来")
"""The words of a total that count what it adds up: 三个季度累计, 两项合计."""
_DIVIDED = re.compile(
    r"\s*(?:[分按从](?![别享给])[^，。；0-9]{1,6}(?:看|划分|来看|分)[，,：:]|"
    r"By [a-z]+(?: [a-z]+)?, )"
)
"""The words that open a list of all parts by what divides them."""
_DIVIDED_CUE = ("看，", "看：", "分，", "分：", "by ")
_CONSISTS = re.compile(
    r"\b(?:made up of|consisting of|comprising|composed of|split between|divided between|"
    r"(?:which|that) (?:consists?|consisted) of|being) [^.;,0-9]{0,30}$",
    re.IGNORECASE,
)
_CONSISTS_CUE = ("made up of", "consist", "comprising", "composed of", "between", "being")
_COLON = re.compile(r"[^.;,，。；0-9:：]{0,40}[:：][^.;,，。；0-9]{0,30}")
_OPENS_OF = re.compile(r"(?:^ ?|[.;] )Of (?:(?:the|its|our|their|these|those) )?$")
_BRACKET = re.compile(r"[^.;,0-9()（）]{0,20}[（(]")
_COMMA = re.compile(r"[^.;,0-9]{0,40}, ")
_OTHER = re.compile(r"\bthe (?:other|remaining|rest,) (?:about )?[$£€]?$", re.IGNORECASE)
_OF_THOSE = re.compile(r" of (?:these|them|those|that|whom|which|it)\b", re.IGNORECASE)
"""The words around two parts of which the second is all that is left."""
_PARAGRAPHS = 2
"""How many paragraphs a total may stand before its list."""
_SLIP, _SLIP_OF_TWO, _SLIP_OF_PAIR = 0.2, 0.12, 0.18
"""How far, as a part of the total, a complete list may miss it and still be taken for its sum."""
_LEAST, _MOST = 3, 12
_BACK = 24

Sum = tuple[int, tuple[int, ...]]


def lists_with_share(
    context: Context, divisions: Sequence[Relation[int]], sums: Sequence[Relation[int]]
) -> Iterator[Sum]:
    """Lists of one sentence of which a member has a printed share: `Retail 118, or 56% of revenue,
    food service 64 and exports 29`. They make the whole of the share or miss it by little.
    """
    known = {at for one in sums for at in (*one.all("total"), *one.all("parts"))}
    for one in divisions:
        whole, part = one.get("whole"), one.get("part")
        if whole is None or part is None or one.get("share") is None or {whole, part} & known:
            continue
        place, home = bisect_left(context.measures, part), context.full_sentence(part)
        run = [
            at
            for at in context.measures[max(0, place - _MOST) : place + _MOST]
            if context.full_sentence(at) == home
            and context.is_level(at)
            and not context.is_base(at)
            and not context.is_rate(at)
            and context.same_unit(at, part)
            and at != whole
        ]
        far = context.full_sentence(whole) != home and whole < part
        free = far and len(run) >= _LEAST and known.isdisjoint(run)
        if free and _total(context, (whole,), run) == whole:
            known |= {whole, *run}
            yield whole, tuple(run)


def closed_lists(context: Context, levels: Sequence[int]) -> Iterator[Sum]:
    """Totals with the members of their lists; `levels` are the sizes that are no bases."""
    facts = [at for at in levels if at not in context.aims]
    yield from _to_its_others(context, facts)
    yield from _below(context, levels)
    yield from _of_these(context, facts)
    yield from _counted(context, facts)
    yield from _by_division(context, facts)
    yield from _made_up(context, facts)
    yield from _the_other(context, facts)
    yield from _of_any_noun(context, facts)


def _to_its_others(context: Context, levels: Sequence[int]) -> Iterator[Sum]:
    """A list of one sentence, the last member of which is called the others."""
    led = context.led_by(_LEADS_OTHERS, 40, _OTHERS_CUE)
    for place, last in enumerate(levels):
        closed = last in led or names_others(context.figures[last].label)
        if not closed and not _AND_OTHERS.match(context.after(last, 60)):
            continue
        home, bracketed = context.full_sentence(last), context.closing(last) != math.inf
        before = [
            at
            for at in levels[max(0, place - _BACK) : place]
            if context.same_unit(at, last) and (bracketed or not context.is_parenthetical(at, last))
        ]
        run = [*(at for at in before if context.full_sentence(at) == home), last]
        if len(run) < _LEAST:
            continue
        total = _total(context, [at for at in before if at < run[0]], run)
        inner = (_total(context, run[:cut], run[cut:]) for cut in range(1, len(run) - 2))
        found = next((one for one in inner if one is not None), None) if total is None else total
        if found is not None:
            yield found, tuple(at for at in run if at > found)


def _total(
    context: Context, before: Sequence[int], run: Sequence[int], slip: float = _SLIP
) -> int | None:
    """The level that a list misses by the least, the nearest where even; None where none is near.

    `slip` is how far, as a part of the total, the list may miss it.
    """
    if not 1 < len(run) <= _MOST:
        return None
    together = sum(context.values[at] for at in run)
    most = max(context.values[at] for at in run)
    best: tuple[float, int] | None = None
    for at in reversed(before):
        if context.paragraph(run[0]) - context.paragraph(at) > _PARAGRAPHS:
            break
        size = context.values[at]
        if size <= most or at in context.bases or not are_of_one_measure(context, at, run[0]):
            continue
        missed = abs(together / size - 1)
        if missed <= slip and (best is None or missed < best[0]):
            best = missed, at
    return None if best is None else best[1]


def _below(context: Context, levels: Sequence[int]) -> Iterator[Sum]:
    """A list of lines, each with a mark and one member, below the line that leads it in."""
    marked = [context.paragraph_at(found.end()) for found in _BULLET.finditer(context.text)]
    if len(marked) < 2:
        return
    by_line: dict[int, list[int]] = {}
    for at in levels:
        by_line.setdefault(context.paragraph(at), []).append(at)
    for lines in _runs(marked):
        first = [by_line[line][0] for line in lines if line in by_line]
        if len(first) != len(lines) or len(first) < 2:
            continue
        lead = context.words_of_paragraph(lines[0] - 1)
        closed = names_others(context.figures[first[-1]].label)
        complete = (_LEAD_IN.search(lead) and not _SOME.search(lead)) or closed
        alike = all(context.same_unit(at, first[0]) for at in first)
        if complete and alike:
            place = bisect_left(levels, first[0])
            before = levels[max(0, place - _BACK) : place]
            before = [at for at in before if context.same_unit(at, first[0])]
            slip = _SLIP if len(first) > 2 else _SLIP_OF_TWO
            total = _total(context, before, first, slip)
            if total is not None:
                yield total, tuple(first)


def _counted(context: Context, levels: Sequence[int]) -> Iterator[Sum]:
    """A total that closes its sentence and counts what stands before it: 三个季度累计9170万元."""
    named_so = context.led_by(_COUNTED, 24, _COUNTED_CUE)
    if not named_so:
        return
    for place, total in enumerate(levels):
        if total not in named_so:
            continue
        run: list[int] = []
        for at in reversed(levels[max(0, place - _MOST) : place]):
            here = context.full_sentence(at) == context.full_sentence(total)
            if here and at == total - 1 and not context.same_unit(at, total):
                continue  # the count of what is added up: 三项费用合计
            if not here or not context.same_unit(at, total):
                break
            run.insert(0, at)
        if len(run) > 1 and _total(context, (total,), run) == total:
            yield total, tuple(run)


def _by_division(context: Context, levels: Sequence[int]) -> Iterator[Sum]:
    """Three members or more of a sentence that names what divides them: By region, 分院区看."""
    starts = [context.figures[at].span.start for at in levels]
    for number in sorted(context.mentioning(_DIVIDED_CUE)):
        found = _DIVIDED.match(context.text, context.start_of(number))
        if found is None:
            continue
        place = bisect_right(starts, found.end() - 1)
        if place == len(levels) or context.opens_at(levels[place]) > found.end():
            continue
        home = context.full_sentence(levels[place])
        run = [
            at
            for at in levels[place : place + _MOST]
            if context.full_sentence(at) == home and context.same_unit(at, levels[place])
        ]
        words = context.text[context.start_of(number) : context.figures[run[-1]].span.end]
        if len(run) < _LEAST or _SOME.search(words) or AMONG.search(words):
            continue
        before = levels[max(0, place - _BACK) : place]
        total = _total(context, [at for at in before if context.same_unit(at, run[0])], run)
        if total is not None:
            yield total, tuple(run)


def _made_up(context: Context, levels: Sequence[int]) -> Iterator[Sum]:
    """A total, and what the sentence says it is made up of: `63 to owners, consisting of 41 in …`.

    A colon right behind what is counted says as much.
    """
    led = context.led_by(_CONSISTS, 60, _CONSISTS_CUE)
    for place, first in enumerate(levels):
        if not place:
            continue
        total = levels[place - 1]
        if not context.same_unit(total, first) or first != total + 1:
            continue
        home = context.sentence(total)
        gap = context.gap(total, first)
        if context.sentence(first) != home or AMONG.search(gap) or _SOME.search(gap):
            continue
        if first not in led and not _COLON.fullmatch(gap):
            continue
        run = [
            at
            for at in levels[place : place + _MOST]
            if context.sentence(at) == home and context.same_unit(at, total)
        ]
        slip = _SLIP if len(run) > 2 else _SLIP_OF_PAIR
        if len(run) > 1 and _total(context, (total,), run, slip) == total:
            yield total, tuple(run)


def _the_other(context: Context, levels: Sequence[int]) -> Iterator[Sum]:
    """`58,940 people. 49,620 of these came by day; the other 9,320 stayed`: two make the whole."""
    led = context.led_by(_OTHER, 24, ("other", "remaining", "rest"))
    for place, other in enumerate(levels):
        if other not in led or place < 2:
            continue
        total, first = levels[place - 2 : place]
        listed = context.full_sentence(first) == context.full_sentence(other)
        near = context.full_sentence(first) - context.full_sentence(total) <= 1
        of_those = _OF_THOSE.match(context.after(first)) is not None
        alike = context.same_unit(total, first) and context.same_unit(total, other)
        told = listed and near and of_those and alike
        if told and _total(context, (total,), (first, other)) == total:
            yield total, (first, other)


def _of_any_noun(context: Context, levels: Sequence[int]) -> Iterator[Sum]:
    """`Of 640 staff, 412 are nurses, 131 doctors and 97 clerks`: counts of other nouns each.

    `2,310 licences: 1,480 renewals and 830 new ones` is one too. They make the total to the last.
    """
    opened = context.led_by(_OPENS_OF, 24, ("of ",))
    for place, total in enumerate(levels[:-1]):
        first = levels[place + 1]
        if first != total + 1 or context.sentence(first) != context.sentence(total):
            continue
        gap = context.gap(total, first)
        bracket = _BRACKET.fullmatch(gap) is not None
        if not (bracket or _COLON.fullmatch(gap) or (total in opened and _COMMA.fullmatch(gap))):
            continue
        run = [
            at
            for at in levels[place + 1 : place + 1 + _MOST]
            if context.sentence(at) == context.sentence(total)
            and (not bracket or context.closing(at) == context.closing(first))
        ]
        counted = all(is_counted(context, at) for at in (total, *run))
        made = sum(context.values[at] for at in run) == context.values[total]
        if len(run) > 1 and counted and made and run[-1] - run[0] == len(run) - 1:
            yield total, tuple(run)


def _runs(lines: Sequence[int]) -> Iterator[list[int]]:
    """Line numbers that follow each other."""
    for _, group in groupby(enumerate(lines), lambda one: one[1] - one[0]):
        yield [line for _, line in group]


def _of_these(context: Context, levels: Sequence[int]) -> Iterator[Sum]:
    """Members that a sentence after `Of these,` and the sentences behind it give.

    Three at least, or two that are a complete division (international and domestic). What a bare
    其中 opens ends with its sentence: the next one may speak of another total.
    """
    starts = [context.figures[at].span.start for at in levels]
    for number in sorted(context.mentioning(_OF_THESE_CUE)):
        found = _OF_THESE.match(context.text, context.start_of(number))
        if found is None:
            continue
        place = bisect_right(starts, found.end() - 1)
        if not 0 < place < len(levels) or context.opens_at(levels[place]) > found.end():
            continue
        first = levels[place]
        run = [first]
        step = 0 if found.group().strip(_PAUSES) == _AMONG else 1
        for at in levels[place + 1 : place + _MOST]:
            near = context.full_sentence(at) - context.full_sentence(run[-1]) <= step
            if not near or context.paragraph(at) != context.paragraph(first):
                break
            if not context.same_unit(at, first) or not _goes_on(context, run[-1], at):
                break
            run.append(at)
        before = [
            at for at in levels[max(0, place - _BACK) : place] if context.same_unit(at, first)
        ]
        pairs = len(run) == 2 and completes_set(f"{context.behind(at)}" for at in run)
        if len(run) > 2 or pairs:
            total = _total(context, before, run)
            if total is not None and all(context.same_unit(total, at) for at in run):
                yield total, tuple(run)


def _goes_on(context: Context, last: int, at: int) -> bool:
    """Whether a figure goes on a list over the end of a sentence, not with another matter."""
    if context.full_sentence(at) == context.full_sentence(last):
        return True
    return bool(context.figures[at].unit) or not context.figures[last].unit
