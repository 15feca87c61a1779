"""Checks of the charts that an author asks for: what they name, and the rules of honest charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from viewer.model import Chart, Key, Severity, Span
from viewer.proof.chart_rules import RULES, Proposal, Rule
from viewer.proof.charted import ChartedPoint
from viewer.proof.claims import Drawn
from viewer.proof.message_format import shown
from viewer.proof.nearest_id import nearest_id
from viewer.proof.supported import unsupported
from viewer.proof.ties import annotating, ties_of
from viewer.proof.values import Check, Finding, Tried
from viewer.quantities.wording import plain


def _unknown(tried: Tried) -> Iterator[Finding]:
    for chart in tried.section.charts:
        for at, id_ in enumerate(chart.metrics):
            if id_ not in tried.known.metrics:
                near = nearest_id(id_, tried.section, tried.known)
                yield _at(chart, f"metrics[{at}]", id=shown(id_), nearest=near)


def _elsewhere(tried: Tried) -> Iterator[Finding]:
    here = {metric.id for metric in tried.section.metrics}
    for chart in tried.section.charts:
        for at, id_ in enumerate(chart.metrics):
            home = tried.known.homes.get(id_)
            if home is not None and id_ not in here:
                yield _at(chart, f"metrics[{at}]", id=shown(id_), section=shown(home.title))


def _repeated(tried: Tried) -> Iterator[Finding]:
    for chart in tried.section.charts:
        for id_, n in Counter(chart.metrics).items():
            if n > 1:
                yield _at(chart, "metrics", id=shown(id_), n=n)


def _two_charts(tried: Tried) -> Iterator[Finding]:
    first: dict[str, Chart] = {}
    for chart in tried.section.charts:
        for id_ in dict.fromkeys(chart.metrics):
            before = first.setdefault(id_, chart)
            if before is not chart:
                yield _at(chart, "metrics", id=shown(id_), other=shown(before.title))


def _rule(rule: Rule) -> Callable[[Tried], Iterable[Finding]]:
    def find(tried: Tried) -> Iterator[Finding]:
        for chart, proposal in tried.proposals:
            params = rule.breach(proposal)
            if params is not None:
                yield _at(chart, rule.field, **params)

    return find


def with_proposals(tried: Tried) -> Tried:
    """The section with its charts as the compiler would draw them, of its own metrics, signed, and
    with what their findings claim that these do not carry."""
    if not tried.section.charts:
        return tried
    stock = _Stock.of(tried)
    proposals = tuple((chart, stock.proposal(chart)) for chart in tried.section.charts)
    claimed = tuple(
        (chart, wrong)
        for chart in tried.section.charts
        if chart.finding
        for wrong in unsupported(
            chart.finding,
            stock.drawn(chart),
            tried.section.passage.text,
            tried.known.briefing.language,
        )
    )
    return replace(tried, proposals=proposals, unsupported=claimed)


@dataclass(frozen=True, slots=True)
class _Stock:
    """The figures of a section as charts draw them, with what ties them to each other."""

    figures: Mapping[str, tuple[ChartedPoint, ...]]
    wholes: Mapping[str, ChartedPoint]
    ties: Mapping[str, str]
    spans: Mapping[Key, Span]

    @staticmethod
    def of(tried: Tried) -> _Stock:
        figures = _charted(tried)
        named = {metric.of for metric in tried.section.metrics if metric.of}
        wholes = {of: whole for of in named if (whole := _whole(of, figures, tried)) is not None}
        ties = ties_of(tried.section.metrics, tried.section.relations)
        spans = {t.point.key: t.quantity.span for t in tried.trials if t.quantity is not None}
        return _Stock(figures, wholes, ties, spans)

    def listed(self, chart: Chart) -> tuple[ChartedPoint, ...]:
        """The figures that a chart lists, each once."""
        ids = [id_ for id_ in dict.fromkeys(chart.metrics) if id_ in self.figures]
        return tuple(figure for id_ in ids for figure in self.figures[id_])

    def proposal(self, chart: Chart) -> Proposal:
        """A chart for the rules of honest charts to judge: without what stands at other marks."""
        every = self.listed(chart)
        noted = annotating(chart.kind, every, self.ties)
        here = tuple(figure for figure in every if figure.metric.id not in noted)
        log = chart.scale == "log"
        return Proposal(chart.kind, here, self.wholes, log=log, exclusive=chart.exclusive)

    def drawn(self, chart: Chart) -> list[Drawn]:
        """All that a chart shows: what it lists, what is tied to that, and the wholes of parts."""
        listed = self.listed(chart)
        ids = {figure.metric.id for figure in listed}
        tied = [id_ for id_, level in self.ties.items() if level in ids and id_ not in ids]
        more = [figure for id_ in tied for figure in self.figures.get(id_, ())]
        named = {figure.metric.of for figure in (*listed, *more) if figure.metric.of} - ids
        wholes = [self.wholes[of] for of in named if of in self.wholes and of not in tied]
        shown = [self._drawn(figure, ids) for figure in (*listed, *more)]
        return [*shown, *(replace(self._drawn(whole, ids), whole=True) for whole in wholes)]

    def _drawn(self, figure: ChartedPoint, ids: Set[str]) -> Drawn:
        metric, point = figure.metric, figure.point
        names = (plain(metric.label), plain(point.period) if metric.series else "")
        level = self.ties.get(metric.id, "")
        return Drawn(figure, names, level if level in ids else "", span=self.spans.get(point.key))


def _charted(tried: Tried) -> Mapping[str, tuple[ChartedPoint, ...]]:
    found = {trial.point.key: trial.quantity for trial in tried.trials}
    return {
        metric.id: tuple(
            ChartedPoint.of(metric, point, found.get(point.key)) for point in metric.points
        )
        for metric in tried.section.metrics
        if metric.points
    }


def _whole(
    of: str, figures: Mapping[str, tuple[ChartedPoint, ...]], tried: Tried
) -> ChartedPoint | None:
    """The one figure of the metric that others are parts of; it may stand in another section."""
    metric = tried.known.metrics.get(of)
    if of in figures:
        return figures[of][0] if len(figures[of]) == 1 else None
    alone = metric is not None and len(metric.points) == 1
    return ChartedPoint.of(metric, metric.point) if metric is not None and alone else None


def _claimed(what: str) -> Callable[[Tried], Iterable[Finding]]:
    def find(tried: Tried) -> Iterator[Finding]:
        for chart, wrong in tried.unsupported:
            if wrong.what == what:
                yield _at(chart, "finding", words=wrong.words, finding=chart.finding)

    return find


def _lead(tried: Tried) -> Iterator[Finding]:
    section = tried.section
    if section.lead and all(metric.id != section.lead for metric in section.metrics):
        near = nearest_id(section.lead, section, tried.known)
        told = {"id": shown(section.lead), "nearest": near}
        yield Finding(section.place, f"{section.path}.lead", told)


def _at(chart: Chart, field: str, **params: object) -> Finding:
    told = {
        name: shown(value) if isinstance(value, str) else value for name, value in params.items()
    }
    path = f"{chart.path}.{field}" if field else chart.path
    return Finding(chart.place, path, {"chart": shown(chart.title), **told})


CHART_CHECKS: tuple[Check[Tried], ...] = (
    Check("chart-metric-unknown", Severity.ERROR, "a chart of a metric that is none", _unknown),
    Check(
        "chart-metric-elsewhere",
        Severity.ERROR,
        "a chart of a metric that belongs to another section",
        _elsewhere,
    ),
    Check("chart-metric-repeated", Severity.WARNING, "a metric named twice by a chart", _repeated),
    Check("metric-in-two-charts", Severity.NOTE, "a metric drawn in two charts", _two_charts),
    Check("lead-unknown", Severity.ERROR, "a lead figure that is none of its section", _lead),
    *(
        Check(f"finding-{what}", Severity.ERROR, seeks, _claimed(what))
        for what, seeks in (
            ("number", "a number in a finding that no figure of the chart has or makes"),
            ("direction", "a direction in a finding that its figures do not go"),
            ("order", "an order in a finding in which its figures do not stand"),
            ("superlative", "a superlative in a finding that its figures do not carry"),
            ("nothing", "a finding that is no quote and claims nothing that figures could carry"),
        )
    ),
    *(Check(rule.code, rule.severity, rule.seeks, _rule(rule)) for rule in RULES),
)
