"""Which figure is a part of which whole, and the share that is printed for it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from viewer.model import Relation, RelationKind, Standing
from viewer.relations.adding.clauses import clause_parts
from viewer.relations.adding.consisting import parts_told
from viewer.relations.bracketed import OR_TOLD, TAKING, has_share, shares_in_brackets
from viewer.relations.context import Context, is_size, is_whole_share
from viewer.relations.included import (
    SORTS,
    among_those,
    are_of_one_measure,
    earlier_levels,
    had,
    included,
    is_out_of,
    of_the_named,
    of_the_opener,
)
from viewer.relations.labels import (
    core,
    is_called,
    same_subject,
)
from viewer.relations.named_rates import completed
from viewer.relations.naming.of_the_count_before import of_the_count_before, shared_out
from viewer.relations.wording import AMONG, ENGLISH_SHARE_OF, SHARE_OF, TOTAL, residue

_OF_ITS_LEVEL = re.compile(
    r" of (?:its|their|the|that) (?:[a-z0-9-]+ )?(?:levels?|value|volume|figure|number)\b",
    re.IGNORECASE,
)
"""What follows a share that is one of the same size at another time: 94% of their level in 2019."""
_OF_THESE = re.compile(r"\b(?:of (?:these|those|them|which|whom)|among them)\b", re.IGNORECASE)
_MADE_OF = re.compile(
    r"\b(?:which|that|this|and) (?:puts?|brings?|makes?|gives?|means|equals|is) (?:the |a |its )?"
    r"[^.;,0-9]{0,40}$",
    re.IGNORECASE,
)
"""The words by which English takes a share of the number before it."""
_WHO_MAKE = re.compile(
    r",? (?:who|which|that) (?:(?:together|now|alone|already) )?"
    r"(?:ma[dk]e up|makes up|account\w* for|represent\w*)\b",
    re.IGNORECASE,
)
"""The words by which English says of the number before them what share it is."""
_ENGLISH_SHARE = re.compile(r"\b(?:share|proportion)\b", re.IGNORECASE)
_TOTAL_NAMED = re.compile(
    r"^\s*(?:总[数量额计]?|全部|整体|全[市县省区国州行院校司网]|合计)[^，。]{0,6}$|"
    r"\b(?:total|all|whole|overall|sum)\b",
    re.IGNORECASE,
)
"""The name of a whole that is no more than `the total`."""
_IN_WHICH = re.compile(r"(?:^|[，。；：])\s*(?:在)?([^，。；：0-9]{1,20}?)(?:当中|之中|中|里)[，,]")
"""A whole that opens a sentence: 审结的案件中, 民事案件…"""
_TOTAL_LABEL = re.compile(r"^(?:全年|年度)?总|合计|总[额量数]|\btotal\b", re.IGNORECASE)
_OF_NEXT = re.compile(
    r"\s*of (?:(?:the|its|their|our|an?|all)\s){0,2}(?:\w+ ){0,3}?(?:of )?[$£€]?|"
    r"\s*of [^.;,0-9]{2,30}, (?:which|that)\b[^.;,0-9]{0,50} (?:at|was|is|to|of) [$£€]?",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\s*(?:out )?of (?:(?:the|its|our|their|all)\s){0,2}[$£€]?", re.IGNORECASE)
_AMOUNTS_TO = re.compile(r"[，,、（(]\s*(?:合共|共有|共计|一共|共|计|达到?|为|即|约)+\s*")
_AMONG_OF = re.compile(r"[，,；;]\s*(?:其中|当中)[^，。；;0-9]{1,14}占[^，。；;0-9]{0,4}$")
_SUBJECT = re.compile(r"[，,；](?P<subject>[^，,；。0-9]{2,12})占比(?:[^，,；。]{0,4})$")
_BARE = re.compile(r"\s*[,，]\s*")
_RESTATES = re.compile(r"[，,]\s*(?:高?达到?|为|约|占比)(?:约|近)?\s*")
_FROM = re.compile(r"[由从自]\s*$|\bfrom\s*$", re.IGNORECASE)
_OF_THEN = re.compile(
    r"(?:[上去前]一?年|年初|上月|上季度?)(?:同期|末|底)?(?:的|占比?(?:为|是)?)\s*$"
)
"""The words before the share of an earlier time: 由上年的74.8%升至75.9%."""
_FROM_A_SHARE = re.compile(
    r"[由从自][^，。；0-9]{0,12}[0-9.]+[%％][^，。；0-9]{0,6}[至到为]\s*$|"
    r"(?:rose|fell|grew|increased|declined|slipped|dropped|climbed|up|down) "
    r"from [0-9.]+ ?(?:%|per ?cent)[^.;,0-9]{0,20} to $"
)
"""The words between a whole and its share now that give the share of before."""
_ENGLISH_LEAD = re.compile(r"\b(?:some|about|around|nearly|almost|over|only|just)\b|\s", re.I)
_RATES = re.compile(r"(?<=[长降涨跌升加少])[0-9.]+\s?[%％]")
"""The rates of change between a part and its share, which name nothing."""
_FAR_OFF = 0.5
"""How far, as a part of itself, a share may be off that of a whole that only stands before it."""
_FAR = 6
_LOOK_BACK = 40
_FAR_BACK = 200
_LEAST = 0.75
"""The least that a whole of some name may be of its part: one may be printed wrongly."""


def parts(context: Context) -> tuple[Relation[int], ...]:
    """The parts of a text: whole, part and share, or two of them."""
    found = _told_beside(context)
    known = {one.get("share") for one in found}
    shared = {at for one in found for role, at in one.roles if role == "part"}
    pairs = dict.fromkeys(
        (
            *included(context),
            *had(context),
            *among_those(context),
            *of_the_named(context),
            *of_the_opener(context),
            *parts_told(context),
            *of_the_count_before(context),
            *shared_out(context),
            *clause_parts(context),
        )
    )
    holding = {part: of for of, part in pairs}
    last: tuple[int, int] | None = None  # the share before, and its whole
    for share in context.measures:
        named = None if share in known else _share_base(context, share, last)
        if named is None:
            continue
        among = _among_those(context, share, named)
        whole, part = among or _whole_and_part(context, share, last, named)
        if whole is None and part is not None and context.sentence(part) == context.sentence(share):
            whole = holding.get(part)
        roles = (("whole", whole), ("part", part), ("share", share))
        present = tuple((role, at) for role, at in roles if at is not None)
        if len(present) > 1:
            found.append(Relation(RelationKind.PART, present))
            shared |= {at for at in (part,) if at is not None}
        last = None if whole is None else (share, whole)
    found += [
        Relation(RelationKind.PART, (("whole", of), ("part", part)))
        for of, part in pairs
        if part not in shared
    ]
    return tuple(_of_siblings(context, found))


def _told_beside(context: Context) -> list[Relation[int]]:
    """The parts whose share is in brackets, named after them, or behind `so many of so many`."""
    found = [*shares_in_brackets(context), *completed(context)]
    known = {(one.get("part"), one.get("share")) for one in found}
    others = _so_many_of(context)
    return [*found, *(one for one in others if (one.get("part"), one.get("share")) not in known)]


def _goes_on(context: Context, last: tuple[int, int] | None, share: int) -> bool:
    """Whether a share goes on a list of parts with nothing but a comma before it: `ferries the
    remaining 4.9 million, 8%`."""
    part = share - 1
    if last is None or part <= last[0] or not _BARE.fullmatch(context.gap(part, share)):
        return False
    listed = context.full_sentence(share) == context.full_sentence(last[0])
    shares = is_whole_share(context, share)
    sizes = context.is_level(part) and context.same_unit(part, last[1])
    return listed and shares and sizes and context.behind(share)[:1] in ("", ".", ";", "；", "。")


def _is_restated(context: Context, share: int) -> bool:
    """Whether the next figure gives a share more exactly: 占支出过半，达52.0%."""
    exact = share + 1
    if exact >= len(context.figures) or context.figures[share].surface[:1].isascii():
        return False
    near = context.sentence(exact) == context.sentence(share) and context.is_rate(exact)
    return near and _RESTATES.fullmatch(context.gap(share, exact)) is not None


def _of_siblings(context: Context, found: Sequence[Relation[int]]) -> Iterator[Relation[int]]:
    """The parts, those without a whole with the one that other shares of their paragraph make."""
    confirmed: dict[tuple[int, str], int] = {}
    for one in found:
        whole, part, share = (one.get(role) for role in ("whole", "part", "share"))
        if whole is None or part is None or share is None:
            continue
        if context.makes(part, whole, share):
            place = context.paragraph(part), context.figures[part].unit
            confirmed.setdefault(place, whole)
    for one in found:
        whole, part = one.get("whole"), one.get("part")
        if whole is None and part is not None and one.get("share") is not None:
            of = confirmed.get((context.paragraph(part), context.figures[part].unit))
            if of is not None and context.values[of] > context.values[part] and of < part:
                yield Relation(RelationKind.PART, (("whole", of), *one.roles))
                continue
        yield one


def _share_base(context: Context, share: int, last: tuple[int, int] | None) -> str | None:
    """What a printed share is taken of, by its words; None where a figure is no such share.

    `last` is the share before with its whole, which a list goes on with.
    """
    rate = context.is_rate(share) and context.is_share(share)
    if not rate or context.is_change(share):
        return None
    behind = context.after(share, 40)
    if _is_restated(context, share) or _OF_ITS_LEVEL.match(behind):
        return None
    if behind.startswith((" of them", " of whom", " of which")) and not OR_TOLD.fullmatch(
        context.lead(share)
    ):
        return None
    lead = context.before(share, 8)
    if _FROM.search(lead) or _OF_THEN.search(lead) or TOTAL.search(lead):
        return None
    named = _named_whole(context, share)
    return "" if named is None and _goes_on(context, last, share) else named


def _whole_and_part(
    context: Context, share: int, last: tuple[int, int] | None, named: str
) -> tuple[int | None, int | None]:
    """Whole and part of a share: by the words beside it, by arithmetic, then by its label."""
    whole, part = (
        _of_opener(context, share)
        or _of_these(context, share)
        or _of_next(context, share)
        or _of_the_same(context, share, last, named)
    )
    if part is None:
        whole, part = _made(context, share, named) or (None, None)
    if part is None:
        part = _part(context, share) or _behind(context, share)
        if part is None and not _opens_for_another(context, share):
            part = _of_that_label(context, share)
        whole = _whole(context, share, part, named)
        if whole is None and last is not None and part is not None:
            whole = _whole_before(context, last, share, part)
    return whole, part


def _among_those(context: Context, share: int, named: str) -> tuple[int, None] | None:
    """`452人，占6.6%，其中备考的占七成`, `车长1.5万人……女车长占车长的6.8%`: the share of those
    counted before it, of which no number is printed."""
    for at in () if _behind(context, share) else range(share - 1, max(-1, share - _FAR), -1):
        if context.sentence(at) != context.sentence(share):
            return None
        sized = context.figures[at].is_metric and context.is_level(at) and not context.is_rate(at)
        if not sized or context.is_parenthetical(at, share):
            continue
        if context.figures[at].unit in SORTS:
            return None
        if context.is_base(at):
            continue
        label = core(context.figures[at].label)
        own = len(label) > 1 and not label.isascii() and core(named) == label
        opened = _AMONG_OF.search(context.between(at, share)) is not None
        return (at, None) if own or opened else None
    return None


def _of_opener(context: Context, share: int) -> tuple[int, int] | None:
    """`专任教师中，女教师2.09万人，占71%`: the whole is the size of the name that opens it."""
    part = _part(context, share)
    found = None if part is None else _IN_WHICH.search(context.before(part, _LOOK_BACK))
    if part is None or found is None:
        return None
    name = core(found[1])
    called = (
        at
        for at in earlier_levels(context, part)
        if context.same_unit(at, part)
        and core(context.figures[at].label) == name
        and context.values[at] >= context.values[part]
    )
    whole = next(called, None) if len(name) > 1 else None
    return None if whole is None else (whole, part)


def _of_the_same(
    context: Context, share: int, last: tuple[int, int] | None, named: str
) -> tuple[int | None, int | None]:
    """The whole of the share before, for a share of a list that names no whole of its own."""
    if last is None or named:
        return None, None
    part = _part(context, share)
    whole = None if part is None else _whole_before(context, last, share, part)
    if part is None or whole is None or context.values[part] > context.values[whole]:
        return None, None
    if not context.makes(part, whole, share):
        return _made(context, share) or (whole, part)
    return whole, part


def _of_next(context: Context, share: int) -> tuple[int, int] | None:
    """`12,480, or 51.2% of the total of 24,375`: the part before a share, its whole behind it."""
    whole, part = share + 1, share - 1
    while part > max(0, share - 3) and (
        context.is_parenthetical(part, share) or context.is_base(part)
    ):
        part -= 1
    if part < 0 or whole >= len(context.figures) or not context.same_unit(whole, part):
        return None
    near = context.sentence(part) == context.sentence(whole)
    levels = context.is_level(part) and context.is_level(whole) and not context.is_rate(part)
    if not (near and levels) or not _OF_NEXT.fullmatch(context.gap(share, whole)):
        return None
    fits = context.values[part] <= context.values[whole] or context.makes(part, whole, share)
    return (whole, part) if fits else None


def _of_these(context: Context, share: int) -> tuple[int, int] | None:
    """`1.2 million cars; of these, 300,000, or 25%`: whole and part by the words between them."""
    part = share - 1
    if part < 1 or not context.is_level(part) or context.is_rate(part):
        return None
    if not OR_TOLD.fullmatch(context.gap(part, share)):
        return None
    for whole in reversed(context.measures[: bisect_left(context.measures, part)][-_FAR:]):
        if not is_size(context, whole):
            continue
        units = context.figures[whole].unit, context.figures[part].unit
        near = context.sentence(part) - context.sentence(whole) <= 1
        alike = units[1] in ("", units[0]) and context.values[whole] > context.values[part]
        if near and alike and _OF_THESE.search(context.between(whole, part)):
            return whole, part
        return None
    return None


def _so_many_of(context: Context) -> Iterator[Relation[int]]:
    """`212 of 220 ships on time (96%)`: a part, its whole and the share behind it."""
    for part, whole in pairwise(context.measures):
        share = whole + 1
        if share >= len(context.figures) or not context.is_rate(share):
            continue
        near = context.sentence(part) == context.sentence(share)
        levels = context.is_level(part) and context.is_level(whole) and context.is_level(share)
        if not (near and levels) or _OUT_OF.fullmatch(context.gap(part, whole)) is None:
            continue
        if context.same_unit(part, whole) and context.makes(part, whole, share):
            yield Relation(RelationKind.PART, (("whole", whole), ("part", part), ("share", share)))


def _behind(context: Context, share: int) -> int | None:
    """The part that a share is told before: `占全部案件的四成，共1.2万宗`."""
    part = share + 1
    if part >= len(context.figures):
        return None
    ratio = context.figures[share].label.endswith("比例")
    if not ratio and not SHARE_OF.search(context.before(share)):
        return None
    level = context.is_level(part) and not context.is_rate(part) and context.figures[part].is_metric
    return part if level and _AMOUNTS_TO.fullmatch(context.gap(share, part)) else None


def _opens_for_another(context: Context, share: int) -> bool:
    """Whether a share is the subject of its sentence: `Some 38% of the beans carry a label`."""
    opens = not _ENGLISH_LEAD.sub("", context.before(share))
    return opens and context.behind(share).startswith(" of ")


def _of_that_label(context: Context, share: int) -> int | None:
    """The nearest earlier level whose label is that of the share."""
    label = core(context.figures[share].label)
    if not label:
        return None
    levels = [
        at
        for at in earlier_levels(context, share)
        if core(context.figures[at].label) and context.figures[at].standing is Standing.FACT
    ]
    equal = (
        at
        for at in levels
        if core(context.figures[at].label) == label and not _of_another_measure(context, at, share)
    )
    near = (
        at
        for at in levels
        if len(label) > 1
        and context.sentence(at) == context.sentence(share)
        and core(context.figures[at].label).startswith(label)
    )
    return next(equal, next(near, None))


def _of_another_measure(context: Context, part: int, share: int) -> bool:
    """Whether the sentence of a share measures something else than a part told in an earlier
    paragraph: of 930万人次 the 书屋 have 41.5 %, which says nothing of how many 书屋 there are."""
    if context.paragraph(part) == context.paragraph(share):
        return False
    sentence = context.sentence(share)
    here = [at for at in earlier_levels(context, share) if context.sentence(at) == sentence]
    return bool(here) and not any(context.same_unit(at, part) for at in here)


def _whole_before(context: Context, last: tuple[int, int], share: int, part: int) -> int | None:
    """The whole of the share before, where both stand in one list."""
    before, whole = last
    near = context.sentence(share) - context.sentence(before) <= 1
    alike = context.same_unit(whole, part)
    return whole if near and alike and whole != part else None


def _made(context: Context, share: int, named: str = "") -> tuple[int, int] | None:
    """Whole and part that make the printed share, where the labels of share and part agree.

    Of equal wholes it is the one that the words name.
    """
    label = context.figures[share].label
    levels = list(earlier_levels(context, share))
    beside = share - 1
    taking = beside in levels and TAKING.fullmatch(context.gap(beside, share)) is not None
    for part in [beside] if taking else levels:
        if context.is_parenthetical(part, share):
            continue
        named_so = same_subject(context.figures[part].label, label)
        near = context.sentence(part) == context.sentence(share)
        if not named_so and (not near or _has_another_subject(context, part, share)):
            continue
        for whole in sorted(levels, key=lambda at: context.is_row(at) > context.is_row(share)):
            alike = context.same_unit(whole, part)
            if whole != part and alike and context.makes(part, whole, share):
                return _so_called(context, levels, whole, named), part
    return None


def _has_another_subject(context: Context, part: int, share: int) -> bool:
    """Whether the clause of a share names something else than the part.

    `缺口3.7亿元，工业投资占比不足三成`.
    """
    clause = _SUBJECT.search(context.between(part, share))
    return clause is not None and bool(residue(clause["subject"]))


def _so_called(context: Context, levels: Sequence[int], whole: int, named: str) -> int:
    """The level of the same value whose label the words name, else the whole itself."""
    value, figures = context.values[whole], context.figures
    equal = (at for at in levels if context.values[at] == value and context.same_unit(at, whole))
    return next((at for at in equal if named and same_subject(figures[at].label, named)), whole)


def _named_whole(context: Context, share: int) -> str | None:
    """The whole that the words before or behind a share name; empty where they name none."""
    lead = _FROM_A_SHARE.sub("", context.before(share, 60))
    if share and _is_restated(context, share - 1):
        lead = context.before(share - 1)
    found = SHARE_OF.search(lead)
    if found is not None:
        return found.group("whole")
    behind = context.behind(share)
    if ENGLISH_SHARE_OF.search(lead) or behind.lstrip().startswith("of "):
        return behind.lstrip(" .").removeprefix("of ").split(",")[0][:40]
    label = context.figures[share].label
    english = _ENGLISH_SHARE.search(label) or _MADE_OF.search(lead)
    if label.endswith("比例") and _behind(context, share) is not None:
        return ""
    return "" if english or label.endswith(("占比", "比重", "占")) else None


def _part(context: Context, share: int) -> int | None:
    """The nearest figure before a share that is no rate and whose subject has not changed."""
    for at in range(share - 1, max(-1, share - _FAR), -1):
        if context.sentence(at) != context.sentence(share):
            return None
        one = context.figures[at]
        if not one.is_metric or one.value is None or context.is_parenthetical(at, share):
            continue
        if context.is_rate(at) or not context.is_level(at) or one.unit in SORTS:
            continue
        if context.is_base(at):  # of another time
            continue
        words = context.between(at, share)
        if one.standing is not Standing.FACT and " and " in words:
            return None
        if _MADE_OF.search(words) or _WHO_MAKE.match(words):
            return at
        cut = words.find("占")
        subject = residue(_RATES.sub("", words[:cut] if cut >= 0 else words))
        return at if not subject or same_subject(one.label, context.figures[share].label) else None
    return None


def _whole(context: Context, share: int, part: int | None, named: str) -> int | None:
    """The whole: what makes the printed share of the part, else what the words name."""
    earlier = [at for at in earlier_levels(context, share) if at != part]
    fitting = [at for at in earlier if part is None or context.same_unit(at, part)]
    if part is not None:
        making = [at for at in fitting if context.makes(part, at, share)]
        making.sort(key=lambda at: context.is_row(at) > context.is_row(part))
        called = (at for at in making if named and core(context.figures[at].label) == core(named))
        whole = next(called, _far_called(context, part, share, named))
        if whole is not None or making:
            return making[0] if whole is None else whole
    if named:
        for at in fitting:
            large = part is None or context.values[at] > _LEAST * context.values[part]
            if large and is_called(context.figures[at].label, named, alone=part is None):
                return at
    if part is None:
        return None
    larger = [
        at
        for at in fitting
        if context.values[at] > context.values[part]
        and are_of_one_measure(context, at, part)
        and (named or not has_share(context, at))
        and not _is_beside(context, at, part)
    ]
    found = _named_before(context, larger, part, named)
    if found is None and part - 1 in fitting and is_out_of(context, part - 1, part):
        found = part - 1  # 96个断面里，优良的89个: whichever is larger as it is printed
    if found is not None:
        return found
    larger = [at for at in larger if context.misses(part, at, share) < _FAR_OFF]
    return next(
        (
            at
            for at in larger
            if _opens(context, at, part) or (not named and _leads(context, at, part))
        ),
        _total_after(context, larger, part, share),
    )


def _far_called(context: Context, part: int, share: int, named: str) -> int | None:
    """The size of just the name that makes a share, however far before its part."""
    name = core(named)
    if len(name) < 2:
        return None
    place = bisect_left(context.measures, part)
    return next(
        (
            at
            for at in reversed(context.measures[max(0, place - _FAR_BACK) : place])
            if context.is_level(at)
            and core(context.figures[at].label) == name
            and context.same_unit(at, part)
            and context.makes(part, at, share)
        ),
        None,
    )


def _total_after(context: Context, larger: Sequence[int], part: int, share: int) -> int | None:
    """A total between a part and its share: 加上非票收入3亿元，总收入13亿元，非票收入占比23%."""
    after = (at for at in larger if part < at < share)
    named = (at for at in after if _TOTAL_LABEL.search(context.figures[at].label))
    return next(
        (at for at in named if context.full_sentence(at) == context.full_sentence(share)), None
    )


def _named_before(context: Context, larger: Sequence[int], part: int, named: str) -> int | None:
    """The whole that `of the total` or the words that open the sentence of a part mean."""
    if _TOTAL_NAMED.search(named):
        near = [at for at in larger if context.paragraph(at) == context.paragraph(part)]
        near = near or [at for at in larger if context.paragraph(part) - context.paragraph(at) <= 2]
        return max(near, key=context.values.__getitem__, default=None)
    found = _IN_WHICH.search(context.before(part, _LOOK_BACK * 2))
    if found is None:
        return None
    name = core(found[1].split("的")[0])
    alike = (at for at in larger if len(name) > 1 and same_subject(context.figures[at].label, name))
    return next(alike, None)


def _is_beside(context: Context, at: int, part: int) -> bool:
    """Whether a size stands beside a part, of one whole: `70 at the port and 40 in the town`."""
    here = context.sentence(at) == context.sentence(part) and at < part
    between = context.between(at, part) if here else ""
    return " and " in between and not AMONG.search(between)


def _leads(context: Context, whole: int, part: int) -> bool:
    """Whether a figure is the first level of the sentence of a part."""
    return context.sentence(whole) == context.sentence(part) and all(
        context.sentence(at) != context.sentence(part) or not context.is_level(at)
        for at in context.measures[
            max(0, bisect_left(context.measures, whole) - _FAR) : bisect_left(
                context.measures, whole
            )
        ]
    )


def _opens(context: Context, whole: int, part: int) -> bool:
    """Whether the paragraph of a part opens with that figure, or 其中 stands between them."""
    if context.paragraph(whole) != context.paragraph(part):
        return False
    between = context.text[context.figures[whole].span.end : context.figures[part].span.start]
    first = context.openers[context.paragraph(part)]
    return first == whole or AMONG.search(between) is not None
