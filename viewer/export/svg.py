"""Strokes as SVG, written as text: words stay words, each mark carries its figure's key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from viewer.chart.drawing import (
    EDGE,
    PALE,
    SOFT,
    AxisLine,
    Block,
    Disc,
    Drawing,
    Hatching,
    Letters,
    Stipple,
    Stroke,
    ticks_of,
)
from viewer.chart.layout import Align, Face
from viewer.design import Role, narrows
from viewer.export.sanitize import plain

FAMILIES = (
    "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',"
    "sans-serif"
)
"""Chinese faces by name, so that no Japanese form shows; the reader's system has one of them."""
LATIN_FAMILIES = "'Briefing Sans Latin',Arial,'Helvetica Neue','Liberation Sans'," + FAMILIES
"""For text in Latin letters with quotation marks, which a Chinese face draws as wide as a hanzi."""

_ANCHORS = {Align.LEFT: "start", Align.CENTRE: "middle", Align.RIGHT: "end"}
_SIDES = {"right": (0, 0, 1, 0), "left": (1, 0, 0, 0), "top": (0, 1, 0, 0), "bottom": (0, 0, 0, 1)}
# Widths in ems of Latin letters in sans faces, on the generous side; all else is one em wide.
_NARROW = "iljI.,:;!|'`()[]{} "
_WIDE = "mwMW@%—…"


def measure(text: str, face: Face) -> float:
    """About how wide `text` is in whatever sans face the reader has; never too little by much."""
    ems = sum(_ems(character) for character in text)
    if narrows(text):
        ems -= 0.5 * sum(text.count(mark) for mark in "“”‘’")
    return ems * face.size * (1.04 if face.bold else 1.0)


def _ems(character: str) -> float:
    if ord(character) > 0x2E7F or character in "“”‘’÷±×":
        return 1.0
    if character in _NARROW:
        return 0.34
    return 0.95 if character in _WIDE else 0.68 if character.isupper() else 0.58


def _data_key(key: str) -> str:
    return f" data-key={quoteattr(plain(key))}"


@dataclass(frozen=True, slots=True)
class Ink:
    """How roles become colours in this SVG, what keeps its inner names apart from others', and
    the attribute that ties an element to its figure."""

    colour: Callable[[Role], str]
    prefix: str = "c"
    tie: Callable[[str], str] = _data_key


def inside(strokes: Iterable[Drawing], ink: Ink) -> str:
    """The elements of a drawing, without the `<svg>` around them."""
    out: list[str] = []
    for number, stroke in enumerate(strokes):
        out.append(_WRITE[type(stroke)](stroke, ink, f"{ink.prefix}-{number}"))
    return "\n".join(out)


def document(inner: str, size: tuple[float, float], scale: float, said: tuple[str, str]) -> bytes:
    """A file of its own: `size` in the layout's pixels, shown `scale` times as large."""
    width, height = size
    title, description = (escape(plain(text)) for text in said)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width * scale)}"'
        f' height="{_n(height * scale)}" viewBox="0 0 {_n(width)} {_n(height)}" role="img"'
        f' font-family="{FAMILIES}">'
    )
    words = f"<title>{title}</title>\n<desc>{description}</desc>"
    whole = f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{words}\n{inner}\n</svg>\n'
    return whole.encode("utf-8", "replace")


def _block(block: Block, ink: Ink, name: str) -> str:
    box = block.box
    before, fill = "", "none"
    if block.fill is not None:
        fill = ink.colour(block.fill)
        if block.fade:
            before, fill = _fade(block.fade, fill, name), f"url(#{name})"
    edge = ""
    if block.edge is not None:
        wide = f' stroke-width="{_n(block.width)}"' if block.width != 1 else ""
        edge = f' stroke="{ink.colour(block.edge)}"{wide}{_dashes(block.dashes)}'
    radius = f' rx="{_n(block.radius)}"' if block.radius else ""
    place = f'x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}"'
    faint = _faint(block.opacity)
    return f'{before}<rect {place}{radius} fill="{fill}"{faint}{edge}{_tie(block.key, ink)}/>'


