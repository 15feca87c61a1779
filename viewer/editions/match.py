"""Which figures of two editions are the same measure of each one's own period."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from viewer.editions.assignment import Edge, assign, largest_component
from viewer.editions.entries import Edition, EditionFigure
from viewer.editions.likeness import (
    Contrast,
    Nearest,
    Weights,
    are_opposed,
    are_parts,
    contrast,
    have_unlike_modifiers,
    is_of_whole,
)
from viewer.editions.own_words import OwnWords
from viewer.editions.period import Period
from viewer.editions.reach import Reach, are_mixed, reaches
from viewer.model import Key, Kind
from viewer.proof.comparison import opposed
from viewer.quantities.agree import kind_of_unit

_RIVALS = 24
"""So many figures are weighed against one, at most."""
_BIAS = -0.93
_WEIGHTS = {
    "label": 1.59,
    "outdone": -3.05,
    "around": 0.62,
    "clause": 0.65,
    "context": 0.81,
    "beside": 0.55,
    "anchored": 1.91,
    "apart": -2.86,
    "uneven": -1.25,
    "order": -0.89,
    "level": 1.45,
    "otherwise": -0.95,
    "parts": -0.44,
    "listed": 1.01,
    "alone": 1.15,
    "change": -0.89,
    "said": 1.5,
    "own": 2.0,
    "sentence": 0.7,
}
"""What each piece of evidence counts: a logistic regression on annotated pairs of editions, so
that a score is the logarithm of the odds that two figures are one measure."""
_LEAST = -2.0
"""The score below which two figures are no pair: of figures alike in nothing none is made."""
_SURE, _SURE_STRANGE, _SURE_TOLD, _MARGIN = -0.9, -0.6, -0.3, 1.0
"""The score from which, and the regret with which where there is a rival, nobody needs to be asked:
what has no rival and nothing against it needs little evidence. Of figures whose own words are known
on both sides more is asked: two reports may have single words in common."""
_FAR, _KNOT = 4.0, 100
"""So much below the best of a figure no other is chosen for it, where more figures than this hang
together."""
_ANCHOR, _NEAR = 0.5, 4
"""The score from which a pair tells where its neighbours stand, and within how many figures."""
_SUPPORT = 0.75
"""How well places must agree for two figures whose labels may name two parts."""
_HALF = 0.5
"""How well places must agree where two figures share words that few others have."""
_FIRM, _NAMED = 0.85, 0.5
"""How well places must agree, or labels, for two figures with no word of their own in common."""
_UNLIKE = 0.35
"""The likeness below which labels of one head (`农产品`, `化工产品`) may name two parts."""
_STOCK = 0.8
"""A count that is smaller by less than this may be one of things at hand: of employees."""
_YEAR = 12
"""Months."""
_LAST_MONTH = (Reach.LAST, 1)
"""The month with which the months so far end."""
_SLACK = 1e-9
"""Room for binary rounding."""
_APART = 2.0
"""Beyond this the size of two values tells nothing more (natural logarithm)."""
_FARTHEST = math.log(1000)
"""No measure is so many times larger in the next edition."""

_List = tuple[str, object, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure of the old edition and the same measure in the new one; `sure` false where a
    careful person would ask. `score` and `regret` say how well the words agree."""

    old: EditionFigure
    new: EditionFigure
    sure: bool
    score: float
    regret: float


def pairs(old: Edition, new: Edition) -> tuple[Pair, ...]:
    """The pairs of two editions, in the order of the new one."""
    return _Matcher(old, new).pairs()


