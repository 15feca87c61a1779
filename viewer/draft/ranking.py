"""Which figures of a report are worth a place in charts and talk, where it has too many."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from viewer.draft.charts import Placed
from viewer.model import Key, Kind, Metric, Relation, RelationKind
from viewer.proof.related import metric_of

_NOTES = re.compile(
    r"附注|附录|附件|附表|注释|脚注|名词解释|释义|股东|持股|备查"
    r"|appendix|footnote|notes? to|glossary",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"摘要|概要|要点|综述|总体|概况|summary|highlights|overview|key figures", re.IGNORECASE
)
_WORD = re.compile(r"[\u4e00-\u9fff]{2}|[A-Za-z]{4,}")
_COMPARED = (RelationKind.CHANGE, RelationKind.PART, RelationKind.TARGET)
_AGAINST = {
    RelationKind.CHANGE: (("change", "level"),),
    RelationKind.PART: (("share", "part"), ("part", "whole")),
    RelationKind.TARGET: (("completion", "actual"), ("actual", "target")),
}
"""Which role of a relation says little without which other."""
_AGAIN = 0.75
"""What each figure that its section has already takes from the next: a talk goes on."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How many figures a draft may have: `most`, None for any number. Of a report with no more
    than `few` all are kept: to choose among them would save nobody a look."""

    most: int | None = None
    few: int = 0


EVERY = Limit()
FOR_A_MEETING = Limit(30, 45)
"""As many figures as a room looks at in one talk."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The figures of one part of a report, under its heading, and how they relate."""

    title: str
    placed: tuple[Placed, ...]
    relations: tuple[Relation[Key], ...]


def worth_keeping(parts: Sequence[Candidates], title: str, most: int) -> frozenset[str]:
    """The ids of about `most` metrics, those first that a reader would remember.

    What a kept figure is compared with is kept with it: the level of a change, the whole of a part,
    the target of a result.
    """
    told = Counter(_said(each.metric) for part in parts for each in part.placed)
    named = frozenset(_WORD.findall(title))
    ranked = [
        (score - _AGAIN * before, metric)
        for number, part in enumerate(parts)
        for before, (score, metric) in enumerate(
            _best_first(_scored(part, told, named, first=number == 0))
        )
    ]
    kept = [metric for _, metric in _best_first(ranked)[:most]]
    ids = {metric.id for metric in kept}
    ids |= {metric.of for metric in kept if metric.of}
    return frozenset(ids | _held(parts, ids))


def _held(parts: Sequence[Candidates], ids: set[str]) -> set[str]:
    """What relations hold the figures of `ids` against."""
    held: set[str] = set()
    for relation in (relation for part in parts for relation in part.relations):
        for inner, outer in _AGAINST.get(relation.kind, ()):
            one, other = relation.get(inner), relation.get(outer)
            if one and other and metric_of(one) in ids:
                held.add(metric_of(other))
    return held


def _best_first(scored: Sequence[tuple[float, Metric]]) -> list[tuple[float, Metric]]:
    """The metrics by what speaks for them, of equals the first one of the report first."""
    return sorted(scored, key=lambda pair: -pair[0])


def _scored(
    part: Candidates, told: Mapping[object, int], named: frozenset[str], *, first: bool
) -> list[tuple[float, Metric]]:
    """The metrics of a part with what speaks for each, in the order of the report."""
    compared = _compared(part.relations)
    aside = bool(_NOTES.search(part.title))
    summary = first or bool(_SUMMARY.search(part.title))
    words = named | frozenset(_WORD.findall(part.title))
    opened: set[int] = set()
    scored = []
    for each in part.placed:
        metric, value = each.metric, each.metric.point.value
        score = 4.0 * (metric.id in compared or metric.kind is Kind.CHANGE)
        score += 2 * (each.sentence not in opened) + 1.5 * summary
        score += 2 * (told[_said(metric)] > 1) + 2 * (not words.isdisjoint(_pairs(metric.label)))
        score += 1.5 * metric.series - 1.5 * bool(metric.review)
        score -= 4 * (each.row and not metric.series) + 6 * (not value) + 5 * aside
        score -= 2 * (metric.kind is Kind.DURATION)
        opened.add(each.sentence)
        scored.append((score, metric))
    return scored


def _compared(relations: Sequence[Relation[Key]]) -> frozenset[str]:
    """The metrics that stand in a comparison: a level with its change, a part with its whole."""
    members = (
        key for relation in relations if relation.kind in _COMPARED for key in relation.members
    )
    return frozenset(metric_of(key) for key in members)


def _pairs(label: str) -> set[str]:
    """The words of a label that could stand in a heading: Chinese by overlapping pairs."""
    return {label[at : at + 2] for at in range(len(label) - 1)} | set(_WORD.findall(label))


def _said(metric: Metric) -> object:
    return abs(metric.point.value), metric.unit, metric.kind
