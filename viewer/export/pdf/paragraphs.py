"""Paragraphs and rows set into a flow: they break between lines, and their figures are marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from viewer.design import Role
from viewer.export.pdf.flow import Flow
from viewer.export.pdf.page_formats import Frame
from viewer.export.pdf.page_model import FilledRectangle, Lines, Link
from viewer.model import Span
from viewer.rendering.typeset.line_breaking import HELD
from viewer.rendering.typeset.line_breaking import Fill as LineFill
from viewer.rendering.typeset.paragraph_layout import Setting, Type
from viewer.rendering.typeset.unbreakable_numbers import unbreakable_numbers

WIDOW = 2
"""Lines of a paragraph that stay together at the foot and at the head of a page."""
CELL_GAP = 120
"""What keeps a cell's words from the next one's."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A figure in a paragraph: its span in the paragraph's text, its number, colour and key."""

    span: Span
    number: int
    role: Role
    key: str


@dataclass(frozen=True, slots=True)
class RowCell:
    """One cell of a row: words, type, and the part of the column's width that it takes."""

    text: str
    type: Type
    part: float


def set_heading(flow: Flow, text: str, type_: Type, follows: float) -> float:
    """A paragraph that never stands alone: `follows` units of what it heads stay with it.

    Gives its top.
    """
    lines = flow.setter.count(Setting(text, type_, flow.frame.width))
    flow.need(min(lines * type_.leading + type_.after + follows, flow.frame.height))
    top = flow.y
    set_paragraph(flow, text, type_)
    return top


def set_paragraph(flow: Flow, text: str, type_: Type, figures: Sequence[Numbered] = ()) -> None:
    """A paragraph, broken over pages where it must be, with its figures marked."""
    kept = tuple(figure.span for figure in figures)
    setting = setting_of(text, type_, flow.frame.width, kept)
    total = flow.setter.count(setting)
    done = 0
    while done < total:
        take = _lines_that_fit(flow, total - done, type_.leading)
        draw_lines(flow, setting, (done, done + take), figures)
        done += take
        if done < total:
            flow.turn()
    flow.y = min(flow.y + type_.after, flow.frame.bottom)


def setting_of(text: str, type_: Type, width: float, kept: tuple[Span, ...] = ()) -> Setting:
    """A paragraph as it is set; in a passage every number stays with its unit, not the `kept`
    figures alone."""
    if type_.fill is not LineFill.SPREAD:
        return Setting(text, type_, width, kept)
    return Setting(text, type_, width, (*kept, *unbreakable_numbers(text)), HELD)


def set_row(flow: Flow, cells: Sequence[RowCell]) -> Frame:
    """A row of a table, whole where a page can hold it; where its first part came to stand."""
    settings = _settings(flow, cells)
    counts = [flow.setter.count(setting) for setting in settings]
    leading = max(cell.type.leading for cell in cells)
    total = max(counts)
    flow.need(min(total * leading, flow.frame.height))
    first = Frame(flow.frame.left, flow.y, flow.frame.width, min(total * leading, flow.left))
    done = 0
    while done < total:
        take = max(1, min(total - done, int((flow.left + 1e-6) // leading)))
        left = flow.frame.left
        for cell, setting, count in zip(cells, settings, counts, strict=True):
            if done < count:
                last = min(done + take, count)
                flow.page.placed.append(Lines(setting, done, last, left, flow.y))
            left += cell.part * flow.frame.width
        done += take
        flow.y += take * leading
        if done < total:
            flow.turn()
    return first


def row_height(flow: Flow, cells: Sequence[RowCell]) -> float:
    """How high a row would stand on one page."""
    lines = max(map(flow.setter.count, _settings(flow, cells)))
    return lines * max(cell.type.leading for cell in cells)


def _settings(flow: Flow, cells: Sequence[RowCell]) -> list[Setting]:
    """The cells as paragraphs; the last one reaches the edge."""
    wide = flow.frame.width
    settings = [Setting(cell.text, cell.type, cell.part * wide - CELL_GAP) for cell in cells]
    settings[-1] = replace(settings[-1], width=cells[-1].part * wide)
    return settings


def _lines_that_fit(flow: Flow, wanted: int, leading: float) -> int:
    """How many of the lines go here: no lone line at the foot, none alone on the next page."""
    room = int((flow.left + 1e-6) // leading)
    if room >= wanted:
        return wanted
    if wanted - room < WIDOW:
        room = wanted - WIDOW
    if room < WIDOW and flow.y > flow.frame.top:
        flow.turn()
        return _lines_that_fit(flow, wanted, leading)
    return max(1, room)


def draw_lines(
    flow: Flow, setting: Setting, lines: tuple[int, int], figures: Sequence[Numbered]
) -> None:
    """Place lines of a paragraph, the first up to the last, here, with their figures marked."""
    first, last = lines
    flow.page.placed.append(Lines(setting, first, last, flow.frame.left, flow.y))
    for figure in figures:
        _mark(flow, setting, lines, figure)
    flow.y += (last - first) * setting.type.leading


def _mark(flow: Flow, setting: Setting, lines: tuple[int, int], figure: Numbered) -> None:
    """Underline a figure, number it above its end, and link it to its mark."""
    first, last = lines
    shift = flow.y - first * setting.type.leading
    rects = flow.setter.rects(setting, figure.span)
    for number, rect in rects:
        if not first <= number < last:
            continue
        frame = Frame(flow.frame.left + rect.x(), rect.y() + shift, rect.width(), rect.height())
        # A little shorter than the words: two figures side by side have a line each.
        under = Frame(frame.left + 5, frame.bottom + 12, max(10.0, frame.width - 10), 9)
        flow.page.placed.append(FilledRectangle(under, figure.role))
        flow.page.links.append(Link(frame, f"mark:{figure.key}"))
        flow.aim(f"text:{figure.key}", frame.top)
        if (number, rect) == rects[-1]:
            _number(flow, frame, figure, setting.type)


def _number(flow: Flow, over: Frame, figure: Numbered, type_: Type) -> None:
    size = type_.size * 0.52
    small = Type(size, size * 1.2, figure.role, bold=True)
    text = str(figure.number)
    wide = flow.setter.natural_width(text, small)
    left = min(over.left + over.width - wide, flow.frame.left + flow.frame.width - wide)
    setting = Setting(text, small, wide + 50)
    flow.page.over.append(Lines(setting, 0, 1, left, over.top - size * 0.95))
