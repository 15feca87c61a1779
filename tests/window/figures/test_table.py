from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelectionModel,
    QPoint,
    QRect,
    Qt,
    qVersion,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QWidget

from viewer.pipeline import open_briefing
from viewer.platform.versions import numbers
from viewer.rendering.faces import narrowed
from viewer.rendering.theme import style_sheet
from viewer.window.figures.figure_rows import figure_rows
from viewer.window.figures.table import COLUMNS, MOST_LINES, FigureRow, FigureTable

ARROW = 22
"""Pixels at the end of a heading that are its arrow's."""


@pytest.fixture
def table(qtbot, style, small):
    parent = QWidget()
    qtbot.addWidget(parent)
    table = FigureTable(parent)
    table.apply_style(style)
    section = small.briefing.sections[0]
    table.show_rows(figure_rows(section, small.proof.figures, small.briefing, style.words))
    yield table
    parent.close()


def column(table, name):
    model, at = table.model(), COLUMNS.index(name)
    return [model.index(row, at).data() for row in range(model.rowCount())]


def test_the_figures_stand_in_text_order_as_the_report_writes_them(table):
    assert column(table, "label") == ["文件", "上案率", "嫌疑人"]
    assert column(table, "written") == ["39 份", "80% 以上", "1.6万名"]
    assert column(table, "number")[2].replace(",", "") == "16000"
    assert column(table, "bound") == ["", "不少于", ""]


def test_numbers_sort_as_numbers(table):
    rows = [replace(one, unit="份") for one in table.figures.rows]
    table.show_rows(tuple(rows))
    table.sortByColumn(COLUMNS.index("number"), Qt.SortOrder.DescendingOrder)
    assert column(table, "label") == ["嫌疑人", "上案率", "文件"]


def test_a_column_that_says_nothing_is_left_out(table):
    assert table.isColumnHidden(COLUMNS.index("base"))
    assert not table.isColumnHidden(COLUMNS.index("bound"))


def test_columns_are_as_wide_as_what_they_hold(table, qtbot):
    with qtbot.waitExposed(table.window()):
        table.window().resize(500, 300)
        table.resize(500, 300)
        table.window().show()
    metrics = table.fontMetrics()
    for at, name in enumerate(COLUMNS[:-1]):
        held = max(metrics.horizontalAdvance(text) for text in column(table, name))
        assert table.isColumnHidden(at) or table.columnWidth(at) >= held


@pytest.mark.skipif(numbers(qVersion()) < (6, 9), reason="the name moves aside for it there")
def test_the_arrow_of_the_order_covers_no_name_of_a_column(table, style, qtbot):
    table.window().setStyleSheet(style_sheet(style))
    table.resize(800, 300)
    table.window().resize(800, 300)
    with qtbot.waitExposed(table.window()):
        table.window().show()
    header, at = table.horizontalHeader(), COLUMNS.index("number")
    room = QRect(header.sectionViewportPosition(at), 0, header.sectionSize(at), header.height())
    named, whole = room.adjusted(0, 0, -ARROW, 0), header.grab(room).toImage()
    before, tall = header.grab(named).toImage(), header.height()
    free = [whole.copy(named.width() + x, 0, 1, tall) for x in range(ARROW)]
    assert free[1:] == free[:-1]
    table.sortByColumn(at, Qt.SortOrder.DescendingOrder)
    assert header.grab(room).toImage() != whole
    assert header.grab(named).toImage() == before


def test_no_cell_that_is_copied_is_a_formula(table):
    row = table.figures.rows[0]
    table.show_rows((replace(row, quote="=HYPERLINK(1)"),))
    assert table.lines().endswith("\t'=HYPERLINK(1)")


def test_focus_that_comes_to_the_table_chooses_no_figure(table, qtbot):
    with qtbot.waitExposed(table.window()):
        table.window().show()
    with qtbot.assertNotEmitted(table.selected):
        QCoreApplication.sendEvent(table, QFocusEvent(QEvent.Type.FocusIn))
        table.selectionModel().setCurrentIndex(
            table.model().index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
        )
    assert not table.selectionModel().hasSelection()


def test_copied_numbers_are_plain_digits_and_changes_carry_their_sign(table):
    row = replace(table.figures.rows[0], said_number="−5,000,000.5")
    table.show_rows((row,))
    assert table.lines().split("\n")[1].split("\t")[2] == "-5000000.5"


def test_a_fall_is_a_negative_number_in_its_row(sample, style):
    sections = [s for s in sample.briefing.sections if any(m.versus for m in s.metrics)]
    rows = figure_rows(sections[-1], sample.proof.figures, sample.briefing, style.words)
    assert {row.said_number for row in rows if row.base == "上年同期"} == {"+27", "+3", "+13"}


