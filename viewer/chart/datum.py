"""A datum: one figure with all that a chart says about it, gathered from file and proof."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from viewer.chart.scene import Ending
from viewer.i18n import Words
from viewer.model import Briefing, Key, Kind, Metric, Point, Qualifier, Section
from viewer.proof import Figure
from viewer.quantities import change_of, format_value, parse_value, with_sign

ENDINGS = {
    Qualifier.EXACT: Ending.EXACT,
    Qualifier.AT_LEAST: Ending.OPEN,
    Qualifier.AT_MOST: Ending.UNDER,
    Qualifier.APPROX: Ending.SOFT,
}
_SCALES = ("百", "千", "万", "亿")
_LONGEST = 24
_CURRENCIES = frozenset("$€£¥")
"""More digits than this are no help to a reader; the number is then said by its power of ten."""


@dataclass(frozen=True, slots=True)
class Datum:
    """One figure: `value` and `high` signed and finite (None if they are not), its words."""

    metric: Metric
    key: Key
    label: str
    value: Decimal | None
    high: Decimal | None
    unit: str
    said: str
    full: str
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
    def ending(self) -> Ending:
        """How the end of its mark is drawn."""
        return ENDINGS[self.metric.qualifier]


@dataclass(frozen=True, slots=True)
class Context:
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
) -> Context:
    """Gather what `datum` needs, once a section."""
    return Context(section, briefing, figures, words, starts_of(section))


def starts_of(section: Section) -> tuple[int, ...]:
    """Where each paragraph of a section's passage begins."""
    return tuple(span.start for span in section.passage.paragraphs)


def data_of(metric: Metric, ctx: Context) -> tuple[Datum, ...]:
    """Every figure of a metric: one, or one a period."""
    return tuple(_datum(metric, point, ctx) for point in metric.points)


def _datum(metric: Metric, point: Point, ctx: Context) -> Datum:
    figure = ctx.figures.get(point.key)
    sign = _signer(metric, point, figure)
    period = point.period or metric.period
    label = plain(metric.label or metric.id)
    told = period and period != ctx.briefing.period and not metric.series
    return Datum(
        metric=metric,
        key=point.key,
        label=ctx.words("chart.in-period", label=label, period=period) if told else label,
        value=sign(point.value),
        high=sign(point.high),
        unit=plain(metric.unit),
        said=_said(metric, point, figure, ctx),
        full=_full(metric, point, sign(point.value), ctx),
        quote=point.cite or "",
        origin=plain(point.origin or ""),
        period=period,
        paragraph=bisect_right(ctx.starts, figure.quantity.span.start) if figure else 0,
        position=figure.quantity.span.start if figure else len(ctx.section.passage.text),
    )


def _signer(
    metric: Metric, point: Point, figure: Figure | None
) -> Callable[[Decimal | None], Decimal | None]:
    """A change takes the sign that its words give it, or has no value; the rest keep their own."""
    if metric.kind is not Kind.CHANGE or not point.value.is_finite():
        return finite
    change = change_of(metric, point, figure.quantity if figure else None)
    if change is None:
        return lambda value: None
    sign = -1 if change < 0 < point.value else 1
    return lambda value: None if value is None or not value.is_finite() else value * sign


def finite(value: Decimal | None) -> Decimal | None:
    """`value`, or None if it is no finite number."""
    return value if value is not None and value.is_finite() else None


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """`text` on one line, with single spaces."""
    return " ".join(text.split())


def _said(metric: Metric, point: Point, figure: Figure | None, ctx: Context) -> str:
    """The value as the report writes it, with its unit, the word that bounds it, and its sign."""
    if figure is None:
        text, bound = plain(point.written), metric.qualifier
    else:
        text = plain(figure.quantity.words.of(ctx.section.passage.text))
        text = _whole(point) if _scaled_elsewhere(text, point) else text
        told = figure.quantity.qualifier is not Qualifier.EXACT
        bound = Qualifier.EXACT if told else metric.qualifier
    unit = plain(metric.unit)
    if unit in _CURRENCIES and unit not in text:
        text = f"{unit}{text}"
    elif unit and unit not in text and not _same_percent(unit, text):
        clings = unit.startswith(("%", "％", "‰")) or text.endswith(_SCALES)
        text += unit if clings else f" {unit}"
    if metric.kind is Kind.CHANGE:
        sign = _signer(metric, point, figure)(point.value)
        text = with_sign(text, sign)
    if bound is Qualifier.EXACT:
        return text
    return ctx.words(f"chart.{bound.value}", value=text)


def _whole(point: Point) -> str:
    """The value as the file writes it, the thousands of long bare digits parted."""
    written = plain(point.written)
    return digits(point.value) if written.isdecimal() and len(written) > 4 else written


def _scaled_elsewhere(text: str, point: Point) -> bool:
    """Whether the words lack the scale of the value: a cell whose header says 亿元."""
    alone = parse_value(text)
    if alone is None or not alone[0] or not point.value.is_finite():
        return False
    times = abs(point.value / alone[0])
    return times >= 1000 and times.normalize().as_tuple().digits == (1,)


def _same_percent(unit: str, text: str) -> bool:
    return unit in "%％" and any(sign in text for sign in ("%", "％", "百分之"))


def _full(metric: Metric, point: Point, sign: Decimal | None, ctx: Context) -> str:
    """The number in digits with separators, its sign if it is a change, its unit and its bound."""
    text = digits(point.value)
    if point.high is not None:
        text += "–" + digits(point.high)
    unit = plain(metric.unit)
    text += unit if unit in {"%", "％", "‰"} else f" {unit}" if unit else ""
    if metric.kind is Kind.CHANGE:
        text = with_sign(text, sign)
    if metric.qualifier is Qualifier.EXACT:
        return text
    return ctx.words(f"chart.{metric.qualifier.value}", value=text)


def digits(value: Decimal) -> str:
    """The number in digits; by its power of ten if those would be too many to read."""
    if not value.is_finite() or not -_LONGEST < value.adjusted() < _LONGEST:
        return str(value)
    return format_value(value)
