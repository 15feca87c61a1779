"""What stands on each page, as values: placed lines, charts and fills, links and their aims."""

from __future__ import annotations

from dataclasses import dataclass, field

from viewer.chart import Scene
from viewer.design import Role
from viewer.export.pdf.page_formats import Frame, PageFormat
from viewer.rendering.typeset.paragraph_layout import Setting


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines `first` up to `last` of a paragraph, the first one's top at `left`, `top`."""

    setting: Setting
    first: int
    last: int
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class ChartOnPage:
    """A chart in its frame, laid out `pixels` wide."""

    scene: Scene
    frame: Frame
    pixels: float


@dataclass(frozen=True, slots=True)
class FilledRectangle:
    """A rectangle of one colour: a rule, an underline, a ground."""

    frame: Frame
    role: Role


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle that leads to the place called `aim`."""

    frame: Frame
    aim: str


@dataclass(frozen=True, slots=True)
class Aim:
    """A place that links and bookmarks lead to: a page, counted from 0, and a height on it."""

    page: int
    top: float


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One line of the outline: its depth from 0, its words, and the aim it leads to."""

    depth: int
    title: str
    aim: str


Placed = Lines | ChartOnPage | FilledRectangle


@dataclass(slots=True)
class Page:
    """One page while it is being filled; `over` is painted last, so that text extracted in
    the order of painting reads on without it."""

    placed: list[Placed] = field(default_factory=list)
    over: list[Placed] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


@dataclass(slots=True)
class Book:
    """All pages, the places in them by name, and the outline."""

    shape: PageFormat
    pages: list[Page] = field(default_factory=list)
    aims: dict[str, Aim] = field(default_factory=dict)
    outline: list[OutlineEntry] = field(default_factory=list)

    def page(self, number: int) -> Page:
        """Page `number`, made with all before it where there are not so many yet."""
        while len(self.pages) <= number:
            self.pages.append(Page())
        return self.pages[number]
