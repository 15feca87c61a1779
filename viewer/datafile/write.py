"""Writes a briefing as a data file: one order, one form, so that two versions compare well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from viewer.datafile.default_kind import default_kind
from viewer.datafile.fields import RECORDS, VERSION, Field, FieldType
from viewer.datafile.quoting import block, inline
from viewer.i18n import Words
from viewer.model import (
    Briefing,
    Chart,
    Metric,
    PlannedStep,
    Point,
    Relation,
    Section,
    Source,
    StepKind,
)

SCHEMA = "briefing.schema.json"
"""Where an editor looks for the schema: beside the file, put there by `briefing-viewer schema`."""

_WIDTH = 100
_GUESSED = (FieldType.VALUE, FieldType.VERSION, FieldType.FLAG, FieldType.MINUTES)
"""What may look like a number or a yes without quotation marks."""
_TAUGHT = (
    "label",
    "value",
    "unit",
    "qualifier",
    "standing",
    "kind",
    "versus",
    "of",
    "cite",
    "from",
    "series",
)
Values = Mapping[str, object]


def write_briefing(briefing: Briefing, words: Words | None = None, schema: str = SCHEMA) -> str:
    """The YAML text of a briefing; reading it gives the same briefing, but for the places.

    `words` adds comments that teach the format, in their language. `schema` is the address for
    editors in the first line.
    """
    lines = [f"# yaml-language-server: $schema={schema}"]
    if words is not None:
        lines += _lesson(words)
    lines += _Writer(words).record("briefing", _briefing(briefing), 0)
    return "\n".join(lines) + "\n"


def _lesson(words: Words) -> Iterator[str]:
    for key in ("format.file", "format.comment-quotes", "format.comment-check"):
        yield f"# {words(key)}"
    yield f"# metrics: {words('format.metric')}"
    for key in _TAUGHT:
        yield f"#   {key}: {words(f'format.metric.{key}')}"


class _Writer:
    """Lays out records by the rows of the format."""

    def __init__(self, words: Words | None, defaults: bool = False) -> None:
        self._words, self._defaults = words, defaults

    def record(self, name: str, values: Values, indent: int) -> Iterator[str]:
        """The lines of one record; what equals its default is written only if asked for."""
        for row in RECORDS[name]:
            value = values.get(row.key)
            wanted = row.required and row.type is FieldType.TEXT
            if value in (None, (), [], {}):
                continue
            if value in ("", row.default) and not (wanted or self._defaults):
                continue
            yield from self.field(row, value, indent)

    def field(self, row: Field, value: object, indent: int) -> Iterator[str]:
        """The lines of one field."""
        pad = " " * indent
        if row.type is FieldType.RECORD and isinstance(value, Mapping):
            yield f"{pad}{row.key}:"
            yield from self.record(row.record, value, indent + 2)
        elif row.type is FieldType.RECORDS and isinstance(value, Sequence):
            yield f"{pad}{row.key}:"
            for number, item in enumerate(value, 1):
                yield from self.item(row, item, indent + 2, number)
        elif row.type in (FieldType.LINES, FieldType.IDS, FieldType.FIGURES) and isinstance(
            value, Sequence
        ):
            yield from _list(row.key, [str(item) for item in value], pad)
        else:
            yield f"{pad}{row.key}: {_scalar(row, value, indent + 2)}"

    def item(self, row: Field, item: Values, indent: int, number: int) -> Iterator[str]:
        """The lines of one item of a list of records."""
        pad = " " * indent
        if row.record == "section" and self._words is not None:
            title = " ".join(str(item["title"]).split())
            if number > 1:
                yield ""
            yield pad + "# " + self._words("format.comment-section", number=number, title=title)
        first, *rest = self.record(row.record, item, indent + 2)
        yield f"{pad}- {first.lstrip(' ')}"
        yield from rest


def write_field(row: Field, value: object, indent: int) -> list[str]:
    """The lines of one field, indented by `indent`; a text of several lines is one of them."""
    return list(_Writer(None, defaults=True).field(row, value, indent))


def write_item(row: Field, item: object, indent: int) -> list[str]:
    """The lines of one item of the list `row`, its dash indented by `indent`."""
    if isinstance(item, Mapping):
        return list(_Writer(None, defaults=True).item(row, item, indent, 1))
    return [f"{' ' * indent}- {inline(str(item))}"]


def write_flow(row: Field, value: object, item: bool = False) -> str:
    """A value inside braces or brackets, on one line; `item` for one item of the list `row`."""
    if row.type in (FieldType.RECORD, FieldType.RECORDS) and isinstance(value, Mapping):
        known = (each for each in RECORDS[row.record] if each.key in value)
        told = (f"{each.key}: {write_flow(each, value[each.key])}" for each in known)
        return f"{{{', '.join(told)}}}"
    if isinstance(value, list | tuple) and not item:
        return f"[{', '.join(write_flow(row, one, item=True) for one in value)}]"
    return inline(str(value), guessed=row.type in _GUESSED, flow=True)


def _list(key: str, items: list[str], pad: str) -> Iterator[str]:
    flow = f"{pad}{key}: [{', '.join(inline(item, flow=True) for item in items)}]"
    if len(flow) <= _WIDTH:
        yield flow
        return
    yield f"{pad}{key}:"
    for item in items:
        yield f"{pad}  - {inline(item)}"


def _scalar(row: Field, value: object, indent: int) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    text = str(value)
    if row.type is FieldType.TEXT and (row.key == "passage" or "\n" in text):
        written = block(text, indent)
        if written is not None:
            return written
    return inline(text, guessed=row.type in _GUESSED)


def _briefing(briefing: Briefing) -> Values:
    return {
        "briefing": VERSION,
        "title": briefing.title,
        "language": briefing.language,
        "period": briefing.period,
        "source": _source(briefing.source),
        "previous": briefing.previous,
        "minutes": briefing.minutes,
        "sections": [_section(section) for section in briefing.sections],
        "talk": [_step(step) for step in briefing.talk],
    }


def _step(step: PlannedStep) -> Values:
    one = step.kind is StepKind.FIGURE
    return {
        "step": step.kind.value,
        "section": step.section,
        "chart": step.chart,
        "build": step.build,
        "figure": step.figures[0] if one else "",
        "figures": () if one else step.figures,
        "minutes": step.minutes,
        "notes": step.notes,
    }


def _source(source: Source) -> Values:
    told = {row.key: getattr(source, row.key) for row in RECORDS["source"]}
    return told if any(told.values()) else {}


def _section(section: Section) -> Values:
    return {
        "id": section.id,
        "title": section.title,
        "minutes": section.minutes,
        "present": section.present,
        "backup": section.backup,
        "passage": section.passage.text,
        "notes": section.notes,
        "lead": section.lead,
        "left_out": section.left_out,
        "metrics": [_metric(metric) for metric in section.metrics],
        "charts": [_chart(chart) for chart in section.charts],
        "relations": [_relation(relation) for relation in section.relations],
    }


def _metric(metric: Metric) -> Values:
    computed = any(point.formula for point in metric.points)
    itself = default_kind(metric.unit, metric.versus, computed=computed)
    kind = None if metric.kind is itself else metric.kind.value
    points = [_point(point) for point in metric.points]
    return {
        "id": metric.id,
        "label": metric.label,
        **({"series": points} if metric.series else points[0]),
        "unit": metric.unit,
        "qualifier": metric.qualifier.value,
        "standing": metric.standing.value,
        "kind": kind,
        "versus": metric.versus,
        "of": metric.of,
        "terms": metric.terms,
        "period": metric.period,
        "present": metric.present,
        "notes": metric.notes,
        "review": metric.review,
    }


def _point(point: Point) -> Values:
    return {
        "period": point.period,
        "value": point.written,
        "standing": point.standing and point.standing.value,
        "cite": point.cite,
        "from": point.origin,
        "computed": point.formula,
    }


def _chart(chart: Chart) -> Values:
    return {row.key: getattr(chart, row.key) for row in RECORDS["chart"]}


def _relation(relation: Relation[str]) -> Values:
    return {
        "kind": relation.kind.value,
        **relation.by_role,
        "basis": relation.basis.value,
        "constant_prices": relation.constant_prices,
        "known": relation.known,
        "review": relation.review,
    }
