"""Shapes of pages and the types set on them; every length is in tenths of a point.

A tenth of a point is fine enough to lay out without hinting, and lets font sizes, which Qt counts
in whole pixels, be half and quarter points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from viewer.look import Role

POINT = 10
"""Units in a point; 720 units are an inch."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of a page."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Type:
    """How a paragraph is set: size and leading in units, colour role, weight, indent in ems."""

    size: float
    leading: float
    role: Role = Role.INK
    bold: bool = False
    serif: bool = False
    indent: float = 0.0
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of page with the types that suit it.

    `chart_width` is how many pixels of a chart's own layout go across a column, so it sizes the
    chart's letters; `beside` puts the charts into a column of their own.
    """

    width: float
    height: float
    margin: float
    head: float
    foot: float
    chart_width: float
    beside: bool
    title: Type
    heading: Type
    small_heading: Type
    body: Type
    plain: Type
    small: Type

    @property
    def frame(self) -> Frame:
        """What a page has for its content."""
        return Frame(
            self.margin,
            self.head,
            self.width - 2 * self.margin,
            self.height - self.head - self.foot,
        )

    @property
    def columns(self) -> tuple[Frame, Frame]:
        """The column of the passage and that of the charts."""
        whole = self.frame
        gap = self.margin
        left = (whole.width - gap) * 0.48
        return (
            replace(whole, width=left),
            replace(whole, left=whole.left + left + gap, width=whole.width - left - gap),
        )


def _type(size: float, leading: float, role: Role = Role.INK, **more: float | bool) -> Type:
    after = float(more.pop("after", 0.0)) * POINT
    return Type(size * POINT, leading * POINT, role, after=after, **more)  # type: ignore[arg-type]


A4 = Shape(
    width=5950,
    height=8420,
    margin=620,
    head=560,
    foot=620,
    chart_width=600,
    beside=False,
    title=_type(22, 32, bold=True, after=8),
    heading=_type(15, 22, bold=True, after=8),
    small_heading=_type(11, 16, bold=True, after=4),
    body=_type(10.5, 19.5, serif=True, indent=2.0, after=6),
    plain=_type(10, 15, after=2),
    small=_type(8.5, 12.5, Role.MUTED, after=1),
)
"""ISO 216 A4 upright, as whole points, since that is what Qt writes into the file."""

WIDE = Shape(
    width=9600,
    height=5400,
    margin=480,
    head=430,
    foot=430,
    chart_width=520,
    beside=True,
    title=_type(32, 44, bold=True, after=10),
    heading=_type(20, 28, bold=True, after=8),
    small_heading=_type(14, 20, bold=True, after=4),
    body=_type(12.5, 22, serif=True, indent=2.0, after=6),
    plain=_type(13, 19, after=2),
    small=_type(10.5, 15, Role.MUTED, after=1),
)
"""16:9, as wide as a slide of 13.33 inches."""
