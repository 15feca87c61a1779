"""Which level a change leads to, and from which base."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from viewer.model import Basis, Kind, Relation, RelationKind, Standing
from viewer.relations.aiming.passed import past_the_aim
from viewer.relations.bases import bases_of_their_own, basis_of_base
from viewer.relations.beside import is_of_another
from viewer.relations.comparing.by_name import level_by_name
from viewer.relations.comparing.by_place import changes_by_place
from viewer.relations.context import Context, is_part_in_words
from viewer.relations.earlier_forecasts import earlier_forecasts
from viewer.relations.labels import likeness
from viewer.relations.levels import OR_TOLD, came_before, leads_over, level_before, level_of
from viewer.relations.multiples import multiples
from viewer.relations.respective import respective
from viewer.relations.then_and_now import (
    corresponding,
    holds_earlier_value,
    is_after,
    is_bracketed,
    is_near,
    results_compared,
    same_measure,
    then_and_now,
)
from viewer.relations.topics import carried_level, fits_unit
from viewer.relations.wording import (
    AIM,
    AIM_BEHIND,
    AIMED,
    CONSTANT_MEASURES,
    CONSTANT_PRICES,
    EARLIER,
    ENGLISH_EARLIER,
    HELD_AGAINST,
    basis_of,
    named,
)

_ESTIMATED = re.compile(
    r"预[期测估]|初值|修正|estimate|forecast|expect|consensus|preliminary|initial", re.IGNORECASE
)
"""The words for a base that is no earlier value: what was expected, or printed first."""
_OWN_BASE = re.compile(r"\s*(?:higher|lower|more|less|above|below|up|down)\b", re.IGNORECASE)
_FROM = re.compile(r"(?:由|从|從|自)[^，。；]{0,24}$")
_MOVED = re.compile(
    r"(?:[增减升降涨跌提扩缩压缩短减少回下上调拉激猛锐攀][\u4e00-\u9fff]{0,3})?(?:至|到|为|"
    r"為)(?:了)?[^，。；0-9]{0,14}$"
)
_EARLIER = re.compile(
    r"(?:上年|去年|上年同期|去年同期|上月|上季|上一?季度?|前值|上期|同期|此前|原来|修正前|初值|"
    r"年初|上年末)"
    r"(?:同期|末|底|的|是|为|為|数|值|水平|约|占比?|比重|[：:（(\s])*(?:增长|下降|上涨|下跌)?$|"
    r"(?:[高低好差多少大小]于|超过|不及|比(?![重例率值])|较|較)[^，。；0-9]{0,14}(?:的|為|"
    r"为)\s*[（(]?$|"
    r"[比较](?:[上去前]一?年|[上前]一?个?[月季期周]|年初)[^，。；0-9]{0,10}$"
)
_THAN = re.compile(
    r"\s*(?:(?:more|fewer|less|higher|lower|above|below|up|down)?,? ?"
    r"(?:than|from|on|compared with)|above|below|over|under|short of|up on|down on) "
    r"(?:the |its |a )?(?:(?:last|previous|prior|preceding) (?:year|quarter|month|period|season)"
    r"(?:['’]s)? )?[$£€]?",
    re.IGNORECASE,
)
_REVISED_FROM = re.compile(
    r"[由从自][^，。；0-9]{0,12}$|\brevised (?:up |down )?from [$£€]?$", re.I
)
_REVISED = re.compile(r"\s*(?:修订|修正|上修|下修|调整|上调|下调|更正)")
_ONLY_EARLIER = re.compile(
    r"\s*[，,；;。（(]\s*(?:而)?(?:上年|去年|上年同期|去年同期|上月|上季度?|前值|上期|上一?季度?)"
    r"(?:同期)?(?:的|是|为|為|数|值|约|[：:\s])*"
)
_ENGLISH_EARLIER = re.compile(
    r"\bfrom\b(?:(?! and )[^.;,0-9(]){0,40}$|"
    r"\b(?:double|twice|triple|treble|half) (?:the|its) (?:previous|prior|last) \w+(?:['’]s)? "
    r"(?:of )?[$£€]?$|"
    r"\b(?:compare[sd]? (?:to|with)|versus|vs\.?|against|instead of|rather than|"
    r"than(?! \w+(?:ed|bled)\b))\b[^.;0-9]{0,40}$|"
    r"[,;(] ?(?:the )?(?:previous|prior|last) (?:year|quarter|month|period|"
    r"week):? (?:was )?[$£€]?$|"
    r"\b(?:where|when|while|and|but|though) (?:it|they) (?:used to be|(?:was|were) once|"
    r"had (?:been|come to|stood at|amounted to)) [$£€]?$",
    re.I,
)
_ENDED = re.compile(r"\b(?:than|from)\b[^,.;]{0,30}\b(?:earlier|ago|before|last year), [a-z ]*$")
"""A comparison that ends before the figure behind it: `higher sales than a year ago, 34%`."""
_ENGLISH_FROM = re.compile(r"\bfrom (?:about |an? |the )?(?:\w+ )?$", re.I)
_ENGLISH_TO = re.compile(r"^[^.;]{0,40}\bto (?:about |an? |the )?(?:\w+ )?$", re.I)
_OFF_A_MARK = re.compile(
    r" (?:below|above|under|over|short of|off) (?:the|its|their|a) (?:[a-z-]+ ){0,3}"
    r"(?:of|at) [$£€]?",
    re.IGNORECASE,
)
_LEAVES_IT = re.compile(
    r",? (?:(?:which|and|but) )?(?:this |that |thus |still )?"
    r"(?:(?:leav(?:es?|ing)|left|puts?|putting|brings?|bringing) (?:it|them|the [a-z]+)|"
    r"(?:remain(?:s|ed|ing)?|is|was|stands?|stood)|(?:still|some|about)) (?:some |about )?[$£€]?",
    re.IGNORECASE,
)
"""The words between a level and how far it is from a mark: `, which leaves it`."""
_LIMIT = re.compile(r"(?:规定|标准|要求|红线|警戒线?|上限|下限|底线|法定)[^，。；0-9]{0,4}$")
"""The words before a limit that a level is held against, which is no earlier value of it."""
_OF_EARLIER = re.compile(rf"[比较]{EARLIER}的?\s*$")
_ANEW = re.compile(r"[比较](?:[上去前]|年初|[0-9])|\b(?:from|than|on)\b", re.IGNORECASE)
"""The words after a base that measure its own change from an earlier time still."""
_CLAUSE_END = re.compile(r"[、，,；;。]|\band\b")
_PREVIOUS = re.compile(r"[比较](?:第?[一二三四1-4]季|[0-9]{1,2}月)")
_AGAINST_A_YEAR = re.compile(
    r" (?:below|above|under|over|lower than|higher than|up on|down on) (?:its |the |their )?"
    r"(?:[a-z]+ )?(?:levels?|peak|figure|high|low) (?:of|in|reached in|recorded in) "
    r"(?:[A-Z][a-z]+ )?(?:19|20)[0-9]{2}\b",
    re.IGNORECASE,
)
"""What follows a change from a level of which only the year is printed."""
_FROM_BEHIND = re.compile(
    r",? from (?:(?:the|its|their) (?:previous|prior|last|preceding) [a-z]+(?:['’]s)? )?[$£€]?|"
    r"[，,][由从]",
    re.IGNORECASE,
)
_AND_FROM = re.compile(
    r"(?: (?:in|at|for|on) [^.;0-9]{1,40}| a (?:month|quarter) (?:ago|earlier|before)),? and "
    r"(?:from )?[$£€]?",
    re.IGNORECASE,
)
_EARLIER_STILL = re.compile(rf" {ENGLISH_EARLIER}\b", re.IGNORECASE)
_OF_ITS_OWN = re.compile(r"\b(?:and|while|but) (?:that|those|the|its|for)\b")
"""The words that open another matter between a figure and a change, which did not start from it."""
_LED_FROM = re.compile(
    r"(?: (?:in|over|during|within) [a-z ]{3,40})?"
    r"\s*[，,(（]?\s*(?:由|从|自|from)[^，,。；;.0-9]{0,24}[$£€]?\s*",
    re.IGNORECASE,
)
_OR_SO_MANY = re.compile(
    r"(?: of [a-z ]{1,40})?,? (?:or|\(|that is,?) ?(?:about |some )?[$£€]?|"
    r"[，,]?[（(,，]?(?:即|共|约)+",
    re.IGNORECASE,
)
_PER = re.compile(r" (?:per|an?|each) [a-z]", re.IGNORECASE)
_TO_THE_AIM = re.compile(
    r"\)? ?(?:above|below|over|under|short of|(?:more|less|higher|lower) than) "
    r"(?:the |its |their |a )?[^.;,0-9]{0,40}\bof [$£€]?",
    re.IGNORECASE,
)
_HAD_BEEN = re.compile(
    r",? (?:which|that) (?:had (?:been|stood at|come to)|was|stood at) "
    r"(?:about |only |just )?-?[$£€]?$"
)
"""The words before an earlier value that its level follows: `which had been 3.8, improved to`."""
_UP_FROM = re.compile(r"\b(?:up|down) from [$£€]?$", re.IGNORECASE)
_THIS_TIME = re.compile(rf" (?:{named('en', 'relation.now')})\b", re.IGNORECASE)
_AND_OUT_OF = re.compile(r",? and from (?:the )?[a-z]+")
"""What opens where more of it came from: `from tickets 4.2 and from shops 1.6`."""
_LESS_THAN = re.compile(r"[a-z] (?:less|more|fewer) than [$£€]?$")
"""The words of a bound, which hold nothing against what stands before it."""
_LOOK_BACK = 16
_ALIKE = 0.34
"""The least likeness of two labels for one to name what the other does."""


def changes(context: Context) -> tuple[Relation[int], ...]:
    """The changes of a text: level with change, level with base, or all three."""
    pairs = tuple(dict.fromkeys(_bases(context)))
    pairs = (*pairs, *_further_bases(context, pairs))
    pairs = (*pairs, *_apposed_pairs(context, pairs))
    based: dict[int, list[int]] = {}
    for led, of in pairs:
        based.setdefault(led, []).append(of)
    reached = {base: level for level, base in reversed(pairs)}
    levels = _levels(context, reached)
    found: list[Relation[int]] = []
    for reached_level, base in _from_base_alone(context, levels, pairs):
        based.setdefault(reached_level, [base])
        levels |= {change: reached_level for change, at in levels.items() if at == base}
    used: set[int] = set()
    off = (*_off_a_mark(context), *past_the_aim(context))
    marked = {change: (level, base, change) for level, base, change in off}
    found += [_relation(context, one, Basis.OTHER) for one in marked.values()]
    for change, level in levels.items():
        if level in marked.get(change, ())[:2]:
            continue
        basis = _basis(context, level, change)
        start = _base_of(context, level, change, based.get(level, ()), basis)
        used |= {start} if start is not None else set()
        found.append(_relation(context, (level, start, change), basis))
    found += [
        _relation(context, (led, of, None), _basis(context, led, None))
        for led, of in pairs
        if of not in used
    ]
    found += _beyond_aim(context, levels)
    told = tuple(multiples(context))
    known = {(level, base) for level, base, _ in told}
    found = [one for one in found if (one.get("level"), one.get("base")) not in known]
    found += [
        _relation(context, members, _basis(context, members[0], members[2])) for members in told
    ]
    return tuple(found)


def _further_bases(context: Context, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The base of a second time behind a first: `from 3.4% in December and 4.6% a year earlier`."""
    bases = {base: level for level, base in pairs}
    levels = {level for level, _ in pairs}
    for base, level in bases.items():
        other = base + 1
        if level > base or other >= len(context.figures) or other in bases or other in levels:
            continue
        if context.sentence(base) != context.sentence(other) or not same_measure(
            context, level, other
        ):
            continue
        if _AND_FROM.fullmatch(context.gap(base, other)) and _EARLIER_STILL.match(
            context.after(other)
        ):
            yield level, other


