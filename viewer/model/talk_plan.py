"""What the author plans to show in a talk, step by step, as the data file's `talk:` says it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from viewer.model.issue import Place


class StepKind(StrEnum):
    """What one step of a talk shows."""

    TITLE = "title"
    """The opening page: title, source, and how many figures agree with the original."""
    AGENDA = "agenda"
    """The sections that the talk goes through."""
    SECTION = "section"
    """The title of a section with its headline figures."""
    CHART = "chart"
    """One chart as a whole; its figures are steps inside it."""
    FIGURE = "figure"
    """One figure with its words and its chart."""
    COMPARE = "compare"
    """Two figures side by side, with what was computed from them."""
    TARGET = "target"
    """A result beside its target, with how far it is from it."""
    EDITION = "edition"
    """Figures of the earlier edition beside the same measures of this one."""
    TEXT = "text"
    """A paragraph of the passage."""
    SUMMARY = "summary"
    """The lead figures of the sections."""
    QUESTIONS = "questions"
    """The page that stays up while the room asks."""


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One entry of `talk:`. What it shows is named by id: `section`, `chart`, `figures`.

    `chart` is a chart's id, `section/` before it where another section has one of the same id;
    `figures` holds the one figure of a `figure` step, the two of a `compare` step, or the result
    and the target of a `target` step. `build` makes each figure of a chart a step of its own.
    `minutes` is the time planned for it.
    """

    kind: StepKind
    section: str = ""
    chart: str = ""
    figures: tuple[str, ...] = ()
    build: bool = False
    notes: str = ""
    minutes: Decimal | None = None
    place: Place = Place()
    path: str = ""
