"""What is asked to be seen together: by the author, or by kind, unit and paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from viewer.chart.datum import Datum
from viewer.model import Chart
from viewer.proof.chart_rules import ChartProposal
from viewer.proof.charted import whole_of
from viewer.proof.measure import plain_unit
from viewer.proof.ties import annotating
from viewer.quantities.wording import plain

Group = tuple[Datum, ...]
MOST_TOGETHER = 120
"""Figures of one kind, unit and paragraph that no author put together are seen together up to so
many."""
_WHOLE = frozenset({"series", "part"})
"""What is grouped by what it is, and never parted for its number."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Figures to be seen together. `form` empty leaves the choice to the grammar.

    `wholes` finds the whole of a part by the id of its metric; `shown_wholes` are those that this
    chart draws itself, because nobody else does. `notes` are the changes that stand at the end of
    their level, which `ties` names; `bases` names for a level the
    change from which its base is computed, or the base that is printed. `finding` is the
    sentence over the chart, `title` then its topic.
    """

    id: str
    data: Group
    wholes: Mapping[str, Datum]
    shown_wholes: frozenset[str] = frozenset()
    title: str = ""
    finding: str = ""
    note: str = ""
    form: str = ""
    given: bool = False
    log: bool = False
    exclusive: bool = False
    notes: Group = ()
    ties: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    bases: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    authored: bool = False

    def whole_of(self, datum: Datum) -> Datum | None:
        """The whole that `datum` is a part of, if the file names one that fits."""
        return whole_of(datum, self.wholes)

    @property
    def whole(self) -> Datum | None:
        """The one whole that all are parts of; None where there is none, or several."""
        wholes = [self.whole_of(datum) for datum in self.data]
        return wholes[0] if wholes and all(one == wholes[0] for one in wholes) else None

    def proposal(self, kind: str) -> ChartProposal:
        """These figures as a chart of a kind, for the rules of honest charts to judge."""
        return ChartProposal(
            kind, self.data, self.wholes, log=self.log, exclusive=self.exclusive, note=self.note
        )


def authored(
    charts: Iterable[Chart], groups: Mapping[str, Group], wholes: Mapping[str, Datum]
) -> tuple[Ask, ...]:
    """The author's charts in order; an id that names no metric is left out, a repeat too."""
    charts = tuple(charts)
    listed = {metric for chart in charts for metric in chart.metrics}
    asks: list[Ask] = []
    taken = set(listed)
    for number, chart in enumerate(charts, 1):
        ids = [metric for metric in dict.fromkeys(chart.metrics) if metric in groups]
        data = tuple(datum for metric in ids for datum in groups[metric])
        own = _own_wholes(data, groups, taken) if chart.kind in {"", "share"} else frozenset()
        taken |= own
        if data:
            asks.append(_of_chart(chart, number, data, wholes, own))
    return tuple(asks)


def _of_chart(
    chart: Chart, number: int, data: Group, wholes: Mapping[str, Datum], own: frozenset[str]
) -> Ask:
    return Ask(
        id=chart.id_at(number),
        data=data,
        wholes=wholes,
        shown_wholes=own,
        title=chart.title,
        finding=plain(chart.finding),
        note=chart.note,
        form=chart.kind,
        given=chart.order == "given",
        log=chart.scale == "log",
        exclusive=chart.exclusive,
        authored=True,
    )


def _own_wholes(data: Group, groups: Mapping[str, Group], taken: set[str]) -> frozenset[str]:
    """The wholes of these parts that stand in this section and that no chart shows yet."""
    named = {datum.metric.of for datum in data if datum.metric.of}
    return frozenset(
        of
        for of in named
        if of in groups
        and of not in taken
        and any(datum.metric.of == of and _fits(datum, groups) for datum in data)
    )


def noted(ask: Ask, ties: Mapping[str, str]) -> Ask:
    """An ask whose changes of its own figures are annotations of those."""
    apart = annotating(ask.form, ask.data, ties)
    if not apart:
        return ask
    data = tuple(datum for datum in ask.data if datum.metric.id not in apart)
    return replace(with_notes(ask, ask.data, ties), data=data)


def with_notes(ask: Ask, more: Group, ties: Mapping[str, str]) -> Ask:
    """An ask with those of further figures at the ends of its own that are tied to them."""
    here = {datum.metric.id for datum in ask.data}
    notes = tuple(datum for datum in more if ties.get(datum.metric.id) in here)
    return replace(ask, notes=(*ask.notes, *notes), ties=ties) if notes else ask


def gathered(groups: Mapping[str, Group], wholes: Mapping[str, Datum]) -> tuple[Ask, ...]:
    """Group what no author did: series together, parts with their whole, the rest by kind, unit
    and paragraph, in text order."""
    own = {
        datum.metric.of: None
        for group in groups.values()
        for datum in group
        if _fits(datum, groups)
    }
    parted: dict[tuple[object, ...], list[Datum]] = {}
    for metric_id, group in groups.items():
        if metric_id in own and not group[0].metric.of:
            continue
        parted.setdefault(_together(group[0], groups), []).extend(group)
    return tuple(
        _of_group(tuple(part), wholes, own)
        for together, data in parted.items()
        for part in (_few(data) if together[0] not in _WHOLE else (data,))
    )


def _few(data: list[Datum]) -> Iterator[list[Datum]]:
    """At most `MOST_TOGETHER` at a time: a chart is laid out as a whole, seen or not."""
    return (data[at : at + MOST_TOGETHER] for at in range(0, len(data), MOST_TOGETHER))


def _of_group(data: Group, wholes: Mapping[str, Datum], own: Mapping[str | None, None]) -> Ask:
    shown = frozenset(of for datum in data if (of := datum.metric.of) in own and of)
    return Ask(data[0].key, data, wholes, shown)


def _fits(datum: Datum, groups: Mapping[str, Group]) -> bool:
    """Whether `datum` is a part of the figure of the section that its metric names."""
    whole = groups.get(datum.metric.of or "", ())
    return len(whole) == 1 and whole_of(datum, {whole[0].metric.id: whole[0]}) is not None


def _together(datum: Datum, groups: Mapping[str, Group]) -> tuple[object, ...]:
    """What two figures must have in common to be grouped."""
    metric = datum.metric
    if metric.series:
        return ("series", datum.kind, plain_unit(datum.unit))
    if _fits(datum, groups):
        return ("part", metric.of)
    return (datum.kind, plain_unit(datum.unit), metric.versus, datum.paragraph)
