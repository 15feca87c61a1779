"""A scene in its place: boxes, bars, curves and lines of text in pixels from the top left."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from viewer.chart.layout.extent import PLAIN, RowStyle
from viewer.chart.layout.sizes import Face, Measure, Sizes
from viewer.chart.notation import Treatment
from viewer.chart.scene import BoundStyle
from viewer.design import Role
from viewer.model import Key


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def meets(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x + 0.01 < other.right
            and other.x + 0.01 < self.right
            and self.y + 0.01 < other.bottom
            and other.y + 0.01 < self.bottom
        )

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom


class Align(StrEnum):
    """Where a line of text stands in its box."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text in a box, each line `face.height` high; `key` is empty for a chart's own.

    `whole` is the text itself where the lines had to leave some of it out.
    """

    box: Box
    lines: tuple[str, ...]
    face: Face
    role: Role
    align: Align = Align.LEFT
    key: Key = ""
    elided: bool = False
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar; its figure's end lies at `tip`: right, left, top or bottom of the box.

    `room` is how far beyond the tip the arrow of a bound may reach: to the end of the track of a
    share, None where nothing limits it.
    """

    box: Box
    role: Role
    key: Key = ""
    ending: BoundStyle = BoundStyle.EXACT
    tip: str = "right"
    treatment: Treatment = Treatment.SOLID
    room: float | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """The whole behind a bar, full (filled) or the stage before (outlined)."""

    box: Box
    key: Key = ""
    outlined: bool = False


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A thin line: zero, a hundred percent, an axis, a leader."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: Role = Role.FAINT


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a line, or a place on a log axis; values grow on towards `tip`: top, bottom for
    a value below zero, right on a log axis."""

    x: float
    y: float
    role: Role
    key: Key
    ending: BoundStyle = BoundStyle.EXACT
    quiet: bool = False
    tip: str = "top"
    treatment: Treatment = Treatment.SOLID


@dataclass(frozen=True, slots=True)
class Curve:
    """One line through its points; None is a gap.

    `dashed` says of each step from a point to the next whether it leads to or from what is no fact
    of the passage; empty where every step is solid.
    """

    points: tuple[tuple[float, float] | None, ...]
    role: Role
    keys: tuple[Key, ...] = ()
    dashed: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class HitArea:
    """Where the pointer means `key`."""

    box: Box
    key: Key


@dataclass(frozen=True, slots=True)
class PlotAxis:
    """A line with ticks along the bottom of a plot."""

    box: Box
    ticks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Everything of a scene at one width; `plot` is the area of bars and curves.

    `latent` are values that are written only while their figure is lit; without `ground` the scene
    stands on the page, in no box.
    """

    width: float
    height: float
    plot: Box
    texts: tuple[Text, ...] = ()
    tracks: tuple[Track, ...] = ()
    bars: tuple[Bar, ...] = ()
    rules: tuple[RuleLine, ...] = ()
    curves: tuple[Curve, ...] = ()
    dots: tuple[Dot, ...] = ()
    hits: tuple[HitArea, ...] = ()
    axes: tuple[PlotAxis, ...] = ()
    stroke: float = 2.0
    latent: tuple[Text, ...] = ()
    ground: bool = True

    def at(self, x: float, y: float) -> Key:
        """The key that the pointer means at a place; empty for none."""
        return next((hit.key for hit in self.hits if hit.box.holds(x, y)), "")

    def box_of(self, key: Key) -> Box | None:
        """Where the mark of `key` stands."""
        return next((hit.box for hit in self.hits if hit.key == key), None)


@dataclass(slots=True)
class Sheet:
    """What has been placed so far; `y` is where the next thing goes."""

    width: float
    sizes: Sizes
    measure: Measure
    y: float = 0.0
    texts: list[Text] = field(default_factory=list)
    tracks: list[Track] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    rules: list[RuleLine] = field(default_factory=list)
    curves: list[Curve] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    hits: list[HitArea] = field(default_factory=list)
    axes: list[PlotAxis] = field(default_factory=list)
    plot: Box = Box(0, 0, 0, 0)
    latent: list[Text] = field(default_factory=list)
    ground: bool = True
    style: RowStyle = PLAIN
    """How the form draws its rows, where it has any."""

    def finished(self) -> Placed:
        """All of it, as a value."""
        return Placed(
            width=self.width,
            height=self.y,
            plot=self.plot,
            texts=tuple(self.texts),
            tracks=tuple(self.tracks),
            bars=tuple(self.bars),
            rules=tuple(self.rules),
            curves=tuple(self.curves),
            dots=tuple(self.dots),
            hits=tuple(self.hits),
            axes=tuple(self.axes),
            stroke=self.sizes.stroke,
            latent=tuple(self.latent),
            ground=self.ground,
        )
