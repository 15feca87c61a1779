"""Changes as annotations: each a mark of its own, at the end of the level that it is tied to."""

from __future__ import annotations

from dataclasses import replace

from viewer.chart.marks import Marks, mark_of
from viewer.chart.request import Ask
from viewer.chart.scene import Mark, Place
from viewer.design import Role
from viewer.i18n import Words


def marks_with_notes(marks: Marks, ask: Ask, role: Role, words: Words) -> Marks:
    """The marks of a chart, behind each level the annotations that the ask ties to it."""
    if not ask.notes:
        return marks
    keys = {datum.metric.id: datum.key for datum in ask.data}
    notes: dict[str, list[Mark]] = {}
    for datum in ask.notes:
        level = keys[ask.ties[datum.metric.id]]
        note = mark_of(datum, role)
        note = replace(note, place=Place.UNDER, above=level, start=None, end=None)
        notes.setdefault(level, []).append(note)
    done: list[Mark] = []
    for mark in marks:
        here = notes.pop(mark.key, [])
        said = (replace(note, row=mark.row, note=_note(note, mark, words)) for note in here)
        done += (mark, *said)
    return tuple(done)


def _note(note: Mark, level: Mark, words: Words) -> str:
    """An annotation as it is written at its level: against what, else of what, and how much."""
    parts = [note.as_written, note.remark]
    value = " · ".join(part for part in parts if part)
    if note.base:
        return words("chart.note", versus=note.base, value=value)
    return value if note.label == level.label else f"{note.label} {value}"
