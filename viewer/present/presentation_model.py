"""What a talk is shown with: its steps, its charts, and how both windows are dressed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtGui import QColor

from viewer.chart import Mark, Scene
from viewer.design import mix, palette
from viewer.i18n import Words
from viewer.i18n.content_language import briefing_words, own_words
from viewer.model import Briefing, Key
from viewer.pipeline import compile_talk, scene_of
from viewer.proof import Figure
from viewer.rendering.style import Style
from viewer.talk import Step, Talk, Written, written

THEMES = ("projector", "light")
"""The themes of the audience's picture: a dark one, and one for a lit room."""


def other_theme(theme: str) -> str:
    """The theme that a change of lights leads to."""
    return THEMES[(THEMES.index(theme) + 1) % len(THEMES)]


@dataclass(frozen=True, slots=True)
class Room:
    """A talk with its scenes by section id, dressed for the projector and for the console.

    `agreeing` of the `cited` figures of the briefing agree with the words that they quote.
    """

    talk: Talk
    scenes: Mapping[str, tuple[Scene, ...]]
    audience: Style
    console: Style
    agreeing: int = 0
    cited: int = 0

    def scene_of(self, step: Step) -> Scene | None:
        """The chart of a step: its own, else the first that shows its figure; else none."""
        return scene_of(self.talk, self.scenes, step)

    def chart_of(self, step: Step) -> str:
        """The id of that chart; empty where there is none."""
        scene = self.scene_of(step)
        return scene.id if scene else ""

    def mark_of(self, step: Step) -> Mark | None:
        """The mark of a step's figure in that chart."""
        scene = self.scene_of(step)
        return scene.by_key.get(step.key) if scene and step.key else None

    def in_theme(self, theme: str) -> Room:
        """The same with the audience's picture in one of `THEMES`."""
        if theme == self.audience.palette.theme:
            return self
        return replace(self, audience=replace(self.audience, palette=palette(theme)))

    def in_motion(self, moves: bool) -> Room:
        """The same with pictures that move into each other, or change at once."""
        if moves is self.audience.motion:
            return self
        return replace(self, audience=replace(self.audience, motion=moves))

    def figure_of(self, step: Step) -> Written:
        """The figure of a step with its sign, its unit and its bound; empty at a title."""
        return written(self.talk, step, self.words_of(step))

    @property
    def source(self) -> str:
        """Where the report was published: publication, page and date; empty where none is known."""
        known = self.talk.briefing.source
        named = " ".join(filter(None, (known.publication, known.page, known.date)))
        return self.audience.words("present.source", source=named) if named else ""

    @property
    def proof(self) -> str:
        """How many figures agree with the original, where all that quote it do."""
        if not self.cited or self.agreeing < self.cited:
            return ""
        return self.audience.words("present.proof", agree=self.agreeing, all=self.cited)

    def words_of(self, step: Step) -> Words:
        """The words for what is told of a step: in the language of its section."""
        return own_words(self.talk.parts[step.part].section, None, self.console.words)


def room_of(briefing: Briefing, figures: Mapping[Key, Figure], style: Style) -> Room:
    """Lay the talk out and compile its charts; `style` gives the words and the faces.

    Raises ViewerError `talk-empty`.
    """
    talk, scenes = compile_talk(briefing, figures, style.words)
    own = briefing_words(briefing, style.words)  # the picture's words, the room's language
    audience = replace(style, words=own, palette=palette("projector"), scale=1.0)
    cited = [
        point.key
        for section in briefing.sections
        for metric in section.metrics
        for point in metric.points
        if point.cite is not None
    ]
    return Room(
        talk,
        scenes,
        audience,
        replace(style, palette=palette("dark"), scale=1.0),
        sum(key in figures for key in cited),
        len(cited),
    )


def dim(style: Style) -> QColor:
    """Words that a step does not light: quiet beside the lit ones, still 7:1 on the page."""
    return QColor(mix(style.palette.page, style.palette.ink, 0.62))
