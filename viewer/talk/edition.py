"""The figures of an edition beside those of the one before: which are shown, and what is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from viewer.editions.wording import difference_words
from viewer.i18n import Words
from viewer.model import (
    Briefing,
    Earlier,
    Key,
    Kind,
    Metric,
    Point,
    Section,
    Standing,
)
from viewer.proof.comparison import Comparison, Incomparable, compare, value_of
from viewer.talk.figure import figure_of
from viewer.talk.steps import Compared, Moved, QuotedFigure


def leading_moves(
    briefing: Briefing, sections: Sequence[Section], said: Mapping[Key, QuotedFigure]
) -> list[Moved]:
    """The figures of sections that have a partner in the earlier edition, the leading ones first.

    The lead figure of each section leads; then levels and rates that can be subtracted, facts
    before aims, changes, and what cannot be subtracted; within each in the order of the text.
    """
    partners = {one.key: one for one in briefing.earlier}
    found = [
        (_rank(section, metric, partners[point.key]), _moved(section, metric, point, said, partner))
        for section in sections
        for metric in section.metrics
        for point in metric.points
        if metric.present and (partner := partners.get(point.key)) is not None
    ]
    return [moved for _, moved in sorted(found, key=lambda one: one[0])]


def _rank(section: Section, metric: Metric, partner: Earlier) -> tuple[int, ...]:
    return (
        metric.id != section.lead,
        not partner.comparable,
        metric.standing is not Standing.FACT,
        metric.kind is Kind.CHANGE,
    )


def _moved(
    section: Section,
    metric: Metric,
    point: Point,
    said: Mapping[Key, QuotedFigure],
    partner: Earlier,
) -> Moved:
    return Moved(
        Compared(section, metric, point, said.get(point.key)),
        Compared(partner.section, partner.metric, partner.point, partner.figure),
        partner.edition,
        partner.comparable,
    )


def moved_line(one: Moved, words: Words) -> str:
    """How a measure moved, marked as computed; the reason where nothing may be subtracted."""
    found = _compared(one)
    told = difference_words(found, figure_of(one.now), words)
    return f"{told} · {words('compare.computed')}" if found.difference else told


def _compared(one: Moved) -> Comparison:
    found = compare(figure_of(one.now), figure_of(one.then))
    unlike = found.reason is None and not one.comparable
    return Comparison(Incomparable.PERIODS) if unlike else found


def bars_of(one: Moved) -> tuple[float, float] | None:
    """The lengths of both bars, now and then, as parts of the longer; None where bars would say
    what is not so: amounts below zero, changes, unlike figures or periods."""
    first, second = value_of(figure_of(one.now)), value_of(figure_of(one.then))
    if _compared(one).reason is not None or one.now.metric.kind is Kind.CHANGE:
        return None
    if first is None or second is None or min(first, second) < 0 or not max(first, second):
        return None
    most = max(first, second)
    return float(first / most), float(second / most)
