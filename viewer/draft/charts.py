"""Which figures are seen together: honest groups first, everything else as cards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from viewer.i18n import Words
from viewer.model import Chart, Key, Kind, Metric, Relation
from viewer.proof.chart_rules import ChartProposal, breaches
from viewer.proof.charted import ChartedPoint
from viewer.proof.ties import ANNOTATED, attached_to, with_wholes
from viewer.quantities.vocabulary import words_of

MOST_CHARTS = 6
"""How many charts of a section have an axis; figures without a peer are small and have no limit."""
_MOST_MARKS, _MOST_LINES, _MOST_LEVELS = 16, 5, 8
_MOST_CARDS = 6
_LONGEST_TITLE = 24
_SHORTEST_NAME = 3
_MORE = {"line": 4, "share": 2}
"""What a picture tells beside its figures: a course of years, the parts of a whole."""


@dataclass(frozen=True, slots=True)
class PlacedMetric:
    """A metric with where it stands: its sentence, its paragraph, and whether it ends a clause."""

    metric: Metric
    sentence: int
    paragraph: int
    ends_clause: bool
    row: bool = False


Group = tuple[PlacedMetric, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """One kind of chart and the groups of figures that it may honestly show."""

    kind: str
    groups: Callable[[Sequence[PlacedMetric]], Iterable[Group]]


def charts(
    placed: Sequence[PlacedMetric], words: Words, relations: Sequence[Relation[Key]] = ()
) -> tuple[Chart, ...]:
    """The charts of a section: each figure in one, those of no group as cards.

    A fact is one picture: a change that `relations` tie to a level stands in the chart of that
    level, whatever the level is grouped with. A group that breaks a rule of honest charts is not
    drawn as such.
    """
    held = with_wholes([each.metric for each in placed], relations)
    placed = [replace(each, metric=one) for each, one in zip(placed, held, strict=True)]
    ties = _without_torn_columns(placed, attached_to((each.metric for each in placed), relations))
    levels = [each for each in placed if each.metric.id not in ties]
    chosen = _best(list(_honest_groups(levels, frozenset(ties.values()))))
    taken = {each.metric.id for _, group in chosen for each in group}
    rest = [each for each in levels if each.metric.id not in taken]
    chosen += [("cards", group) for group in _cards(rest, MOST_CHARTS - len(chosen))]
    chosen = [(kind, _with_changes(kind, group, placed, ties)) for kind, group in chosen]
    order = {each.metric.id: at for at, each in enumerate(placed)}
    chosen.sort(key=lambda made: order[made[1][0].metric.id])
    return tuple(_chart(kind, group, placed, words) for kind, group in chosen)


def _without_torn_columns(
    placed: Sequence[PlacedMetric], ties: Mapping[str, str]
) -> Mapping[str, str]:
    """The ties, but for columns of changes of which some are tied to no level: these stay whole."""
    loose = {
        (each.paragraph, each.metric.unit)
        for each in placed
        if each.row and each.metric.kind is Kind.CHANGE and each.metric.id not in ties
    }
    torn = {
        each.metric.id
        for each in placed
        if each.row and (each.paragraph, each.metric.unit) in loose
    }
    return {change: level for change, level in ties.items() if change not in torn}


def _with_changes(
    kind: str, group: Group, placed: Sequence[PlacedMetric], ties: Mapping[str, str]
) -> Group:
    """A group with the changes that are tied to its figures, each behind its level."""
    if kind not in ANNOTATED:
        return group
    changes: dict[str, list[PlacedMetric]] = {}
    for each in placed:
        if each.metric.id in ties:
            changes.setdefault(ties[each.metric.id], []).append(each)
    return tuple(one for each in group for one in (each, *changes.get(each.metric.id, ())))


def _honest_groups(
    placed: Sequence[PlacedMetric], changing: frozenset[str]
) -> Iterator[tuple[str, Group]]:
    """Groups that break no rule; `changing` are the levels that have a change."""
    taken: set[str] = set()
    wholes = {
        each.metric.id: ChartedPoint.of(each.metric, each.metric.point)
        for each in placed
        if len(each.metric.points) == 1
    }
    for grouping in (*GROUPINGS, Grouping("bar", _levels(changing))):
        for group in grouping.groups([each for each in placed if each.metric.id not in taken]):
            if _is_honest(grouping.kind, group, wholes):
                yield grouping.kind, group
                taken |= {each.metric.id for each in group}


def _best(found: list[tuple[str, Group]]) -> list[tuple[str, Group]]:
    """The groups that show most, one fewer than there may be charts: the rest need their cards."""
    weights = [len(group) + _MORE.get(kind, 0) for kind, group in found]
    best = sorted(range(len(found)), key=lambda at: (-weights[at], at))[: MOST_CHARTS - 1]
    return [found[at] for at in sorted(best)]


def _is_honest(kind: str, group: Group, wholes: Mapping[str, ChartedPoint]) -> bool:
    figures = [
        ChartedPoint.of(each.metric, point) for each in group for point in each.metric.points
    ]
    return not any(breaches(ChartProposal(kind, tuple(figures), wholes)))


def _series(placed: Sequence[PlacedMetric]) -> Iterator[Group]:
    """The rows of one table that are measured alike, as many as one picture can tell apart."""
    lines = [each for each in placed if each.metric.series]
    alike: dict[object, list[PlacedMetric]] = {}
    for each in lines:
        periods = tuple(point.period for point in each.metric.points)
        key = (each.paragraph, each.metric.unit, each.metric.kind, periods)
        alike.setdefault(key, []).append(each)
    for group in alike.values():
        yield from _even(tuple(group), _MOST_LINES)


def _parts(least: int) -> Callable[[Sequence[PlacedMetric]], Iterator[Group]]:
    def groups(placed: Sequence[PlacedMetric]) -> Iterator[Group]:
        """The parts of one whole, where there are at least so many."""
        parts = [each for each in placed if each.metric.of and each.metric.kind is not Kind.SHARE]
        for whole in dict.fromkeys(each.metric.of for each in parts):
            together = tuple(each for each in parts if each.metric.of == whole)
            if len(together) >= least:
                yield from _even(together)

    return groups


def _even(group: Group, most: int = _MOST_MARKS) -> Iterator[Group]:
    """A group in as few pieces as charts can hold, none left with one figure alone."""
    pieces = -(-len(group) // most)
    for piece in range(pieces):
        yield group[piece * len(group) // pieces : (piece + 1) * len(group) // pieces]


def _columns(*kinds: Kind) -> Callable[[Sequence[PlacedMetric]], Iterator[Group]]:
    def groups(placed: Sequence[PlacedMetric]) -> Iterator[Group]:
        """The cells below one head: one unit and kind, in rows one after the other."""
        cells = [each for each in placed if each.row and not each.metric.series]
        measured = dict.fromkeys((each.metric.unit, each.metric.kind) for each in cells)
        for unit, kind in measured:
            alike = [each for each in cells if each.metric.unit == unit]
            same = tuple(each for each in alike if each.metric.kind is kind)
            if kind in kinds and len(same) >= 2 and (kind is not Kind.SHARE or _are_shares(same)):
                yield from _even(same)

    return groups


def _changes(placed: Sequence[PlacedMetric]) -> Iterator[Group]:
    """The changes of one paragraph in one unit and against the same: 跌17元，跌幅3.8% alternate."""
    changes = [
        each for each in placed if each.metric.kind is Kind.CHANGE and not each.metric.series
    ]
    for alike in dict.fromkeys(map(_measured, changes)):
        together = tuple(each for each in changes if _measured(each) == alike)
        if len(together) >= 2:
            yield from _even(together)


def _shares(placed: Sequence[PlacedMetric]) -> Iterator[Group]:
    """Neighbouring shares of one paragraph, of the same whole."""
    shares = [each for each in placed if _is_share(each.metric) and not each.metric.series]
    for _, group in groupby(shares, key=_measured):
        together = tuple(group)
        if len(together) >= 2:
            yield from _even(together)


def _is_share(metric: Metric) -> bool:
    """Whether a metric is a part of a whole: a ratio of two sizes (城乡收入比2.31) is none."""
    ratio = not metric.unit and any((point.value or 0) > 1 for point in metric.points)
    return metric.kind is Kind.SHARE and not ratio


def _are_shares(group: Group) -> bool:
    return all(_is_share(each.metric) for each in group)


def _measured(placed: PlacedMetric) -> tuple[object, ...]:
    metric = placed.metric
    return placed.paragraph, metric.unit, metric.versus, metric.of


def _pairs(placed: Sequence[PlacedMetric]) -> Iterator[Group]:
    """Neighbours of one sentence in one unit that count alike things."""
    plain = [
        each for each in placed if each.metric.kind in {Kind.COUNT, Kind.AMOUNT} and not each.row
    ]
    for _, group in groupby(plain, key=lambda each: (each.sentence, each.metric.unit)):
        together = tuple(group)
        if 2 <= len(together) <= _MOST_MARKS and _counts_same_thing(together):
            yield together


def _levels(changing: frozenset[str]) -> Callable[[Sequence[PlacedMetric]], Iterator[Group]]:
    def groups(placed: Sequence[PlacedMetric]) -> Iterator[Group]:
        """Levels of one paragraph, unit and kind, each with its change."""
        alike: dict[tuple[object, ...], list[PlacedMetric]] = {}
        for each in placed:
            metric = each.metric
            plain = metric.kind in {Kind.COUNT, Kind.AMOUNT} and not metric.series
            if plain and metric.id in changing and not _counts_anything(metric):
                alike.setdefault((each.paragraph, metric.unit, metric.kind), []).append(each)
        for group in alike.values():
            if len(group) >= 2:
                yield from _even(tuple(group), _MOST_LEVELS)

    return groups


def _counts_anything(metric: Metric) -> bool:
    """Whether a unit does not say what it counts: 个, or none."""
    return not metric.unit or metric.unit in words_of("zh", "unit.counter")


def _counts_same_thing(group: Group) -> bool:
    """Whether a unit says that the same is counted: 名 does, 个 only in words of one build."""
    if not _counts_anything(group[0].metric):
        return True
    endings = {each.metric.label[-2:] for each in group}
    return len(endings) == 1 or all(each.ends_clause for each in group)


GROUPINGS: tuple[Grouping, ...] = (
    Grouping("line", _series),
    Grouping("share", _parts(2)),
    Grouping("bar", _columns(Kind.COUNT, Kind.AMOUNT)),
    Grouping("change", _columns(Kind.CHANGE)),
    Grouping("share", _columns(Kind.SHARE)),
    Grouping("change", _changes),
    Grouping("share", _shares),
    Grouping("share", _parts(1)),
    Grouping("bar", _pairs),
)
"""Every kind of group, the surest first."""


def _cards(rest: Sequence[PlacedMetric], room: int) -> Iterator[Group]:
    """What is left, a chart a paragraph where there is room, neighbours put together where not;
    no chart is a heap, so there are more of them where so many figures have no peer."""
    groups = [list(group) for _, group in groupby(rest, key=lambda each: each.paragraph)]
    pieces = [list(piece) for group in groups for piece in _even(tuple(group), _MOST_CARDS)]
    while len(pieces) > 1:
        sizes = [len(one) + len(other) for one, other in pairwise(pieces)]
        alone = [
            at
            for at, (one, other) in enumerate(pairwise(pieces))
            if min(len(one), len(other)) == 1 and sizes[at] <= _MOST_CARDS // 2
        ]
        fitting = [at for at, size in enumerate(sizes) if size <= _MOST_CARDS]
        if not alone and (len(pieces) <= room or not fitting):
            break
        at = min(alone or fitting, key=sizes.__getitem__)
        pieces[at : at + 2] = [pieces[at] + pieces[at + 1]]
    yield from (tuple(piece) for piece in pieces)


def _chart(kind: str, group: Group, placed: Sequence[PlacedMetric], words: Words) -> Chart:
    metrics = tuple(each.metric for each in group)
    title = title_of(kind, metrics, words)
    wholes = {metric.of for metric in metrics if metric.kind is not Kind.SHARE}
    if kind == "share" and len(wholes) == 1 and None not in wholes:
        whole = next((each.metric for each in placed if each.metric.id in wholes), None)
        title = whole.label if whole is not None else title
    return Chart(title, tuple(metric.id for metric in metrics), kind, order="given")


def title_of(kind: str, metrics: Sequence[Metric], words: Words) -> str:
    """What a chart is called that has no name of its own: the labels of its figures."""
    levels = [metric for metric in metrics if metric.kind is not Kind.CHANGE]
    title = _title(levels or metrics, words)
    return words("draft.chart.change", labels=title) if kind == "change" else title


def _title(metrics: Sequence[Metric], words: Words) -> str:
    """The labels of a chart joined, as many as fit in a title."""
    labels = list(dict.fromkeys(metric.label for metric in metrics))
    joined = words("draft.chart.comma").join(labels)
    longest = _LONGEST_TITLE * (2 if joined.isascii() else 1)
    if len(joined) <= longest:
        return joined
    named = next((label for label in labels if len(label) >= _SHORTEST_NAME), labels[0])
    first = named if len(named) <= longest else named[:longest].rstrip() + "…"
    return words("draft.chart.more", label=first) if len(labels) > 1 else first


def pruned(chart: Chart, known: frozenset[str]) -> Chart | None:
    """A chart without the metrics that are gone; None where none is left."""
    left = tuple(id_ for id_ in chart.metrics if id_ in known)
    return replace(chart, metrics=left) if left else None
