"""The figures of a briefing as the rows of one table, numbered as every export numbers them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from viewer.chart.datum import Datum, section_data
from viewer.export.context import Options, Takeaway
from viewer.export.sanitize import one_line
from viewer.i18n import Words
from viewer.model import Briefing, Key, Kind, Metric, Point, Qualifier, Section, Span, Standing
from viewer.proof import Figure
from viewer.quantities import Sourced


class Agreement(StrEnum):
    """Whether a figure agrees with the original words."""

    AGREES = "agrees"
    OUTSIDE = "outside"
    UNPROVEN = "unproven"
    COMPUTED = "computed"
    """Kept from a comparison of two figures."""


@dataclass(frozen=True, slots=True)
class Share:
    """What part of its whole a figure is: computed by the viewer, never said by the report."""

    part: Key
    whole: Key
    ratio: Decimal
    formula: str

    @property
    def percent(self) -> Decimal:
        """In percent, as the values of shares are: to two places."""
        return (self.ratio * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Row:
    """One figure.

    `number` counts from 1 over the whole briefing, in each section in the order of the text;
    `written` is the value as the report has it, `figure` its place in the passage where that is
    proven; `quote` the author's quote, or where a number from outside the passage comes from.
    `as_written` is the value as the charts write it (sign, unit, bound), and `remark` what they
    put beside it: a target, not in the passage. `paragraph` and `character` count from 1 and are 0
    for a figure without a place. `change` is the value of a change with the sign of its words, None
    for anything else and where no word gives a direction; `high` the upper end of a range, signed
    alike.
    """

    number: int
    section: Section
    metric: Metric
    point: Point
    figure: Figure | None
    agreement: Agreement
    written: str
    as_written: str
    remark: str
    base: str
    quote: str
    paragraph: int
    character: int
    share: Share | None
    change: Decimal | None = None
    high: Decimal | None = None
    briefing_period: str = ""

    @property
    def value(self) -> Decimal:
        """The number; of a fall a negative one, though the report prints it without a sign."""
        return self.point.value if self.change is None else self.change

    @property
    def key(self) -> Key:
        """What this row shares with the words and the mark."""
        return self.point.key

    @property
    def label(self) -> str:
        """What is measured, with its period in a series."""
        if self.metric.series and self.point.period:
            return f"{self.metric.label} ({self.point.period})"
        return self.metric.label

    @property
    def period(self) -> str:
        """Of the figure, else of its metric, else of the whole briefing."""
        return self.point.period or self.metric.period or self.briefing_period

    @property
    def shown(self) -> str:
        """The value and the remark as a chart shows them."""
        return " · ".join(filter(None, (one_line(self.as_written), one_line(self.remark))))

    @property
    def standing(self) -> Standing:
        """Whether it is a fact, or what somebody aims at, plans or expects."""
        return self.metric.standing_at(self.point)

    @property
    def kind(self) -> Kind:
        """What the number measures."""
        return self.metric.kind

    @property
    def qualifier(self) -> Qualifier:
        """How firmly the report says it."""
        return self.metric.qualifier


def base_of(row: Row, words: Words) -> str:
    """What a figure is measured against, with its share where the viewer computed one."""
    if row.share is None:
        return row.base
    return f"{row.base} {words('export.computed', formula=row.share.formula)}".strip()


def rows_of(takeaway: Takeaway, options: Options | None = None) -> tuple[Row, ...]:
    """Every figure of the chosen sections; the numbers do not depend on what was chosen."""
    chosen = {s.id for s in (options or Options()).chosen(takeaway.briefing)}
    return tuple(row for row in _all_rows(takeaway) if row.section.id in chosen)


def share_of(metric: Metric, point: Point, metrics: Mapping[str, Metric]) -> Share | None:
    """The part of its whole that `point` is; None without a whole of the same unit, or of zero."""
    whole = metrics.get(metric.of) if metric.of else None
    if whole is None or whole.unit != metric.unit:
        return None
    base = next((p for p in whole.points if p.period == point.period), whole.point)
    if base.value == 0 or base.high is not None or point.high is not None:
        return None
    ratio = point.value / base.value
    sign = "=" if _percent(ratio) == ratio * 100 else "≈"
    formula = f"{_long(point.value)} ÷ {_long(base.value)} {sign} {_percent(ratio):f}%"
    return Share(point.key, base.key, ratio, formula)


def metrics_of(briefing: Briefing) -> dict[str, Metric]:
    """Every metric of the briefing by its id."""
    return {m.id: m for section in briefing.sections for m in section.metrics}


def _all_rows(takeaway: Takeaway) -> Iterator[Row]:
    metrics = metrics_of(takeaway.briefing)
    number = 0
    for section in takeaway.briefing.sections:
        data = section_data(section, takeaway.briefing, takeaway.figures, takeaway.words)
        points = [(metric, point) for metric in section.metrics for point in metric.points]
        points.sort(key=lambda pair: _order(takeaway.figures.get(pair[1].key)))
        for metric, point in points:
            number += 1
            yield _row(number, (metric, point, data[point.key]), section, metrics, takeaway)


def _order(figure: Figure | None) -> tuple[int, int]:
    return (0, figure.quantity.span.start) if figure else (1, 0)


def _row(
    number: int,
    of: tuple[Metric, Point, Datum],
    section: Section,
    metrics: Mapping[str, Metric],
    takeaway: Takeaway,
) -> Row:
    metric, point, datum = of
    figure = takeaway.figures.get(point.key)
    paragraph, character = _place(section, figure.quantity.span if figure else None)
    quantity = figure.quantity if figure else None
    sourced = Sourced(metric, point, section.passage.text, quantity)
    return Row(
        number=number,
        section=section,
        metric=metric,
        point=point,
        figure=figure,
        agreement=_agreement(point, figure),
        written=figure.quantity.words.of(section.passage.text)
        if figure
        else _computed_value(metric, point),
        as_written=datum.as_written,
        remark=datum.remark,
        base=_base(metric, metrics),
        quote=point.cite or point.origin or point.formula,
        paragraph=paragraph,
        character=character,
        share=share_of(metric, point, metrics),
        change=sourced.change,
        high=datum.high,
        briefing_period=takeaway.briefing.period,
    )


def _agreement(point: Point, figure: Figure | None) -> Agreement:
    if figure is not None:
        return Agreement.AGREES
    if point.formula:
        return Agreement.COMPUTED
    return Agreement.OUTSIDE if point.origin else Agreement.UNPROVEN


def _computed_value(metric: Metric, point: Point) -> str:
    """The value of a figure that is not in the passage, with its unit."""
    return point.written if point.written.endswith(metric.unit) else point.written + metric.unit


def _base(metric: Metric, metrics: Mapping[str, Metric]) -> str:
    """What the figure is measured against, in words: the whole, or what a change starts from."""
    whole = metrics.get(metric.of) if metric.of else None
    return metric.versus or (whole.label if whole else "")


def _place(section: Section, span: Span | None) -> tuple[int, int]:
    if span is None:
        return 0, 0
    for number, paragraph in enumerate(section.passage.paragraphs, start=1):
        if paragraph.holds(span):
            return number, span.start - paragraph.start + 1
    return 0, 0


def _percent(ratio: Decimal) -> Decimal:
    """In percent to one place, a half rounded up, as the charts say it."""
    return (ratio * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _long(value: Decimal) -> str:
    """All digits, with separators for thousands."""
    return f"{value:,f}"
