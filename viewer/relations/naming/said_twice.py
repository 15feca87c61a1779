"""Figures of one measure that a summary and the body give differently, by what they are called.

Where a summary has `门急诊量286万人次` and the body `门急诊2,412,300人次`, one is wrong. The names
decide: of all figures that may be the same size of the same time, one is called so much more
alike than the others that no other can be meant.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from viewer.model import Basis, Standing
from viewer.relations.agreeing import may_be_of_one_time, meets, slipped
from viewer.relations.context import RATES, Context
from viewer.relations.labels import core, untotalled
from viewer.relations.summaries import pairs_of_characters, stems_of, summary_of
from viewer.relations.wording import HELD_AGAINST, PER_HEAD, basis_of, periods_told

Pair = tuple[int, int]

_LEAST = 0.5
"""The least likeness of the names of one measure."""
_MARGIN = 0.12
"""By how much the likest figure must be more alike than the next."""
_REACH = 60
_MOST = 200
_DIGITS = 2
_MONEY = frozenset("$£€¥元")
_NEARLY = 0.8
"""How alike two names are where one has a word more that says nothing of what is measured."""
_GENERAL = re.compile(
    "(?:旅客|游客|入境|外贸|对外|货物|全年|累计|实现|完成|季内|全社会|年末|期末)+"
)
_NAMED = 2
"""The fewest characters that name a measure."""
_OWNED = 4
"""The fewest characters of the name of a place or company that a title has."""
_AMOUNT = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:总?[量数额值]|[人件架台户]次|[人户件]数|患者|病人|旅客|游客)$"
)
_OWNER = re.compile(
    r"^(?:全[市县省区国州院校司行年]|[我本][市县省区院校司行]|(?:本|全)?(?:公司|集团|医院|学校)|整体|总体)"
    r"(?=[\u4e00-\u9fff]{2})"
)
_PER_HEAD = re.compile(rf"{PER_HEAD}|\b(?:average|mean|median|per)\b", re.IGNORECASE)
"""The words that spread a size over those that share it: its name is else that of the size."""
_HELD = re.compile(
    rf"{HELD_AGAINST.pattern}|\b(?:average|mean|peak|high|low|record)\b[^.;,]{{0,24}} of [$£€]?$",
    re.IGNORECASE,
)
"""The words before what a figure is held against."""
_STEP = re.compile(r"\b(after tax|before tax|pre-?tax|operating|gross|net)\b")
"""The words that tell which profit, margin or income is meant."""
_CLAUSE = re.compile(r"(?<!^)[,.;(，；（]")


def steps_of(label: str) -> set[str]:
    """The words by which a label tells which profit, margin or income it is."""
    return set(_STEP.findall(label.casefold()))


class Names:
    """What the figures of a text are called, and how alike two of them are."""

    def __init__(self, context: Context, levels: Mapping[int, int]) -> None:
        """`levels` holds the level that each change leads to, whose name the change goes by."""
        self._context = context
        self._levels = levels
        self._known: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
        self._many: Counter[str] = Counter()

    def learn(self, figures: Iterable[int]) -> None:
        """Read the names of some figures: what many of them have in common tells little."""
        for at in figures:
            named = self._pieces_of_label(at)
            told = self._pieces_beside(at) | named
            self._known[at] = named, told
            self._many.update(told)

    def key(self, at: int) -> tuple[str, bool]:
        """What two figures must share to be one measure: sort of unit, and level or change."""
        context, unit = self._context, self._context.figures[at].unit
        sort = unit if unit in _MONEY else ""
        if context.is_rate(at):
            sort = "%"
        elif context.is_points(at):
            sort = "points"
        return sort, context.is_change(at)

    def may_be(self, at: int) -> bool:
        """Whether a figure is a fact of enough digits that nothing is held against."""
        context = self._context
        fact = context.figures[at].standing is Standing.FACT and context.digits(at) >= _DIGITS
        return fact and not context.is_base(at) and not _HELD.search(context.before(at))

    def likeness(self, one: int, other: int) -> float:
        """How alike two names are, 0 to 1, rare pieces counting more; 0 where times are at odds."""
        if not may_be_of_one_time(self._times(one), self._times(other)):
            return 0.0
        bases = self._basis(one), self._basis(other)
        if bases[0] is not bases[1] and None not in bases:
            return 0.0
        if _is_spread(self._context, one) != _is_spread(self._context, other):
            return 0.0
        if self._are_unlike_profits(one, other):
            return 0.0
        plain = self._plain_of(one), self._plain_of(other)
        if not (plain[0].isascii() or plain[1].isascii()):
            return of_one_name(*plain)
        return max(
            *(self._alike(*sets) for sets in zip(self._known[one], self._known[other], strict=True))
        )

    def _are_unlike_profits(self, one: int, other: int) -> bool:
        """Whether two names tell profits of different steps: operating profit, profit after tax."""
        steps = [steps_of(self._context.figures[at].label) for at in (one, other)]
        return all(steps) and steps[0].isdisjoint(steps[1])

    def _alike(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The weight of what two sets have in common, as a part of their mean weight."""
        both = self._weight(a) + self._weight(b)
        return 2 * self._weight(a & b) / both if both else 0.0

    def likest(self, one: int, others: Sequence[int]) -> int | None:
        """The figure called most alike, None where two of unlike values are called nearly so."""
        ranked = sorted(((self.likeness(one, at), -at) for at in others), reverse=True)
        if not ranked or ranked[0][0] < _LEAST:
            return None
        found = -ranked[0][1]
        values = self._context.values
        next_best = (alike for alike, at in ranked if values[-at] != values[found])
        return found if ranked[0][0] - next(next_best, 0.0) >= _MARGIN else None

    def _plain_of(self, at: int) -> str:
        one = self._context.figures[self._levels.get(at, at)]
        return self._plain(core(untotalled(one.label)))

    def _pieces_of_label(self, at: int) -> frozenset[str]:
        one = self._context.figures[self._levels.get(at, at)]
        label = self._plain_of(at)
        unit = "" if one.unit in _MONEY or one.unit in RATES else one.unit
        pieces = pairs_of_characters(label) or stems_of(one.label)
        return pieces | {unit} if unit else pieces

    def _plain(self, label: str) -> str:
        """A Chinese label without the one whose measure it is, and without 量, 数 or 额 behind it.

        Whose it is the title says: of 甲公司营业收入 nothing but 营业收入 tells it from others.
        """
        label = _OWNER.sub("", _AMOUNT.sub("", label))
        for cut in range(len(label) - _NAMED, _OWNED - 1, -1):
            if label[:cut] in self._title:
                return _OWNER.sub("", label[cut:])
        return label

    @cached_property
    def _title(self) -> str:
        """The first line with words."""
        context = self._context
        return context.text[context.lines[0][0] :].split("\n", 1)[0] if context.lines else ""

    def _pieces_beside(self, at: int) -> frozenset[str]:
        context = self._context
        behind = _CLAUSE.split(context.behind(at))[0]
        lead = re.split(r"[.;(]", context.lead(at))[-1]
        return stems_of(f"{lead} {behind}")

    def _weight(self, pieces: Collection[str]) -> float:
        known = len(self._known) + 1
        return sum(math.log(known / self._many[piece]) for piece in pieces)

    def _times(self, at: int) -> frozenset[str]:
        return periods_told(self._context.before(at, _REACH))

    def _basis(self, at: int) -> Basis | None:
        return basis_of(self._context.lead(at)) if self._context.is_change(at) else None


