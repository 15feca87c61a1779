"""A figure as the room reads it: the number as the report writes it, its unit and its bound."""

from __future__ import annotations

from viewer.i18n import Words
from viewer.quantities.wording import Sourced, Written, in_parts
from viewer.talk.steps import Step, Talk


def written(talk: Talk, step: Step, words: Words) -> Written:
    """The figure of a step as the passage prints it; as the file writes it where no passage does.

    `words` are in the language of the section. Nothing is written for a title step.
    """
    if step.metric is None or step.point is None:
        return Written("", "")
    text = talk.parts[step.part].section.passage.text
    quantity = step.said.quantity if step.said is not None else None
    return in_parts(Sourced(step.metric, step.point, text, quantity), words)


def label_of(step: Step) -> str:
    """What a figure measures, with its period where it is one of a series."""
    if step.metric is None or step.point is None:
        return ""
    period = step.point.period if step.metric.series else ""
    return f"{step.metric.label} · {period}" if period else step.metric.label


def name_of(talk: Talk, place: int, words: Words) -> str:
    """What a step is called in a list: its section's title, or what its page is for."""
    part, step = talk.part_at(place), talk.steps[place]
    return part.section.title if part.number else words(f"talk.step.{step.kind}")
