"""The state of a talk as one frozen value: what both windows are readers of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from viewer.model import Key


class Blank(StrEnum):
    """What covers the audience's picture."""

    NOTHING = ""
    BLACK = "black"
    WHITE = "white"


class Light(StrEnum):
    """What follows the presenter's mouse on the audience's picture."""

    NOTHING = ""
    POINTER = "pointer"
    SPOTLIGHT = "spotlight"


class Pen(StrEnum):
    """What the presenter draws with on the picture."""

    NOTHING = ""
    PEN = "pen"
    HIGHLIGHTER = "highlighter"


class On(StrEnum):
    """What of a figure a stroke lies on."""

    NOTHING = ""
    WORDS = "words"
    MARK = "mark"


Spot = tuple[float, float]
"""A place on a picture, in its widths and heights."""


class Panel(StrEnum):
    """What lies over the presenter's view and takes the keys while it does."""

    NOTHING = ""
    HELP = "help"
    OVERVIEW = "overview"
    GO = "go"
    QUESTION = "question"
    CLICKER = "clicker"


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture: a place of the talk, its chart or its passage alone, the size of type, and
    the place of the figure that its own is compared with."""

    place: int
    zoomed: bool = False
    size: int = 0
    passage: bool = False
    against: int | None = None


@dataclass(frozen=True, slots=True)
class Stroke:
    """A stroke of the presenter on one picture.

    One that lies `on` the words or the mark of the figure `key` is drawn as a line below them or
    around it, wherever they stand in a picture of that place; a free one as its `spots` go.
    """

    pen: Pen
    shown: Shown
    spots: tuple[Spot, ...]
    key: Key | None = None
    on: On = On.NOTHING


@dataclass(frozen=True, slots=True)
class TalkState:
    """Where the talk is and what lies over it.

    `place` is where the presenter is; `held` is the picture that a frozen audience keeps. `typed`
    is the number or the words being typed to go somewhere, `found` the places that they lead to;
    `chosen` is an index into the parts (overview) or into `found`. `back` and `forward` are the
    places left by jumps, the last one the nearest; `left` is the last place in the run, where a
    section kept for questions returns to. `pinned` is a figure that waits for another one to be
    compared with, `against` the one that the present figure is compared with. `size`
    counts steps of + and -. `mouse` is where the pointer is, in widths and heights of the picture.
    `stroke` is being drawn just now, `strokes` are those of all steps. `heard` is the key that the
    clicker page heard last. `hidden` while another program has the displays: nothing of the talk
    is seen, and it stays where it is.
    """

    place: int = 0
    held: Shown | None = None
    blank: Blank = Blank.NOTHING
    light: Light = Light.NOTHING
    mouse: Spot = (0.5, 0.5)
    pen: Pen = Pen.NOTHING
    stroke: Stroke | None = None
    strokes: tuple[Stroke, ...] = ()
    zoomed: bool = False
    passage: bool = False
    pinned: int | None = None
    against: int | None = None
    size: int = 0
    panel: Panel = Panel.NOTHING
    typed: str = ""
    found: tuple[int, ...] = ()
    chosen: int = 0
    back: tuple[int, ...] = ()
    forward: tuple[int, ...] = ()
    left: int = 0
    heard: str = ""
    asking: bool = False
    hidden: bool = False
    ended: bool = False

    @property
    def picture(self) -> Shown:
        """What the presenter is looking at."""
        return Shown(self.place, self.zoomed, self.size, self.passage, self.against)

    @property
    def shown(self) -> Shown:
        """What the audience sees, if nothing covers it."""
        return self.held or self.picture

    @property
    def frozen(self) -> bool:
        """Whether the audience keeps an earlier picture."""
        return self.held is not None
