"""From records to the frozen values of a briefing, with the rules that bind several fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from viewer.datafile.default_kind import default_kind
from viewer.datafile.fields import SHOWN, WHOLE
from viewer.datafile.issue_collector import Collector
from viewer.datafile.records import Record
from viewer.datafile.scalars import Amount
from viewer.model import (
    LIST_ROLES,
    ROLES,
    Basis,
    Briefing,
    Chart,
    Kind,
    Metric,
    Passage,
    Place,
    PlannedStep,
    Point,
    Qualifier,
    Relation,
    RelationKind,
    Section,
    Source,
    Standing,
    StepKind,
)

_PAIRED = frozenset({StepKind.COMPARE, StepKind.TARGET})
_PAIR = 2
_SOURCES = ("cite", "from", "computed")
"""The keys that say where a figure is from."""


class Builder:
    """Builds one briefing; remembers ids, and which of them were lost to a mistake.

    `holed` are the paths of the sections whose metrics could not all be read by their ids.
    """

    def __init__(self, collector: Collector) -> None:
        self._collector = collector
        self._ids: dict[str, dict[str, Place]] = {"section": {}, "metric": {}, "chart": {}}
        self.lost: set[str] = set()
        self.holed: set[str] = set()

    def briefing(self, record: Record) -> Briefing | None:
        """The briefing as far as it could be read; None when no section could."""
        built = (self._section(one) for one in record.records.get("sections", ()))
        sections = tuple(section for section in built if section)
        if not sections:
            return None
        return Briefing(
            title=record.text("title"),
            language=record.text("language") or "zh-CN",
            period=record.text("period"),
            previous=record.text("previous"),
            source=_source(*record.records.get("source", ())),
            minutes=record.number("minutes"),
            sections=sections,
            talk=tuple(filter(None, map(self._step, record.records.get("talk", ())))),
        )

    def _step(self, record: Record) -> PlannedStep | None:
        """A step of the talk that names what its kind shows, and nothing else."""
        if not record.sound or not record.has("step"):
            return None
        kind = StepKind(record.text("step"))
        shown = SHOWN.get(kind, ())
        if self._strays(record, "step-key", kind, SHOWN, shown or ("notes", "minutes")):
            return None
        if shown and kind not in WHOLE and not record.has(shown[0]):
            path = f"{record.path}.{shown[0]}"
            self._collector.add("key-missing", record.place, path, key=shown[0])
            return None
        figures = record.lists.get("figures") or tuple(filter(None, [record.text("figure")]))
        if kind in _PAIRED and len(set(figures)) != _PAIR:
            at = record.at("figures")
            self._collector.add("step-pair", at, f"{record.path}.figures", n=len(set(figures)))
            return None
        return PlannedStep(
            kind,
            section=record.text("section"),
            chart=record.text("chart"),
            figures=figures,
            build=record.flag("build", False),
            notes=record.text("notes"),
            minutes=record.number("minutes"),
            place=record.place,
            path=record.path,
        )

    def _section(self, record: Record) -> Section | None:
        new = self._new("section", record)
        if _hides_metrics(record):
            self.holed.add(record.path)
        metrics = tuple(m for m in map(self._metric, record.records.get("metrics", ())) if m)
        charts = tuple(c for c in map(self._chart, record.records.get("charts", ())) if c)
        relations = map(self._relation, record.records.get("relations", ()))
        if not record.sound or not new:
            return None
        return Section(
            id=record.text("id"),
            title=record.text("title"),
            passage=Passage(record.text("passage")),
            metrics=metrics,
            charts=charts,
            relations=tuple(relation for relation in relations if relation),
            lead=record.text("lead"),
            left_out=record.lists.get("left_out", ()),
            notes=record.text("notes"),
            minutes=record.number("minutes"),
            present=record.flag("present", True),
            backup=record.flag("backup", False),
            place=record.place,
            passage_place=record.at("passage"),
            path=record.path,
        )

    def _metric(self, record: Record) -> Metric | None:
        new = self._new("metric", record)
        points = self._points(record)
        if not record.sound or not points or not new:
            if new:
                self.lost.add(record.text("id"))
            return None
        unit, versus = record.text("unit"), record.text("versus") or None
        kind = record.text("kind")
        return Metric(
            id=record.text("id"),
            label=record.text("label"),
            unit=unit,
            kind=Kind(kind)
            if kind
            else default_kind(unit, versus, computed=bool(record.text("computed"))),
            points=points,
            qualifier=Qualifier(record.text("qualifier") or Qualifier.EXACT),
            standing=Standing(record.text("standing") or Standing.FACT),
            of=record.text("of") or None,
            terms=record.lists.get("terms", ()),
            versus=versus,
            period=record.text("period"),
            notes=record.text("notes"),
            review=record.text("review"),
            present=record.flag("present", True),
            series=record.has("series"),
            place=record.place,
            path=record.path,
        )

    def _points(self, record: Record) -> tuple[Point, ...]:
        if not record.has("series"):
            return self._only_point(record)
        for key in ("value", *_SOURCES):
            if record.has(key):
                place, path = record.at(key), f"{record.path}.{key}"
                self._collector.add("series-and-value", place, path, key=key)
                record.lost.add(key)
        seen: dict[str, Place] = {}
        points: list[Point] = []
        for row in record.records.get("series", ()):
            point = self._point(row, f"{record.text('id')}@{row.text('period')}")
            if point is None:
                record.lost.add("series")
            elif self._first(seen, row, "period", "period-twice"):
                points.append(point)
        if not points and record.whole and "series" not in record.lost:
            path = f"{record.path}.series"
            self._collector.add("list-empty", record.at("series"), path, key="series")
        return tuple(points)

    def _only_point(self, record: Record) -> tuple[Point, ...]:
        if not record.has("value") and record.whole:
            self._collector.add("key-missing", record.place, f"{record.path}.value", key="value")
        point = self._point(record, record.text("id"))
        return (point,) if point else ()

    def _point(self, record: Record, key: str) -> Point | None:
        amount = record.amount("value")
        sourced = self._sourced(record)
        if amount is None or not sourced or not record.sound:
            return None
        return _point(record, key, amount)

    def _sourced(self, record: Record) -> bool:
        """Whether exactly one of cite, from and computed stands; told where not."""
        there = [key for key in _SOURCES if record.text(key)]
        if len(there) > 1:
            self._collector.add("cite-and-from", record.at(there[1]), f"{record.path}.{there[1]}")
        elif not there and record.whole and not record.lost.intersection(_SOURCES):
            self._collector.add("cite-or-from", record.place, f"{record.path}.cite")
        return len(there) == 1

    def _chart(self, record: Record) -> Chart | None:
        new = self._new("chart", record)
        if record.lost - _BY_ITSELF or not new:
            return None
        return Chart(
            title=record.text("title"),
            metrics=record.lists.get("metrics", ()),
            kind=record.text("kind"),
            finding=record.text("finding"),
            note=record.text("note"),
            order=record.text("order") or "value",
            scale=record.text("scale") or "linear",
            exclusive=record.flag("exclusive", False),
            id=record.text("id"),
            place=record.place,
            path=record.path,
        )

    def _relation(self, record: Record) -> Relation[str] | None:
        if not record.sound or not record.has("kind"):
            return None
        kind = RelationKind(record.text("kind"))
        if self._strays(record, "relation-role", kind, ROLES, ROLES[kind]):
            return None
        return Relation(
            kind,
            tuple(_roles(record, kind)),
            Basis(record.text("basis") or Basis.OTHER),
            record.flag("constant_prices", False),
            record.text("known"),
            record.text("review"),
            record.place,
            record.path,
        )

    def _strays(
        self,
        record: Record,
        code: str,
        kind: StrEnum,
        rows: Mapping[Any, tuple[str, ...]],
        keys: tuple[str, ...],
    ) -> bool:
        """Whether a record has a key of another kind of `rows`, none of its own `keys`; told."""
        others = (key for row in rows.values() for key in row if record.has(key))
        stray = next((key for key in others if key not in keys), "")
        if stray:
            told = {"key": stray, "kind": kind.value, "keys": keys}
            self._collector.add(code, record.at(stray), f"{record.path}.{stray}", **told)
        return bool(stray)

    def _new(self, kind: str, record: Record) -> bool:
        return not record.text("id") or self._first(self._ids[kind], record, "id", "id-twice")

    def _first(self, seen: dict[str, Place], record: Record, key: str, code: str) -> bool:
        """Whether a word that must be the only one is met for the first time; told where not."""
        text = record.text(key)
        place = record.at(key)
        first = seen.setdefault(text, place)
        if first is not place:
            path = f"{record.path}.{key}"
            self._collector.add(code, place, path, text=text, line=first.line)
        return first is place


_BY_ITSELF = frozenset({"kind", "order", "scale", "exclusive"})
"""What of a chart may be left out: one with such a word wrong is built without it, so that all else
that is wrong with it is told in the same go."""


def _hides_metrics(section: Record) -> bool:
    """Whether a section may have metrics that were written but not read, nor their ids."""
    metrics = section.records.get("metrics", ())
    parted = not section.whole or "metrics" in section.partial | section.lost
    return parted or any(not metric.text("id") for metric in metrics)


def _own_standing(record: Record, key: str) -> Standing | None:
    """The standing that a point of a series is given for itself."""
    written = record.text("standing") if "@" in key else ""
    return Standing(written) if written else None


def _point(record: Record, key: str, amount: Amount) -> Point:
    cite = record.text("cite") or None
    formula = record.text("computed")
    return Point(
        key=key,
        written=amount.written,
        value=amount.value,
        high=amount.high,
        cite=cite,
        origin=record.text("from") or None,
        formula=formula,
        period=record.text("period"),
        standing=_own_standing(record, key),
        place=record.at("cite" if cite else "computed" if formula else "from"),
        path=record.path,
    )


def _roles(record: Record, kind: RelationKind) -> Iterator[tuple[str, str]]:
    for role in ROLES[kind]:
        found = record.lists.get(role, ()) if role in LIST_ROLES else (record.text(role),)
        yield from ((role, key) for key in found if key)


def _source(record: Record | None = None) -> Source:
    if record is None:
        return Source()
    return Source(
        headline=record.text("headline"),
        publication=record.text("publication"),
        page=record.text("page"),
        date=record.text("date"),
        authors=record.lists.get("authors", ()),
        link=record.text("link"),
        note=record.text("note"),
    )