def test_a_label_is_shown_whole_where_the_quote_can_give_way(table, style, qtbot):
    long = "建立合成作战实体运行机制的县级公安机关"
    rows = table.figures.rows
    table.show_rows((replace(rows[0], label=long, quote="引文" * 40), *rows[1:]))
    table.resize(780, 300)
    table.window().resize(780, 300)
    with qtbot.waitExposed(table.window()):
        table.window().show()
    at = COLUMNS.index("label")
    assert table.columnWidth(at) >= table.fontMetrics().horizontalAdvance(long)
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_a_row_that_is_chosen_is_told_once(table, qtbot):
    with qtbot.waitSignal(table.selected) as told:
        table.setCurrentIndex(table.model().index(1, 0))
    assert told.args == ["rate"]
    with qtbot.assertNotEmitted(table.selected):
        table.select("rate")


def test_a_selection_from_elsewhere_marks_its_row_silently(table, qtbot):
    with qtbot.assertNotEmitted(table.selected):
        table.select("caught")
    assert table.currentIndex().row() == 2
    table.select("")
    assert not table.selectionModel().hasSelection()


def test_copy_gives_lines_for_a_spreadsheet_with_the_quotes(table, qtbot):
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[0] == "指标"
    assert lines[1].split("\t")[-1] == "出台39 份文件"
    assert len(lines) == 4


def test_english_cells_have_their_quotation_marks_narrow(table, style, tmp_path):
    file = tmp_path / "english.yaml"
    file.write_text(
        """\
briefing: 1
title: "The harbour’s year"
language: en
sections:
  - id: one
    title: "Crews’ hours"
    passage: The port’s 39 ships called.
    metrics:
      - {id: ships, label: the port’s ships, value: 39, unit: ships, cite: The port’s 39 ships}
""",
        encoding="utf-8",
    )
    opened = open_briefing(file)
    section = opened.briefing.sections[0]
    table.show_rows(figure_rows(section, opened.proof.figures, opened.briefing, style.words))
    model = table.model()
    fonts = {
        model.index(0, at).data(): model.index(0, at).data(Qt.ItemDataRole.FontRole)
        for at in range(model.columnCount())
    }
    assert fonts["the port’s ships"].families()[0] == "Briefing Sans Latin"
    assert fonts["39 ships"] is None


def test_a_plan_says_that_it_is_none_and_a_range_of_falls_has_both_its_signs(tmp_path, style):
    file = tmp_path / "plan.yaml"
    file.write_text(
        "briefing: 1\ntitle: 简\nsections:\n  - id: s\n    title: 节\n    passage: |\n"
        "      水位下降3%至5%，计划新建40所，已建20所。\n    metrics:\n"
        "      - {id: fall, label: 水位, value: 3-5, unit: '%', kind: change, versus: 上年,"
        " cite: 水位下降3%至5%}\n"
        "      - {id: plan, label: 新建, value: 40, unit: 所, standing: plan, cite: 新建40所}\n"
        "      - {id: built, label: 已建, value: 20, unit: 所, cite: 已建20所}\n",
        encoding="utf-8",
    )
    opened = open_briefing(file)
    section = opened.briefing.sections[0]
    rows = figure_rows(section, opened.proof.figures, opened.briefing, style.words)
    assert [(row.key, row.said_number, row.standing) for row in rows] == [
        ("fall", "−3 – −5", ""),
        ("plan", "40", "计划"),
        ("built", "20", ""),
    ]


def test_the_rows_are_made_when_the_table_is_first_seen_and_the_selection_comes_with_them(
    table, qtbot, style, small
):
    section, made = small.briefing.sections[0], []

    def rows():
        made.append(1)
        return figure_rows(section, small.proof.figures, small.briefing, style.words)

    table.show_later(rows)
    table.select("rate")
    assert not made
    with qtbot.waitExposed(table.window()):
        table.window().show()
    assert made == [1]
    assert table.currentIndex().siblingAtColumn(0).data() == "上案率"


def test_of_thousands_of_cells_few_are_measured_and_the_widest_fits(table, qtbot, monkeypatch):
    rows = [replace(table.figures.rows[0], key=f"m{n}", written=f"{n} 份") for n in range(5_000)]
    rows[4_321] = replace(rows[4_321], written="1,234,567,890 份")
    with qtbot.waitExposed(table.window()):
        table.window().resize(900, 300)
        table.resize(900, 300)
        table.window().show()
    asked = []
    data = type(table.figures).data
    monkeypatch.setattr(type(table.figures), "data", lambda *args: asked.append(1) or data(*args))
    table.show_rows(tuple(rows))
    assert len(asked) < 5_000
    wide = table.fontMetrics().horizontalAdvance("1,234,567,890 份")
    assert table.columnWidth(COLUMNS.index("written")) >= wide


def row_of(key: str, label: str, number: str, unit: str) -> FigureRow:
    return FigureRow(key, label, number + unit, Decimal(number), number, unit, "", "", "", "")


