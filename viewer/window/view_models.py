"""What the panes show of a briefing: values made from it, without a widget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from viewer import quantities as late
from viewer.i18n import Words, inner
from viewer.i18n.content_language import own_words
from viewer.i18n.relation_words import calculation
from viewer.loading import Opened
from viewer.model import (
    Briefing,
    Figure,
    Issue,
    Key,
    Metric,
    OnDisk,
    Point,
    ProofLine,
    Recomputed,
    Section,
    Severity,
    Source,
    Span,
    Tally,
    Verdict,
)
from viewer.window.passage.relation_marks import MarginNote
from viewer.window.sidebar import SidebarRow

DOUBT = "needs-review"
"""The issue of a figure that a draft doubts until its author has looked."""


def sidebar_rows(briefing: Briefing) -> tuple[SidebarRow, ...]:
    """The sections as the sidebar lists them."""
    return tuple(
        SidebarRow(section.title, points_of(section), section.backup)
        for section in briefing.sections
    )


def points_of(section: Section) -> int:
    """How many figures a section has, each period of a series counted."""
    return sum(len(metric.points) for metric in section.metrics)


def proof_line(
    opened: Opened,
    on_disk: OnDisk = OnDisk.SHOWN,
    refused: Opened | None = None,
    read_at: datetime | None = None,
) -> ProofLine:
    """What the proof line rests on, of what is shown and of its file on the disk.

    Counted over the file as it was read: figures that are not shown, as they did not agree, count.
    """
    if not opened.complete:
        sections = opened.briefing.sections if opened.briefing else ()
        return ProofLine(None, sum(points_of(section) for section in sections))
    counted = Counter(issue.severity for issue in opened.issues)
    return ProofLine(
        len(opened.proof.figures),
        opened.proof.cited,
        counted[Severity.ERROR],
        counted[Severity.WARNING],
        sum(issue.code == DOUBT for issue in opened.issues),
        on_disk,
        sum(issue.severity is Severity.ERROR for issue in refused.issues) if refused else 0,
        clock_time(read_at) if read_at else "",
        Tally.of(opened.proof.recomputed),
    )


def margin_notes(opened: Opened, section: Section, words: Words) -> tuple[MarginNote, ...]:
    """The calculations of a section that do not agree, by the paragraph where each ends."""
    found: dict[Span, list[Recomputed]] = {}
    for one in opened.proof.recomputed:
        if one.verdict is Verdict.DISAGREES:
            place = _place_of(one, section, opened.proof.figures)
            if place is not None:
                found.setdefault(place, []).append(one)
    return tuple(
        MarginNote(
            place,
            "\n\n".join(calculation(one, words) for one in found[place]),
            frozenset(key for one in found[place] for key in one.relation.members),
        )
        for place in sorted(found)
    )


def _place_of(one: Recomputed, section: Section, figures: Mapping[Key, Figure]) -> Span | None:
    """The paragraph of the last figure of a relation, of those in its own section if it has some;
    None where that is another section."""
    terms = [figures[key] for key in one.relation.members if key in figures]
    own = [figure for figure in terms if figure.section_id == one.section_id] or terms
    if not own or own[-1].section_id != section.id:
        return None
    last = max(figure.quantity.span for figure in own if figure.section_id == section.id)
    holding = (span for span in section.passage.paragraphs if span.holds(last))
    return next(holding, None)


def clock_time(at: datetime, now: datetime | None = None) -> str:
    """A time of today as 14:05, of another day with its date before it."""
    today = (now or datetime.now()).date()
    return f"{at:%H:%M}" if at.date() == today else f"{at:%Y-%m-%d %H:%M}"


def first_to_see(issues: Sequence[Issue]) -> Issue | None:
    """The issue that the proof line leads to: the first error, else the first doubt or warning."""
    errors = (issue for issue in issues if issue.severity is Severity.ERROR)
    open_ = (i for i in issues if i.severity is Severity.WARNING or i.code == DOUBT)
    return next(errors, None) or next(open_, None)


def source_lines(source: Source, words: Words) -> str:
    """Where the report was published, a line each, nothing for what is not known."""
    joined = words("window.list-comma").join(source.authors)
    where = " · ".join(part for part in (source.publication, source.page, source.date) if part)
    return "\n".join(line for line in (where, joined) if line)


def written_value(metric: Metric, point: Point, figure: Figure | None, passage: str) -> str:
    """A value as the report writes it, unit and bounding words included."""
    if figure is not None:
        return figure.quantity.words.of(passage)
    unit = metric.unit
    space = "" if not unit or unit.startswith(("%", "％", "‰")) else " "
    return f"{point.written}{space}{unit}"


def written_figure(
    metric: Metric, point: Point, figure: Figure | None, section: Section, words: Words
) -> str:
    """A value as the report writes it; of a change with its sign and what it is held against."""
    quantity = figure.quantity if figure else None
    sourced = late.Sourced(metric, point, section.passage.text, quantity)
    said = late.as_written(sourced, own_words(section, None, words))
    if not metric.versus:
        return said
    return words("window.value-versus", value=said, versus=metric.versus)


def selection_line(section: Section, key: Key, figures: Mapping[Key, Figure], words: Words) -> str:
    """Label, value as written and quote of the selected figure, in one line."""
    for metric in section.metrics:
        for point in metric.points:
            if point.key == key:
                said = written_figure(metric, point, figures.get(key), section, words)
                told = {"label": label_of(metric, point), "value": said}
                if metric.review:
                    doubt = words.of_doubt(metric.review)
                    told["label"] = words("review.selected", label=told["label"], why=doubt)
                if point.formula:
                    return words("window.selected-computed", formula=point.formula, **told)
                if point.cite is None:
                    return words("window.selected-foreign", origin=point.origin or "", **told)
                return words("window.selected", quote=inner(point.cite), **told)
    return ""


def doubted_keys(section: Section) -> frozenset[Key]:
    """The figures of a section that a draft doubts."""
    return frozenset(p.key for metric in section.metrics if metric.review for p in metric.points)


def label_of(metric: Metric, point: Point) -> str:
    """The label of a figure, with its period in a series."""
    return f"{metric.label} {point.period}".strip() if metric.series else metric.label
