"""What `check` prints for machines: JSON, one object for one file, a list for several."""

from __future__ import annotations

import json
from collections.abc import Sequence

from viewer.commands.checked import Checked
from viewer.i18n import Words
from viewer.i18n.relation_words import rule_words
from viewer.model import Issue, Metric
from viewer.proof import Figure
from viewer.quantities import as_record
from viewer.quantities.direction import change_of
from viewer.quantities.json_record import with_reading

_FIGURE_KEYS = (
    *("start", "end", "surface", "value", "high", "unit", "kind", "qualifier", "change"),
    "standing",
)


def as_json(checked: Sequence[Checked], words: Words) -> str:
    """One object for one file, a list for several."""
    told = [_object(one, words) for one in checked]
    return json.dumps(told[0] if len(told) == 1 else told, ensure_ascii=False, indent=1)


def _object(one: Checked, words: Words) -> dict[str, object]:
    briefing = one.opened.briefing if one.opened else None
    sections = briefing.sections if briefing else ()
    issues = [_issue(issue, words) for issue in one.issues]
    if one.stop is not None:
        issues.append(_stop(one, words))
    return {
        "file": one.file,
        "sections": len(sections),
        "metrics": sum(len(section.metrics) for section in sections),
        "figures": [figure_object(metric, figure) for metric, figure in one.figures()],
        "relations": _relations(one, words),
        "issues": issues,
    }


def figure_object(metric: Metric, figure: Figure) -> dict[str, object]:
    """A proven figure: its section and key, its place in the passage, and how it is read."""
    point = next(one for one in metric.points if one.key == figure.key)
    change = change_of(metric, point, figure.quantity)
    row = as_record(with_reading(figure.quantity, change, metric.standing))
    row = {**row, "kind": metric.kind.value}
    return {
        "section": figure.section_id,
        "metric": figure.key,
        **{key: row[key] for key in _FIGURE_KEYS},
    }


def _relations(one: Checked, words: Words) -> list[dict[str, object]]:
    """Every relation as it was recomputed, the confirmed ones too."""
    return [
        {
            "section": told.section_id,
            "kind": told.relation.kind.value,
            "figures": {role: keys for role, keys in told.relation.by_role.items() if keys},
            "agrees": told.agrees,
            "formula": told.formula,
            "known": told.relation.known,
            "rule": rule_words(told, words),
            "terms": [term._asdict() for term in told.terms],
            "verdict": told.verdict.value,
            "why": told.unjudged.value if told.unjudged else None,
        }
        for told in one.recomputed
    ]


def _issue(issue: Issue, words: Words) -> dict[str, object]:
    return {
        "code": issue.code,
        "severity": issue.severity.value,
        "line": issue.place.line,
        "column": issue.place.column,
        "path": issue.path,
        "message": words.of_issue(issue),
    }


def _stop(one: Checked, words: Words) -> dict[str, object]:
    assert one.stop is not None
    message = words.of_error(one.stop)
    at = {"line": 1, "column": 1, "path": ""}
    return {"code": one.stop.code, "severity": "error", **at, "message": message}
