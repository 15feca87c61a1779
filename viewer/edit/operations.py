"""What can be done to a briefing: each operation is a value that knows the changes of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from viewer.datafile.patch import Change, InsertItem, RemoveItem, SetField
from viewer.datafile.source_tree import Plain, path_of
from viewer.edit.lookup import (
    Roles,
    chart_in,
    metric_in,
    point_in,
    relation_in,
    section_in,
    section_of,
)
from viewer.edit.references import item_of, out_of_charts, with_followers, without_metric
from viewer.model import Briefing, Key, PlannedStep, RelationKind, Section, Source, ViewerError
from viewer.proof.related import metric_of

Fields = tuple[tuple[str, str | None], ...]
"""Fields and their new texts, None for one that is to go."""


Record = dict[str, Plain]
"""The fields of a new record as they will stand in the file."""


class Operation(Protocol):
    """One correction. `name` names it in menus (`edit.done.<name>`)."""

    @property
    def name(self) -> str:
        """What it is called."""

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """The changes of the file of `briefing`; ViewerError `edit-gone` where there is none of
        what it names any more."""


@dataclass(frozen=True, slots=True)
class AddMetric:
    """A figure more, at the end of a section; shown in the chart `chart` if one is named."""

    section: str
    fields: Fields
    chart: str = ""
    name: str = "add"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """A record, and its id in the list of the chart."""
        section = section_in(briefing, self.section)
        record, at = _record(self.fields), path_of(section.path)
        made: list[Change] = [InsertItem(at, "metrics", len(section.metrics), record)]
        made += _to_chart(section, self.chart, str(record["id"]))
        quote = str(record.get("cite", ""))
        kept = [said for said in section.left_out if said not in quote and quote not in said]
        if quote and len(kept) < len(section.left_out):
            made.append(SetField(at, "left_out", [*kept] or None))
        return tuple(made)


@dataclass(frozen=True, slots=True)
class KeepComparison:
    """What follows from two figures, as a computed figure at the end of a section."""

    section: str
    record: tuple[tuple[str, Plain], ...]
    name: str = "keep-comparison"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """The record of the metric."""
        section = section_in(briefing, self.section)
        at, number = path_of(section.path), len(section.metrics)
        return (InsertItem(at, "metrics", number, dict(self.record)),)


@dataclass(frozen=True, slots=True)
class ChangeFigure:
    """Other fields of one figure: value and quote of its point, the rest of its metric."""

    key: Key
    fields: Fields
    name: str = "change"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """Each field that reads otherwise than before."""
        metric, point = point_in(briefing, self.key)
        of_point = ("value", "cite", "from", "period") if metric.series else ()
        return tuple(
            _set(point.path if key in of_point else metric.path, key, text)
            for key, text in self.fields
        )


@dataclass(frozen=True, slots=True)
class RemoveMetrics:
    """Figures less, with their places in charts, relations and the talk. What hung on the mark of
    one leaves its chart too.

    `quotes` are the words, by metric, that shall be no figure when the report is drafted again.
    """

    metrics: tuple[str, ...]
    quotes: tuple[tuple[str, str], ...] = ()
    name: str = "remove"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """Every place that names them, and the note of what is no figure."""
        for id_ in self.metrics:
            metric_in(briefing, id_)
        made = [*without_metric(briefing, frozenset(self.metrics))]
        for section in briefing.sections:
            here = {metric.id for metric in section.metrics}
            quotes = [quote for id_, quote in self.quotes if id_ in here and quote]
            new = [*dict.fromkeys([*section.left_out, *quotes])]
            if len(new) > len(section.left_out):
                made.append(SetField(path_of(section.path), "left_out", [*new]))
        return tuple(made)


@dataclass(frozen=True, slots=True)
class AcceptReviews:
    """Figures that a draft doubted, looked at and found right."""

    metrics: tuple[str, ...]
    name: str = "accept"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """The doubts, taken out."""
        found = [metric_in(briefing, id_) for id_ in self.metrics]
        return tuple(
            SetField(path_of(metric.path), "review", None) for metric in found if metric.review
        )


@dataclass(frozen=True, slots=True)
class SetOnAll:
    """One field of several figures at once: all of a chart against the year before."""

    metrics: tuple[str, ...]
    field: str
    text: str
    name: str = "set-on-all"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """The field of each."""
        found = [metric_in(briefing, id_) for id_ in self.metrics]
        return tuple(_set(metric.path, self.field, self.text) for metric in found)


@dataclass(frozen=True, slots=True)
class RelateChange:
    """A change and the figure that changed by it, in place of any other that it was tied to."""

    change: str
    level: str
    name: str = "relate"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """A relation of its section."""
        metric_in(briefing, self.level)
        section = section_of(briefing, self.change)
        old = [
            RemoveItem(*item_of(one.path))
            for one in section.relations
            if one.kind is RelationKind.CHANGE and metric_of(one.get("change") or "") == self.change
        ]
        kind = RelationKind.CHANGE.value
        record: dict[str, Plain] = {"kind": kind, "level": self.level, "change": self.change}
        new = InsertItem(path_of(section.path), "relations", len(section.relations), record)
        return (*old, new)


@dataclass(frozen=True, slots=True)
class ExplainRelation:
    """A calculation that does not agree, with the reason why the report may say so."""

    section: str
    kind: RelationKind
    roles: Roles
    known: str
    name: str = "explain"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """The reason, in place of what the draft doubted of it."""
        found = relation_in(section_in(briefing, self.section), self.kind, self.roles)
        settled = (_set(found.path, "review", None),) if found.review else ()
        return (_set(found.path, "known", self.known), *settled)


@dataclass(frozen=True, slots=True)
class RemoveRelation:
    """A relation less: its figures have nothing to do with each other, and none is a part."""

    section: str
    kind: RelationKind
    roles: Roles
    name: str = "unrelate"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """The record, taken out; what was a part by it is none."""
        found = relation_in(section_in(briefing, self.section), self.kind, self.roles)
        made: list[Change] = [RemoveItem(*item_of(found.path))]
        if self.kind is RelationKind.PART:
            roles = dict(self.roles)
            parts = {metric_of(roles.get(role, "")) for role in ("part", "share")}
            made += [
                _set(metric.path, "of", None)
                for section in briefing.sections
                for metric in section.metrics
                if metric.id in parts and metric.of == metric_of(roles.get("whole", ""))
            ]
        return tuple(made)


@dataclass(frozen=True, slots=True)
class ChangeChart:
    """Other fields of a chart that the author put together."""

    section: str
    chart: str
    fields: Fields
    name: str = "chart"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """Each field."""
        chart = chart_in(section_in(briefing, self.section), self.chart)
        return tuple(_set(chart.path, *field) for field in self.fields)


@dataclass(frozen=True, slots=True)
class NewChart:
    """A chart of figures that no chart of the author shows, or that leave those that do, with what
    is drawn at their marks."""

    section: str
    fields: Fields
    metrics: tuple[str, ...]
    name: str = "new-chart"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """The record, and its figures out of the other charts."""
        section = section_in(briefing, self.section)
        record = _record(self.fields)
        moved = [
            *dict.fromkeys(id_ for one in self.metrics for id_ in with_followers(section, one))
        ]
        record["metrics"] = [*moved]
        new = InsertItem(path_of(section.path), "charts", len(section.charts), record)
        return (*out_of_charts(section, frozenset(moved)), new)


@dataclass(frozen=True, slots=True)
class RemoveChart:
    """A chart less; its figures are put together by themselves."""

    section: str
    chart: str
    name: str = "remove-chart"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """The record, taken out."""
        chart = chart_in(section_in(briefing, self.section), self.chart)
        return (RemoveItem(*item_of(chart.path)),)


@dataclass(frozen=True, slots=True)
class MoveMetric:
    """A figure, and what is drawn at its mark, to another chart of its section; to none, where it
    is put with its like."""

    metric: str
    chart: str
    name: str = "move"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """The ids, out of the lists of charts and into one."""
        section = section_of(briefing, self.metric)
        moved = with_followers(section, self.metric)
        gone = out_of_charts(section, frozenset(moved))
        come = (change for one in moved for change in _to_chart(section, self.chart, one))
        return (*gone, *come)


@dataclass(frozen=True, slots=True)
class MoveChart:
    """A chart to another place among those of its section: before the one with this index."""

    section: str
    chart: str
    before: int
    name: str = "move-chart"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """The record as it stands, elsewhere."""
        section = section_in(briefing, self.section)
        chart = chart_in(section, self.chart)
        return (
            InsertItem(path_of(section.path), "charts", self.before, path_of(chart.path)),
            RemoveItem(*item_of(chart.path)),
        )


@dataclass(frozen=True, slots=True)
class ChangeSection:
    """Other fields of a section: title, notes, lead, minutes, whether the talk shows it."""

    section: str
    fields: Fields
    name: str = "section"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """Each field."""
        section = section_in(briefing, self.section)
        return tuple(_set(section.path, *field) for field in self.fields)


@dataclass(frozen=True, slots=True)
class SetMinutes:
    """The minutes of sections by id, and of steps of the talk by their index.

    `shown` says what each step of `talk:` showed when its minutes were measured: where another one
    stands there by now, nothing is written.
    """

    sections: tuple[tuple[str, str], ...] = ()
    steps: tuple[tuple[int, str], ...] = ()
    shown: tuple[PlannedStep, ...] = ()
    name: str = "minutes"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """The one field of each; ViewerError `edit-gone`."""
        made = [_set(section_in(briefing, id_).path, "minutes", m) for id_, m in self.sections]
        if self.steps and [*map(_what, briefing.talk)] != [*map(_what, self.shown)]:
            raise ViewerError("edit-gone", id="talk")
        return (*made, *(_set(briefing.talk[at].path, "minutes", m) for at, m in self.steps))


@dataclass(frozen=True, slots=True)
class ChangeReport:
    """Other fields of the whole: title and period, and those of its source."""

    fields: Fields
    source: Fields = ()
    name: str = "report"

    def changes(self, briefing: Briefing) -> tuple[Change, ...]:
        """Each field; a source that the file has not yet is added whole."""
        made = tuple(_set("", *field) for field in self.fields)
        if briefing.source != Source():
            return (*made, *(_set("source", *field) for field in self.source))
        record = _record(self.source)
        return (*made, SetField((), "source", record)) if record else made


def _what(step: PlannedStep) -> tuple[object, ...]:
    """What a step shows."""
    return step.kind, step.section, step.chart, step.figures, step.build


def _set(written: str, key: str, text: str | None) -> SetField:
    """Another text of a field, of the record that the path of a value names."""
    return SetField(path_of(written), key, text or None)


def _record(fields: Fields) -> dict[str, Plain]:
    """A new record of the fields that say something."""
    return {key: text for key, text in fields if text}


def _to_chart(section: Section, name: str, metric: str) -> Iterator[Change]:
    """A figure more in the list of a chart; nothing where none is named."""
    if name:
        chart = chart_in(section, name)
        yield InsertItem(path_of(chart.path), "metrics", len(chart.metrics), metric)
