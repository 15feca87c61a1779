"""Checks of the charts that an author asks for: what they name, and the rules of honest charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from viewer.model import Chart, Severity
from viewer.proof.chart_rules import RULES, ChartRule
from viewer.proof.drawn import Stock
from viewer.proof.message_format import shown
from viewer.proof.nearest_id import nearest_id
from viewer.proof.supported import unsupported
from viewer.proof.values import Breach, Check, Tried


def _unknown(tried: Tried) -> Iterator[Breach]:
    for chart in tried.section.charts:
        for at, id_ in enumerate(chart.metrics):
            if id_ not in tried.known.metrics:
                near = nearest_id(id_, tried.section, tried.known)
                yield _at(chart, f"metrics[{at}]", id=shown(id_), nearest=near)


def _elsewhere(tried: Tried) -> Iterator[Breach]:
    here = {metric.id for metric in tried.section.metrics}
    for chart in tried.section.charts:
        for at, id_ in enumerate(chart.metrics):
            home = tried.known.homes.get(id_)
            if home is not None and id_ not in here:
                yield _at(chart, f"metrics[{at}]", id=shown(id_), section=shown(home.title))


def _repeated(tried: Tried) -> Iterator[Breach]:
    for chart in tried.section.charts:
        for id_, n in Counter(chart.metrics).items():
            if n > 1:
                yield _at(chart, "metrics", id=shown(id_), n=n)


def _two_charts(tried: Tried) -> Iterator[Breach]:
    first: dict[str, Chart] = {}
    for chart in tried.section.charts:
        for id_ in dict.fromkeys(chart.metrics):
            before = first.setdefault(id_, chart)
            if before is not chart:
                yield _at(chart, "metrics", id=shown(id_), other=shown(before.title))


def _rule(rule: ChartRule) -> Callable[[Tried], Iterable[Breach]]:
    def find(tried: Tried) -> Iterator[Breach]:
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
    quantities = {t.point.key: t.quantity for t in tried.trials if t.quantity is not None}
    stock = Stock.of(tried.section, quantities, tried.known)
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
    return tried._replace(proposals=proposals, unsupported=claimed)


def _claimed(what: str) -> Callable[[Tried], Iterable[Breach]]:
    def find(tried: Tried) -> Iterator[Breach]:
        for chart, wrong in tried.unsupported:
            if wrong.what == what:
                yield _at(chart, "finding", words=wrong.words, finding=chart.finding)

    return find


def _lead(tried: Tried) -> Iterator[Breach]:
    section = tried.section
    if section.lead and all(metric.id != section.lead for metric in section.metrics):
        near = nearest_id(section.lead, section, tried.known)
        told = {"id": shown(section.lead), "nearest": near}
        yield Breach(section.place, f"{section.path}.lead", told)


def _at(chart: Chart, field: str, **params: object) -> Breach:
    told = {
        name: shown(value) if isinstance(value, str) else value for name, value in params.items()
    }
    path = f"{chart.path}.{field}" if field else chart.path
    return Breach(chart.place, path, {"chart": shown(chart.title), **told})


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