def differing(
    context: Context, levels: Mapping[int, int], bases: Collection[int]
) -> Iterator[Pair]:
    """Pairs of a figure of the summary and the one of the body that gives its measure otherwise."""
    opening = summary_of(context)
    if not opening:
        return
    names = Names(context, levels)
    first: dict[tuple[str, bool], list[int]] = defaultdict(list)
    later: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for at in context.measures:
        if at not in bases and not context.is_row(at) and names.may_be(at):
            (first if at in opening else later)[names.key(at)].append(at)
    names.learn(at for key, members in first.items() if key in later for at in members)
    names.learn(at for key in first for at in later.get(key, ())[:_MOST])
    for key, members in first.items():
        others = later.get(key, [])[:_MOST]
        for one in members:
            near = [
                at
                for at in others
                if _of_one_unit(context, one, at) and _are_near(context, one, at)
            ]
            other = names.likest(one, near)
            if other is None or names.likest(other, members) != one:
                continue
            told = slipped(context, one, other) and not meets(context, one, other)
            told = told and not _agrees(context, other, members)
            told = told and not _agrees(context, one, others)
            if told and _of_one_level(context, levels, one, other):
                yield one, other


def _agrees(context: Context, at: int, others: Sequence[int]) -> bool:
    """Whether a figure repeats another one exactly: it is that measure, told under its heading."""
    return any(
        other != at and _of_one_unit(context, at, other) and meets(context, at, other)
        for other in others
    )


def of_one_name(one: str, other: str) -> float:
    """1 for one Chinese name, less where one has a general word more, else 0.

    冷链快递业务量 is a part of 快递业务量, though it ends alike.
    """
    if one == other:
        return 1.0
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    general = len(shorter) >= _NAMED and longer.endswith(shorter)
    return _NEARLY if general and _GENERAL.fullmatch(longer[: -len(shorter)]) else 0.0


def _of_one_unit(context: Context, one: int, other: int) -> bool:
    units = context.figures[one].unit, context.figures[other].unit
    return "" in units or context.same_unit(one, other)


def _is_spread(context: Context, at: int) -> bool:
    return _PER_HEAD.search(context.figures[at].label) is not None


def _are_near(context: Context, one: int, other: int) -> bool:
    """Whether two values are one, or as near as a slip puts them."""
    return context.ends[one].meets(context.ends[other]) or slipped(context, one, other)


def _of_one_level(context: Context, levels: Mapping[int, int], one: int, other: int) -> bool:
    """Whether the levels that two changes lead to may be one size."""
    a, b = levels.get(one), levels.get(other)
    return a is None or b is None or a == b or _are_near(context, a, b)