class _Matcher:
    """Weighs what may be one measure, and chooses."""

    def __init__(self, old: Edition, new: Edition) -> None:
        self._old, self._new = old, new
        every = (*old.entries, *new.entries)
        self._labels = Weights.of(one.label for one in every)
        self._contexts = Weights.of(one.context for one in every)
        self._sizes = {id(one): _size(one) for one in every}
        self._own = OwnWords((), (), ())
        self._lists = tuple(_unnamed_lists(one.entries) for one in (old, new))
        self._steady: dict[Edge, dict[str, float]] = {}
        self._anchors: list[Edge] = []
        self._exact_rows: set[int] = set()
        self._exact_columns: set[int] = set()
        self._reaches = tuple(map(reaches, (old, new))) if are_mixed(old, new) else ()
        self._lengths = len({each.period.length for each in (old, new) if each.period})

    def pairs(self) -> tuple[Pair, ...]:
        """The pairs that evidence without neighbours makes are the anchors of the second pass."""
        edges = list(self._edges())
        self._rows = Counter(row for row, _ in edges)
        self._columns = Counter(column for _, column in edges)
        self._own = OwnWords(self._old.entries, self._new.entries, edges)
        near = {edge: self._named(*self._entries(edge)) for edge in edges}
        exact = [edge for edge in edges if self._is_exact(*self._entries(edge))]
        self._exact_rows, self._exact_columns = ({edge[at] for edge in exact} for at in (0, 1))
        first = self._places(self._pass(edges, near))
        self._anchors = [edge for edge, is_certain in first.items() if is_certain]
        column_of = {row: column for row, column in exact if (row, column) in first}
        row_of = {column: row for row, column in column_of.items()}
        self._exact_rows = {row for row, column in exact if row_of.get(column, row) == row}
        self._exact_columns = {
            column for row, column in exact if column_of.get(row, column) == column
        }
        return self._pass(edges, near)

    def _places(self, pairs: Iterable[Pair]) -> dict[Edge, bool]:
        """The places of pairs in both reports, in the order of the old; which leave no doubt."""
        rows, columns = (
            {id(one): at for at, one in enumerate(each.entries)} for each in (self._old, self._new)
        )
        found = {
            (rows[id(one.old)], columns[id(one.new)]): one.score > _ANCHOR and one.regret > _MARGIN
            for one in pairs
        }
        return dict(sorted(found.items()))

    def _pass(self, edges: Sequence[Edge], near: Mapping[Edge, float]) -> tuple[Pair, ...]:
        """Levels first: an aim is told by what was reached, a change by what it changes."""
        found: tuple[Pair, ...] = ()
        for step in range(3):
            some = [edge for edge in edges if _step(self._entries(edge)[0]) == step]
            found += self._chosen(some, near, found)
        order = {id(one): at for at, one in enumerate(self._new.entries)}
        return tuple(sorted(found, key=lambda one: order[id(one.new)]))

    def _chosen(
        self, edges: Sequence[Edge], near: Mapping[Edge, float], levels: Sequence[Pair]
    ) -> tuple[Pair, ...]:
        old = {key: pair for pair in levels for key in _keys(pair.old)}
        new = {key: pair for pair in levels for key in _keys(pair.new)}
        scores: dict[Edge, float] = {}
        for edge in edges:
            one, other = self._entries(edge)
            pairs = old.get(one.level), new.get(other.level)
            if pairs[0] is pairs[1] or not (one.level and other.level):
                together = pairs[0] is not None and pairs[0] is pairs[1]
                found = self.evidence(edge, near, together)
                scores[edge] = _BIAS + sum(_WEIGHTS[name] * found[name] for name in found)
        gains = _near_best({edge: at - _LEAST for edge, at in scores.items() if at > _LEAST})
        return tuple(
            self._pair((one.row, one.column), one.gain + _LEAST, one.regret, old)
            for one in assign(gains)
        )

    def _entries(self, edge: Edge) -> tuple[EditionFigure, EditionFigure]:
        return self._old.entries[edge[0]], self._new.entries[edge[1]]

    def _edges(self) -> Iterator[Edge]:
        """What may be one measure; of many for one figure those whose words are most alike."""
        by_family: dict[object, list[int]] = {}
        for at, entry in enumerate(self._new.entries):
            by_family.setdefault(entry.family, []).append(at)
        near = {
            family: Nearest(_words(self._new.entries[at]) for at in some)
            for family, some in by_family.items()
        }
        for row, entry in enumerate(self._old.entries):
            columns = by_family.get(entry.family, [])
            if len(columns) > _RIVALS:
                found = near[entry.family].of(_words(entry), self._labels, _RIVALS)
                columns = [columns[at] for at in found]
            for column in columns:
                if self._may_be_one((row, column)):
                    yield row, column

    def _may_be_one(self, edge: Edge) -> bool:
        one, other = self._entries(edge)
        if one.quoted or other.quoted or are_opposed(one.label, other.label):
            return False
        if one.is_counted and not _are_counted_alike(one, other):
            return False
        if not one.is_change and self._ratio(one, other, 0.0, _FARTHEST) >= _FARTHEST:
            return False
        unlike = len({one.basis, other.basis} - {None}) > 1
        if one.is_change and is_of_whole(one.label) is not is_of_whole(other.label):
            unlike = True
        if unlike or not _are_against_alike(one, other, self._old, self._new):
            return False
        if one.is_ahead:
            return _may_be_aimed(one, other)
        return self._is_of_one_reach(edge)

    def _is_of_one_reach(self, edge: Edge) -> bool:
        """Whether both figures are of periods that lie alike in those of their editions."""
        reach = {each[at] for each, at in zip(self._reaches, edge, strict=False)}
        if reach - {None}:
            return len(reach) == 1
        one, other = self._entries(edge)
        return _relative(one, self._old) == _relative(other, self._new)

    def evidence(self, edge: Edge, near: Mapping[Edge, float], together: bool) -> dict[str, float]:
        """What speaks for one measure, and against it, by the names of the weights."""
        steady = self._steady.get(edge)
        if steady is None:
            steady = self._steady[edge] = self._evidence_of_words(edge, near)
        has_namesake = edge[0] in self._exact_rows or edge[1] in self._exact_columns
        is_outdone = has_namesake and not self._is_exact(*self._entries(edge))
        return steady | {
            "outdone": float(is_outdone),
            "level": float(together),
            "anchored": _anchored(edge, self._anchors),
        }

    def _evidence_of_words(self, edge: Edge, near: Mapping[Edge, float]) -> dict[str, float]:
        """The evidence that no other pair changes."""
        one, other = self._entries(edge)
        row, column = edge
        beside = [near.get((row + step, column + step), 0.0) for step in (-1, 1)]
        return {
            "label": self._labels.likeness(one.label, other.label),
            "around": near[edge],
            "clause": self._clauses(one, other),
            "context": self._contexts.likeness(one.context, other.context),
            "beside": sum(beside) / 2,
            "apart": self._log_ratio(one, other),
            "uneven": self._ratio(one, other) if one.is_change else 0.0,
            "order": abs(row / len(self._old.entries) - column / len(self._new.entries)),
            "otherwise": float(contrast(one.label, other.label) is Contrast.BOTH),
            "parts": float(are_parts(one.label, other.label)),
            "listed": _listed(one, other, self._lists),
            "alone": 2.0 / (self._rows[row] + self._columns[column]),
            "change": float(one.is_change),
            **self._own.evidence(edge),
        }

    def _is_exact(self, one: EditionFigure, other: EditionFigure) -> bool:
        return self._labels.likeness(one.label, other.label) == 1

    def _named(self, one: EditionFigure, other: EditionFigure) -> float:
        """How much of each label the words around the other figure say."""
        return (
            self._labels.cover(one.label, _around(other))
            + self._labels.cover(other.label, _around(one))
        ) / 2

    def _log_ratio(self, one: EditionFigure, other: EditionFigure) -> float:
        """How far two levels are apart in size, also where they grow with their periods."""
        if one.is_change or _is_opposed(one, other):
            return 0.0
        scale = 0.0
        if self._old.period and self._new.period and not one.period and not self._reaches:
            scale = math.log(self._new.period.length / self._old.period.length)
        return min(self._ratio(one, other), self._ratio(one, other, scale))

    def _ratio(
        self, one: EditionFigure, other: EditionFigure, scale: float = 0.0, most: float = _APART
    ) -> float:
        """The logarithm of the ratio of two sizes beyond a `scale`, `most` at most."""
        first, second = self._sizes[id(one)], self._sizes[id(other)]
        if not first or not second:
            return 0.0
        return min(abs(math.log(second) - math.log(first) - scale), most)

    def _clauses(self, one: EditionFigure, other: EditionFigure) -> float:
        """How alike the clauses of two figures are; 0 where they name nothing."""
        if (one.place, one.size) != (other.place, other.size):
            return 0.0
        return self._labels.likeness(one.clause, other.clause)

    def _pair(self, edge: Edge, score: float, regret: float, levels: Mapping[Key, Pair]) -> Pair:
        one, other = self._entries(edge)
        least = min(_MARGIN, score - _LEAST)
        least_score = _SURE if self._labels.likeness(one.label, other.label) else _SURE_STRANGE
        least_score = _SURE_TOLD if self._own.are_told(edge) else least_score
        sure = score >= least_score and regret >= least - _SLACK and self._certain(edge)
        level = levels.get(one.level)
        if level is None or other.level not in _keys(level.new):
            sure = sure and not self._is_strange(edge) and not self._may_be_parts(edge)
        return Pair(one, other, sure and (level is None or level.sure), score, regret)

    def _certain(self, edge: Edge) -> bool:
        """Whether no word and no value speaks against one measure."""
        one, other = self._entries(edge)
        if _is_opposed(one, other):
            return False
        told = _relative(one, self._old)
        to_the_end = told is not None and (told[0] is Reach.SO_FAR or told == _LAST_MONTH)
        unlike = self._lengths > 1 and not self._reaches and not to_the_end
        if one.period and other.period and unlike and not one.is_ahead:
            return False
        if one.falls is not other.falls:
            return False
        if (
            one.is_ahead
            and one.value == other.value
            and _of_one_time(one, other, self._old, self._new)
        ):
            return False  # one aim, given in both
        return not _shrank(one, other, self._old, self._new)

    def _may_be_parts(self, edge: Edge) -> bool:
        """Whether two labels may name two parts, and the places of both figures do not tell."""
        one, other = (each.label for each in self._entries(edge))
        unlike = is_of_whole(one) or self._labels.likeness(one, other) < _UNLIKE
        if are_parts(one, other):
            return _anchored(edge, self._anchors) < _SUPPORT
        least = _HALF if self._own.shared(edge) >= _HALF else _SUPPORT
        parts = unlike and have_unlike_modifiers(one, other)
        return parts and _anchored(edge, self._anchors) < least

    def _is_strange(self, edge: Edge) -> bool:
        """Whether two English figures have no word in common of those that are their own, and
        neither their labels nor their places tell that they are one measure."""
        one, other = self._entries(edge)
        if not self._own.are_told(edge) or self._own.shared(edge):
            return False
        named = self._labels.likeness(one.label, other.label) >= _NAMED
        named |= self._clauses(one, other) == 1
        return not named and _anchored(edge, self._anchors) < _FIRM


