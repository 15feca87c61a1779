"""Checks of sections by themselves and of the whole file: passages, periods, circles."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.model import Chart, Metric, Place, Section, Severity
from viewer.proof.message_format import CONTROL, code, shown
from viewer.proof.passages import place_in
from viewer.proof.periods import Periods, period_in
from viewer.proof.values import Breach, Check, Known, Tried


def _empty(tried: Tried) -> Iterator[Breach]:
    section = tried.section
    if not section.passage.text.strip():
        yield Breach(section.place, f"{section.path}.passage", {"section": shown(section.title)})


def _steered_passage(tried: Tried) -> Iterator[Breach]:
    """One finding a passage, at its first control character."""
    section = tried.section
    found = [match.start() for match in CONTROL.finditer(section.passage.text)]
    if found:
        char = code(section.passage.text[found[0]])
        yield Breach(
            place_in(section, found[0]),
            f"{section.path}.passage",
            {"section": shown(section.title), "char": char, "n": len(found)},
        )


def _steered_words(tried: Tried) -> Iterator[Breach]:
    """Words of the author that are drawn otherwise than they are written."""
    section = tried.section
    rows: list[tuple[str, Section | Metric | Chart, str]] = [(section.title, section, "title")]
    rows += [(metric.label, metric, "label") for metric in section.metrics]
    rows += [(metric.unit, metric, "unit") for metric in section.metrics]
    rows += [(chart.title, chart, "title") for chart in section.charts]
    for text, home, field in rows:
        found = CONTROL.search(text)
        if found is not None:
            told = {"text": shown(text), "char": code(found.group())}
            yield Breach(home.place, f"{home.path}.{field}", told)


def _repeated(known: Known) -> Iterator[Breach]:
    first: dict[str, Section] = {}
    for section in known.briefing.sections:
        words = "".join(section.passage.text.split())
        before = first.setdefault(words, section) if words else section
        if before is not section:
            told = {
                "section": shown(section.title),
                "other": shown(before.title),
                "line": before.place.line,
            }
            yield Breach(section.place, f"{section.path}.passage", told)


def _circles(known: Known) -> Iterator[Breach]:
    """Metrics that are part of themselves; each circle is told once, at its first metric."""
    done: set[str] = set()
    for id_ in known.metrics:
        path: dict[str, None] = {}
        at: str | None = id_
        while at is not None and at in known.metrics and at not in done and at not in path:
            path[at] = None
            at = known.metrics[at].of
        if at is not None and at in path:
            ring = list(path)[list(path).index(at) :]
            metric = known.metrics[at]
            told = {"label": shown(metric.label), "ring": shown(" → ".join([*ring, at]))}
            yield Breach(metric.place, f"{metric.path}.of", told)
        done.update(path)


def _period_of_file(known: Known) -> Iterator[Breach]:
    briefing = known.briefing
    period = briefing.period
    if not period or any(period_in(one.passage.text, period) for one in briefing.sections):
        return
    if not Periods.of(briefing).hold(period):
        yield Breach(Place(), "period", {"period": shown(briefing.period)})


def _period_of_metrics(known: Known) -> Iterator[Breach]:
    periods: Periods | None = None
    for section in known.briefing.sections:
        for metric in section.metrics:
            for finding, period, outside in _periods(metric):
                if period == known.briefing.period or period_in(section.passage.text, period):
                    continue
                periods = periods or Periods.of(known.briefing)
                if not (periods.hold(period) or (outside and periods.are_past(period))):
                    yield finding


def _periods(metric: Metric) -> Iterator[tuple[Breach, str, bool]]:
    """The periods of a metric, and whether the figure comes from outside the passage: a number of
    an earlier report is of a year that this one need not name."""
    told = {"label": shown(metric.label)}
    if metric.period:
        params = {**told, "period": shown(metric.period)}
        outside = all(point.origin is not None for point in metric.points)
        yield Breach(metric.place, f"{metric.path}.period", params), metric.period, outside
    for point in metric.points:
        if point.period and point.period != metric.period:
            params = {**told, "period": shown(point.period)}
            outside = point.origin is not None
            yield Breach(point.place, f"{point.path}.period", params), point.period, outside


SECTION_CHECKS: tuple[Check[Tried], ...] = (
    Check("section-empty", Severity.WARNING, "a section without words", _empty),
    Check(
        "passage-control",
        Severity.WARNING,
        "a passage with control characters or marks that turn the direction of text",
        _steered_passage,
    ),
    Check(
        "words-control",
        Severity.WARNING,
        "a title, label or unit with such characters",
        _steered_words,
    ),
)

FILE_CHECKS: tuple[Check[Known], ...] = (
    Check("section-repeated", Severity.WARNING, "two sections with one passage", _repeated),
    Check("of-circle", Severity.ERROR, "a metric that is part of itself", _circles),
    Check(
        "briefing-period-unsaid",
        Severity.WARNING,
        "a period of the file that nothing in it speaks of",
        _period_of_file,
    ),
    Check(
        "period-unsaid",
        Severity.WARNING,
        "a period of a metric that the text does not speak of",
        _period_of_metrics,
    ),
)
