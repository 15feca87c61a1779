"""Which figures of a report are worth a place in charts and talk, where it has too many."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from viewer.draft.charts import PlacedMetric
from viewer.model import Key, Kind, Metric, Relation, RelationKind
from viewer.proof.related import metric_of
from viewer.quantities.traditional import simplified
from viewer.quantities.vocabulary import matcher

_WORD = re.compile(r"[\u4e00-\u9fff]{2}|[A-Za-z]{4,}")
_COMPARED = (RelationKind.CHANGE, RelationKind.PART, RelationKind.TARGET)
_AGAINST = {
    RelationKind.CHANGE: (("change", "level"), ("change", "base")),
    RelationKind.PART: (("share", "part"), ("part", "whole")),
    RelationKind.TARGET: (("completion", "actual"), ("actual", "target")),
}
"""Which role of a relation says little without which other."""
_AGAIN = 0.75
"""What each figure that its section has already takes from the next: a talk goes on."""
_AGAIN_IN_SUMMARY = 0.25
"""The same in a section that sums the report up: its figures were chosen by its author."""
_SHARE = 6
"""The part of all figures from which on a section that sums up is crowded too: the chapters behind
it are told as well."""
_BEHIND = 0.05
"""By how much a change comes behind its level."""
_TELLING = 100
"""The least digits of a number that, printed again, is the same figure and not by chance."""
_SECTIONS = 10
"""With so many sections and more it takes less: a talk does not stop in each for one figure."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How many figures a draft may have: `most`, None for any number. Of a report with no more
    than `few` all are kept: to choose among them would save nobody a look."""

    most: int | None = None
    few: int = 0


@dataclass(frozen=True, slots=True)
class Crowd:
    """What a figure is worth less for each that its section has already: `again` for the first
    of the `most` figures of a draft, `later` from then on."""

    again: float
    later: float
    most: int

    def behind(self, before: int) -> float:
        """What a figure loses behind so many others."""
        early = min(before, self.most // _SHARE)
        return self.again * early + self.later * (before - early)


EVERY = Limit()
FOR_A_MEETING = Limit(30, 45)
"""As many figures as a room looks at in one talk."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The figures of one part of a report, under its heading, and how they relate."""

    title: str
    placed: tuple[PlacedMetric, ...]
    relations: tuple[Relation[Key], ...]


def worth_keeping(parts: Sequence[Candidates], title: str, most: int) -> frozenset[str]:
    """The ids of about `most` metrics, those first that a reader would remember.

    What a kept figure is compared with is kept with it: the level of a change, the whole of a part,
    the target of a result.
    """
    told = Counter(_identity(each.metric) for part in parts for each in part.placed)
    named = frozenset(_WORD.findall(title))
    full = [part for part in parts if part.placed]
    less = min(1.0, _SECTIONS / max(1, len(full)))
    ranked: list[tuple[float, Metric]] = []
    for number, part in enumerate(full):
        summary = number == 0 or names_any("report.summary", part.title)
        crowd = Crowd(less * (_AGAIN_IN_SUMMARY if summary else _AGAIN), 2 * less * _AGAIN, most)
        ranked += _crowded(_scored(part, told, named, summary=summary), part, crowd)
    kept = [metric for _, metric in _best_first(ranked)[:most]]
    ids = {metric.id for metric in kept}
    ids |= {metric.of for metric in kept if metric.of}
    return frozenset(ids | _related_to(parts, ids))


def names_any(category: str, words: str) -> bool:
    """Whether words, a heading or those of a figure, name one of a category of the lexicon."""
    plain = simplified(words)
    return any(matcher(language, category).found(plain) for language in ("zh", "en"))


def _related_to(parts: Sequence[Candidates], ids: set[str]) -> set[str]:
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
    part: Candidates, told: Mapping[object, int], named: frozenset[str], *, summary: bool
) -> list[tuple[float, Metric]]:
    """The metrics of a part with what speaks for each, in the order of the report."""
    compared = _compared(part.relations)
    aside = names_any("report.aside", part.title)
    words = named | frozenset(_WORD.findall(part.title))
    opened: set[int] = set()
    scored = []
    for each in part.placed:
        metric, value = each.metric, each.metric.point.value
        score = 4.0 * (metric.id in compared or metric.kind is Kind.CHANGE)
        score += 2 * (each.sentence not in opened) + 4 * summary
        twice = told[_identity(metric)] > 1 and _digits(metric) >= _TELLING
        score += 2 * twice - 3 * (twice and each.row)
        score += not words.isdisjoint(_pairs(metric.label))
        score += 2 * names_any("report.whole", _words(metric))
        score += 1.5 * metric.series - 1.5 * bool(metric.review)
        score -= 4 * (each.row and not metric.series) + 6 * (not value) + 5 * aside
        score -= 2 * (metric.kind is Kind.DURATION)
        opened.add(each.sentence)
        scored.append((score, metric))
    return scored


def _crowded(
    scored: Sequence[tuple[float, Metric]], part: Candidates, crowd: Crowd
) -> Iterator[tuple[float, Metric]]:
    """The metrics of a part, each worth less for every one before it; a change in prose stands
    right behind its level where that is worth more: a room asks for both.
    """
    levels, scores = _levels(part), {metric.id: score for score, metric in scored}
    lifted = [
        (max(score, scores.get(levels.get(metric.id, ""), score + _BEHIND) - _BEHIND), metric)
        for score, metric in scored
    ]
    before = 0
    for score, metric in _best_first(lifted):
        follows = levels.get(metric.id, "") in scores
        yield score - crowd.behind(max(0, before - follows)), metric
        before += not follows


def _levels(part: Candidates) -> dict[str, str]:
    """The level of each change of a part that no row of a table prints."""
    rows = {each.metric.id for each in part.placed if each.row}
    ties = [one for one in part.relations if one.kind is RelationKind.CHANGE]
    pairs = [(metric_of(one.get("change") or ""), one.get("level") or "") for one in ties]
    return {change: metric_of(key) for change, key in pairs if change not in rows}


def _compared(relations: Sequence[Relation[Key]]) -> frozenset[str]:
    """The metrics that stand in a comparison: a level with its change, a part with its whole."""
    members = (
        key for relation in relations if relation.kind in _COMPARED for key in relation.members
    )
    return frozenset(metric_of(key) for key in members)


def _pairs(label: str) -> set[str]:
    """The words of a label that could stand in a heading: Chinese by overlapping pairs."""
    return {label[at : at + 2] for at in range(len(label) - 1)} | set(_WORD.findall(label))


def _words(metric: Metric) -> str:
    """What is said of a figure where it stands: its label and the quote that proves it."""
    return f"{metric.label} {metric.point.cite or ''}"


def _digits(metric: Metric) -> int:
    """The digits of a figure as it is printed, as a number without point and last zeros."""
    return int("".join(filter(str.isdecimal, metric.point.written)).strip("0") or 0)


def _identity(metric: Metric) -> object:
    """What makes two printings one figure: 48.62亿 is told again as 486,210.35万."""
    return f"{abs(metric.point.value):.2e}", metric.unit, metric.kind