def _are_counted_alike(one: EditionFigure, other: EditionFigure) -> bool:
    """Whether two units may be one: things have as many names as they like, measures one each."""
    measured = {
        kind_of_unit(each.metric.unit)
        for each in (one, other)
        if each.metric.kind is not Kind.COUNT and each.metric.unit
    }
    return len(measured) < 2


def _are_against_alike(
    one: EditionFigure, other: EditionFigure, old: Edition, new: Edition
) -> bool:
    """Whether two changes may be from periods that lie alike before those of their editions."""
    told = {
        _lies_before(period, own)
        for period, own in ((one.against, old.period), (other.against, new.period))
        if period is not None
    }
    return len(told) < 2


def _lies_before(period: Period, own: Period | None) -> tuple[object, int]:
    """How a period lies before that of its edition; months so far, by how many there are fewer."""
    if own and period.is_so_far and period.last < own.last and not period.year:
        return Reach.SO_FAR, own.last - period.last
    return (period.first - (own.first if own else 1)) % _YEAR, period.length


def _anchored(edge: Edge, anchors: Sequence[Edge]) -> float:
    """How near two figures stand, in their reports, to the anchors before and behind them."""
    row, column = edge
    at = bisect_left(anchors, (row, -1))
    behind = at + (at < len(anchors) and anchors[at][0] == row)
    around = (*anchors[max(0, at - 1) : at], *anchors[behind : behind + 1])
    gaps = (
        abs((column - there) - (row - here)) for here, there in around if abs(row - here) <= _NEAR
    )
    return math.fsum(max(0.0, 1 - gap / _NEAR) for gap in gaps) / 2


