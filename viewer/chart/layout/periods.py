"""Figures over periods: lines and columns, labelled where they end, in panels where many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from viewer.chart.layout.canvas import Box, HitArea, Sheet
from viewer.chart.layout.grid import even
from viewer.chart.layout.periodlabels import name_ends, name_periods, name_turns, name_values
from viewer.chart.layout.periodplot import Plot, draw_columns, draw_line
from viewer.chart.layout.sizes import Sizes
from viewer.chart.layout.text_block import SetText, write_text
from viewer.chart.scene import Mark, Scene
from viewer.design import Role

MOST_LINES = 4
"""More lines than this in one plot cannot be told apart; each then has a panel of its own."""
NARROW = 360.0
PANEL_WIDTH = 150.0


def place_periods(scene: Scene, sheet: Sheet, columns: bool = False) -> None:
    """One plot, or a panel for each line where there are many, or too little width."""
    lines = len(scene.axis.lines)
    inner = sheet.width - 2 * sheet.sizes.pad
    top = sheet.y
    if lines > MOST_LINES or sheet.width < shared_width(scene, sheet.sizes):
        _panels(scene, sheet, inner)
    elif lines > 1:
        _together(scene, sheet, inner)
    else:
        box = Box(sheet.sizes.pad, sheet.y, inner, sheet.sizes.plot)
        _one(scene, sheet, box, columns)
    sheet.plot = Box(sheet.sizes.pad, top, inner, max(1.0, sheet.y - top))


def shared_width(scene: Scene, sizes: Sizes) -> float:
    """The least width of a chart at which a few lines share one plot; 0 for other charts."""
    if not 1 < len(scene.axis.lines) <= MOST_LINES:
        return 0.0
    return NARROW * sizes.label.size / 15 + 2 * sizes.pad


def _one(scene: Scene, sheet: Sheet, box: Box, columns: bool) -> None:
    """One series over the whole width, its values written at its points."""
    room = sheet.sizes.value.height + 6
    below = room if scene.axis.low < 0 else 4.0
    plot = Plot(scene.axis, Box(box.x, box.y + room, box.width, box.height - room - below))
    marks = scene.marks
    if columns:
        draw_columns(plot, marks, sheet)
    else:
        draw_line(plot, marks, sheet)
    name_values(plot, marks, sheet, whole=box, columns=columns)
    sheet.y = name_periods(plot, sheet, box.bottom)
    _hits(plot, marks, sheet, Box(box.x, box.y, box.width, sheet.y - box.y))


def _together(scene: Scene, sheet: Sheet, inner: float) -> None:
    """A few lines in one plot, named where they end."""
    sizes = sheet.sizes
    names = min(0.36 * inner, _names_width(scene, sheet))
    box = Box(sizes.pad, sheet.y, inner - names - sizes.gap, sizes.plot)
    plot = Plot(scene.axis, Box(box.x, box.y + 8, box.width, box.height - 16))
    for row in range(len(scene.axis.lines)):
        draw_line(plot, _of_row(scene, row), sheet)
    lines = [_of_row(scene, row) for row in range(len(scene.axis.lines))]
    end = name_ends(plot, scene, sheet, Box(box.right + sizes.gap, box.y, names, box.height))
    name_turns(plot, lines, sheet, box)  # off the lines that lead to the names
    sheet.y = max(end, name_periods(plot, sheet, box.bottom))
    _hits(plot, scene.marks, sheet, Box(box.x, box.y, box.width, sheet.y - box.y))


def _names_width(scene: Scene, sheet: Sheet) -> float:
    sizes, measure = sheet.sizes, sheet.measure
    names = [measure(name, sizes.label) for name in scene.axis.lines]
    said = [measure(mark.drawn(sizes.heading), sizes.value) for mark in scene.marks]
    return max([*names, *said]) + 2


def _panels(scene: Scene, sheet: Sheet, inner: float) -> None:
    """Small plots in a grid, all on one scale, so that they can be compared."""
    sizes = sheet.sizes
    gap = sizes.gap * 2
    wide = PANEL_WIDTH * sizes.label.size / 15
    columns = even(len(scene.axis.lines), int((inner + gap) // (wide + gap)))
    cell = (inner - gap * (columns - 1)) / columns
    rows = range(len(scene.axis.lines))
    for start in range(0, len(rows), columns):
        line = rows[start : start + columns]
        spots = [Box(sizes.pad + n * (cell + gap), sheet.y, cell, 0) for n in range(len(line))]
        tops = [
            _panel_title(scene, row, sheet, spot) for row, spot in zip(line, spots, strict=True)
        ]
        top = max(tops)
        bottoms = [
            _panel(scene, row, sheet, Box(spot.x, top, cell, sizes.panel))
            for row, spot in zip(line, spots, strict=True)
        ]
        sheet.y = max(bottoms) + sizes.step * 1.4
    sheet.y -= sizes.step * 1.4 if rows else 0


def _panel_title(scene: Scene, row: int, sheet: Sheet, spot: Box) -> float:
    """The line's name and its last value, above its panel."""
    sizes = sheet.sizes
    last = [mark for mark in _of_row(scene, row) if mark.end is not None][-1:]
    name = scene.axis.lines[row]
    left = sheet.measure(name, sizes.label) + sizes.gap
    said = sum(sheet.measure(mark.drawn(sizes.heading), sizes.value) + 1 for mark in last)
    one_line = not sizes.card and left + said <= spot.width  # in a room, height is what is short
    at = replace(spot, width=left) if one_line else spot
    y = write_text(sheet, SetText(name, sizes.label, Role.INK), at)
    for mark in last:
        if one_line:
            beside = Box(spot.x + left, spot.y, spot.width - left, 0)
            words = SetText(mark.drawn(sizes.heading), sizes.value, Role.INK, mark.key)
            return max(y, write_text(sheet, words, beside))
        y = write_text(
            sheet,
            SetText(mark.drawn(sizes.heading), sizes.value, Role.INK, mark.key),
            Box(spot.x, y, spot.width, 0),
        )
    return y


