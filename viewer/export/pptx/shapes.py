"""What has no native chart: figures as big numbers, or as a table that can be edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu, Inches, Pt

from viewer.chart import Form, Mark, Scene
from viewer.design import Role
from viewer.export.pptx.charts import exported_value, label_of
from viewer.export.pptx.theme import (
    SlideBox,
    TextStyle,
    add_text,
    colour,
    elided_hanzi,
    fitting_size,
    set_text,
)
from viewer.export.sanitize import one_line

CARDS_A_ROW = 4
ROWS_OF_CARDS = 3
LINES_OF_A_LABEL = 3
GAP = Inches(0.3)


def add_figures(slide: Any, box: SlideBox, scene: Scene, language: str) -> None:
    """Big numbers where they are few, a table otherwise."""
    if scene.form is Form.CARDS and len(scene.marks) <= CARDS_A_ROW * ROWS_OF_CARDS:
        add_cards(slide, box, [*map(_card, scene.marks)], language)
    else:
        _add_table(slide, box, scene, language)


@dataclass(frozen=True, slots=True)
class Card:
    """A number with what it measures, and what else is to be known of it."""

    value: str
    label: str
    extras: tuple[str, ...] = ()
    role: Role = Role.INK


def _card(mark: Mark) -> Card:
    base = "" if mark.base in mark.remark else mark.base
    extras = tuple(filter(None, (mark.remark, base, mark.origin)))
    return Card(exported_value(mark), mark.label, extras, mark.role)


def add_cards(slide: Any, box: SlideBox, cards: Sequence[Card], language: str) -> None:
    """A grid of cards, as few rows as there can be; all numbers as large as the longest may be."""
    count = len(cards)
    rows = -(-count // CARDS_A_ROW)
    across = -(-count // rows)
    width, height = box.width // max(across, 2), box.height // rows
    most = 54 if rows == 1 else 44 if rows == 2 else 30
    size = min(fitting_size(card.value, width - GAP, most, 24) for card in cards)
    # From the same height, so that the numbers of a row stand on one line.
    above = max(0, height - Pt(size * 1.2 + 62)) // 2
    for index, card in enumerate(cards):
        left = box.left + width * (index % across)
        top = box.top + height * (index // across) + above
        _add_card(slide, SlideBox(left, top, width - GAP, height - above), (card, size), language)


def _add_card(slide: Any, box: SlideBox, shown: tuple[Card, float], language: str) -> None:
    card, size = shown
    frame = add_text(slide, box, card.value, TextStyle(size, card.role, bold=True), language)
    label = frame.add_paragraph()
    label.space_before = Pt(4)
    small = 18 if size >= 36 else 14
    room = LINES_OF_A_LABEL * Emu(box.width).pt / small * 0.94
    set_text(label, elided_hanzi(one_line(card.label), room), TextStyle(small), language)
    for extra in card.extras:
        set_text(frame.add_paragraph(), one_line(extra), TextStyle(12, Role.MUTED), language)


def _add_table(slide: Any, box: SlideBox, scene: Scene, language: str) -> None:
    """Label and value, one figure a row, the rows as high as there is room for."""
    count = len(scene.marks)
    height = min(box.height, Inches(0.55) * count)
    shape = slide.shapes.add_table(count, 2, box.left, box.top, box.width, height)
    shape._element.nvGraphicFramePr.cNvPr.set("descr", one_line(scene.spoken))
    table = shape.table
    table.first_row = False
    table.columns[0].width = box.width * 2 // 3
    table.columns[1].width = box.width - box.width * 2 // 3
    size = 18 if count <= 6 else 14
    for index, mark in enumerate(scene.marks):
        period = scene.axis.periods[mark.column] if scene.axis.periods else ""
        label = f"{mark.label} {period}".strip()
        _fill_cell(table.cell(index, 0), one_line(label), TextStyle(size), language)
        _fill_cell(
            table.cell(index, 1), label_of(mark), TextStyle(size, mark.role, bold=True), language
        )


def _fill_cell(cell: Any, text: str, type_: TextStyle, language: str) -> None:
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(Role.SIDE)
    set_text(cell.text_frame.paragraphs[0], text, type_, language)