def _apposed_pairs(context: Context, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What level and base are told once more as: `£96m, or 48p a share, against £84m, or 42p`."""
    known = {at for pair in pairs for at in pair}
    for level, base in pairs:
        told = level + 1, base + 1
        if max(told) >= len(context.figures) or not known.isdisjoint(told) or told[0] == base:
            continue
        joined = zip((level, base), told, strict=True)
        apposed = all(
            context.sentence(at) == context.sentence(again)
            and OR_TOLD.fullmatch(context.gap(at, again))
            for at, again in joined
        )
        if apposed and same_measure(context, *told):
            yield told


def _beyond_aim(context: Context, levels: Mapping[int, int]) -> Iterator[Relation[int]]:
    """`net costs of 84, 3 (3.7%) above the budget of 81`: by how much a level missed its aim."""
    for change, base in pairwise(context.measures):
        if change in levels or not context.is_change(change) or not is_of_another(context, change):
            continue
        level = level_before(context, change)
        sized = context.is_level(base) or (context.is_rate(base) and not context.is_points(base))
        if level is None or not sized or not context.same_unit(level, base):
            continue
        here = context.sentence(base) == context.sentence(change)
        if not here or not _TO_THE_AIM.fullmatch(context.gap(change, base)):
            continue
        for at in (change, change - 1):
            free = at > level and at not in levels and context.is_change(at)
            if free and is_of_another(context, at):
                yield _relation(context, (level, base, at), Basis.OTHER)


def _off_a_mark(context: Context) -> Iterator[tuple[int, int, int]]:
    """`cut to 4.25%, which leaves it 1 point below the peak of 5.25%`: level, mark and distance."""
    for change, base in pairwise(context.measures):
        if not context.is_change(change):
            continue
        here = context.sentence(base) == context.sentence(change)
        if not here or not _OFF_A_MARK.fullmatch(context.gap(change, base)):
            continue
        level = change - 1
        near = level >= 0 and context.sentence(level) == context.sentence(change)
        sized = near and context.is_level(level) and context.same_unit(level, base)
        if sized and _LEAVES_IT.fullmatch(context.gap(level, change)):
            yield level, base, change


def _levels(context: Context, reached: Mapping[int, int]) -> dict[int, int]:
    """The level of each change that has one; those of earlier changes help to find the next."""
    levels = {**dict(respective(context)), **dict(changes_by_place(context))}
    for at in context.measures:
        if at in levels:
            continue
        level = level_of(context, at)
        if level is None:
            level = _led_from(context, at, reached)
        own = context.is_change(at) and not came_before(context.lead(at))
        if level is None and own and not is_of_another(context, at):
            level = carried_level(context, at, levels, reached)
            level = level_by_name(context, at) if level is None else level
        if level is not None:
            levels[at] = reached[level] if _is_compared(context, reached, level, at) else level
    return levels


def _base_of(
    context: Context, level: int, change: int, bases: Sequence[int], basis: Basis
) -> int | None:
    """The base that a change is measured from: of the same time where several are printed."""
    if _AGAINST_A_YEAR.match(context.after(change, 60)):
        return None  # `and 43% below the level of 2015`: of which no number is printed
    if not bases and level > change:
        before = level_before(context, change)
        joined = before is not None and _OF_ITS_OWN.search(context.between(before, change))
        other = before is None or not context.same_unit(before, level)
        bases = () if before is None or other or joined else (before,)
    if not bases:
        bases = tuple(_beside_its_change(context, level, change))
    fitting = [
        base
        for base in bases
        if base not in (change, level)
        and not _incomparable(context, level, base, change)
        and {basis, basis_of_base(context, base)} != {Basis.YEAR, Basis.PREVIOUS}
    ]
    holding = (base for base in fitting if len(fitting) > 1 and context.leads(base, level, change))
    return next(holding, fitting[0] if fitting else None)


def _beside_its_change(context: Context, level: int, change: int) -> Iterator[int]:
    """The aim right before a change, or what a change right behind its own words came from.

    `支出18万元，比预算21万元节约3万元`, `those to the north shrank by 9%, from $6.4 billion`.
    """
    aim, then = change - 1, change + 1
    aimed = aim > level and context.is_level(aim) and context.is_led_by_aim(aim)
    if aimed and context.same_unit(aim, level) and is_near(context, aim, level):
        yield aim
    if then < len(context.figures) and context.sentence(level) != context.sentence(change):
        here = context.sentence(then) == context.sentence(change)
        led = here and _FROM_BEHIND.fullmatch(context.gap(change, then))
        if led and context.is_level(then) and context.same_unit(then, level):
            yield then


def _from_base_alone(
    context: Context, levels: Mapping[int, int], pairs: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """(level, base) where a sentence prints the base only: 全年受理量比上年的1000件增长15%.

    The level is the figure before it in the paragraph whose label is most like that of the base.
    """
    known = {at for pair in pairs for at in pair}
    for change, base in levels.items():
        if base > change or base in known or not _OF_EARLIER.search(context.before(base, 20)):
            continue
        best: tuple[float, int] | None = None
        for at in range(max(0, base - _LOOK_BACK), base):
            one, other = context.figures[at], context.figures[base]
            if not context.same_unit(at, base) or not context.is_level(at) or one.value is None:
                continue
            if context.paragraph(at) == context.paragraph(base):
                alike = likeness(one.label, other.label)
                best = max(best or (_ALIKE, at), (alike, at), key=lambda pair: pair[0])
        if best is not None and best[0] > _ALIKE:
            yield best[1], base


def _is_compared(context: Context, reached: Mapping[int, int], base: int, change: int) -> bool:
    """Whether a figure beside a change is its base: 756个，比上年的700个增加56个."""
    level = reached.get(base)
    if level is None or level > base:
        return False
    if context.sentence(level) == context.sentence(change):
        return True
    return not _ANEW.search(context.between(base, change))


def _led_from(context: Context, change: int, reached: Mapping[int, int]) -> int | None:
    """The level where the base right behind a change leads: `cut by a fifth, from 20 to 16`."""
    if not context.is_change(change):
        return None
    base = next((at for at in (change + 1, change + 2) if at in reached), None)
    level = None if base is None else reached[base]
    if base is None or level is None or level < change:
        return None
    led = _LED_FROM.fullmatch(_without_dates(context, change, base)) is not None
    return level if led and fits_unit(context, level, change) else None


def _incomparable(context: Context, level: int, base: int, change: int) -> bool:
    """Whether a change is not the difference of level and base."""
    if context.is_rate(change) and context.is_rate(level):
        return True
    before = change < level < base and is_after(context, context.gap(level, base), base)
    if before and not context.leads(base, level, change):
        return True  # `rose 5.4% to 8.91 million, after 9.84 million in the third`
    return level < base and _ESTIMATED.search(context.between(level, base)) is not None


def _bases(context: Context) -> Iterator[tuple[int, int]]:
    """Pairs (level, base): from A to B, B against an earlier A, and lists that correspond."""
    listed = {base: level for level, base in (*corresponding(context), *earlier_forecasts(context))}
    yield from ((level, base) for base, level in listed.items())
    yield from results_compared(context)
    yield from then_and_now(context)
    direct = tuple(pair for pair in _direct(context) if pair[1] not in listed)
    own = tuple(bases_of_their_own(context, {base for _, base in direct}))
    yield from own
    bases = {base for _, base in own}
    yield from (pair for pair in direct if not bases & set(pair))


def _direct(context: Context) -> Iterator[tuple[int, int]]:
    """Pairs whose words stand between them or right behind the base."""
    taken: set[int] = set()
    for neighbour, after in zip(context.measures, context.measures[1:], strict=False):
        led = _behind_its_change(context, neighbour, after)
        if led is not None and after not in taken and not taken.intersection(led):
            taken.add(after)
            yield led
            continue
        before = _of_that_size(context, neighbour, after)
        before = _past_aim(context, _past_apposition(context, before, after), after)
        if before in taken:
            continue
        pair = _behind_its_change(context, before, after) or _neighbours(context, before, after)
        if pair is not None:
            taken.add(after)
            yield pair


def _of_that_size(context: Context, before: int, after: int) -> int:
    """The figure that an elided noun goes on with: `300 people in nine towns, up from 268`."""
    if after not in context.without_noun or is_near(context, before, after):
        return before
    earlier = (
        at
        for at in range(before - 1, max(-1, before - 3), -1)
        if context.sentence(at) == context.sentence(after)
    )
    alike = (at for at in earlier if context.same_unit(at, after) and context.is_level(at))
    return next((at for at in alike if is_near(context, at, after)), before)


def _past_aim(context: Context, at: int, after: int) -> int:
    """The level before an aim that it is held to: 3.9%，好于4.5%的控制目标，但高于上年的3.4%."""
    aimed = at in context.aims or AIMED.match(context.behind(at)) is not None
    level = at - 1
    if not aimed or level < 0 or context.figures[after].standing is not Standing.FACT:
        return at
    here = context.sentence(level) == context.sentence(after)
    sized = here and context.is_level(level) and level not in context.aims
    return level if sized and context.same_unit(level, after) else at


def _past_apposition(context: Context, at: int, after: int) -> int:
    """The level that a figure per unit repeats: `a profit of 9.1 million, or 0.3 per share`.

    Before a rate it is the share that a size repeats: `38% of sales, or £184m, against 35%`.
    """
    if not at or context.sentence(at - 1) != context.sentence(at):
        return at
    apposed = OR_TOLD.fullmatch(context.gap(at - 1, at)) and _PER.match(context.after(at))
    if context.is_rate(after) and not context.is_rate(at) and context.is_rate(at - 1):
        apposed = _OR_SO_MANY.fullmatch(context.gap(at - 1, at))
    return at - 1 if apposed and context.is_level(at - 1) else at


def _behind_its_change(context: Context, change: int, base: int) -> tuple[int, int] | None:
    """The level of a change with the base right behind the change: `160 fewer than the 3,400`."""
    if not context.is_change(change):
        return None
    if change and base == change + 1 and leads_over(context, change - 1, change):
        return base, change - 1
    gap = context.gap(change, base)
    than = context.sentence(change) == context.sentence(base) and _THAN.fullmatch(gap)
    if not than and not _ONLY_EARLIER.fullmatch(gap):
        return None
    level = level_of(context, change)
    return (level, base) if level is not None and same_measure(context, level, base) else None


def _neighbours(context: Context, before: int, after: int) -> tuple[int, int] | None:
    """Level and base of two figures side by side, by the words between them."""
    near = context.sentence(before) == context.sentence(after)
    if near and is_bracketed(context, before, after):
        return before, after
    if not near or not _comparable(context, before, after):
        return None
    gap = _without_dates(context, before, after)
    if _moves(context, before, gap):
        return after, before
    if context.is_change(after) and _OWN_BASE.match(context.behind(after)):
        return None
    if _is_revised(context, gap, after) or holds_earlier_value(context, before, after):
        return before, after
    earlier = _EARLIER.search(gap) or _ENGLISH_EARLIER.search(gap) or is_after(context, gap, after)
    earlier = bool(earlier) and not _ENDED.search(gap)
    apart = (
        _LIMIT.search(gap)
        or HELD_AGAINST.search(gap)
        or AIM.search(gap)
        or AIMED.match(context.behind(after))
        or AIM_BEHIND.match(context.behind(after))
        or (context.is_change(before) and " and " in gap)
        or _AND_OUT_OF.match(gap)
        or (_LESS_THAN.search(gap) and not _EARLIER_STILL.match(context.after(after)))
    )
    return (before, after) if earlier and not apart else None


def _comparable(context: Context, before: int, after: int) -> bool:
    """Whether a figure may be the base of the one before it, or that its base, by what they are."""
    if not same_measure(context, before, after):
        return False
    if is_part_in_words(context, after) and not is_part_in_words(context, before):
        return False
    aimed = context.figures[before].standing is not Standing.FACT
    compared = _UP_FROM.search(context.lead(after)) is not None
    return not (aimed and not compared and _THIS_TIME.match(context.after(after)))


def _is_revised(context: Context, gap: str, after: int) -> bool:
    """Whether a figure is what another was before it was revised: 由此前公布的202.9亿元修订."""
    if "revised" in gap.casefold():
        return _REVISED_FROM.search(gap) is not None
    return bool(_REVISED_FROM.search(gap) and _REVISED.match(context.behind(after)))


def _without_dates(context: Context, before: int, after: int) -> str:
    """The words between two figures without the dates among them."""
    words = context.gap(before, after)
    for at in range(before + 1, after):
        if context.figures[at].kind is Kind.DATE:
            words = words.replace(" ".join(context.figures[at].surface.split()), "", 1)
    return words


def _moves(context: Context, before: int, gap: str) -> bool:
    lead = context.before(before)
    if _FROM.search(lead) and _MOVED.search(gap):
        return True
    if _HAD_BEEN.search(lead) and _ENGLISH_TO.match(gap):
        return True
    return bool(_ENGLISH_FROM.search(lead) and _ENGLISH_TO.match(gap))


def _relation(
    context: Context, members: tuple[int, int | None, int | None], basis: Basis
) -> Relation[int]:
    """The relation of a level, its base and its change."""
    level, _, change = members
    words = context.lead(level if change is None else change)
    if change is not None:
        words += context.behind(change)
    told = CONSTANT_PRICES.search(words) is not None
    measure = CONSTANT_MEASURES.search(context.figures[level].label) is not None
    roles = zip(("level", "base", "change"), members, strict=True)
    return Relation(
        RelationKind.CHANGE,
        tuple((role, at) for role, at in roles if at is not None),
        basis,
        told or (measure and change is not None and context.is_rate(change)),
    )


def _basis(context: Context, level: int, change: int | None) -> Basis:
    """What a comparison is made with: named before the change, in English right behind it."""
    at = level if change is None else change
    after, lead = context.behind(at), context.lead(at)
    behind = "" if change is None else _CLAUSE_END.split(after, 1)[0]
    named = basis_of(behind) if behind.isascii() and behind.strip() else None
    return (
        named
        or basis_of(lead + behind)
        or (Basis.PREVIOUS if _PREVIOUS.search(lead) else None)
        or _of_one_time(basis_of(context.before(at, 60)))
        or _of_one_time(basis_of(after))
        or Basis.OTHER
    )


def _of_one_time(basis: Basis | None) -> Basis | None:
    """A basis named away from its change: a mean named there is that of another figure."""
    return None if basis is Basis.AVERAGE else basis