def _is_opposed(one: EditionFigure, other: EditionFigure) -> bool:
    """Whether one figure is a loss and the other a profit, each told by its size."""
    first, second = ((each.label, each.point.value) for each in (one, other))
    return not one.is_change and opposed(first, second)


def _size(one: EditionFigure) -> float:
    """The size of a value as a float; 0 where it has none."""
    found = abs(float(one.value)) if one.value is not None and one.value.is_finite() else 0.0
    return found if math.isfinite(found) else 0.0


def _near_best(gains: Mapping[Edge, float]) -> Mapping[Edge, float]:
    """The edges that are not far worse than the best of their row or of their column: the others
    change no choice, and make of all figures one knot that takes long to undo."""
    rows: dict[int, float] = {}
    columns: dict[int, float] = {}
    for (row, column), gain in gains.items():
        rows[row] = max(gain, rows.get(row, 0.0))
        columns[column] = max(gain, columns.get(column, 0.0))
    far = _FAR
    while far >= _MARGIN and largest_component(gains) > _KNOT:
        gains = {
            edge: gain
            for edge, gain in gains.items()
            if gain >= max(rows[edge[0]], columns[edge[1]]) - far
        }
        far /= 2
    return gains


def _step(one: EditionFigure) -> int:
    """After how many others a figure is paired: what was reached, what is aimed at, changes."""
    return 2 if one.is_change else int(one.is_ahead)


