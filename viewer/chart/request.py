"""What is asked to be seen together: by the author, or by kind, unit and paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from viewer.chart.applicability import everything, fits_part, unit_of
from viewer.chart.datum import Datum
from viewer.model import Chart, Kind

Group = tuple[Datum, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """Figures to be seen together. `form` empty leaves the choice to the grammar.

    `wholes` finds the whole of a part by the id of its metric; `shown_wholes` are those that this
    chart draws itself, because nobody else does.
    """

    id: str
    data: Group
    wholes: Mapping[str, Datum]
    shown_wholes: frozenset[str] = frozenset()
    title: str = ""
    note: str = ""
    form: str = ""
    given: bool = False
    log: bool = False
    exclusive: bool = False
    authored: bool = False

    def whole_of(self, datum: Datum) -> Datum | None:
        """The whole that `datum` is a part of, if the file names one that fits."""
        whole = self.wholes.get(datum.metric.of or "")
        return whole if whole is not None and fits_part(datum, whole) else None


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
        id=chart.id or f"chart-{number}",
        data=data,
        wholes=wholes,
        shown_wholes=own,
        title=chart.title,
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
        and any(datum.metric.of == of and fits_part(datum, groups[of][0]) for datum in data)
    )


def with_more(ask: Ask, more: Group) -> Ask:
    """An ask with further figures behind its own."""
    return replace(ask, data=(*ask.data, *more)) if more else ask


def gathered(groups: Mapping[str, Group], wholes: Mapping[str, Datum]) -> tuple[Ask, ...]:
    """Group what no author did: series together, parts with their whole, the rest by kind, unit
    and paragraph, in text order."""
    own = {
        datum.metric.of: None
        for group in groups.values()
        for datum in group
        if datum.metric.of in groups and fits_part(datum, groups[datum.metric.of or ""][0])
    }
    parted: dict[tuple[object, ...], list[Datum]] = {}
    for metric_id, group in groups.items():
        if metric_id in own and not group[0].metric.of:
            continue
        parted.setdefault(_together(group[0], groups), []).extend(group)
    return tuple(_of_group(tuple(data), wholes, own) for data in parted.values())


def _of_group(data: Group, wholes: Mapping[str, Datum], own: Mapping[str | None, None]) -> Ask:
    shown = frozenset(of for datum in data if (of := datum.metric.of) in own and of)
    return Ask(data[0].key, data, wholes, shown)


def is_tied(datum: Datum, groups: Mapping[str, Group]) -> bool:
    """Whether the file ties a change or a rate to another figure of the section: `of` names it."""
    whole = groups.get(datum.metric.of or "")
    if whole is None or datum.metric.series or fits_part(datum, whole[0]):
        return False
    rate = datum.kind is Kind.SHARE and everything(datum) is not None
    return datum.kind is Kind.CHANGE or rate


def _together(datum: Datum, groups: Mapping[str, Group]) -> tuple[object, ...]:
    """What two figures must have in common to be grouped."""
    metric = datum.metric
    if metric.series:
        return ("series", datum.kind, unit_of(datum))
    whole = groups.get(metric.of or "")
    if whole is not None and fits_part(datum, whole[0]):
        return ("part", metric.of)
    return (datum.kind, unit_of(datum), metric.versus, datum.paragraph)
