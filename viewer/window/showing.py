"""What the panes show of a briefing: values made from it, without a widget."""

from __future__ import annotations

from collections.abc import Mapping

from viewer.briefing import Briefing, Key, Metric, Point, Qualifier, Section, Severity, Source
from viewer.figures import format_value
from viewer.pipeline import Opened
from viewer.proof import Figure
from viewer.window.sidebar import ProofLine, SidebarRow
from viewer.window.table import FigureRow
from viewer.words import Words


def sidebar_rows(briefing: Briefing) -> tuple[SidebarRow, ...]:
    """The sections as the sidebar lists them."""
    return tuple(
        SidebarRow(section.title, points_of(section), section.backup)
        for section in briefing.sections
    )


def points_of(section: Section) -> int:
    """How many figures a section has, each period of a series counted."""
    return sum(len(metric.points) for metric in section.metrics)


def proof_line(opened: Opened) -> ProofLine:
    """How many of the figures that quote the passage were found to agree with it.

    Counted over the file as it was read: figures that are not shown, as they did not agree, count.
    """
    if not opened.complete:
        sections = opened.briefing.sections if opened.briefing else ()
        return ProofLine(None, sum(points_of(section) for section in sections))
    errors = sum(issue.severity is Severity.ERROR for issue in opened.issues)
    return ProofLine(len(opened.proof.figures), opened.proof.cited, errors)


def source_lines(source: Source, words: Words) -> str:
    """Where the report was published, a line each, nothing for what is not known."""
    joined = words("window.list-comma").join(source.authors)
    where = " · ".join(part for part in (source.publication, source.page, source.date) if part)
    return "\n".join(line for line in (where, joined) if line)


def said_value(metric: Metric, point: Point, figure: Figure | None, passage: str) -> str:
    """A value as the report writes it, unit and bounding words included."""
    if figure is not None:
        return figure.quantity.words.of(passage)
    unit = metric.unit
    space = "" if not unit or unit.startswith(("%", "％", "‰")) else " "
    return f"{point.written}{space}{unit}"


def figure_rows(
    section: Section, figures: Mapping[Key, Figure], briefing: Briefing, words: Words
) -> tuple[FigureRow, ...]:
    """The rows of the table for one section, in text order, those from elsewhere last."""
    rows = [
        (_place(point, figures, section), _row(section, metric, point, figures, briefing, words))
        for metric in section.metrics
        for point in metric.points
    ]
    return tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))


def selection_line(section: Section, key: Key, figures: Mapping[Key, Figure], words: Words) -> str:
    """Label, value as written and quote of the selected figure, in one line."""
    for metric in section.metrics:
        for point in metric.points:
            if point.key == key:
                said = said_value(metric, point, figures.get(key), section.passage.text)
                told = {"label": _label(metric, point), "value": " ".join(said.split())}
                if point.cite is None:
                    return words("window.selected-foreign", origin=point.origin or "", **told)
                return words("window.selected", quote=" ".join(point.cite.split()), **told)
    return ""


def _place(point: Point, figures: Mapping[Key, Figure], section: Section) -> int:
    figure = figures.get(point.key)
    return figure.quantity.span.start if figure else len(section.passage.text)


def _label(metric: Metric, point: Point) -> str:
    return f"{metric.label} {point.period}".strip() if metric.series else metric.label


def _row(
    section: Section,
    metric: Metric,
    point: Point,
    figures: Mapping[Key, Figure],
    briefing: Briefing,
    words: Words,
) -> FigureRow:
    figure = figures.get(point.key)
    said = format_value(point.value, briefing.language)
    if point.high is not None:
        said = f"{said} – {format_value(point.high, briefing.language)}"
    quote = point.cite if point.cite is not None else words("table.from", origin=point.origin or "")
    return FigureRow(
        key=point.key,
        label=_label(metric, point),
        written=" ".join(said_value(metric, point, figure, section.passage.text).split()),
        number=point.value,
        said_number=said,
        unit=metric.unit,
        bound=_bound(metric, words),
        base=_base(section, metric),
        quote=" ".join(quote.split()),
    )


def _bound(metric: Metric, words: Words) -> str:
    exact = metric.qualifier is Qualifier.EXACT
    return "" if exact else words(f"qualifier.{metric.qualifier}")


def _base(section: Section, metric: Metric) -> str:
    if metric.versus:
        return metric.versus
    whole = next((m for m in section.metrics if m.id == metric.of), None)
    return whole.label if whole else (metric.of or "")
