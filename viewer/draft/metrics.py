"""From the figures of a passage to metrics: labels, ids, wholes, bases, series and doubts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from viewer.draft.charts import PlacedMetric
from viewer.draft.disambiguation import disambiguated
from viewer.draft.doubts import ROWS, doubts
from viewer.draft.finds import Candidate, Finds
from viewer.draft.periods import PeriodRow, period_rows
from viewer.draft.slugs import Ids
from viewer.i18n import Words
from viewer.model import Key, Kind, Metric, Point, Qualifier, Quantity, Standing
from viewer.quantities import standing_in

_LONGEST_LABEL = 60
_ITEM = re.compile(r"^(?:\d{1,2}\s*(?:\.(?!\d)|[、．)）])|[（(]\d{1,2}[)）]|[①-⑳]|[-*•·])\s*(?=\S)")
_APOSTROPHE = re.compile(r"[A-Za-z]’")
_EDGES = " \t\u3000\xa0，,。；;：:、.!！?？-—…"


@dataclass(frozen=True, slots=True)
class Made:
    """The metrics of a section, and where each stands.

    `keys` names the figure that was made of each find, by its index.
    """

    placed: tuple[PlacedMetric, ...]
    keys: Mapping[int, Key]


def metrics(finds: Finds, ids: Ids, words: Words) -> Made:
    """A metric for each figure of a passage, one for each row of periods."""
    series = {row.points[-1][0]: row for row in period_rows(finds.clauses.text, finds.found)}
    in_series = {at for row in series.values() for at, _ in row.points}
    finds = disambiguated(finds, words, in_series)
    doubted = doubts(finds)
    names: dict[int, str] = {}
    placed: list[PlacedMetric] = []
    keys: dict[int, Key] = {}
    for at, found in enumerate(finds.found):
        if at in in_series and at not in series:
            continue
        metric = _metric(finds, at, ids, words)
        names[at] = metric.id
        keys[at] = metric.id
        codes = doubted[at]
        if at in series:
            metric = _with_series(metric, series[at], finds)
            keys |= {each: f"{metric.id}@{period}" for each, period in series[at].points}
            codes = tuple(code for code in codes if code in ROWS)
        metric = replace(metric, review=_review(codes, words))
        placed.append(
            PlacedMetric(metric, found.sentence, found.paragraph, found.ends_clause, found.row)
        )
    return Made(tuple(_with_wholes(placed, finds, names)), keys)


def _metric(finds: Finds, at: int, ids: Ids, words: Words) -> Metric:
    found = finds.found[at]
    quantity = found.quantity
    label = metric_label(quantity, finds, found, words)
    unit = quantity.unit.strip()
    id_ = ids.metric(label, unit, quantity.kind)
    return Metric(
        id=id_,
        label=label,
        unit=unit,
        kind=quantity.kind,
        points=(point(id_, found, finds),),
        qualifier=quantity.qualifier,
        versus=found.base,
        standing=quantity.standing,
    )


def point(key: str, found: Candidate, finds: Finds, period: str = "") -> Point:
    """The figure as a point whose cite is its quote."""
    quantity = found.quantity
    assert quantity.value is not None
    return Point(
        key=key,
        written=found.written,
        value=quantity.value,
        high=quantity.high,
        cite=found.quote.of(finds.clauses.text),
        period=period,
    )


def metric_label(quantity: Quantity, finds: Finds, found: Candidate, words: Words) -> str:
    """The label that the scanner found; else the words of the quote, else plainly a figure."""
    said = _line(quantity.label)
    if not said:
        around = finds.clauses.text[found.quote.start : found.quote.end]
        said = _line(around.replace(quantity.surface, " "))
    return said or words("draft.label.none")


def _line(text: str) -> str:
    """A label on one line, its quotation marks closed, not longer than a label should be."""
    said = _ITEM.sub("", " ".join(text.split()).strip(_EDGES)).strip(_EDGES)
    for opening, closing in ("“”", "《》", "（）", "()", "‘’"):
        if closing == "’" and _APOSTROPHE.search(said):
            continue
        if said.count(opening) > said.count(closing):
            said = said + closing if said.rfind(opening) > 0 else said.replace(opening, "")
        elif said.count(closing) > said.count(opening):
            said = said.replace(closing, "")
    if len(said) > _LONGEST_LABEL:
        said = re.sub(r"\s\S*$", "", said[:_LONGEST_LABEL]).strip(_EDGES)
    return said


def _with_series(metric: Metric, row: PeriodRow, finds: Finds) -> Metric:
    points = tuple(
        point(f"{metric.id}@{period}", finds.found[at], finds, period) for at, period in row.points
    )
    standings = [_standing_of(finds.found[at].quantity, period) for at, period in row.points]
    common = Standing.FACT if Standing.FACT in standings else standings[0]
    points = tuple(
        one if standing is common else replace(one, standing=standing)
        for one, standing in zip(points, standings, strict=True)
    )
    label = _line(row.label) or metric.label
    return replace(metric, label=label, points=points, series=True, standing=common)


def _standing_of(quantity: Quantity, period: str) -> Standing:
    """What the header of a column says of its figures (2026年预计), else the text around them."""
    return standing_in(period) or quantity.standing


def _review(codes: Sequence[str], words: Words) -> str:
    return words("draft.doubt.comma").join(words(f"draft.doubt.{code}") for code in codes)


def _with_wholes(
    placed: Sequence[PlacedMetric], finds: Finds, names: Mapping[int, str]
) -> list[PlacedMetric]:
    """The metrics with `of`; a whole that is itself said loosely bounds nothing."""
    at_of = {name: at for at, name in names.items()}
    done: list[PlacedMetric] = []
    for each in placed:
        whole = finds.wholes.get(at_of[each.metric.id])
        name = names.get(whole.at) if whole else None
        if name and not each.metric.series and _bounds(finds, whole.at if whole else 0):
            each = replace(each, metric=replace(each.metric, of=name))  # noqa: PLW2901
        done.append(each)
    return done


def _bounds(finds: Finds, at: int) -> bool:
    quantity = finds.found[at].quantity
    return quantity.kind is not Kind.CHANGE and quantity.qualifier is not Qualifier.AT_MOST
