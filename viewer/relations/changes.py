"""Which level a change leads to, and from which base."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from viewer.model import Basis, Kind, Relation, RelationKind, Standing
from viewer.relations.bases import bases_of_their_own, basis_of_base
from viewer.relations.beside import is_of_another
from viewer.relations.context import TIMES, Context, is_part_in_words
from viewer.relations.earlier_forecasts import earlier_forecasts
from viewer.relations.labels import likeness, same_subject
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
    AIMED,
    COMPLETION,
    CONSTANT_MEASURES,
    CONSTANT_PRICES,
    EARLIER,
    ENGLISH_EARLIER,
    basis_of,
    named,
    residue,
)

_REACHED = re.compile(
    r"^\s*[，,(（]?\s*"
    rf"(?:(?:{named('en', 'basis.term', 'year', 'previous')}|"
    r"(?:on|over|in|during|for) (?:the|that|this) (?:\w+ )?(?:year|quarter|month|week|period)|"
    r"in (?:[a-z]+ )?(?:19|20)[0-9]{2}),? )?"
    r"(?:并|并且|总[额量数值])?(?:达到?|達到?|至|到|为|為|升至|降至|增至|减至|"
    r"实现|完成|收?报(?:收于?)?|收(?:盘)?于|"
    r"(?:against|versus) the [a-z. ]{2,24},? to|"
    r"(?:(?:higher|lower) )?(?:to|at)|reaching|"
    r"(?:taking|bringing|lifting|pushing|raising|cutting|reducing|leaving) "
    r"(?:the |its |their )?[^.,;0-9]{1,30}? (?:to|at)|"
    r"to reach|(?:from [^.,;0-9]{1,30} )?to (?:an? )?[^.,;0-9]{0,40})\s*"
    r"(?:了|约|约为|近|约达|the level of|about|nearly)?\s*$",
    re.IGNORECASE,
)
_LED_TO = re.compile(
    r"^\s*[，,]?\s*(?:并|使?[^，。；、0-9]{0,10}(?:总[数量额]|规模|存量|余额|"
    r"[数量额率价]))?[上下回攀跌涨]?[升降增减落涨跌滑调提][\u4e00-\u9fff]?(?:至|到|为)(?:了|"
    r"约)?\s*$"
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
    r"(?:than|from|on|compared with)|above|below|over|under) (?:the |its |a )?"
    r"(?:(?:last|previous|prior|preceding) (?:year|quarter|month|period)(?:['’]s)? )?[$£€]?",
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
    r"\bfrom\b(?:(?! and )[^.;,0-9]){0,40}$|"
    r"\b(?:double|twice|triple|treble|half) (?:the|its) (?:previous|prior|last) \w+(?:['’]s)? "
    r"(?:of )?[$£€]?$|"
    r"\b(?:compared (?:to|with)|versus|vs\.?|against|instead of|rather than|"
    r"than(?! \w+(?:ed|bled)\b))\b[^.;0-9]{0,40}$|"
    r"[,;(] ?(?:the )?(?:previous|prior|last) (?:year|quarter|month|period|"
    r"week):? (?:was )?[$£€]?$",
    re.I,
)
_ENGLISH_FROM = re.compile(r"\bfrom (?:about |an? |the )?(?:\w+ )?$", re.I)
_ENGLISH_TO = re.compile(r"^[^.;]{0,40}\bto (?:about |an? |the )?(?:\w+ )?$", re.I)

_LIMIT = re.compile(r"(?:规定|标准|要求|红线|警戒线?|上限|下限|底线|法定)[^，。；0-9]{0,4}$")
"""The words before a limit that a level is held against, which is no earlier value of it."""
_ENGLISH_LIMIT = re.compile(
    r"\b(?:ceiling|cap|limit|threshold|benchmark|standard|maximum|minimum|norm|average|requirement)"
    r"\b[^.;,0-9]{0,16}$",
    re.IGNORECASE,
)
_OF_EARLIER = re.compile(rf"[比较]{EARLIER}的?\s*$")
_ANEW = re.compile(r"[比较](?:[上去前]|年初|[0-9])|\b(?:from|than|on)\b", re.IGNORECASE)
"""The words after a base that measure its own change from an earlier time still."""
_CLAUSE_END = re.compile(r"[、，,；;。]|\band\b")
_PREVIOUS = re.compile(r"[比较](?:第?[一二三四1-4]季|[0-9]{1,2}月)")
_APPOSED = re.compile(
    r"[,;–—-] (?:thus |or )?an? (?:[a-z]+ ){0,2}"
    r"(?:increase|decrease|rise|fall|drop|decline|gain|reduction|improvement|deterioration|"
    r"advance|cut|jump|growth|change|difference|loss) of "
    r"(?:about |around |nearly |almost |some |just |only |more than |over )?[$£€]?$|"
    r"[,;–—-] (?:an?|the) (?:[a-z]+ )?(?:share|rate|proportion|figure|level|number|ratio|total) "
    r"(?:that|which) (?:has|had|have|is|was)? ?(?:risen|fallen|grown|increased|dropped|slipped|"
    r"climbed|declined|widened|narrowed|up|down|rose|fell|grew)(?: by)? $",
    re.IGNORECASE,
)
"""The words by which English adds a change to the clause before it."""
_MORE_THAN_THEN = re.compile(
    rf"\)?(?: \((?:about )?[0-9.]+ ?(?:%|per ?cent)\))? (?:more|fewer|less|higher|lower) than "
    rf"(?:in )?(?:(?:the|its) )?{ENGLISH_EARLIER}",
    re.IGNORECASE,
)
_BESIDE_AIM = re.compile(r"[，,]?[比较](?:年初|全年|年度|调整|原)?(?:计划|目标|预算|任务|指标)数?")
"""The words that hold a level beside an aim before its change: 支出18万元，比预算21万元节约3万元."""
_BEYOND_AIM = re.compile(r"[，,]超(?:出|过|额)?(?:年初|年度|原)?(?:预算|计划|目标)(?:数|任务)?")
_FROM_BEHIND = re.compile(r",? from [$£€]?|[，,][由从]", re.IGNORECASE)
_AND_FROM = re.compile(
    r"(?: (?:in|at|for|on) [^.;0-9]{1,40}| a (?:month|quarter) (?:ago|earlier|before)),? and "
    r"(?:from )?[$£€]?",
    re.IGNORECASE,
)
_EARLIER_STILL = re.compile(rf" {ENGLISH_EARLIER}\b", re.IGNORECASE)
_CONTRIBUTED = re.compile(
    r"\b(?:contribut\w+|add(?:ed|ing)|subtract\w+|took|knocked off) (?:about |some |just )?$|"
    r"(?:拉动|贡献|拖累)[^，。；0-9]{0,16}$",
    re.IGNORECASE,
)
"""The words before what a part adds to the growth of its whole."""
_BY, _TO_ALONE = ("by ", "by $", "by £", "by €"), re.compile(r" to (?:about )?[$£€]?")
"""The words on either side of a change whose level stands behind it: `by 0.1 points to 2.1%`."""
_OF_ITS_OWN = re.compile(r"\b(?:and|while|but) (?:that|those|the|its|for)\b")
"""The words that open another matter between a figure and a change, which did not start from it."""
_GREW_MORE = re.compile(r"[多少][增减](?:加|少)?了?(?:约|近)?\s*$")
"""The words before what an increase was larger by than that of an earlier time: 同比多增."""
_ADDED = re.compile(r"(?:, | and )(?:[A-Z]{0,3}[$£€]?)$")
"""How the words end by which English adds a change to what it said before."""
_AT_ITS_HEAD = re.compile(r"\s*At [$£€]?", re.IGNORECASE)
_SO = re.compile(
    r"[,;]? (?:so|thus|hence|meaning|which means)(?: that)? [a-z ]{0,24}", re.IGNORECASE
)
"""The words that draw from two sizes what their change is: `so that outlay grew by`."""
_FROM_THEN = re.compile(r"(?:由|从|自)[^，。；]{0,24}$")
_WAS_THEN = re.compile(
    r"(?:上年|去年|上年同期|去年同期|前一年|上月|上季度?)(?:同期)?则?(?:为|"
    r"是)[增下上减][长降涨跌升加少]\s*$"
)
"""The words before a change that an earlier time had: 而上年为下降6.4%."""
_LED_FROM = re.compile(
    r"(?: in [a-z ]{3,20})?\s*[，,(（]?\s*(?:由|从|自|from)[^，,。；;.0-9]{0,24}[$£€]?\s*",
    re.IGNORECASE,
)
_OR = re.compile(r",? (?:or|\() ?(?:about )?[$£€]?", re.IGNORECASE)
_AN_AVERAGE = re.compile(r", (?:an average of|or|about) (?:about )?[$£€]?$", re.IGNORECASE)
_PER_DAY = re.compile(r" (?:a|per|each) (?:day|week|month|head|person|share)\b", re.IGNORECASE)
"""What follows a size that only spreads the one before it: `84,712, an average of 232 a day`."""
_OR_SO_MANY = re.compile(
    r"(?: of [a-z ]{1,40})?,? (?:or|\(|that is,?) ?(?:about |some )?[$£€]?|[，,]?[（(,，]?(?:即|共|约)+",
    re.IGNORECASE,
)
_PER = re.compile(r" (?:per|an?|each) [a-z]", re.IGNORECASE)
_TO_THE_AIM = re.compile(
    r"\)? ?(?:above|below|over|under|short of|(?:more|less|higher|lower) than) "
    r"(?:the |its |their |a )?[^.;,0-9]{0,40}\bof [$£€]?",
    re.IGNORECASE,
)
_AND_THE = re.compile(r"\b(?:and|while|but) (?:the|its|their) [a-z]", re.IGNORECASE)
"""The words that open a clause of its own: `crowns …, and the crown lost 1.2%`."""
_HAD_BEEN = re.compile(
    r",? (?:which|that) (?:had (?:been|stood at|come to)|was|stood at) "
    r"(?:about |only |just )?-?[$£€]?$"
)
"""The words before an earlier value that its level follows: `which had been 3.8, improved to`."""
_UP_FROM = re.compile(r"\b(?:up|down) from [$£€]?$", re.IGNORECASE)
_THIS_TIME = re.compile(rf" (?:{named('en', 'relation.now')})\b", re.IGNORECASE)
_HAD = re.compile(r"\b(?:which|who|that) had (?:\w+ ){1,2}(?:by )?[$£€]?$", re.IGNORECASE)
"""The words before a change that came before what the sentence speaks of."""
_LOOK_BACK = 16
_ALIKE = 0.34
"""The least likeness of two labels for one to name what the other does."""
_FAR = 8


def changes(context: Context) -> tuple[Relation[int], ...]:
    """The changes of a text: level with change, level with base, or all three."""
    pairs = tuple(dict.fromkeys(_bases(context)))
    pairs = (*pairs, *_further_bases(context, pairs))
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
    for change, level in levels.items():
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


def _beyond_aim(context: Context, levels: Mapping[int, int]) -> Iterator[Relation[int]]:
    """`net costs of 84, 3 (3.7%) above the budget of 81`: by how much a level missed its aim."""
    for change, base in pairwise(context.measures):
        if change in levels or not context.is_change(change) or not is_of_another(context, change):
            continue
        level = _before(context, change)
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


def _levels(context: Context, reached: Mapping[int, int]) -> dict[int, int]:
    """The level of each change that has one; those of earlier changes help to find the next."""
    levels = dict(respective(context))
    for at in context.measures:
        if at in levels:
            continue
        level = level_of(context, at)
        if level is None:
            level = _led_from(context, at, reached)
        own = context.is_change(at) and not _had(context.lead(at))
        if level is None and own and not is_of_another(context, at):
            level = carried_level(context, at, levels, reached)
        if level is not None:
            levels[at] = reached[level] if _is_compared(context, reached, level, at) else level
    return levels


def _had(lead: str) -> bool:
    """Whether a change came before what the sentence speaks of: `which had risen by 4%`."""
    return " had " in lead and _HAD.search(lead) is not None


def _base_of(
    context: Context, level: int, change: int, bases: Sequence[int], basis: Basis
) -> int | None:
    """The base that a change is measured from: of the same time where several are printed."""
    if not bases and level > change:
        before = _before(context, change)
        joined = before is not None and _OF_ITS_OWN.search(context.between(before, change))
        bases = () if before is None or joined else (before,)
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


def level_of(context: Context, change: int) -> int | None:
    """The level that a change leads to, None where no figure beside it is one."""
    own = context.is_change(change) and not is_of_another(context, change)
    lead = context.lead(change) if own else ""
    if context.is_points(change) and _CONTRIBUTED.search(lead):
        return None
    if not own or _WAS_THEN.search(lead) or _had(lead):
        return None
    increase = _more_increase(context, change)
    if increase is not None:
        return increase
    before = _before(context, change)
    after = change + 1
    ahead = before is not None and after < len(context.figures)
    if ahead and (_moved_to(context, change, after) or _from_over(context, before, change)):
        return after
    if ahead and lead.endswith(_BY) and _fits(context, after, change):
        here = context.sentence(after) == context.sentence(change)
        if here and _TO_ALONE.fullmatch(context.gap(change, after)):
            return after
    if before is None:
        before = _after(context, change)
    return _apposed(context, change) if before is None else before


def _more_increase(context: Context, change: int) -> int | None:
    """The increase that grew: 比年初增加412亿元，同比多增38亿元."""
    before = change - 1
    if before < 0 or not context.is_change(before) or not _GREW_MORE.search(context.lead(change)):
        return None
    here = context.sentence(before) == context.sentence(change)
    return before if here and context.same_unit(before, change) else None


def _from_over(context: Context, base: int | None, change: int) -> bool:
    """Whether a change stands between its base and its level: 从21亿元翻了一番，达到42亿元."""
    if base is None or base != change - 1 or _after(context, change) != change + 1:
        return False
    if not _FROM_THEN.search(context.before(base)):
        return False
    return context.same_unit(base, change + 1)


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


def _apposed(context: Context, change: int) -> int | None:
    """The only level that the clause before `, an increase of 3 points` can speak of.

    `, 1.2 million tonnes (6.7%) more than in 2024` is such a clause too.
    """
    lead = context.lead(change)
    if context.is_change(change - 1) and _OR.fullmatch(lead) and _is_more_than(context, change):
        return level_of(context, change - 1)
    more = _ADDED.search(lead) is not None and _is_more_than(context, change)
    if not more and not _APPOSED.search(lead):
        return None
    home = context.sentence(change)
    found: list[int] = []
    for at in range(change - 1, max(-1, change - _FAR), -1):
        if context.sentence(at) != home:
            break
        level = context.figures[at].is_metric and context.is_level(at)
        if level and fits_unit(context, at, change) and not context.is_base(at):
            found.append(at)
    return found[0] if len(found) == 1 else None


def _is_more_than(context: Context, change: int) -> bool:
    """Whether the words behind a change hold it beside an earlier time: `(6.7%) more than in`."""
    return _MORE_THAN_THEN.match(context.after(change, 60)) is not None


def _before(context: Context, change: int) -> int | None:
    """The level before a change in its sentence; an aim only where there is no fact."""
    aim: int | None = None
    for at in range(change - 1, max(-1, change - _FAR), -1):
        if context.sentence(at) != context.sentence(change):
            return aim
        one = context.figures[at]
        if not one.is_metric or one.value is None or context.is_parenthetical(at, change):
            continue
        if _PER_DAY.match(context.after(at)) and _AN_AVERAGE.search(context.lead(at)):
            continue
        words = _without_figures(context, at, change)
        words = (_BESIDE_AIM if aim is not None else _BEYOND_AIM).sub("", words)
        of_another = (
            residue(words)
            and not _SO.match(words)
            and (
                not same_subject(one.label, context.figures[change].label)
                or (one.label == one.unit and _AND_THE.search(words) is not None)
            )
        )
        if of_another and not _AT_ITS_HEAD.fullmatch(context.lead(at)):
            return aim
        if _fits(context, at, change):
            if not context.is_led_by_aim(at):
                return at
            aim = at if aim is None else aim
        if context.is_change(at) and not residue(words):
            level = _before(context, at)
            if level is not None and _fits(context, level, change):
                return level
    return aim


def _without_figures(context: Context, before: int, after: int) -> str:
    """The words between two figures without other figures and without the clauses of shares."""
    words = context.between(before, after)
    for at in range(before + 1, after):
        surface = " ".join(context.figures[at].surface.split())
        if context.is_rate(at) and not context.is_change(at):
            cut = words.find(surface)
            start = max(words.rfind(mark, 0, max(cut, 0)) for mark in "，,；")
            words = words[: start + 1] + words[cut + len(surface) :] if cut >= 0 else words
        else:
            words = words.replace(surface, "", 1)
    return words


def _after(context: Context, change: int) -> int | None:
    """The level that a verb of reaching ties to the change before it: 增长5%，达到20亿元."""
    for at in range(change + 1, min(change + 3, len(context.figures))):
        if context.sentence(at) != context.sentence(change):
            return None
        if not context.figures[at].is_metric:
            continue
        if at == change + 1 and context.is_change(at) and _OR.fullmatch(context.gap(change, at)):
            continue  # `by £2.4 million, or 6.7%, to £38.2 million`: one move told twice
        gap = context.gap(at - 1 if context.is_change(at - 1) else change, at)
        reached = _REACHED.match(gap) is not None
        return at if reached and _fits(context, at, change) else None
    return None


def _moved_to(context: Context, change: int, after: int) -> bool:
    """Whether a verb right behind a change names where it led: 下滑1.4个百分点，下降至69.8%."""
    one = context.figures[after]
    near = context.sentence(after) == context.sentence(change) and one.is_metric
    return (
        near
        and _LED_TO.match(context.gap(change, after)) is not None
        and _fits(context, after, change)
    )


def _fits(context: Context, level: int, change: int) -> bool:
    """Whether the units allow a change of that level."""
    one, other = context.figures[level], context.figures[change]
    if one.value is None:
        return False
    if context.is_points(change):
        return context.is_rate(level)
    if context.is_fraction(change):
        return context.is_level(level)
    if context.is_rate(change):
        if is_part_in_words(context, level):
            return False
        own = not context.is_rate(level) or (
            same_subject(one.label, other.label)
            and not context.is_share_of(level)
            and context.after(level, 4) != " of "
            and not COMPLETION.search(context.before(level))
        )
        return context.is_level(level) and own
    if other.unit in TIMES:
        return context.is_level(level)
    unit = other.unit
    per = bool(unit) and one.unit.startswith((f"{unit}/", f"{unit} a ", f"{unit} per "))
    return context.is_level(level) and (per or context.same_unit(level, change))


def _incomparable(context: Context, level: int, base: int, change: int) -> bool:
    """Whether a change is not the difference of level and base."""
    if context.is_rate(change) and context.is_rate(level):
        return True
    return level < base and _ESTIMATED.search(context.between(level, base)) is not None


def _bases(context: Context) -> Iterator[tuple[int, int]]:
    """Pairs (level, base): from A to B, B against an earlier A, and lists that correspond."""
    yield from corresponding(context)
    yield from earlier_forecasts(context)
    yield from results_compared(context)
    yield from then_and_now(context)
    direct = tuple(_direct(context))
    own = tuple(bases_of_their_own(context, {base for _, base in direct}))
    yield from own
    bases = {base for _, base in own}
    yield from (pair for pair in direct if not bases & set(pair))


def _direct(context: Context) -> Iterator[tuple[int, int]]:
    """Pairs whose words stand between them or right behind the base."""
    taken: set[int] = set()
    for neighbour, after in zip(context.measures, context.measures[1:], strict=False):
        before = _of_that_size(context, neighbour, after)
        before = _past_apposition(context, before, after)
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


def _past_apposition(context: Context, at: int, after: int) -> int:
    """The level that a figure per unit repeats: `a profit of 9.1 million, or 0.3 per share`.

    Before a rate it is the share that a size repeats: `38% of sales, or £184m, against 35%`.
    """
    if not at or context.sentence(at - 1) != context.sentence(at):
        return at
    apposed = _OR.fullmatch(context.gap(at - 1, at)) and _PER.match(context.after(at))
    if context.is_rate(after) and not context.is_rate(at) and context.is_rate(at - 1):
        apposed = _OR_SO_MANY.fullmatch(context.gap(at - 1, at))
    return at - 1 if apposed and context.is_level(at - 1) else at


def _behind_its_change(context: Context, change: int, base: int) -> tuple[int, int] | None:
    """The level of a change with the base right behind the change: `160 fewer than the 3,400`."""
    if not context.is_change(change):
        return None
    if change and base == change + 1 and _from_over(context, change - 1, change):
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
    apart = (
        _LIMIT.search(gap)
        or _ENGLISH_LIMIT.search(gap)
        or AIM.search(gap)
        or AIMED.match(context.behind(after))
        or (context.is_change(before) and " and " in gap)
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
