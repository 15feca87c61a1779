"""A figure as the room reads it: the number as the report writes it, its unit and its bound."""

from __future__ import annotations

from viewer.i18n import Words
from viewer.model import Metric, Point, Standing
from viewer.quantities.wording import Sourced, Written, in_parts
from viewer.talk.steps import Compared, Step, Talk


def written(talk: Talk, step: Step, words: Words) -> Written:
    """The figure of a step as the passage prints it; as the file writes it where no passage does.

    `words` are in the language of the section. Nothing is written for a title step.
    """
    figure = sourced(talk, step)
    return in_parts(figure, words) if figure is not None else Written("", "")


def sourced(talk: Talk, step: Step) -> Sourced | None:
    """The figure of a step with the words that say it; None for a step without one."""
    if step.metric is None or step.point is None:
        return None
    text = talk.parts[step.part].section.passage.text
    return Sourced(
        step.metric, step.point, text, step.said.quantity if step.said is not None else None
    )


def figure_of(one: Compared) -> Sourced:
    """A figure of a comparison with the words that say it."""
    quantity = one.said.quantity if one.said is not None else None
    return Sourced(one.metric, one.point, one.section.passage.text, quantity)


def label_of(step: Step | Compared) -> str:
    """What a figure measures, with its period where it is one of a series or has its own."""
    if step.metric is None or step.point is None:
        return ""
    period = step.point.period if step.metric.series else step.period
    return f"{step.metric.label} · {period}" if period else step.metric.label


def measured(step: Step, words: Words) -> str:
    """What a figure measures, that it is no fact where it is none, and what it is compared with."""
    base = step.metric.versus if step.metric else None
    against = words("present.versus", versus=base) if base else ""
    said = (label_of(step), standing_of(step.metric, step.point, words), against)
    return " · ".join(filter(None, said))


def standing_of(metric: Metric | None, point: Point | None, words: Words) -> str:
    """That a figure is a target, a plan or a forecast; empty for a fact and where there is none."""
    if metric is None or point is None:
        return ""
    standing = metric.standing_at(point)
    return "" if standing is Standing.FACT else words(f"chart.standing-{standing.value}")


def name_of(talk: Talk, place: int, words: Words) -> str:
    """What a step is called in a list: its section's title, or what its page is for."""
    part, step = talk.part_at(place), talk.steps[place]
    return part.section.title if part.number else words(f"talk.step.{step.kind}")
