"""The rows of the table: every figure of a section with its number written out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from viewer.i18n import Words
from viewer.model import Briefing, Figure, Key, Metric, Point, Qualifier, Section, Standing
from viewer.proof.charted import placed_ends
from viewer.quantities import change_of, format_value, with_sign
from viewer.window.figures.table import FigureRow
from viewer.window.view_models import label_of, written_value


def figure_rows(
    section: Section, figures: Mapping[Key, Figure], briefing: Briefing, words: Words
) -> tuple[FigureRow, ...]:
    """The rows of the table for one section, in text order, those from elsewhere last."""
    labels = {metric.id: metric.label for metric in reversed(section.metrics)}  # the first counts
    rows = [
        (
            _place(point, figures, section),
            replace(
                _row(section, metric, point, figures, briefing, words), base=_base(metric, labels)
            ),
        )
        for metric in section.metrics
        for point in metric.points
    ]
    return tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))


def _place(point: Point, figures: Mapping[Key, Figure], section: Section) -> int:
    figure = figures.get(point.key)
    return figure.quantity.span.start if figure else len(section.passage.text)


def _origin(point: Point, words: Words) -> str:
    """Where a figure is from that is not in the passage."""
    if point.formula:
        return words("table.computed", formula=point.formula)
    return words("table.from", origin=point.origin or "")


def _row(
    section: Section,
    metric: Metric,
    point: Point,
    figures: Mapping[Key, Figure],
    briefing: Briefing,
    words: Words,
) -> FigureRow:
    figure = figures.get(point.key)
    quantity = figure.quantity if figure else None
    change = change_of(metric, point, quantity)
    value = point.value if change is None else change
    said = _signed(value, change, briefing)
    if point.high is not None:
        high = point.high if change is None else placed_ends(metric, point, quantity)[1]
        said = f"{said} – {_signed(high or point.high, change, briefing)}"
    quote = point.cite if point.cite is not None else _origin(point, words)
    return FigureRow(
        key=point.key,
        label=_label(metric, point, words),
        written=" ".join(written_value(metric, point, figure, section.passage.text).split()),
        number=value,
        said_number=said,
        unit=metric.unit,
        bound=_bound(metric, words),
        standing=_standing(metric.standing_at(point), words),
        base="",
        quote=" ".join(quote.split()),
    )


def _signed(value: Decimal, change: Decimal | None, briefing: Briefing) -> str:
    return with_sign(format_value(abs(value) if change else value, briefing.language), change)


def _standing(standing: Standing, words: Words) -> str:
    return "" if standing is Standing.FACT else words(f"chart.standing-{standing.value}")


def _label(metric: Metric, point: Point, words: Words) -> str:
    label = label_of(metric, point)
    return words("review.label", label=label) if metric.review else label


def _bound(metric: Metric, words: Words) -> str:
    exact = metric.qualifier is Qualifier.EXACT
    return "" if exact else words(f"qualifier.{metric.qualifier}")


def _base(metric: Metric, labels: Mapping[str, str]) -> str:
    """What a metric is held against: words, or the label of the metric that it is a part of."""
    if metric.versus:
        return metric.versus
    return labels.get(metric.of, metric.of) if metric.of else ""
