"""What was aimed at, what was reached, and the printed completion."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from viewer.model import Kind, Relation, RelationKind, Standing
from viewer.relations.aiming.added import added_aims, is_growth
from viewer.relations.aiming.answered import answers, of_other_years
from viewer.relations.aiming.held_to import held_to
from viewer.relations.aiming.limits import held_under_limits
from viewer.relations.aiming.listed import listed_completions
from viewer.relations.aiming.measured import measured
from viewer.relations.aiming.passed import past_the_aim
from viewer.relations.context import Context
from viewer.relations.labels import likeness, same_subject
from viewer.relations.then_and_now import is_near, leaves_out_per
from viewer.relations.wording import (
    AIM,
    AIM_BEHIND,
    AIM_CUE,
    AIM_NOUN,
    AIMED,
    COMPLETION,
    ENGLISH_AIM_NOUN,
    ENGLISH_COMPLETION,
    REACHED,
    aim_words_cut,
)

_NAMED = re.compile(
    r"\b(?:target|goal|plan|budget|guidance|quota)\b[^.;]{0,12}$|(?:目标|计划|任务|"
    r"(?<!公共)预算)[^，。；]{0,6}$",
    re.IGNORECASE,
)
_OF_AIM = re.compile(r"\s*的(?:约|近)?\s*")
_OF_NAMED_AIM = re.compile(
    rf"\s*的?(?:年度|全年|年初|预期|既定|原定|预定)?{AIM_NOUN}[数值额]?的(?:约|近)?\s*"
)
"""The words between an aim that they name and the share of it that was reached."""
_AGAINST_AIM = re.compile(
    r"\b(?:against|compared (?:with|to)|versus|vs\.?|exceed\w*|beat\w*|miss\w*|short of|above|"
    r"below|over|meet(?:ing)?|reaching|achieving|towards?|ahead of|behind|"
    r"(?:better|worse|more|less|fewer|higher|lower|faster|slower|longer|shorter) than) "
    r"(?:(?:an?|the|its|their|our) )?(?:\w+ ){0,2}"
    rf"{ENGLISH_AIM_NOUN}\b[^.;0-9]{{0,24}}$|"
    r"\b(?:above|below|over|under|near|against) (?:[a-z]+ )?[a-z]+['’]s (?:\w+ )?"
    rf"{ENGLISH_AIM_NOUN}\b[^.;0-9]{{0,12}}$|"
    r"\b(?:against|compared (?:with|to)|versus|vs\.?|above|below|over|under) "
    r"(?:(?:an?|the|its|their|our) )?(?:\w+ )?(?:planned|targeted|budgeted|required|target|plan)\b"
    r"[^.;,0-9]{0,30}$|"
    r"(?:超过|超出|超额|高于|低于|未达|好于|多于|少于)[^，。；0-9]{0,8}"
    rf"{AIM_NOUN}[^，。；0-9]{{0,6}}$|"
    rf"[，,]\s*[比较](?:年初|年度|全年|原定?|原)?{AIM_NOUN}[^，。；0-9]{{0,6}}$",
    re.IGNORECASE,
)
"""The words between what was reached and the aim it is measured by."""
_BESIDE_AIM = re.compile(
    r"(?:超过|超出|高于|低于|不及|少于|多于|优于|好于|突破|未达到?|未能达到|没有达到|达不到|完成|"
    r"达到|符合|满足|距离?|离)了?"
    r"[^，。；0-9]{0,8}$|"
    r"\b(?:short of|shy of|out of|ahead of|behind|below|above|over|under|against|beyond|"
    r"beat\w*|exceed\w*|miss\w*|surpass\w*|"
    r"top\w*|than|meet(?:ing)?) (?:the |an? |its |their )?(?:\w+ )?[$£€]?$",
    re.IGNORECASE,
)
"""The words before an aim that those behind it name: 超过95%的目标, `out of the 240 planned`."""
_TRIED = re.compile(
    r"\b(?:hoped|aimed|meant|planned|wanted|intended|sought|set out|expected|pledged|promised|"
    r"had to|said (?:that )?(?:we|it|they) would|(?:was|were) (?:asked|required|told) to|"
    r"(?:had )?set (?:itself |ourselves |themselves )?(?:an?|the|its|our) (?:[a-z]+ )?"
    r"(?:ceiling|limit|cap|target|goal|maximum|minimum) of|"
    r"(?:must|ha(?:s|ve) to|(?:is|are) to) (?:be|fall|rise|reach|drop|grow|come|shrink))\b|"
    r"\b(?:miss\w*|exceed\w*|beat|met|hit|surpass\w*|fell short of) (?:its|the|their|our|a) "
    rf"(?:\w+ ){{0,2}}{ENGLISH_AIM_NOUN}\b",
    re.IGNORECASE,
)
"""What opens a sentence that names an aim first and then what came of it."""
_CUE = (
    *AIM_CUE,
    "要求",
    *("hoped", "meant", "wanted", "intended", "sought", "set out", "expected", "pledged"),
    *("promised", "required", "forecast", "set itself", "had to", "asked", "told to"),
    *("ceiling", "limit", "maximum", "minimum", "meant to", "supposed to", "intended to"),
    *("应", "would"),
    *("must", "has to", "have to", "is to", "are to"),
)
"""One of these stands in every sentence with an aim that is told in whatever words."""
_CAME_OF_IT = re.compile(
    r"(?:(?: [a-z]+){0,6},? (?:but|and|yet) |[,;]? )"
    r"(?:(?:it|they|he|she|we|the [a-z]+) )?(?:only |just |in fact |"
    r"eventually )?"
    r"[a-z]+(?:ed|t|d|ok|ew|aw|ld|id|an|on|ame|ave)(?: up| in| out| on)?(?: (?:about|only|just|"
    r"nearly))? [$£€]?",
    re.IGNORECASE,
)
_SHOULD = re.compile(r"(?:^|[，。；])[^，。；0-9]{0,6}应(?![收付对急用届税])[^，。；0-9]{1,14}$")
"""The words before what was to be done: 当年应建高标准农田12万亩，已建成12.4万亩."""
_DONE = re.compile(
    r" (?:were|was|ha(?:s|ve|d) been) (?:done|built|met|sold|made|taken|[a-z]+ed|actually)\b",
    re.IGNORECASE,
)
_OF_THAT = re.compile(
    r" of (?:that|it|this|the (?:target|goal|plan|budget|amount|sum|total))\b(?! [a-z]+s\b)|"
    r" of (?:what|the (?:number|amount|sum|figure)) (?:that )?(?:(?:we|it|they) )?"
    r"(?:were |was |had been |had )?"
    r"(?:required|asked|needed|planned|expected|promised|wanted|demanded)\b"
)
_AIM_BEHIND = re.compile(r"[，,；;][^，。；0-9]{0,4}(?:目标|计划)[^。；]{0,16}$")
"""The words between what was reached and an aim behind it: `占61.2%，目标到2027年达到`."""
_GOES_ON = re.compile(
    r"(?:but |and |in fact |in the end )*(?:it|they|we|he|she|this|that|actual\w*|only|"
    r"the (?:actual|result|outcome|figure|rate|year|number|\w+ (?:was|were|came)))\b",
    re.IGNORECASE,
)
_OPENED_AGAINST = re.compile(
    rf"(?:^|[.;] ?)(?:against|compared (?:with|to)) (?:an?|the|its|our|their) (?:[a-z]+ ){{0,2}}"
    rf"{ENGLISH_AIM_NOUN} of (?:about )?[$£€]?$",
    re.IGNORECASE,
)
"""The words by which an aim opens the sentence of its result: `Against a budget of`."""
_NEXT_YEAR = re.compile(r"(?:明|后|下一?|来)年[^，。；0-9]{0,16}$")
"""The words before an aim of which nothing has come yet."""
_SORTED = frozenset({"项", "个", "件", "条"})
"""Units that count the tasks of a plan themselves: 完成28项任务."""
_REACH = 80
_RATE_REACHED = re.compile(
    r"\b(?:achievement|attainment|completion|fulfilment|fulfillment|delivery) rate of "
    r"(?:about |nearly )?$"
)
_OR_SO_MUCH = re.compile(r"(?:,? or| \(|，即)(?: about)? ?(?:[A-Z]{0,3}[$£€])?$")
_OF_PLANNED = re.compile(r"(?:^ ?|[.;] )Of (?:the|an?|its|our) [^.;,0-9]{2,60}$")
_OF_THE = re.compile(r" of (?:the|its|an?) [$£€]?", re.IGNORECASE)
_THAN_PLANNED = re.compile(
    r"\b(?:than|against|versus|compared (?:with|to)|below|above|of) (?:the |an? |its )?[$£€]?$",
    re.IGNORECASE,
)
_UP_FROM = re.compile(r"\b(?:up|down) (?:\w+ )?from [$£€]?$")
"""The words before what a figure was, not what was reached of an aim behind it."""
_TO_COME = re.compile(
    r"[^.;0-9]{0,30}(?:,? (?:and|but)|;|,)(?: (?:it|they|this|that|the [a-z]+))? (?:is|are) "
    r"(?:meant|supposed|intended|planned|to) (?:to )?(?:reach|rise|fall|be|grow|come|drop|exceed)"
    r"(?: (?:to|by))? (?:(?:at least|about|some) )?[$£€]?"
)
"""The words between what there is and what it is meant to become: `and is meant to reach`."""
_DONE_TO = re.compile(r"[a-z]{2}ed $")
_FAR = 6
_ALIKE = 0.5
_MOST = 40
"""How many figures of its unit are looked at on either side of a completion."""
_NEAR = 0.02
_WRONG = 0.4
"""How far a completion may be off an aim told elsewhere; further off it is of another one."""
_SIZES = 3
"""How many times larger than the other an aim or what was reached of it may be."""


def targets(context: Context) -> tuple[Relation[int], ...]:
    """The targets of a text with what was reached of them."""
    completed = tuple(_completed(context))
    known = {at for roles in completed for _, at in roles}
    found = (*completed, *_aimed_and_reached(context, known))
    return tuple(Relation(RelationKind.TARGET, roles) for roles in found)


def _completed(context: Context) -> Iterator[tuple[tuple[str, int], ...]]:
    levels = [at for at in context.measures if context.is_level(at) and not context.is_rate(at)]
    listed = {completion: actual for actual, completion in listed_completions(context)}
    for completion in context.measures:
        if completion in listed:
            yield ("actual", listed[completion]), ("completion", completion)
        if not context.is_rate(completion) or completion in listed:
            continue
        if context.figures[completion].kind is Kind.CHANGE and not context.is_share(completion):
            continue
        pair = (
            _of_that(context, completion)
            or _aim_spoken_of(context, completion)
            or _of_planned(context, completion)
        )
        if pair is not None:
            yield ("target", pair[0]), ("actual", pair[1]), ("completion", completion)
            continue
        aim = _aim_before(context, completion)
        if aim is None and not _completes(context, completion):
            continue
        if aim is None:
            target, actual = _pair(context, levels, completion)
        else:
            target, actual = aim, _actual(context, aim) or _spoken_of(context, aim)
        roles = (("target", target), ("actual", actual), ("completion", completion))
        present = tuple((role, at) for role, at in roles if at is not None)
        if target is None and _RATE_REACHED.search(context.before(completion)):
            continue  # a completion rate without an aim is the share of those counted before it
        if len(present) > 1 and (actual is not None or _is_named(context, completion)):
            yield present


def _of_that(context: Context, completion: int) -> tuple[int, int] | None:
    """Aim and result of `meant to sell 10 billion and has sold 9.1 billion, or 91% of that`."""
    if not _OF_THAT.match(context.text, context.figures[completion].span.end):
        return None
    place = bisect_left(context.measures, completion)
    if place < 2:
        return None
    target, actual = context.measures[place - 2 : place]
    alike = context.is_level(target) and context.same_unit(target, actual)
    near = context.full_sentence(completion) - context.full_sentence(target) <= 1
    if not (alike and near) or context.is_rate(target) or not context.is_level(actual):
        return None
    aimed = _is_aim(context, target) or _TRIED.search(context.before(target, 60))
    return (target, actual) if aimed else None


def _aim_spoken_of(context: Context, completion: int) -> tuple[int, int] | None:
    """`built 846 schools … short of our goal of 900; we reached 94% of it`: the aim of the sentence
    and the size of its unit before it."""
    if not _OF_THAT.match(context.text, context.figures[completion].span.end):
        return None
    place = bisect_left(context.measures, completion)
    before = context.measures[max(0, place - _FAR) : place][::-1]
    home = context.full_sentence(completion)
    aim = next((at for at in before if _is_aim(context, at) and context.is_level(at)), None)
    if aim is None or context.full_sentence(aim) != home:
        return None
    alike = (
        at
        for at in before
        if at < aim
        and home - context.full_sentence(at) <= 1
        and context.is_level(at)
        and context.same_unit(at, aim)
        and _is_fact(context, at)
    )
    actual = next(alike, None)
    return None if actual is None else (aim, actual)


def _of_planned(context: Context, completion: int) -> tuple[int, int] | None:
    """`Of the cut of 12 billion envisaged for the year, 11.1 billion, or 92.5%, was made`."""
    place = bisect_left(context.measures, completion)
    if place < 2 or not _OR_SO_MUCH.fullmatch(context.gap(completion - 1, completion)):
        return None
    target, actual = context.measures[place - 2 : place]
    here = context.sentence(target) == context.sentence(completion)
    sizes = context.is_level(target) and context.is_level(actual) and not context.is_rate(actual)
    if not (here and sizes) or not context.same_unit(target, actual):
        return None
    opened = _OF_PLANNED.search(context.before(target, _REACH)) is not None
    return (target, actual) if opened and AIMED.match(context.behind(target)) else None


def _aim_before(context: Context, completion: int) -> int | None:
    """The aim that stands between the words of a completion and its number: 计划500人的102%."""
    aim = completion - 1
    if aim < 0 or not context.is_level(aim):
        return None
    gap = context.gap(aim, completion)
    if _OF_NAMED_AIM.fullmatch(gap):
        return aim
    return aim if _OF_AIM.fullmatch(gap) and AIM.search(context.before(aim)) else None


def _completes(context: Context, at: int) -> bool:
    if COMPLETION.search(context.before(at)):
        return True
    if _RATE_REACHED.search(context.before(at)):
        return True
    words = context.figures[at].surface + context.behind(at)
    return ENGLISH_COMPLETION.search(words) is not None or _is_of_plan(context, at)


def _is_of_plan(context: Context, at: int) -> bool:
    """Whether the figure that a completion is taken of is planned: 109% of the 35 planned."""
    aim = at + 1
    if aim >= len(context.figures) or context.sentence(aim) != context.sentence(at):
        return False
    of = _OF_THE.fullmatch(context.gap(at, aim))
    return of is not None and AIMED.match(context.behind(aim)) is not None


def _is_named(context: Context, completion: int) -> bool:
    return AIM.search(context.before(completion)) is not None


def _pair(
    context: Context, levels: Sequence[int], completion: int
) -> tuple[int | None, int | None]:
    """The target and what was reached: what makes the completion, else what the words name."""
    actual = _actual(context, completion)
    if actual is None:
        return _that_make(context, levels, completion) or (None, None)
    alike = _around(context, levels, actual)
    for target in alike:
        aimed = _is_aim(context, target)
        near = context.paragraph(target) == context.paragraph(actual)
        makes = context.misses(actual, target, completion) < _NEAR and (
            near or _proves(context, actual, target, completion)
        )
        if target != actual and aimed and makes:
            return target, actual
    named = _target(context, alike, actual, completion)
    if named is None:
        made = _that_make(context, levels, completion)
        exact = made is not None and made[1] == actual and _proves(context, *made[::-1], completion)
        return made if made is not None and exact else (None, actual)
    return named, actual


def _proves(context: Context, actual: int, target: int, completion: int) -> bool:
    """Whether a completion shows what it is of: an aim that stands later, mostly that of the next
    year, by its rounding."""
    sure = context.makes if target < actual else context.rounds_to
    return sure(actual, target, completion)


def _around(context: Context, levels: Sequence[int], at: int) -> Sequence[int]:
    place = bisect_left(levels, at)
    near = levels[max(0, place - _MOST) : place + _MOST]
    return [each for each in near if context.same_unit(each, at)]


def _that_make(context: Context, levels: Sequence[int], completion: int) -> tuple[int, int] | None:
    """The nearest aim and the nearest figure of its unit that make the completion."""
    place = bisect_left(context.measures, completion)
    near = context.measures[max(0, place - _FAR) : place + 2]
    aims = [at for at in near if context.is_level(at) and not context.is_rate(at)]
    for target in sorted(aims, key=lambda at: abs(at - completion)):
        if not _is_aim(context, target):
            continue
        others = _around(context, levels, target)
        facts = [
            at
            for at in others
            if at != target and at not in context.bases and _is_fact(context, at)
        ]
        nearest = sorted(facts, key=lambda at: (context.is_row(at), abs(at - target), at))
        makes = (context.makes, lambda *roles: context.misses(*roles) < _NEAR)
        for actual in (at for does in makes for at in nearest if does(at, target, completion)):
            return target, actual
        alike = [at for at in facts if _same_measure(context, at, target)]
        if alike:
            return target, min(alike, key=lambda at: abs(at - target))
        before = [at for at in facts if at < target and _continues_clause(context, at, target)]
        if before and not aim_words_cut(context.figures[target].label):
            return target, before[-1]
    return None


def _continues_clause(context: Context, actual: int, target: int) -> bool:
    """Whether an aim that names no measure may be that of the level in the clause before it."""
    near = context.sentence(target) - context.sentence(actual) <= 1
    return near and context.paragraph(target) == context.paragraph(actual)


def _same_measure(context: Context, one: int, other: int) -> bool:
    labels = [aim_words_cut(context.figures[at].label) for at in (one, other)]
    sizes = sorted((context.values[one], context.values[other]))
    if sizes[0] * _SIZES < sizes[1]:
        return False
    return same_subject(*labels) or likeness(*labels) >= _ALIKE


def _is_fact(context: Context, at: int) -> bool:
    return not _is_aim(context, at)


def _is_aim(context: Context, at: int) -> bool:
    return at in context.aims or context.is_led_by_aim(at)


def _actual(context: Context, completion: int) -> int | None:
    """The nearest fact before a completion in its sentence."""
    for at in range(completion - 1, max(-1, completion - _FAR), -1):
        if context.sentence(at) != context.sentence(completion):
            return None
        one = context.figures[at]
        measured = one.is_metric and one.value is not None
        sized = measured and context.is_level(at) and not context.is_rate(at)
        if sized and _is_fact(context, at) and not context.is_base(at):
            return at
    return None


def _spoken_of(context: Context, aim: int) -> int | None:
    """The only level of the unit of an aim in the sentence before, which its sentence goes on with.

    `旅客1,187万人次。与去年相比，升幅为8%，并达全年1,550万人次目标的76.6%`.
    """
    home = context.full_sentence(aim)
    before = context.measures[: bisect_left(context.measures, aim)][-2 * _FAR :]
    alike = [
        at
        for at in before
        if home - context.full_sentence(at) <= 1
        and context.paragraph(at) == context.paragraph(aim)
        and context.is_level(at)
        and context.same_unit(at, aim)
        and _is_fact(context, at)
        and not context.is_base(at)
    ]
    return alike[0] if len(alike) == 1 else None


def _target(context: Context, alike: Sequence[int], actual: int, completion: int) -> int | None:
    """A figure of the unit of what was reached that is named as an aim."""
    named = completion + 1
    if _is_of_plan(context, completion) and context.same_unit(named, actual):
        return named
    if named < len(context.figures) and context.same_unit(named, actual):
        gap = context.gap(completion, named)
        if context.sentence(named) == context.sentence(completion) and _NAMED.search(gap):
            return named
    aims = [at for at in alike if at != actual and _is_aim(context, at)]
    passed = (
        at
        for at in aims
        if actual < at < completion and context.misses(actual, at, completion) < _WRONG
    )
    beaten = next((at for at in passed if context.sentence(at) == context.sentence(actual)), None)
    if beaten is not None:
        return beaten
    near = [
        at
        for at in aims
        if context.paragraph(at) == context.paragraph(actual)
        and at < actual
        and context.misses(actual, at, completion) < _WRONG
    ]
    if near and context.sentence(actual) - context.sentence(near[-1]) <= 1:
        return near[-1]
    alike = [
        at
        for at in aims
        if _same_measure(context, at, actual) and context.misses(actual, at, completion) < _WRONG
    ]
    earlier = (at for at in alike if at < actual or context.rounds_to(actual, at, completion))
    return next(earlier, None)  # an aim that stands later is mostly that of the next year


def _aimed_and_reached(context: Context, known: set[int]) -> Iterator[tuple[tuple[str, int], ...]]:
    """`a target of 95% and achieved 93.6%`: an aim and the next figure, which reached it or not."""
    mentioned = context.mentioning(_CUE)
    passed = {aim: level for level, aim, _ in past_the_aim(context)}
    bound = {aim: level for aim, level in held_to(context) if not {aim, level} & known}
    added = {**bound, **dict(held_under_limits(context)), **dict(added_aims(context)), **passed}
    for target, actual in added.items():
        yield ("target", target), ("actual", actual)
    known = known | added.keys() | set(added.values())
    for target, actual in measured(context):
        if known.isdisjoint((target, actual)):
            known |= {target, actual}
            yield ("target", target), ("actual", actual)
    for target, actual in _neighbours(context):
        alike = context.same_unit(target, actual) or leaves_out_per(context, target, actual)
        if not alike or {target, actual} & known:
            continue
        if context.sentence(actual) - context.sentence(target) > 1:
            continue
        here = context.sentence(target) in mentioned or context.sentence(actual) in mentioned
        if not here and target not in context.aims:
            continue
        between = context.lead(actual)
        beside = _THAN_PLANNED.search(between) or _BESIDE_AIM.search(between)
        planned = beside and _names_aim(context, actual)
        fact = context.figures[target].standing is Standing.FACT
        against = fact and _AGAINST_AIM.search(between)
        if (planned or against) and not context.is_points(target):
            yield ("target", actual), ("actual", target)
            continue
        opened = _OPENED_AGAINST.search(context.before(target)) is not None
        opened = opened and context.sentence(target) == context.sentence(actual)
        if _TO_COME.fullmatch(context.gap(target, actual)) and _is_fact(context, target):
            yield ("target", actual), ("actual", target)
            continue
        if opened or _is_reached(context, target, actual) or answers(context, target, actual):
            yield ("target", target), ("actual", actual)


def _names_aim(context: Context, at: int) -> bool:
    """Whether the words behind a figure make it an aim; 28项任务 are tasks that were done."""
    behind = context.behind(at)
    if AIMED.match(behind):
        return True
    return context.figures[at].unit not in _SORTED and AIM_BEHIND.match(behind) is not None


def _neighbours(context: Context) -> Iterator[tuple[int, int]]:
    """The sizes side by side of which one may be aimed at and the other reached."""
    earlier = context.led_by(_UP_FROM, 24, ("from",))
    sizes_of = [
        at
        for at in context.measures
        if (not context.is_change(at) or is_growth(context, at) or _is_bare_object(context, at))
        and at not in earlier
        and (at not in context.bases or _is_aim(context, at))
    ]
    for place, later in enumerate(sizes_of[1:], 1):
        before = sizes_of[place - 1]
        if place > 1 and not context.same_unit(before, later):
            before = _past_restatement(context, sizes_of[place - 2 : place + 1])
            size = sizes_of[place - 2]
            grown = is_growth(context, before) and not context.is_change(later)
            here = context.sentence(size) == context.sentence(later)
            before = size if grown and here and context.same_unit(size, later) else before
        yield before, later


def _is_bare_object(context: Context, at: int) -> bool:
    """Whether a bare number is what a verb was done to, whatever the verb: `lifted 388,000`.

    It counts what the aim right before it counts.
    """
    before = at - 1
    aimed = before >= 0 and before in context.aims and at in context.without_noun
    here = aimed and context.full_sentence(at) - context.full_sentence(before) <= 1
    return here and is_near(context, before, at) and _DONE_TO.search(context.before(at)) is not None


def _is_reached(context: Context, target: int, actual: int) -> bool:
    """Whether a figure behind an aim is what came of it."""
    if context.paragraph(actual) != context.paragraph(target):
        return False
    gap = context.gap(target, actual)
    if _NEXT_YEAR.search(context.before(target, 30)):
        return False
    if _AIM_BEHIND.search(gap) and not context.is_led_by_aim(target):
        return False
    if not _speaks_on(context, target, actual) or of_other_years(context, target, actual):
        return False
    sizes = sorted((context.values[target], context.values[actual]))
    near = sizes[0] * _SIZES >= sizes[1] and (
        _is_aim(context, target)
        or bool(_TRIED.search(context.before(target, 60)))
        or bool(_SHOULD.search(context.before(target, 30)))
    )
    came = REACHED.search(gap) or _came_of(context, target, gap) or _is_done(context, actual)
    return near and bool(came)


def _speaks_on(context: Context, target: int, actual: int) -> bool:
    """Whether the sentence of a result may go on with the aim of the sentence before it."""
    if context.full_sentence(actual) == context.full_sentence(target):
        return True
    lead = context.before(actual, _REACH).strip()
    if not lead.isascii() or _GOES_ON.match(lead):
        return True
    return _same_measure(context, target, actual)


def _past_restatement(context: Context, three: Sequence[int]) -> int:
    """What a size in between repeats: `3.4% of GDP, or 21.7 billion, against a target of 3.0%`."""
    first, between, aim = three
    here = context.sentence(first) == context.sentence(aim)
    repeated = here and _OR_SO_MUCH.search(context.gap(first, between)) is not None
    return first if repeated and context.same_unit(first, aim) else between


def _came_of(context: Context, target: int, gap: str) -> bool:
    """Whether what came of an aim follows it: `missed its goal of 95% and collected 91.4%`."""
    return _CAME_OF_IT.fullmatch(gap) is not None and bool(
        _TRIED.search(context.before(target, 80))
    )


def _is_done(context: Context, actual: int) -> bool:
    """Whether a passive right behind a figure says that so much was reached: `388 were done`."""
    return _DONE.match(context.after(actual)) is not None
