"""What has no native chart: figures as big numbers, or as a table that can be edited."""

from __future__ import annotations

from typing import Any

from pptx.util import Inches, Pt

from viewer.chart import Form, Mark, Scene
from viewer.export.deck.charts import said
from viewer.export.deck.theme import Box, Type, add_text, colour, set_text
from viewer.export.letters import one_line
from viewer.look import Role

CARDS_A_ROW = 4
ROWS_OF_CARDS = 3


def add_figures(slide: Any, box: Box, scene: Scene, language: str) -> None:
    """Big numbers where they are few, a table otherwise."""
    if scene.form is Form.CARDS and len(scene.marks) <= CARDS_A_ROW * ROWS_OF_CARDS:
        _add_cards(slide, box, scene, language)
    else:
        _add_table(slide, box, scene, language)


def _add_cards(slide: Any, box: Box, scene: Scene, language: str) -> None:
    """A grid of cards, as few rows as there can be."""
    count = len(scene.marks)
    rows = -(-count // CARDS_A_ROW)
    across = -(-count // rows)
    width, height = box.width // max(across, 2), box.height // rows
    for index, mark in enumerate(scene.marks):
        left = box.left + width * (index % across)
        top = box.top + height * (index // across)
        _add_card(slide, Box(left, top, width - Inches(0.3), height), mark, language)


def _add_card(slide: Any, box: Box, mark: Mark, language: str) -> None:
    number = said(mark)
    size = 40 if len(number) <= 10 else 28 if len(number) <= 16 else 20
    frame = add_text(slide, box, number, Type(size, mark.role, bold=True), language)
    label = frame.add_paragraph()
    label.space_before = Pt(4)
    set_text(label, one_line(mark.label), Type(16), language)
    for extra in filter(None, (mark.base, mark.origin)):
        set_text(frame.add_paragraph(), one_line(extra), Type(12, Role.MUTED), language)


def _add_table(slide: Any, box: Box, scene: Scene, language: str) -> None:
    """Label and value, one figure a row."""
    height = min(box.height, Inches(0.4) * len(scene.marks))
    shape = slide.shapes.add_table(len(scene.marks), 2, box.left, box.top, box.width, height)
    table = shape.table
    table.first_row = False
    table.columns[0].width = box.width * 2 // 3
    table.columns[1].width = box.width - box.width * 2 // 3
    size = 14 if len(scene.marks) <= 10 else 10
    for index, mark in enumerate(scene.marks):
        period = scene.axis.periods[mark.column] if scene.axis.periods else ""
        label = f"{mark.label} {period}".strip()
        _fill_cell(table.cell(index, 0), one_line(label), Type(size), language)
        _fill_cell(table.cell(index, 1), said(mark), Type(size, mark.role, bold=True), language)


def _fill_cell(cell: Any, text: str, type_: Type, language: str) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(Role.SIDE)
    set_text(cell.text_frame.paragraphs[0], text, type_, language)
