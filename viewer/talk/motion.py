"""How one picture of a talk becomes the next: what moves is what the change is about."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from viewer.model import StepKind
from viewer.talk.state import Shown
from viewer.talk.steps import Step, Talk


class Move(StrEnum):
    """What is seen of a change: nothing, one picture fading into another, the marks of a chart
    growing in, a chart that stays going to its other place and size, or the light travelling on
    within a section while the passage glides."""

    NOTHING = ""
    FADE = "fade"
    GROW = "grow"
    SHIFT = "shift"
    TRAVEL = "travel"


def move_between(talk: Talk, before: Shown, after: Shown) -> Move:
    """The move from one picture to another.

    A change of type or of what is zoomed is no step of the talk: it is made at once.
    """
    count = len(talk.steps)
    if before == after or max(before.place, after.place) >= count:
        return Move.NOTHING
    if before.place == after.place or replace(before, place=after.place) != after:
        return Move.NOTHING
    one, two = talk.steps[before.place], talk.steps[after.place]
    if after.zoomed or after.passage or one.part != two.part:
        return Move.FADE
    if two.kind is StepKind.CHART and one.chart != two.chart:
        return Move.GROW
    if one.chart and one.chart == two.chart and StepKind.CHART in (one.kind, two.kind):
        return Move.SHIFT
    return Move.TRAVEL if _are_figures(one, two) else Move.FADE


def _are_figures(*steps: Step) -> bool:
    return all(step.kind is StepKind.FIGURE for step in steps)
