"""What the words that a reader selected would be as a figure: read, labelled, quoted, placed."""

from __future__ import annotations

from viewer.datafile.fields import KINDS
from viewer.draft.candidates import finds
from viewer.draft.clauses import Clauses
from viewer.draft.finds import Candidate, Finds
from viewer.draft.metrics import metric_label
from viewer.draft.quotes import quote
from viewer.edit.figure_fields import Proposal
from viewer.i18n import load
from viewer.model import Briefing, Kind, Section, Span


def proposed(briefing: Briefing, section: Section, selected: Span) -> Proposal | None:
    """The figure that the selected words name; None where no number can be read in them."""
    text = section.passage.text
    block = _block(text, selected)
    inside = selected.moved(-block.start)
    found = finds(block.of(text), briefing.language, section.title, inside)
    near = _meant(found, inside)
    if near is None:
        return None
    quantity = near.quantity
    words = quantity.words.moved(block.start)
    place = quote(Clauses.of(text), words) or near.quote.moved(block.start)
    kind = quantity.kind if quantity.kind.value in KINDS else Kind.COUNT
    texts = {
        "label": metric_label(quantity, found, near, load(briefing.language)),
        "value": near.written,
        "unit": quantity.unit.strip(),
        "kind": kind.value,
        "qualifier": quantity.qualifier.value,
        "standing": quantity.standing.value,
        "versus": near.base or "",
        "cite": place.of(text),
    }
    return Proposal(tuple(texts.items()), _fitting(section, texts))


def tight_quote(section: Section, words: Span) -> str:
    """The shortest words around a figure that stand once in its passage."""
    text = section.passage.text
    line = Clauses.of(text).line(words)
    for reach in range(len(line) + 1):
        start, end = max(line.start, words.start - reach), min(line.end, words.end + reach)
        said = text[start:end]
        if text.count(said) == 1 and said.strip() == said:
            return said
    return ""


def _block(text: str, selected: Span) -> Span:
    """The paragraph or the table that holds the selected words."""
    start = text.rfind("\n\n", 0, selected.start)
    end = text.find("\n\n", max(selected.end, selected.start + 1))
    return Span(start + 2 if start >= 0 else 0, end if end >= 0 else len(text))


def _meant(found: Finds, selected: Span) -> Candidate | None:
    """The figure that shares most characters with the selected words."""

    def shared(each: Candidate) -> int:
        words = each.quantity.words
        return min(words.end, selected.end) - max(words.start, selected.start)

    near = max(found.found, key=shared, default=None)
    return near if near is not None and shared(near) > 0 else None


def _fitting(section: Section, texts: dict[str, str]) -> str:
    """The chart whose figures are all measured as this one; empty where the grammar may choose."""
    by_id = {metric.id: metric for metric in section.metrics}
    wanted = (texts["unit"], texts["kind"], texts["versus"])
    for name, chart in zip(section.chart_ids, section.charts, strict=True):
        shown = [by_id[id_] for id_ in chart.metrics if id_ in by_id]
        measured = {(one.unit, one.kind.value, one.versus or "") for one in shown}
        if measured == {wanted} and not any(one.series for one in shown):
            return name
    return ""
