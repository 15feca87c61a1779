"""The figures that stand for a section, or for the whole on the summary and the questions."""

from __future__ import annotations

from collections.abc import Callable

from viewer.talk.steps import Part, Step, Talk

ChartOf = Callable[[Step], str]
"""The id of the chart that shows the figure of a step, empty where none does."""


def headlines(part: Part, most: int, chart_of: ChartOf) -> tuple[Step, ...]:
    """The figures that stand for a section, in text order: as many of the ranked ones as asked."""
    chosen = _ranked(part, chart_of)[:most]
    return tuple(step for step in part.figures if step in chosen)


def leading(talk: Talk, most: int, chart_of: ChartOf) -> tuple[Step, ...]:
    """The figures that stand for the briefing: the first of each section, then more of each.

    Of a talk that comes to no section those of all sections that are not kept for questions.
    """
    behind = [part for part in talk.parts if part.number and not part.section.backup]
    parts = talk.agenda or behind
    rows = [_ranked(part, chart_of) for part in parts]
    turns = (row[turn] for turn in range(most) for row in rows if turn < len(row))
    chosen = list(turns)[:most]
    return tuple(step for part in parts for step in part.figures if step in chosen)


def _ranked(part: Part, chart_of: ChartOf) -> list[Step]:
    """The figures of a section, the leading ones first: the author's `lead`, of each chart the
    first, then the others in text order."""
    lead = [step for step in part.figures if step.metric and step.metric.id == part.section.lead]
    first: dict[str, Step] = {}
    for step in part.figures:
        if chart_of(step):
            first.setdefault(chart_of(step), step)
    own = [*lead[:1], *first.values()]
    return [*dict.fromkeys(own), *(step for step in part.figures if step not in own)]
