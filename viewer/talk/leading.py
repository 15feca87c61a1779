"""The figures that stand for a section, or for the whole on the summary and the questions."""

from __future__ import annotations

from collections.abc import Callable

from viewer.talk.steps import Part, Step, Talk

ChartOf = Callable[[Step], str]
"""The id of the chart that shows the figure of a step, empty where none does."""


def headlines(part: Part, most: int, chart_of: ChartOf) -> tuple[Step, ...]:
    """The figures that stand for a section: of each chart the first, then more in text order."""
    steps = part.figures
    if len(steps) <= most:
        return steps
    first: dict[str, Step] = {}
    for step in steps:
        if chart_of(step):
            first.setdefault(chart_of(step), step)
    leading = list(first.values())
    chosen = [*leading, *(step for step in steps if step not in leading)][:most]
    return tuple(step for step in steps if step in chosen)


def leading(talk: Talk, most: int, chart_of: ChartOf) -> tuple[Step, ...]:
    """The figures that stand for the briefing: the first headline of each section, then more."""
    rows = [headlines(part, most, chart_of) for part in talk.agenda]
    turns = (row[turn] for turn in range(most) for row in rows if turn < len(row))
    chosen = list(turns)[:most]
    return tuple(step for row in rows for step in row if step in chosen)