def _panel(scene: Scene, row: int, sheet: Sheet, box: Box) -> float:
    marks = _of_row(scene, row)
    turns = sheet.sizes.card  # in a room, the panels of a slide are too low for more values
    room = sheet.sizes.tick.height if turns else sheet.sizes.stroke * 4
    below = 4.0 if turns else 0.0
    plot = Plot(scene.axis, Box(box.x, box.y + room, box.width, box.height - room - below))
    draw_line(plot, marks, sheet)
    if turns:
        name_turns(plot, (marks,), sheet, Box(box.x, box.y, box.width, room + plot.box.height))
    bottom = name_periods(plot, sheet, box.bottom, ends_only=True)
    _hits(plot, marks, sheet, Box(box.x, box.y, box.width, bottom - box.y))
    return bottom


def _of_row(scene: Scene, row: int) -> tuple[Mark, ...]:
    return tuple(mark for mark in scene.marks if mark.row == row)


def _hits(plot: Plot, marks: Sequence[Mark], sheet: Sheet, box: Box) -> None:
    """A period's strip is the place of its figure; several part it half way between them."""
    for column in range(plot.columns):
        here = [mark for mark in marks if mark.column == column and mark.key]
        placed = sorted(here, key=lambda mark: plot.y(mark.end))
        edges = [
            box.y,
            *((plot.y(one.end) + plot.y(two.end)) / 2 for one, two in pairwise(placed)),
            box.bottom,
        ]
        left = plot.x(column) - plot.pitch / 2
        for mark, top, bottom in zip(placed, edges, edges[1:], strict=False):
            sheet.hits.append(HitArea(Box(left, top, plot.pitch, max(0.0, bottom - top)), mark.key))
