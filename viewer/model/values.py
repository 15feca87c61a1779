"""The briefing as read from its file: sections, metrics, charts, all frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from viewer.model.issue import Place
from viewer.model.quantity import Kind, Qualifier, Quantity, Standing
from viewer.model.relation import Relation
from viewer.model.span import Passage, Span
from viewer.model.talk_plan import PlannedStep

Key = str
"""The identity that words, metric and mark share: a metric's id, or `id@period` in a series."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a metric: a value and the quote that carries it.

    `written` is the value as the file writes it (`1.48亿`), `value` the number; `high` is the upper
    end where the value is a range. Exactly one of `cite` (a quote of the passage), `origin` (where
    a number from outside the passage comes from) and `formula` (what it was computed by) is set.
    `standing` is that of a point of a series which differs from the others (a forecast behind
    facts), None for that of its metric.
    """

    key: Key
    written: str
    value: Decimal
    high: Decimal | None = None
    cite: str | None = None
    origin: str | None = None
    period: str = ""
    standing: Standing | None = None
    formula: str = ""
    place: Place = Place()
    path: str = ""


@dataclass(frozen=True, slots=True)
class Metric:
    """What is measured, in one unit and kind: one point, or a series of points over periods.

    `of` names the metric that is the whole of this part; `versus` says in words what a change is
    measured against. `present` false leaves it out of the talk; `review` says what a draft doubts.
    `terms` name the two figures that the formula of a computed one is of.
    """

    id: str
    label: str
    unit: str
    kind: Kind
    points: tuple[Point, ...]
    qualifier: Qualifier = Qualifier.EXACT
    of: str | None = None
    versus: str | None = None
    period: str = ""
    notes: str = ""
    review: str = ""
    present: bool = True
    series: bool = False
    standing: Standing = Standing.FACT
    terms: tuple[Key, ...] = ()
    place: Place = Place()
    path: str = ""

    @property
    def point(self) -> Point:
        """The only point of a metric that is no series, the last one of a series."""
        return self.points[-1]

    def standing_at(self, point: Point) -> Standing:
        """Whether a point is a fact, or what somebody aims at, plans or expects."""
        return point.standing or self.standing


@dataclass(frozen=True, slots=True)
class Chart:
    """What the author asks to see together. `kind` empty leaves the choice to the grammar.

    `order` is `value` (sorted) or `given` (the author's order means something); `exclusive` says
    that the parts of one whole exclude each other; `scale` is `linear` or `log`. `finding` is the
    sentence over the chart: words of the passage, or what its figures say (see `check`).
    """

    title: str
    metrics: tuple[str, ...]
    kind: str = ""
    note: str = ""
    order: str = "value"
    scale: str = "linear"
    exclusive: bool = False
    id: str = ""
    finding: str = ""
    place: Place = Place()
    path: str = ""

    def id_at(self, number: int) -> str:
        """What it is called as the `number`th chart of its section, counted from 1."""
        return self.id or f"chart-{number}"


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the report: its words, the figures in them and the charts that show those.

    `lead` is the metric that stands out before all others, empty where none does. `left_out` are
    words of the passage whose numbers the author wants to be no figures.
    """

    id: str
    title: str
    passage: Passage
    metrics: tuple[Metric, ...] = ()
    charts: tuple[Chart, ...] = ()
    relations: tuple[Relation[Key], ...] = ()
    notes: str = ""
    minutes: Decimal | None = None
    present: bool = True
    backup: bool = False
    lead: str = ""
    left_out: tuple[str, ...] = ()
    place: Place = Place()
    passage_place: Place = Place()
    path: str = ""

    @property
    def chart_ids(self) -> tuple[str, ...]:
        """What each chart of the author is called: its id, or `chart-` and its number from 1."""
        return tuple(one.id_at(number) for number, one in enumerate(self.charts, 1))


@dataclass(frozen=True, slots=True)
class Source:
    """Where the report was published; shown under the sidebar and on every export."""

    headline: str = ""
    publication: str = ""
    page: str = ""
    date: str = ""
    authors: tuple[str, ...] = ()
    link: str = ""
    note: str = ""


class Figure(NamedTuple):
    """A point proven: its quantity and its quote, both in code points of the section's passage."""

    key: Key
    section_id: str
    quantity: Quantity
    quote: Span


class Earlier(NamedTuple):
    """A figure of the earlier edition that is the same measure as the figure `key` of this one.

    `metric` and `point` stand in `section` of its own file, whose words prove it as `figure`, None
    where they do not say it; `edition` is the title of that file. `comparable` is false where it is
    an amount of a period of another length, so that the two are not subtracted.
    """

    key: Key
    section: Section
    metric: Metric
    point: Point
    figure: Figure | None = None
    edition: str = ""
    comparable: bool = True


@dataclass(frozen=True, slots=True)
class Briefing:
    """A whole data file. `talk` is what the author plans to show, empty for the derived story.

    `previous` is the path of the earlier edition, from the folder of the file; `earlier` are its
    figures that surely are the same measure, which the file itself does not hold.
    """

    title: str
    language: str = "zh-CN"
    period: str = ""
    source: Source = Source()
    minutes: Decimal | None = None
    sections: tuple[Section, ...] = ()
    talk: tuple[PlannedStep, ...] = ()
    previous: str = ""
    earlier: tuple[Earlier, ...] = field(default=(), compare=False)
