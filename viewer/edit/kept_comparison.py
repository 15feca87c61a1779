"""What follows from two figures as a figure of the file: computed, with its formula."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from viewer.datafile.source_tree import Plain
from viewer.edit.figure_fields import new_id
from viewer.edit.operations import Record
from viewer.i18n import Words
from viewer.i18n.content_language import words_in
from viewer.model import Briefing, Kind, Qualifier
from viewer.proof.comparison import compare, value_of
from viewer.proof.computed import kind_of
from viewer.quantities.wording import Sourced, scaled

QUOTIENT, SHARE, DIFFERENCE = "quotient", "share", "difference"


@dataclass(frozen=True, slots=True)
class StorableResult:
    """One result of a comparison as it may stand in the file: `name` is quotient, share or
    difference; `one` and `other` are its terms in the order of the formula."""

    name: str
    one: Sourced
    other: Sourced
    written: str
    unit: str
    label: str
    approximate: bool = False

    @property
    def formula(self) -> str:
        """Both numbers as the file writes them, and what is done with them."""
        sign = "−" if self.name == DIFFERENCE else "÷"
        return f"{self.one.point.written} {sign} {self.other.point.written}"

    def record(self, briefing: Briefing, label: str) -> Record:
        """The fields of the metric, under an id that the file does not have yet."""
        kind = kind_of(self.name != DIFFERENCE, self.name == SHARE, self.one.metric.kind)
        texts = {"label": label or self.label, "unit": self.unit, "kind": kind.value}
        about = Qualifier.APPROX.value if self.approximate else ""
        terms: list[Plain] = [self.one.point.key, self.other.point.key]
        return {
            "id": new_id(briefing, texts.items()),
            "label": texts["label"],
            "value": self.written,
            **({"unit": self.unit} if self.unit else {}),
            **({"qualifier": about} if about else {}),
            "kind": kind.value,
            "computed": self.formula,
            "terms": terms,
        }


def storable_results(
    briefing: Briefing, one: Sourced, other: Sourced, words: Words
) -> tuple[StorableResult, ...]:
    """What may be kept of a comparison, the most telling first; nothing where nothing follows from
    the two, of changes, and of what was computed itself."""
    either = (one, other)
    if any(each.metric.kind is Kind.CHANGE or each.point.formula for each in either):
        return ()
    found = compare(one, other)
    if found.reason is not None:
        return ()
    return tuple(_results(one, other, words_in(briefing.language, words)))


def _results(one: Sourced, other: Sourced, words: Words) -> Iterator[StorableResult]:
    found = compare(one, other)
    large, small = sorted((one, other), key=lambda each: value_of(each) or Decimal(0), reverse=True)
    labels = {"one": large.metric.label, "other": small.metric.label}
    if found.share is not None:
        part, whole = (one, other) if one.metric.of == other.metric.id else (other, one)
        label = words("compare.kept.share", one=part.metric.label, other=whole.metric.label)
        share = f"{found.share.normalize():f}"
        yield StorableResult(SHARE, part, whole, share, "%", label, found.approximate)
    if found.times is not None and found.difference:
        label = words("compare.kept.quotient", **labels)
        times = f"{found.times.normalize():f}"
        unit = words("compare.kept.times")
        yield StorableResult(QUOTIENT, large, small, times, unit, label, found.approximate)
    if found.difference:
        label = words("compare.kept.difference", **labels)
        unit = words("compare.points") if found.points else large.metric.unit
        size = scaled(found.difference.copy_abs(), words).replace(",", "")
        yield StorableResult(DIFFERENCE, large, small, size, unit, label, found.approximate)
