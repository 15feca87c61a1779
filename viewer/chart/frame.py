"""A chart whole: title, the line below it, the drawing, and a note where honesty wants one."""

from __future__ import annotations

from viewer.chart.kinds import FORM_ROWS
from viewer.chart.layout.canvas import Box, Placed, Sheet
from viewer.chart.layout.sizes import Face, Measure, Sizes
from viewer.chart.layout.text_block import SetText, write_text
from viewer.chart.scene import Scene
from viewer.design import Role
from viewer.model.chart_kind import Form

NARROWEST = 160.0
"""A chart is never laid out narrower than this, whatever the window is."""

HEADING = 5
"""Lines of a title. What stands below it and a note are never cut: honesty wants all of it."""


def lay_out(scene: Scene, width: float, sizes: Sizes, measure: Measure) -> Placed:
    """Place a scene at a width in pixels; its height follows from what it holds."""
    row = _is_row(scene, sizes)
    edge = sizes.pad * (0.4 if row else 0.9)
    sheet = Sheet(max(width, NARROWEST), sizes, measure, y=edge, ground=not row)
    if sizes.heading:
        _words(sheet, scene.title, sizes.title, Role.INK)
        sheet.y += sizes.subtitle.size * 0.2
        _words(sheet, scene.subtitle, sizes.subtitle, Role.MUTED, most=len(scene.subtitle))
        sheet.y += sizes.step * 1.2
    FORM_ROWS[scene.form].place(scene, sheet)
    if scene.note:
        sheet.y += sheet.sizes.step * 0.9
        _words(sheet, scene.note, sheet.sizes.note, Role.MUTED, most=len(scene.note))
    sheet.y += edge
    return sheet.finished()


def _is_row(scene: Scene, sizes: Sizes) -> bool:
    """Whether a scene is a compact row without a box: numbers that have nothing beside them to be
    compared with, none of which leads its section."""
    return sizes.card and scene.form is Form.CARDS and not any(mark.lead for mark in scene.marks)


def _words(sheet: Sheet, text: str, face: Face, role: Role, most: int = HEADING) -> None:
    if text:
        inner = sheet.width - 2 * sheet.sizes.pad
        spot = Box(sheet.sizes.pad, sheet.y, inner, 0)
        sheet.y = write_text(sheet, SetText(text, face, role), spot, most)
