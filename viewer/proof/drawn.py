"""The figures of a section as its charts draw them, for rules and findings to be held against."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import NamedTuple

from viewer.model import Chart, Key, Quantity, Section, Span
from viewer.proof.chart_rules import ChartProposal
from viewer.proof.charted import ChartedPoint
from viewer.proof.claims import Drawn
from viewer.proof.ties import annotating, attached_to, with_wholes
from viewer.proof.values import Known
from viewer.quantities.wording import plain


class Stock(NamedTuple):
    """The figures of a section as charts draw them, with what ties them to each other."""

    figures: Mapping[str, tuple[ChartedPoint, ...]]
    wholes: Mapping[str, ChartedPoint]
    ties: Mapping[str, str]
    spans: Mapping[Key, Span]

    @staticmethod
    def of(section: Section, quantities: Mapping[Key, Quantity], known: Known) -> Stock:
        """The stock of a section; `quantities` are what proves its figures."""
        metrics = with_wholes(section.metrics, section.relations)
        figures = {
            metric.id: tuple(
                ChartedPoint.of(metric, point, quantities.get(point.key)) for point in metric.points
            )
            for metric in metrics
            if metric.points
        }
        named = {metric.of for metric in metrics if metric.of}
        wholes = {of: whole for of in named if (whole := _whole(of, figures, known)) is not None}
        ties = attached_to(metrics, section.relations)
        spans = {key: quantity.span for key, quantity in quantities.items()}
        return Stock(figures, wholes, ties, spans)

    def listed(self, chart: Chart) -> tuple[ChartedPoint, ...]:
        """The figures that a chart lists, each once."""
        ids = [id_ for id_ in dict.fromkeys(chart.metrics) if id_ in self.figures]
        return tuple(figure for id_ in ids for figure in self.figures[id_])

    def proposal(self, chart: Chart) -> ChartProposal:
        """A chart for the rules of honest charts to judge: without what stands at other marks."""
        every = self.listed(chart)
        noted = annotating(chart.kind, every, self.ties)
        here = tuple(figure for figure in every if figure.metric.id not in noted)
        log = chart.scale == "log"
        return ChartProposal(
            chart.kind, here, self.wholes, log=log, exclusive=chart.exclusive, note=chart.note
        )

    def drawn(self, chart: Chart) -> list[Drawn]:
        """All that a chart shows: what it lists, what is tied to that, and the wholes of parts."""
        listed = self.listed(chart)
        ids = {figure.metric.id for figure in listed}
        tied = [id_ for id_, level in self.ties.items() if level in ids and id_ not in ids]
        more = [figure for id_ in tied for figure in self.figures.get(id_, ())]
        named = {figure.metric.of for figure in (*listed, *more) if figure.metric.of}
        wholes = [self.wholes[of] for of in sorted(named - ids - {*tied}) if of in self.wholes]
        shown = [self._drawn(figure, ids) for figure in (*listed, *more)]
        return [*shown, *(self._drawn(whole, ids)._replace(whole=True) for whole in wholes)]

    def _drawn(self, figure: ChartedPoint, ids: Set[str]) -> Drawn:
        metric, point = figure.metric, figure.point
        names = (plain(metric.label), plain(point.period) if metric.series else "")
        level = self.ties.get(metric.id, "")
        return Drawn(figure, names, level if level in ids else "", span=self.spans.get(point.key))


def _whole(
    of: str, figures: Mapping[str, tuple[ChartedPoint, ...]], known: Known
) -> ChartedPoint | None:
    """The one figure of the metric that others are parts of; it may stand in another section."""
    metric = known.metrics.get(of)
    if of in figures:
        return figures[of][0] if len(figures[of]) == 1 else None
    alone = metric is not None and len(metric.points) == 1
    return ChartedPoint.of(metric, metric.point) if metric is not None and alone else None
