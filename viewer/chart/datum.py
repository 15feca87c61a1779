"""A datum: one figure with all that a chart says about it, gathered from file and proof."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from viewer.chart.notation import Treatment, treatment_of
from viewer.chart.scene import BoundStyle
from viewer.i18n import Words
from viewer.i18n.content_language import own_words
from viewer.model import Briefing, Key, Kind, Metric, Point, Qualifier, Section, Standing
from viewer.proof import Figure
from viewer.proof.charted import placed_ends
from viewer.proof.computed import equation
from viewer.quantities.wording import Sourced, as_written, in_digits, outward_bound, plain

ENDINGS = {
    Qualifier.EXACT: BoundStyle.EXACT,
    Qualifier.AT_LEAST: BoundStyle.OPEN,
    Qualifier.AT_MOST: BoundStyle.UNDER,
    Qualifier.APPROX: BoundStyle.SOFT,
}


@dataclass(frozen=True, slots=True)
class Datum:
    """One figure: `value` and `high` signed and finite (None if they are not), its words."""

    metric: Metric
    point: Point
    key: Key
    label: str
    value: Decimal | None
    high: Decimal | None
    outward: Qualifier
    """How it is bounded as seen from zero."""
    unit: str
    as_written: str
    in_digits: str
    remark: str
    """What its treatment means, in words: a target, not in the passage."""
    quote: str
    origin: str
    period: str
    paragraph: int
    """The paragraph of the passage that carries it, from 1; 0 if none does."""
    position: int
    """Where the figure stands in the passage; past the end if it does not."""

    @property
    def kind(self) -> Kind:
        """What the figure measures."""
        return self.metric.kind

    @property
    def ending(self) -> BoundStyle:
        """How the end of its mark is drawn."""
        return ENDINGS[self.outward]

    @property
    def treatment(self) -> Treatment:
        """How the body of its mark is drawn."""
        return treatment_of(self.standing, bool(self.origin), bool(self.point.formula))

    @property
    def equation(self) -> str:
        """The formula of a computed figure with its result; empty for any other."""
        return equation(self.metric, self.as_written) if self.point.formula else ""

    @property
    def standing(self) -> Standing:
        """Whether it is a fact, or what somebody aims at, plans or expects."""
        return self.metric.standing_at(self.point)


@dataclass(frozen=True, slots=True)
class CompileContext:
    """What a section's compile reads from besides the metric itself."""

    section: Section
    briefing: Briefing
    figures: Mapping[Key, Figure]
    words: Words
    """In the language of the section."""
    starts: tuple[int, ...]
    """Where each paragraph begins."""


def context(
    section: Section, briefing: Briefing, figures: Mapping[Key, Figure], words: Words
) -> CompileContext:
    """Gather what `datum` needs, once a section."""
    return CompileContext(section, briefing, figures, words, starts_of(section))


def section_data(
    section: Section, briefing: Briefing, figures: Mapping[Key, Figure], words: Words
) -> dict[Key, Datum]:
    """Every figure of a section as its charts write it, for what lists figures without charts."""
    ctx = context(section, briefing, figures, own_words(section, briefing, words))
    return {datum.key: datum for metric in section.metrics for datum in data_of(metric, ctx)}


def starts_of(section: Section) -> tuple[int, ...]:
    """Where each paragraph of a section's passage begins."""
    return tuple(span.start for span in section.passage.paragraphs)


def data_of(metric: Metric, ctx: CompileContext) -> tuple[Datum, ...]:
    """Every figure of a metric: one, or one a period."""
    return tuple(_datum(metric, point, ctx) for point in metric.points)


def _datum(metric: Metric, point: Point, ctx: CompileContext) -> Datum:
    figure = ctx.figures.get(point.key)
    quantity = figure.quantity if figure else None
    sourced = Sourced(metric, point, ctx.section.passage.text, quantity)
    value, high = placed_ends(metric, point, quantity)
    period = point.period or metric.period
    label = plain(metric.label or metric.id)
    told = period and period != ctx.briefing.period and not metric.series
    return Datum(
        metric=metric,
        point=point,
        key=point.key,
        label=ctx.words("chart.in-period", label=label, period=period) if told else label,
        value=value,
        high=high,
        outward=outward_bound(sourced),
        unit=plain(metric.unit),
        as_written=as_written(sourced, ctx.words),
        in_digits=in_digits(sourced, ctx.words),
        remark=_remark(metric, point, ctx),
        quote=point.cite or "",
        origin=plain(point.origin or ""),
        period=period,
        paragraph=bisect_right(ctx.starts, quantity.span.start) if quantity else 0,
        position=quantity.span.start if quantity else len(sourced.text),
    )


def _remark(metric: Metric, point: Point, ctx: CompileContext) -> str:
    standing = metric.standing_at(point)
    remarks = [] if standing is Standing.FACT else [ctx.words(f"chart.standing-{standing.value}")]
    if point.origin:
        remarks.append(ctx.words("chart.foreign"))
    return " · ".join(remarks)
