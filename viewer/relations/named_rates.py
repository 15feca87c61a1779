"""Parts whose rate is named after what they are: `办结1150件，办结率95.8%`, 城镇化率."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from viewer.model import Relation, RelationKind
from viewer.relations.context import Context
from viewer.relations.included import earlier_levels
from viewer.relations.labels import core
from viewer.relations.wording import NO_SHARE

_RATE_OF = re.compile(
    r"[^，。；0-9]{0,14}[，,（(]\s*(?P<rate>[^，。；0-9]{1,6}(?:率|进度))(?:为|是|达到?|约|近)*\s*"
)
_NEAR = 8
"""How many characters before a part may name what its rate is named after."""
_SHORTEST, _BACK = 2, 8
_URBAN = re.compile(r"城镇化(?:率|水平)|城市化率|urbani[sz]ation rate", re.IGNORECASE)
_TOWNS = re.compile(r"城镇|城市|urban", re.IGNORECASE)


def completed(context: Context) -> Iterator[Relation[int]]:
    """`收到1200件……办结1150件，办结率95.8%`: the rate is named after what it is the rate of.

    The whole is the first figure of the unit in the paragraph.
    """
    yield from _of_a_member(context)
    for part, share in pairwise(context.measures):
        if not (context.is_rate(share) and context.is_level(part) and context.is_level(share)):
            continue
        if context.figures[share].unit == "‰":
            continue  # births and deaths are counted of the mean population
        label, of = core(context.figures[share].label), core(context.figures[part].label)
        towns = _URBAN.search(label) and _TOWNS.search(of) and "人口" in of
        named = (len(of) > 1 and label == f"{of}率") or bool(towns)
        if not named and not _is_rate_of(context, part, share):
            continue
        whole = _whole_of_rate(context, part, share, of_towns=bool(towns))
        if whole is not None:
            roles = (("whole", whole), ("part", part), ("share", share))
            yield Relation(RelationKind.PART, roles)


def _of_a_member(context: Context) -> Iterator[Relation[int]]:
    """`产生4120吨，其中综合利用2884吨、贮存1236吨，综合利用率70.0%`: of a member of a list."""
    for place, share in enumerate(context.measures):
        label = core(context.figures[share].label)
        name = label.removesuffix("率")
        if name == label or len(name) < _SHORTEST or not context.is_rate(share):
            continue
        if not context.is_level(share) or context.figures[share].unit == "‰":
            continue
        here = [
            at
            for at in context.measures[max(0, place - _BACK) : place]
            if context.sentence(at) == context.sentence(share)
            and context.is_level(at)
            and not context.is_rate(at)
            and not context.is_base(at)
        ]
        names = {at: core(context.figures[at].label).removesuffix("量") for at in here[:-1]}
        called = [at for at, of in names.items() if of.endswith(name)]
        if len(called) != 1:
            continue
        wholes = [
            at
            for at in here
            if at < called[0]
            and context.same_unit(at, called[0])
            and context.values[at] >= context.values[called[0]]
        ]
        if wholes:
            roles = (("whole", wholes[0]), ("part", called[0]), ("share", share))
            yield Relation(RelationKind.PART, roles)


def _whole_of_rate(context: Context, part: int, share: int, *, of_towns: bool) -> int | None:
    """The figure that a rate is taken of: what makes it, else the first of the paragraph.

    The share of towns is that of the population that it names, or of the nearest.
    """
    size, label = context.values[part], core(context.figures[share].label)
    alike = [
        at
        for at in earlier_levels(context, part)
        if context.paragraph(at) == context.paragraph(part)
        and context.same_unit(at, part)
        and context.values[at] >= size
    ]
    making = (at for at in alike if context.makes(part, at, share))
    if not of_towns:
        return next(making, alike[-1] if alike else None)
    named = (at for at in alike if label.startswith(core(context.figures[at].label)))
    return next(making, next(named, alike[0] if alike else None))


def _is_rate_of(context: Context, part: int, share: int) -> bool:
    """Whether a rate right behind a level is named after it: 审结9,640件，结案率96.4%."""
    named = _RATE_OF.fullmatch(context.gap(part, share))
    if named is None or NO_SHARE.search(named["rate"]):
        return False
    name = named["rate"].removesuffix("率").removesuffix("进度")
    words = core(context.figures[part].label) + context.lead(part)[-_NEAR:]
    return bool(set(name) & set(words))
