"""What a talk is shown with: its steps, its charts, and how both windows are dressed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtGui import QColor

from viewer.chart import Mark, Scene, compile_section
from viewer.chart.content_language import own_words
from viewer.design import mix, palette
from viewer.model import Briefing, Key
from viewer.proof import Figure
from viewer.rendering.style import Style
from viewer.talk import Step, Talk, Written, talk_of, written


@dataclass(frozen=True, slots=True)
class Room:
    """A talk with its scenes by section id, dressed for the projector and for the console."""

    talk: Talk
    scenes: Mapping[str, tuple[Scene, ...]]
    audience: Style
    console: Style

    def scene_of(self, step: Step) -> Scene | None:
        """The first chart that shows the figure of a step; of a title step none."""
        scenes = self.scenes[self.talk.parts[step.part].section.id]
        return next((scene for scene in scenes if scene.holds(step.key)), None)

    def mark_of(self, step: Step) -> Mark | None:
        """The mark of a step's figure in that chart."""
        scene = self.scene_of(step)
        return scene.by_key.get(step.key) if scene and step.key else None

    def figure_of(self, step: Step) -> Written:
        """The figure of a step with its sign, its unit and its bound; empty at a title."""
        section = self.talk.parts[step.part].section
        return written(self.talk, step, own_words(section, None, self.console.words))


def room_of(briefing: Briefing, figures: Mapping[Key, Figure], style: Style) -> Room:
    """Lay the talk out and compile its charts; `style` gives the words and the faces.

    Raises ViewerError `talk-empty`.
    """
    talk = talk_of(briefing, figures)
    scenes = {
        part.section.id: compile_section(part.section, briefing, figures, style.words)
        for part in talk.parts
    }
    audience = replace(style, palette=palette("projector"), scale=1.0)
    return Room(talk, scenes, audience, replace(style, palette=palette("dark"), scale=1.0))


def dim(style: Style) -> QColor:
    """Words that a step does not light: quiet beside the lit ones, still 7:1 on the page."""
    return QColor(mix(style.palette.page, style.palette.ink, 0.62))
