"""The proven briefing as JSON, for other programs.

One object (UTF-8, keys in the order below; a key that has nothing to say holds `null`, `""` or
`[]`, it is never left out):

- `format`: always `"briefing-viewer"`; `version`: 2, raised when a key changes its meaning.
- `title`, `language` (BCP 47, of the passages), `period`, `created` (ISO 8601, UTC).
- `source`: `headline`, `publication`, `page`, `date`, `authors` (array), `link`, `note`.
- `proven`: true when no error was found. `issues`: array of `code`, `severity` (`error`,
  `warning`, `note`), `line`, `column` (of the data file, from 1), `path`, `said` (a sentence).
- `sections`: array of `id`, `title`, `passage` (verbatim), `paragraphs` (array of `[start, end]`),
  `figures`, `charts`, and `notes` when they were asked for.
- a figure: `number` (as all exports count), `key` (`metric` or `metric@period`), `metric`,
  `label`, `period` (of the briefing where it has none of its own), `written`, `value` and `high`
  (the upper end of a range) as the report has them, `change` (the value of a change with the sign
  of its words; null for what is no change and where no word gives a direction), `unit`, `kind`
  (`count` `amount` `share` `change` `duration` ...), `qualifier` (`exact` `at_least` `at_most`
  `approx`), `standing` (`fact` `target` `plan` `forecast`), `of` (a metric's id), `versus`,
  `agreement` (`agrees`, `outside`: from elsewhere, `unproven`: does not agree, `computed`: a
  comparison that was kept), `span` (the figure) and `quote_span`, `quote`, `origin`, `computed`
  (the formula of a kept comparison), `share` (computed by the viewer: `ratio`, `formula`,
  `whole`).
- a chart, of the author or of the viewer: `id` (what `--chart` takes), `title`, `kind` (as it is
  drawn), `metrics` (ids, in the order of the drawing), `finding` (the sentence over it), `note`.
- `relations`: every relation of figures as it was recomputed: `number`, `section`, `kind` (`change`
  `part` `sum` `target` `repeat`), `rule` (the calculation in words), `terms` (array of `role`,
  `key`, `label`, `printed`: signed, as the report prints it), `formula` (with its numbers),
  `verdict` (`agrees`, `disagrees`, `accepted`: disagrees and the author says why, `unjudged`),
  `said` (the verdict in words).

Every span is `[start, end]`, half open, in Unicode code points of the section's `passage`. Values
are JSON numbers with the digits of the report; read them as decimals to lose none.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from decimal import Decimal

from viewer.chart import Scene
from viewer.export.context import Options, Takeaway, Watch
from viewer.export.relation_table import RelationRow, relation_rows
from viewer.export.rows import Row, Share, rows_of
from viewer.export.scenes import chart_id, scenes_of
from viewer.model import Issue, Section, Span

VERSION = 2


def write(takeaway: Takeaway, options: Options, watch: Watch) -> bytes:
    """The object that the head of this file describes."""
    briefing = takeaway.briefing
    rows = rows_of(takeaway, options)
    sections = []
    chosen = options.chosen(briefing)
    for done, section in enumerate(chosen):
        watch.step(done, len(chosen))
        mine = [row for row in rows if row.section is section]
        sections.append(_section(section, mine, takeaway, options))
    whole = {
        "format": "briefing-viewer",
        "version": VERSION,
        "title": briefing.title,
        "language": briefing.language,
        "period": briefing.period,
        "created": takeaway.stamp.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "source": asdict(briefing.source),
        "proven": not takeaway.errors,
        "issues": [_issue(issue, takeaway) for issue in takeaway.issues],
        "sections": sections,
        "relations": [_relation(row) for row in relation_rows(takeaway, options)],
    }
    said = json.dumps(whole, ensure_ascii=False, indent=2)
    return (said + "\n").encode("utf-8", "replace")


def _relation(row: RelationRow) -> dict[str, object]:
    return {
        "number": row.number,
        "section": row.section_id,
        "kind": row.kind.value,
        "rule": row.rule,
        "terms": [
            {"role": term.role, "key": term.key, "label": term.label, "printed": term.printed}
            for term in row.terms
        ],
        "formula": row.formula,
        "verdict": row.verdict.value,
        "said": row.said,
    }


def _issue(issue: Issue, takeaway: Takeaway) -> dict[str, object]:
    return {
        "code": issue.code,
        "severity": issue.severity.value,
        "line": issue.place.line,
        "column": issue.place.column,
        "path": issue.path,
        "said": takeaway.words.of_issue(issue),
    }


def _section(
    section: Section, rows: list[Row], takeaway: Takeaway, options: Options
) -> dict[str, object]:
    said: dict[str, object] = {
        "id": section.id,
        "title": section.title,
        "passage": section.passage.text,
        "paragraphs": [_span(span) for span in section.passage.paragraphs],
        "figures": [_figure(row) for row in rows],
        "charts": [_chart(section, scene, rows) for scene in scenes_of(takeaway, section)],
    }
    if options.notes:
        said["notes"] = section.notes
    return said


def _figure(row: Row) -> dict[str, object]:
    metric, point, figure = row.metric, row.point, row.figure
    return {
        "number": row.number,
        "key": row.key,
        "metric": metric.id,
        "label": metric.label,
        "period": row.period,
        "written": row.written,
        "value": _number(point.value),
        "change": None if row.change is None else _number(row.change),
        "high": None if point.high is None else _number(point.high),
        "unit": metric.unit,
        "kind": metric.kind.value,
        "qualifier": metric.qualifier.value,
        "standing": row.standing.value,
        "of": metric.of,
        "versus": metric.versus,
        "agreement": row.agreement.value,
        "span": _span(figure.quantity.span) if figure else None,
        "quote_span": _span(figure.quote) if figure else None,
        "quote": point.cite or "",
        "origin": point.origin or "",
        "computed": point.formula,
        "share": _share(row.share),
    }


def _share(share: Share | None) -> dict[str, object] | None:
    if share is None:
        return None
    ratio = _number(round(share.ratio, 6))
    return {"ratio": ratio, "formula": share.formula, "whole": share.whole}


def _chart(section: Section, scene: Scene, rows: list[Row]) -> dict[str, object]:
    metrics = {row.key: row.metric.id for row in rows}
    shown = dict.fromkeys(metrics[mark.key] for mark in scene.marks if mark.key in metrics)
    return {
        "id": chart_id(section, scene),
        "title": scene.topic,
        "finding": scene.finding,
        "kind": scene.kind,
        "metrics": list(shown),
        "note": scene.note,
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _number(value: Decimal) -> int | float:
    """Fifteen digits survive as a float, and the reader of the data file lets no more in."""
    return int(value) if value == value.to_integral_value() else float(value)