def _fade(side: str, colour: str, name: str) -> str:
    x1, y1, x2, y2 = _SIDES[side]
    return (
        f'<linearGradient id="{name}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}">'
        f'<stop offset="{_n(1 - SOFT)}" stop-color="{colour}"/>'
        f'<stop offset="1" stop-color="{colour}" stop-opacity="{_n(PALE)}"/></linearGradient>'
    )


def _hatching(hatching: Hatching, ink: Ink, name: str) -> str:
    del name
    lines = "".join(f"M{_n(a)} {_n(b)}L{_n(c)} {_n(d)}" for (a, b), (c, d) in hatching.lines)
    return (
        f'<path d="{lines}" fill="none" stroke="{ink.colour(hatching.role)}"'
        f' stroke-width="{_n(hatching.width)}"{_tie(hatching.key, ink)}/>'
    )


def _stipple(stipple: Stipple, ink: Ink, name: str) -> str:
    """Points are lines of no length with round ends."""
    del name
    points = "".join(f"M{_n(x)} {_n(y)}h0" for x, y in stipple.points)
    return (
        f'<path d="{points}" fill="none" stroke="{ink.colour(stipple.role)}"'
        f' stroke-width="{_n(stipple.diameter)}" stroke-linecap="round"{_tie(stipple.key, ink)}/>'
    )


def _axis(axis: AxisLine, ink: Ink, name: str) -> str:
    return "\n".join(_stroke(line, ink, name) for line in ticks_of(axis))


def _stroke(stroke: Stroke, ink: Ink, name: str) -> str:
    del name
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in stroke.points)
    ends = ' stroke-linecap="round" stroke-linejoin="round"' if stroke.width > 1 else ""
    if stroke.dashes:
        ends = f' stroke-linejoin="round"{_dashes(stroke.dashes)}'
    return (
        f'<polyline points="{points}" fill="none" stroke="{ink.colour(stroke.role)}"'
        f' stroke-width="{_n(stroke.width)}"{ends}{_tie(stroke.key, ink)}/>'
    )


def _disc(disc: Disc, ink: Ink, name: str) -> str:
    del name
    return (
        f'<circle cx="{_n(disc.x)}" cy="{_n(disc.y)}" r="{_n(disc.radius)}"'
        f' fill="{ink.colour(disc.fill)}"{_faint(disc.opacity)}'
        f' stroke="{ink.colour(disc.edge)}" stroke-width="{_n(EDGE)}"{_tie(disc.key, ink)}/>'
    )


def _letters(letters: Letters, ink: Ink, name: str) -> str:
    del name
    bold = ' font-weight="600"' if letters.bold else ""
    anchor = _ANCHORS[letters.align]
    at = f' text-anchor="{anchor}"' if anchor != "start" else ""
    place = f'x="{_n(letters.x)}" y="{_n(letters.y)}" font-size="{letters.size}"{bold}{at}'
    if narrows(letters.text):
        place += f' font-family="{LATIN_FAMILIES}"'
    colour = f'fill="{ink.colour(letters.role)}"{_tie(letters.key, ink)}'
    return f"<text {place} {colour}>{escape(plain(letters.text))}</text>"


_WRITE: Mapping[type[Drawing], Callable[..., str]] = {
    Block: _block,
    Stroke: _stroke,
    Hatching: _hatching,
    Stipple: _stipple,
    AxisLine: _axis,
    Disc: _disc,
    Letters: _letters,
}


def _faint(opacity: float) -> str:
    return f' fill-opacity="{_n(opacity)}"' if opacity != 1 else ""


def _dashes(dashes: tuple[float, float] | None) -> str:
    return f' stroke-dasharray="{_n(dashes[0])} {_n(dashes[1])}"' if dashes else ""


def _tie(key: str | None, ink: Ink) -> str:
    return ink.tie(key) if key else ""


def _n(number: float) -> str:
    """A length with two decimals at most and no idle zeros."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
