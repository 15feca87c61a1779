"""The fields of a figure as a sheet shows them, and as the file takes them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from viewer.datafile.default_kind import default_kind
from viewer.datafile.fields import RECORDS
from viewer.draft.slugs import Ids
from viewer.edit.operations import Fields
from viewer.model import Briefing, Kind, Metric, Point

FIELDS = ("label", "value", "unit", "kind", "qualifier", "standing", "versus", "cite")
"""What a sheet asks of a figure, in its order."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A figure as a sheet shows it: texts by `FIELDS`, and the author's chart that it fits."""

    texts: tuple[tuple[str, str], ...]
    chart: str = ""

    def text(self, key: str) -> str:
        """The text of one field."""
        return dict(self.texts).get(key, "")


def proposal_of(metric: Metric, point: Point) -> Proposal:
    """A figure of the file."""
    texts = {
        "label": metric.label,
        "value": point.written,
        "unit": metric.unit,
        "kind": metric.kind.value,
        "qualifier": metric.qualifier.value,
        "standing": metric.standing.value,
        "versus": metric.versus or "",
        "cite": point.cite or "",
    }
    return Proposal(tuple(texts.items()))


def fields_of(texts: Iterable[tuple[str, str]], before: Proposal | None = None) -> Fields:
    """The fields of the file for the texts of a sheet: nothing for what is so by itself, only
    what reads otherwise than `before`."""
    now = dict(texts)
    defaults = {row.key: row.default for row in RECORDS["metric"]}
    defaults["kind"] = default_kind(now["unit"], now["versus"] or None).value
    old = dict(before.texts) if before is not None else {}
    kept = {key: text.strip() if key != "cite" else text for key, text in now.items()}
    told = {
        key: None if not text or text == defaults.get(key) else text for key, text in kept.items()
    }
    touched = {key for key, text in kept.items() if old.get(key) != text}
    if touched & {"unit", "versus"}:  # what a kind is by itself hangs on them
        touched.add("kind")
    return tuple((key, text) for key, text in told.items() if before is None or key in touched)


def new_id(briefing: Briefing, texts: Iterable[tuple[str, str]]) -> str:
    """An id that no metric of the file has."""
    told = dict(texts)
    taken = frozenset(metric.id for section in briefing.sections for metric in section.metrics)
    return Ids(taken).metric(told["label"], told["unit"], Kind(told["kind"]))
