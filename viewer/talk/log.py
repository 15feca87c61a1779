"""What a talk leaves behind, as lines of text: questions from the room, and the time spent."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.i18n import Words
from viewer.talk.clock import said
from viewer.talk.figure import label_of, name_of, written
from viewer.talk.pace import Plan
from viewer.talk.question import Question
from viewer.talk.rehearsal import LEAST
from viewer.talk.state import Stroke
from viewer.talk.steps import Talk


def questions_text(talk: Talk, questions: Sequence[Question], words: Words) -> str:
    """All questions, each in two lines: when and at which section and figure, then the words."""
    head = words("talk.questions.title", title=talk.briefing.title)
    return "\n".join([head, "", *(_question(one, words) for one in questions)])


def strokes_text(talk: Talk, strokes: Sequence[Stroke], words: Words) -> str:
    """The figures that were drawn on, each in a line and once; empty when there is none."""
    keys = dict.fromkeys(stroke.key for stroke in strokes if stroke.key is not None)
    at = {step.key: place for place, step in reversed(list(enumerate(talk.steps)))}
    lines = [place_text(talk, at[key], words) for key in keys if key in at]
    return "\n".join(["", words("talk.strokes.title"), *lines, ""]) if lines else ""


def time_report(talk: Talk, spent: Sequence[float], plan: Plan | None, words: Words) -> str:
    """Seconds per section against the plan, a line each, the sum at the foot."""
    lines = [words("talk.times.title", title=talk.briefing.title), ""]
    for index, part in enumerate(talk.parts):
        if spent[index] or (part.number and talk.in_run(part.first)):
            name = f"{part.number}. {part.section.title}"
            if not part.number:
                name = name_of(talk, part.first, words)
            lines.append(_time(words, name, spent[index], plan[index] if plan else None))
    planned = sum(plan) if plan else None
    lines.append(_time(words, words("talk.times.sum"), sum(spent), planned))
    return "\n".join(lines) + "\n"


def place_text(talk: Talk, place: int, words: Words) -> str:
    """The section of a place in words, and its figure with the value."""
    step, part = talk.steps[place], talk.part_at(place)
    where = words("talk.questions.section", number=part.number, title=part.section.title)
    if not part.number:
        where = name_of(talk, place, words)
    if step.metric is not None:
        value = written(talk, step, words).whole
        where = words("talk.questions.figure", where=where, label=label_of(step), value=value)
    return where


def _question(question: Question, words: Words) -> str:
    stamp = question.asked.strftime("%Y-%m-%d %H:%M")
    where = question.where
    if question.answered:
        where = words("talk.questions.answered", where=where)
    return f"{stamp}  {where}\n{question.text.strip()}\n"


def _time(words: Words, name: str, spent: float, planned: float | None) -> str:
    key = "talk.times.line" if planned is None else "talk.times.planned"
    shown = said(spent) if spent >= LEAST else "—"
    return words(key, name=name, spent=shown, planned="" if planned is None else said(planned))