def _words(one: EditionFigure) -> str:
    return f"{one.label} {one.clause}"


def _around(one: EditionFigure) -> str:
    return f"{one.section.title} {one.topic} {one.context} {one.label}"


def _list_of(one: EditionFigure) -> _List:
    return one.label, one.family, one.size


def _listed(one: EditionFigure, other: EditionFigure, unnamed: Sequence[frozenset[_List]]) -> float:
    """Whether both are the same members of lists, one of which names none of its members."""
    if one.size < 2 or (one.place, one.size) != (other.place, other.size):
        return 0.0
    return float(_list_of(one) in unnamed[0] or _list_of(other) in unnamed[1])


def _unnamed_lists(entries: Sequence[EditionFigure]) -> frozenset[_List]:
    """Lists of figures that have one label for all: they are named before it."""
    counts = Counter(_list_of(one) for one in entries if one.size > 1)
    return frozenset(each for each, count in counts.items() if count >= each[2])


def _relative(one: EditionFigure, edition: Edition) -> tuple[object, int] | None:
    """How a figure's period lies in that of its edition; None for the edition's own.

    Months so far by how many there are fewer, the last months by their number, any other by its
    length and how far it begins from the edition's, both in months. What is not of the edition's
    length counts from its year.
    """
    if one.period is None:
        return None
    own, length = edition.period, one.period.length
    if own is not None and not one.period.year and one.period.last <= own.last:
        if one.period.is_so_far:
            return Reach.SO_FAR, own.last - one.period.last
        if one.period.last == own.last:
            return Reach.LAST, length
    begins = one.period.first - own.first if own and own.length == length else 0
    return length, begins + _YEAR * (one.period.year or 0)


def _absolute(one: EditionFigure, edition: Edition) -> Period | None:
    """The period of a figure with its year; None where no word of the edition gives one."""
    own, period = edition.period, one.period or edition.period
    if own is None or own.year is None or period is None:
        return None
    years = (one.period.year or 0) if one.period else 0
    return Period(period.first, period.last, own.year + years)


def _of_one_time(one: EditionFigure, other: EditionFigure, old: Edition, new: Edition) -> bool:
    """Whether the words of two figures name the same months of the same year."""
    first, second = _absolute(one, old), _absolute(other, new)
    return first is not None and first == second


def _may_be_aimed(one: EditionFigure, other: EditionFigure) -> bool:
    """Whether what two figures aim at or expect may be for periods of one length."""
    lengths = {each.period.length for each in (one, other) if each.period}
    return len(lengths) < 2


def _keys(entry: EditionFigure) -> Iterator[str]:
    """The keys of a figure wherever its edition gives it."""
    return (one.key for one in (entry, *entry.also))


def _shrank(one: EditionFigure, other: EditionFigure, old: Edition, new: Edition) -> bool:
    """Whether a count of more months from the first on is smaller: hardly the same count."""
    if old.period is None or new.period is None or one.is_change:
        return False
    if one.metric.kind not in (Kind.COUNT, Kind.AMOUNT) or old.period.first != 1:
        return False
    years = {old.period.year, new.period.year} - {None}
    longer = new.period.first == 1 and new.period.last > old.period.last and len(years) < 2
    if not longer or one.value is None or other.value is None:
        return False
    return float(other.value) < _STOCK * float(one.value)