def test_words_sort_by_pinyin_numbers_within_their_unit_and_a_third_click_is_text_order(
    qtbot, style
):
    table = FigureTable(None)
    qtbot.addWidget(table)
    table.apply_style(style)
    rows = (
        row_of("a", "植树", "900", "棵"),
        row_of("b", "安置点", "6", "个"),
        row_of("c", "桥梁", "83", "个"),
        row_of("d", "办证", "20", "棵"),
    )
    table.show_rows(rows)
    table.show()

    def shown() -> list[str]:
        model = table.model()
        return [model.index(r, 0).data() for r in range(model.rowCount())]

    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert shown() == ["安置点", "办证", "桥梁", "植树"]
    table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert shown() == ["安置点", "桥梁", "办证", "植树"]
    header = table.horizontalHeader()
    for _ in range(2):
        place = header.sectionViewportPosition(0) + 5
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 5))
    place = header.sectionViewportPosition(0) + 5
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 5))
    assert shown() == ["植树", "安置点", "桥梁", "办证"]


def test_the_quote_stands_beside_the_value_and_in_view(qtbot, style):
    table = FigureTable(None)
    qtbot.addWidget(table)
    table.apply_style(style)
    table.resize(640, 300)
    table.show_rows((row_of("a", "植树", "900", "棵"),))
    table.show()
    header = table.horizontalHeader()
    quote = COLUMNS.index("quote")
    assert header.visualIndex(quote) == 2
    assert header.sectionViewportPosition(quote) + header.sectionSize(quote) <= 640


def shown_at(table, width, qtbot):
    """The table with a long quote and a long label, in a window of a width."""
    long = replace(
        table.figures.rows[0], label="上线运行的基础信息化项目" * 2, quote="“省公安厅”先后出台" * 4
    )
    table.show_rows((long, *table.figures.rows[1:]))
    table.window().resize(width, 400)
    table.resize(width, 400)
    with qtbot.waitExposed(table.window()):
        table.window().show()


@pytest.mark.parametrize("width", [430, 640, 900])
def test_name_number_and_quote_are_in_view_however_narrow_the_table(table, width, qtbot):
    shown_at(table, width, qtbot)
    for name in ("label", "written", "quote"):
        at = COLUMNS.index(name)
        assert table.columnViewportPosition(at) >= 0
        assert table.columnViewportPosition(at) + table.columnWidth(at) <= table.viewport().width()


def test_a_row_is_as_tall_as_the_lines_of_its_quote(table, qtbot):
    shown_at(table, 430, qtbot)
    quote = table.model().index(0, COLUMNS.index("quote"))
    assert table.rowHeight(0) > table.rowHeight(1)
    assert table.sizeHintForIndex(quote).height() <= table.rowHeight(0)
    assert table.cut_text(table.visualRect(quote).center()) == ""


def test_a_text_in_narrow_quotation_marks_is_measured_as_it_is_painted(table, qtbot):
    text, at = "the “open” and the “closed”", COLUMNS.index("base")
    table.show_rows((replace(table.figures.rows[0], base=text), *table.figures.rows[1:]))
    with qtbot.waitExposed(table.window()):
        table.window().show()
    index = table.model().index(0, at)
    wide = table.columnWidth(at) - table._text_room(at)
    face = QFontMetrics(narrowed(table.font(), text, serif=False))
    assert face.horizontalAdvance(text) < table.fontMetrics().horizontalAdvance(text)
    table.setColumnWidth(at, wide + face.horizontalAdvance(text))
    assert table.cut_text(table.visualRect(index).center()) == ""
    table.setColumnWidth(at, wide + face.horizontalAdvance(text) - 1)
    assert table.cut_text(table.visualRect(index).center()) == text


def test_a_row_keeps_its_height_when_the_order_changes(table, qtbot):
    shown_at(table, 430, qtbot)
    tall = table.rowHeight(0)
    table.sortByColumn(COLUMNS.index("label"), Qt.SortOrder.DescendingOrder)
    at = column(table, "label").index("上线运行的基础信息化项目" * 2)
    assert at != 0
    qtbot.waitUntil(lambda: table.rowHeight(at) == tall and table.rowHeight(0) < tall)


def lines_painted(table, row, name):
    """How many lines of text are painted in a cell, counted as runs of rows that hold ink."""
    cell = table.visualRect(table.model().index(row, COLUMNS.index(name)))
    image = table.viewport().grab(cell.adjusted(0, 0, 0, -2)).toImage()  # without the line below
    inked = [
        len({image.pixel(x, y) for x in range(image.width())}) > 1 for y in range(image.height())
    ]
    return sum(now and not before for before, now in zip([False, *inked], inked, strict=False))


def test_every_line_that_a_quote_takes_has_its_room(table, style, qtbot):
    table.window().setStyleSheet(style_sheet(style))
    shown_at(table, 430, qtbot)
    at, one = COLUMNS.index("quote"), table.rowHeight(1)
    for width in range(150, 230, 3):
        table.setColumnWidth(at, width)
        qtbot.waitUntil(lambda: not table.rows_timer.isActive())
        fitted = table.rowHeight(0)
        table.setRowHeight(0, one + 6 * table.fontMetrics().lineSpacing())
        needed = lines_painted(table, 0, "quote")
        assert fitted == one + (min(needed, MOST_LINES) - 1) * table.fontMetrics().lineSpacing()
