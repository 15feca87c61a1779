"""Shapes of pages and the types set on them; every length is in tenths of a point.

A tenth of a point is fine enough to lay out without hinting, and lets font sizes, which Qt counts
in whole pixels, be half and quarter points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from viewer.design import Role
from viewer.rendering.typeset.line_breaking import Fill
from viewer.rendering.typeset.paragraph_layout import Type

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
class PageFormat:
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


def _plain(size: float, leading: float, role: Role = Role.INK, after: float = 2) -> Type:
    return Type(size * POINT, leading * POINT, role, after=after * POINT)


def _heading(size: float, leading: float, after: float) -> Type:
    even = Fill.EVEN
    return Type(size * POINT, leading * POINT, bold=True, after=after * POINT, fill=even)


def _body(size: float, leading: float) -> Type:
    spread = Fill.SPREAD
    return Type(size * POINT, leading * POINT, serif=True, indent=2.0, after=6 * POINT, fill=spread)


A4 = PageFormat(
    width=5950,
    height=8420,
    margin=620,
    head=560,
    foot=620,
    chart_width=600,
    beside=False,
    title=_heading(25, 36, after=10),
    heading=_heading(15, 22, after=8),
    small_heading=_heading(11, 16, after=4),
    body=_body(10.5, 19.5),
    plain=_plain(10, 15),
    small=_plain(8.5, 12.5, Role.MUTED, after=1),
)
"""ISO 216 A4 upright, as whole points, since that is what Qt writes into the file."""

WIDE = PageFormat(
    width=9600,
    height=5400,
    margin=480,
    head=430,
    foot=430,
    chart_width=520,
    beside=True,
    title=_heading(32, 44, after=10),
    heading=_heading(20, 28, after=8),
    small_heading=_heading(14, 20, after=4),
    body=_body(12.5, 22),
    plain=_plain(13, 19),
    small=_plain(10.5, 15, Role.MUTED, after=1),
)
"""16:9, as wide as a slide of 13.33 inches."""
