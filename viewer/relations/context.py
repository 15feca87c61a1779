"""What the relation rules look at: the figures of a text with the words between them."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache

from viewer.model import Kind, Qualifier, Quantity, Standing
from viewer.quantities.agree import PERSONS, is_basis_points, kind_of_unit, names_points
from viewer.quantities.normalize import fold
from viewer.quantities.vocabulary import lowered
from viewer.relations.comparing.durations import with_durations
from viewer.relations.interval import (
    ONE,
    ZERO,
    Interval,
    is_worded_fraction,
    printed,
    roughly,
)
from viewer.relations.layout import places_of
from viewer.relations.worded import Worded
from viewer.relations.wording import (
    AIM,
    AIM_CUE,
    AIM_NOUN,
    AMONG_CUE,
    SHARE_OF,
    named,
)

_JOINT = re.compile(r"\s*(?:[、,，:]|和|及|与|與|以及|and|, and|or)\s*(?:约|近)?\s*")
_LONGEST_JOINT = 16
"""The most characters between two members of a list: spares most figures the search."""
_COMPARED_WITH = re.compile(
    r"(?:比|较|較)(?:上|去|前)[^，。；0-9]{0,8}(?:的|為|为)\s*$|"
    r"(?:[多少高低大小]于|超过|不及)(?:上|去|前)[^，。；0-9]{0,8}的\s*$"
)
_SPREAD = re.compile(
    r"(?:增长|盈利|亏损|上涨|下跌|下降|覆盖)面(?:约|近)?(?:为|是|达到?)?(?:约|近)?\s*$"
)
"""The words before the share of those that something happened to: 增长面70.7%."""
_MOVED_RATE = re.compile(r"(?<!振)[增减升降跌涨加提]幅(?:约|近)?(?:为|是|达到?)?(?:约|近)?\s*$")
"""The words before a rate that its name makes a change: 加幅8%."""
_SAVED = re.compile(r"\ba saving of (?:about |nearly |almost )?$", re.IGNORECASE)
_COMPARED_CUE = tuple(
    word + time for word in ("比", "较", "較", "于", "超过", "不及") for time in "上去前"
)
_DONE_MORE = re.compile(
    r"(?:[比较同环][^，。；]{0,14}|[，,])(?:[多少](?:完成|实现|收|产|销|售|用|建|办理?|接|交付|支|付|花|缴|跑|运|发|提|贷|拨|投|存|还|装|修)|"
    r"节省|节约|压减|压缩|[超短欠]收|[超少]支)了?\s*$|"
    r"(?:[同环]比|[比较][^，。；、]{1,14}|，)[多少](?:了|出)?(?:约|近)?\s*$"
)
_DONE_CUE = tuple("多少节压超短欠")
_MORE_THAN = re.compile(
    r"(?: \w+)?,? (?:(?:or|\() ?[0-9.]+ ?(?:%|percent|per cent)\)?,? )?"
    r"(?:(?:more|less|higher|lower|fewer) than|(?:above|below|over|under|short of) "
    rf"(?:the |its |their |our |an? )?(?:[a-z-]+ )?{named('en', 'relation.aim')}|"
    r"(?:above|below|over|under|up on|down on) (?:the |its |their )?"
    r"(?:[a-z-]+ )?(?:comparative|comparable|corresponding|previous|prior|preceding|year-ago|"
    r"(?:year|quarter|month|season)['’]s)(?= ))\b",
    re.IGNORECASE,
)
"""What follows a number by which something is more than before, or than was planned."""
_MORE_CUE = ("than", "above", "below", "over", "under", "short of", "up on", "down on")
_MADE_UP = re.compile(r"\bma(?:de|kes?) up (?:of )?(?:about |some |nearly )?[$£€]?$")
_HELD = re.compile(r"\b(?:held|holds?|moved|moves) (?:about |some |nearly )?$")
"""The words before what took place or was carried, which changed nothing: `held 512 classes`."""
_SO_MANY_OF = re.compile(r" of (?:that|these|those|them|it)\b")
_HELD_CUE = ("held", "hold", "moved", "moves")
_BY_SO_MANY = re.compile(r"(?:,| and) [a-z]+ed by $")
"""The words before those who did something: `tightened by 14 and eased by 6`."""
_MADE_UP_CUE = ("made up", "make up", "makes up")
_THE_AIM = re.compile(
    rf"\s*的(?:年度|全年|年初|预期|既定|原定|预定)?{AIM_NOUN}| (?:target|goal)\b(?! growth)"
)
_AIM_BEHIND = re.compile(
    r"[ 的]?[^，。；、：:（(0-9\s]{0,8}?(?:目标|计划|任务|指标)(?=的|$|[，,。；、）)\n])"
)
_AIM_BEHIND_CUE = ("目标", "计划", "任务", "指标")
_COMPLETED_OF = re.compile(
    r"(?:完成|实现|达成|达到|占|超过|超出|超额|未达|不及|相当于)了?[^，。；、0-9]{0,8}$"
)
_SHARE_BEHIND = re.compile(
    r"(?:\b(?:account\w* for|ma(?:de|kes?) up|represent\w*|compris\w*)\s[^.;]{0,40}|"
    r"\bof (?:it|them|these|those|that|the total|all|this))"
    r"(?:,? (?:or|i\.e\.,?|that is,?|exactly) | ?\()(?:about |some |nearly )?$",
    re.IGNORECASE,
)
"""The words between a part and the share that repeats it: `for £680,200 of it (38%)`."""
_SHARE_BEHIND_CUE = (
    *("account", "made", "make", "represent", "compris", "of it", "of th", "of all"),
)
_UP_FROM = re.compile(
    r"\b(?:(?:up|down) (?:slightly )?from|compared (?:with|to)|against) (?:about |some |just )?$"
)
_UP_FROM_CUE = (
    *("up from", "down from", "up slightly from", "down slightly from"),
    *("compared with", "compared to", "against"),
)
_TARGET_OF = re.compile(
    r"\b(?:target|goal|limit|ceiling|threshold|requirement|minimum|maximum|peak|average|high|low)"
    r" of (?:about |at least )?$"
)
_TARGET_OF_CUE = tuple(
    f"{word} of"
    for word in (
        *("target", "goal", "limit", "ceiling", "threshold", "requirement", "minimum", "maximum"),
        *("peak", "average", "high", "low"),
    )
)
_OR_SHARE = re.compile(r"[0-9a-z],? or (?:about |some |nearly )?$")
_OR_CUE = (" or ",)
_OF_THOSE = re.compile(r"\bof (?:which|whom|these|them|those)\b[^.;,0-9]{0,20}$", re.IGNORECASE)
_EQUIVALENT = re.compile(
    r"\b(?:equivalent|equal|equating|corresponding|amounting) to (?:about |some |nearly )?$|"
    r"\brepresenting (?:about |some |nearly )?$"
)
_EQUIVALENT_CUE = (
    *("equivalent to", "equal to", "equating to", "corresponding to", "amounting to"),
    "representing",
)
"""The words between a size and the share of another that it is: `equivalent to 62% of turnover`."""
_MOVED_BY = re.compile(
    r"\b(?:up|down|by|more|fewer|less|(?:increase|decrease|rise|fall|drop|gain|loss) of) [$£€]?$"
)
_GIVEN = re.compile(r"\b(?:added|contributed) (?:another |a further )?$")
_GIVEN_CUE = ("added", "contributed")
"""The words before a sum of money that somebody gave, which is no growth: grants added £640,000."""
_OR_RATE = re.compile(
    r"\b(?:more|less|fewer|higher|lower|up|down)\b[^.;]{0,40},? or $|"
    r"^(?: (?:since|over|in|during) [\w ]{3,30})?,? or $|^ \($|^[，,（(]?(?:即|也就是)$"
)
_AMONG_ALONE = re.compile(r"[，,；;]\s*(?:其中|当中)(?:有|约|近|逾)?$")
"""The words right before a share of what was counted before it: 其中四成."""
_PART_IN_BRACKETS = re.compile(
    r"(?:of which|of whom|of these|of them|including|其中)[^;。；(（]{0,40}[0-9][^;。；(（]{0,12}"
    r"[(（]$",
    re.IGNORECASE,
)
"""The words before the share in brackets of a part: `of which £497.5 million (90.7%)`."""
_ELIDED_RATE = re.compile(r" (?:from|to|and|or) (?:about |nearly )?")
"""What stands between a rate without its sign and the rate behind it: `to 3.8 from 4.0%`."""
_SIZES = 4
"""How many times larger than the rate behind it a rate without its sign may be."""
_RATE_OF_VERB = re.compile("[，,、（(]\\s*(?P<verb>[\u4e00-\u9fff]{2})率(?:为|达到?|约)?")
_LIMITED = re.compile(r"(?:限额|上限|限值|红线)(?:为|是|的|在)*(?:约|近)?$")
_LIMITED_CUE = ("限额", "上限", "限值", "红线")
"""The words before a limit, which is no whole of what is held under it."""
_ELIDED = re.compile(
    r"\s*(?:[,.;:)(]|$|\b(?:in|at|on|of|the|an?|from|to|and|or|by|more|fewer|less|higher|lower|above|"
    r"below|as|than|compared|against|versus|with|without|elsewhere|abroad|overseas|each|we|they|had|have|has|"
    r"remain\w*|left|who|which|for|were|was|is|are|went|came|live\w*|work|works|worked|said|say|took|"
    r"take|use|used|found|got|gave|stayed|moved|died|joined|passed|failed|won|chose|last|this|year|while|but|full-time|part-time|"
    r"(?:planned|budgeted|targeted|forecast|expected|due|required|allowed|available|set|agreed|"
    r"seen|sold|built|held|spent|given|shown)\b|"
    r"(?:an?|one|two|three|four|five|ten|[0-9]+) (?:decades?|years?|months?|quarters?) (?:ago|"
    r"earlier|before)|[a-z]+ed (?:to|by|in|into|from|at|on|with|for|out|back))\b|"
    r"[a-z]+ed(?=[,.;)]))",
    re.IGNORECASE,
)
"""What follows an English number whose noun was said before: `355,000 in the earlier count`."""
RATES = frozenset({"%", "％", "‰", "percent", "per cent", "pc", "pct", "百分之", "成"})
TIMES = frozenset({"倍", "times"})
_AS_BASE = re.compile(
    r"[与同比较跟](?:[上去前]|年初|[0-9])[^，。；]{0,14}(?:[的为]|的[^，。；0-9占]{1,6})\s*(?:约|近)?\s*$|[由从自][^，。；0-9]{0,10}的\s*$|"
    r"(?:上年|去年|上月|上季度?|年初)(?:同期|末|底)?(?:的|为|是)\s*$"
)
_BASE_CUE = (
    *(word + time for word in "与同比较跟" for time in "上去前年0123456789"),
    *("由", "从", "自", "上年", "去年", "上月", "上季", "年初"),
)
_NEAR = 0.006
"""How far off, as a part of itself, a printed share may be and still choose its whole."""
_LEVELS = frozenset({Kind.COUNT, Kind.AMOUNT, Kind.SHARE})


def context_of(text: str, figures: Sequence[Quantity]) -> Context:
    """The context of figures, with full-width and traditional forms folded as the scanner does."""
    folded = fold(text)
    if folded != text:
        figures = [_folded(one, folded) for one in figures]
    context = Context(folded, figures)
    measured = with_durations(context)
    return context if measured is figures else Context(folded, measured)


_fold_word = lru_cache(maxsize=4096)(fold)


def _folded(one: Quantity, text: str) -> Quantity:
    surface = text[one.span.start : one.span.end]
    unit, label = _fold_word(one.unit), _fold_word(one.label)
    if (surface, unit, label) == (one.surface, one.unit, one.label):
        return one
    return replace(one, surface=surface, unit=unit, label=label)


@dataclass(frozen=True)
class _Measured(Worded):
    """What the figures measure: values, units, and which of them are aimed at."""

    def mentioning(self, words: tuple[str, ...]) -> frozenset[int]:
        """The numbers of the sentences in which one of some words, in small letters, stands.

        Answered once for each tuple of words.
        """
        known = self._mentions.get(words)
        if known is None:
            ends = self.sentences
            places = places_of(lowered(self.text), words)
            known = frozenset(bisect_right(ends, place) for place, _ in places)
            self._mentions[words] = known
        return known

    @cached_property
    def _mentions(self) -> dict[tuple[str, ...], frozenset[int]]:
        return {}

    @cached_property
    def values(self) -> list[float]:
        """The value of each figure, 0 where it has none."""
        return [float(one.value or 0) for one in self.figures]

    @cached_property
    def ends(self) -> list[Interval]:
        """The values that the printed digits of each figure may stand for, 0 where it has none."""
        return [
            printed(one.surface, one.value or Decimal(), one.high, Qualifier.EXACT)
            for one in self.figures
        ]

    def added_up(self, parts: Iterable[int]) -> Interval:
        """The values that the printed digits of some figures may stand for together."""
        return sum((self.ends[at] for at in parts), ZERO)

    @cached_property
    def digits(self) -> Callable[[int], int]:
        """How many digits a figure is printed with."""
        return [sum(map(str.isdecimal, one.surface)) for one in self.figures].__getitem__

    @cached_property
    def lists(self) -> list[list[int]]:
        """Runs of figures of one unit that only commas, 和, 及 or `and` part."""
        runs: list[list[int]] = []
        for at in self.measures:
            last = runs[-1][-1] if runs else None
            if (
                last is not None
                and (self.figures[last].unit == self.figures[at].unit or {last, at} <= self._rates)
                and self._starts[at] - self.figures[last].words.end <= _LONGEST_JOINT
                and _JOINT.fullmatch(self.gap(last, at))
            ):
                runs[-1].append(at)
            else:
                runs.append([at])
        return runs

    def makes(self, part: int, whole: int, share: int) -> bool:
        """Whether a printed share in percent is that of part and whole, or nearly so."""
        off = self.misses(part, whole, share)
        return off < _NEAR or (off != math.inf and self.rounds_to(part, whole, share))

    def misses(self, part: int, whole: int, share: int) -> float:
        """By how much a printed share in percent misses that of part and whole, as a part of it.

        Infinite where one of the three is nothing.
        """
        if not (self.values[whole] and self.values[share] and self.values[part]):
            return math.inf
        return abs(100 * self.values[part] / self.values[whole] / self.values[share] - 1)

    def rounds_to(self, part: int, whole: int, share: int) -> bool:
        """Whether a printed share in percent is that of part and whole, by their rounding."""
        ratio = self.ends[part].over(self.ends[whole])
        return ratio is not None and ratio.times(100).meets(self.ends[share])

    def same_unit(self, one: int, other: int) -> bool:
        """Whether two figures count or measure in one unit; English may leave a noun out."""
        units = self.figures[one].unit, self.figures[other].unit
        if units[0] == units[1] or {one, other} <= self._rates:
            return True
        if units[0] and units[1]:
            if units[0] in PERSONS and units[1] in PERSONS:
                return True
            return kind_of_unit(units[0]) == kind_of_unit(units[1])
        bare, named = (one, other) if not units[0] else (other, one)
        if bare not in self.without_noun or self.is_rate(named) or self.is_points(named):
            return False
        return self.figures[named].surface[:1].isalnum()  # no currency sign

    @cached_property
    def without_noun(self) -> frozenset[int]:
        """English numbers without a unit whose noun was said before them."""
        return frozenset(
            at
            for at in self.measures
            if not self.figures[at].unit
            and not self.is_row(at)
            and _ELIDED.match(self.text, self.figures[at].span.end)
        )

    @cached_property
    def is_rate(self) -> Callable[[int], bool]:
        """Whether a figure is printed in percent."""
        return self._rates.__contains__

    @cached_property
    def _rates(self) -> frozenset[int]:
        rates = {at for at, one in enumerate(self.figures) if one.unit in RATES}
        return frozenset(rates | self._elided_rates)

    @cached_property
    def _elided_rates(self) -> frozenset[int]:
        """The rates that leave their sign to the rate right behind them: `to 3.8 from 4.0%`."""
        rates = {at for at, one in enumerate(self.figures) if one.unit in RATES}
        bare = (at - 1 for at in rates if at and not self.figures[at - 1].unit)
        return frozenset(
            at
            for at in bare
            if _ELIDED_RATE.fullmatch(self.gap(at, at + 1))
            and 0 < abs(self.values[at]) <= _SIZES * abs(self.values[at + 1])
        )

    def is_fraction(self, at: int) -> bool:
        """Whether a figure is a change told as a part in words: by a quarter, 三分之一."""
        one = self.figures[at]
        return one.kind is Kind.CHANGE and is_worded_fraction(one.surface, one.unit, one.value)

    def is_points(self, at: int) -> bool:
        """Whether a figure is a difference in percentage points."""
        return names_points(self.figures[at].unit)

    @cached_property
    def is_led_by_aim(self) -> Callable[[int], bool]:
        """Whether the words before a figure say that it was aimed at."""
        return self.led_by(AIM, 40, AIM_CUE).__contains__

    @cached_property
    def aims(self) -> frozenset[int]:
        """The measures that are aimed at, by their standing or by the words right behind them."""
        ahead = (at for at in self.measures if self.figures[at].standing is not Standing.FACT)
        mentioned = self.mentioning(_AIM_BEHIND_CUE)
        if not mentioned:
            return frozenset(ahead)
        named = (
            at
            for at in self.measures
            if self.sentence(at) in mentioned
            and _AIM_BEHIND.match(self.text, self.figures[at].span.end)
            and _COMPLETED_OF.search(self.before(at, 20))
        )
        return frozenset((*ahead, *named))


@dataclass(frozen=True)
class Context(_Measured):
    """A folded text and its figures. Indices are those of `figures`."""

    bases: frozenset[int] = frozenset()
    """Figures that are known to be what others are compared with."""

    def with_bases(self, bases: Iterable[int]) -> Context:
        """The context with more known bases; what was computed of the layout is not done again."""
        one = replace(self, bases=frozenset(bases))
        computed = {name: value for name, value in vars(self).items() if name != "bases"}
        vars(one).update(computed)
        return one

    def leads(self, base: int, level: int, change: int) -> bool:
        """Whether a printed change, of either sign, leads from a base to a level."""
        moved = self.ends[level] - self.ends[base]
        scale = 1 if self.is_fraction(change) else 100
        if scale == 1 or (self.is_rate(change) and not self.is_rate(level)):
            ratio = self.ends[level].over(self.ends[base])
            if ratio is None:
                return False
            moved = (ratio - ONE).times(scale)
            if scale == 1:
                told = roughly(self.figures[change].value or Decimal())
                return moved.meets(told) or moved.times(-1).meets(told)
        told = self.ends[change]
        if is_basis_points(self.figures[change].unit) and self.is_rate(level):
            told = told.times(0.01)
        return moved.meets(told) or moved.times(-1).meets(told)

    def is_base(self, at: int) -> bool:
        """Whether the words before a figure make it what another is compared with."""
        return at in self.bases or at in self._as_bases

    @cached_property
    def _as_bases(self) -> frozenset[int]:
        return self.led_by(_AS_BASE, 24, _BASE_CUE)

    @property
    def limits(self) -> frozenset[int]:
        """The figures that others are held under: 控制在限额101亿元以内."""
        return self.led_by(_LIMITED, 12, _LIMITED_CUE)

    def is_share_of(self, at: int) -> bool:
        """Whether a rate is printed as the share of a whole: 占总数的69.9%."""
        return self.is_rate(at) and SHARE_OF.search(self.before(at)) is not None

    @cached_property
    def is_share(self) -> Callable[[int], bool]:
        """Whether a figure is a share, by its kind or by the words around it."""
        return frozenset(
            at
            for at, one in enumerate(self.figures)
            if one.kind is Kind.SHARE or (one.kind is Kind.CHANGE and at in self._named_bases)
        ).__contains__

    @cached_property
    def is_level(self) -> Callable[[int], bool]:
        """Whether a figure is a size reached, not a change."""
        return self._sizes.__contains__

    @cached_property
    def _sizes(self) -> frozenset[int]:
        levels = (at for at, one in enumerate(self.figures) if one.kind in _LEVELS)
        return (frozenset(levels) | self._named_bases) - self._named_changes

    @cached_property
    def is_change(self) -> Callable[[int], bool]:
        """Whether a figure is a change."""
        changes = frozenset(at for at, one in enumerate(self.figures) if one.kind is Kind.CHANGE)
        return (self._named_changes | (changes - self._named_bases)).__contains__

    @cached_property
    def _named_changes(self) -> frozenset[int]:
        """Counts that a verb gives as what was done more than before: 多完成12件."""
        done_more = self.led_by(_DONE_MORE, 22, _DONE_CUE)
        more = self.mentioning(_MORE_CUE)
        moved = self.led_by(_MOVED_RATE, 12, ("幅",)) | self.led_by(_SAVED, 24, ("a saving of",))
        return frozenset(
            at
            for at in self.measures
            if (at in self._elided_rates and self.figures[at + 1].kind is Kind.CHANGE)
            or (
                self.figures[at].kind in (Kind.COUNT, Kind.AMOUNT)
                and (
                    at in done_more
                    or (
                        self.sentence(at) in more
                        and _MORE_THAN.match(self.text, self.figures[at].span.end)
                    )
                )
            )
            or (self.figures[at].kind is Kind.SHARE and (at in moved or _is_or_rate(self, at)))
        )

    @cached_property
    def _named_bases(self) -> frozenset[int]:
        """Rates that a comparison names as what it starts from: 较上年同期的22.1%提高.

        And what an aim beside it makes a size: 超出300场的目标.
        """
        compared = self.led_by(_COMPARED_WITH, 20, _COMPARED_CUE) | self.led_by(
            _SPREAD, 12, ("面",)
        )
        made_up = self.led_by(_MADE_UP, 20, _MADE_UP_CUE) | self._english_sizes
        changes = [at for at in self.measures if self.figures[at].kind is Kind.CHANGE]
        made_up |= self.limits | {at for at in changes if self._names_its_rate(at)}
        aims = (at for at in changes if _THE_AIM.match(self.text, self.figures[at].span.end))
        carried = (at for at in self.led_by(_HELD, 20, _HELD_CUE) if self._counts_things(at))
        held = frozenset(carried) - self._rates
        return compared.union(made_up, aims, held, self._doers(changes))

    def _counts_things(self, at: int) -> bool:
        """Whether a figure has a unit that is no difference of an index, or is so many of those."""
        if _SO_MANY_OF.match(self.text, self.figures[at].span.end):
            return True
        return bool(self.figures[at].unit) and not self.is_points(at)

    def _doers(self, changes: Sequence[int]) -> Iterator[int]:
        """Those who did something, beside others who did: `left by 26 of them and eased by 6`."""
        for at in changes:
            bare = not self.figures[at].unit and self.figures[at].surface.isdecimal()
            beside = bare and self.is_metric_level(at - 1) and self.before(at - 1, 4) == " by "
            if beside and _BY_SO_MANY.search(self.gap(at - 1, at)):
                yield at

    def _names_its_rate(self, at: int) -> bool:
        """Whether the verb before a size names the rate behind it: 审减3.1亿元，审减率10.9%."""
        if at + 1 not in self._rates:
            return False
        named = _RATE_OF_VERB.fullmatch(self.gap(at, at + 1))
        return named is not None and self.before(at, 2) == named["verb"]

    @cached_property
    def _english_sizes(self) -> frozenset[int]:
        """Figures that English words make sizes though they stand beside changes."""
        shares = self.led_by(_SHARE_BEHIND, 60, _SHARE_BEHIND_CUE)
        earlier = self.led_by(_UP_FROM, 24, _UP_FROM_CUE) | self.led_by(
            _TARGET_OF, 24, _TARGET_OF_CUE
        )
        among = self.led_by(_AMONG_ALONE, 8, ("其中", "当中")).intersection(self._rates)
        rates = {at for at in earlier if at in self._rates and self._follows_share(at)}
        repeated = {
            at
            for at in self.led_by(_OR_SHARE, 20, _OR_CUE).intersection(self._rates)
            if self._repeats_level(at)
        }
        bracketed = {
            at
            for at in self.led_by(_PART_IN_BRACKETS, 70, AMONG_CUE).intersection(self._rates)
            if self.closing(at) != math.inf and self.is_metric_level(at - 1)
        }
        given = {
            at
            for at in self.led_by(_GIVEN, 40, _GIVEN_CUE)
            if self.figures[at].surface[:1] in "$£€"
        }
        equivalent = {
            at
            for at in self.led_by(_EQUIVALENT, 30, _EQUIVALENT_CUE).intersection(self._rates)
            if self.after(at, 4) == " of "
        }
        return (
            shares.intersection(self._rates)
            | among
            | bracketed
            | rates
            | repeated
            | given
            | equivalent
        )

    def is_metric_level(self, at: int) -> bool:
        """Whether a figure is a count or an amount, by its kind alone."""
        return at >= 0 and self.figures[at].kind in (Kind.COUNT, Kind.AMOUNT)

    def _repeats_level(self, at: int) -> bool:
        """Whether a rate behind `or` goes with a size, not with a change: `4,066, or 35%`."""
        before = at - 1
        if before < 0 or self.figures[before].kind not in (Kind.COUNT, Kind.AMOUNT):
            return False
        if self.after(at, 4) == " of ":
            return True  # `to 88.4 billion, or 21% of GDP`
        if _OF_THOSE.search(self.lead(before)):
            return True  # `exports rose 4% to 156, of which 95, or 61%, went abroad`
        earlier = self.figures[max(0, before - 2) : before]
        start = self.opens_at(at)
        if any(one.kind is Kind.CHANGE and one.span.start >= start for one in earlier):
            return False  # `rose £5 million to £42 million, or 14%`
        moved = _MOVED_BY.search(self.before(before)) or _MORE_THAN.match(
            self.text, self.figures[before].span.end
        )
        return not moved and not re.match(r"\s*(?:more|less|fewer|higher|lower)", self.after(at))

    def _follows_share(self, at: int) -> bool:
        """Whether the first rate of the sentence before a rate is a share, no growth."""
        home = self.sentence(at)
        before = at
        while before and self.sentence(before - 1) == home:
            before -= 1
        rates = (one for one in self.figures[before:at] if one.unit in RATES)
        return next((one.kind is Kind.SHARE for one in rates), False)


def is_size(context: Context, at: int) -> bool:
    """Whether a figure is a size that was reached: no rate, and no earlier value of another."""
    return context.is_level(at) and not context.is_rate(at) and not context.is_base(at)


def is_whole_share(context: Context, at: int) -> bool:
    """Whether a figure is a share in percent, and no change of one."""
    return context.is_rate(at) and context.is_share(at) and not context.is_change(at)


def past_changes(context: Context, at: int) -> int:
    """The figure before the changes that end with one: `58 million, up 9.8%, a margin of`."""
    home = context.sentence(at)
    while at and context.is_change(at) and context.sentence(at - 1) == home:
        at -= 1
    return at


def is_part_in_words(context: Context, at: int) -> bool:
    """Whether a figure is a share told as a part in words: a third, one in four."""
    one = context.figures[at]
    return one.kind is Kind.SHARE and not one.unit and 0 < context.values[at] < 1


def _is_or_rate(context: Context, at: int) -> bool:
    """Whether a rate repeats the change before it: `£2 million more than in 2020, or 3.9%`."""
    if not at or not context.is_rate(at) or context.figures[at - 1].unit in RATES:
        return False
    gap = context.gap(at - 1, at) if context.figures[at - 1].is_metric else context.before(at)
    before = at - 1 if context.figures[at - 1].is_metric else at - 2
    changed = before >= 0 and (
        context.figures[before].kind is Kind.CHANGE
        or _MORE_THAN.match(context.text, context.figures[before].span.end) is not None
    )
    return changed and _OR_RATE.search(gap) is not None
