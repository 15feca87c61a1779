"""Large letters, low displays and fingers: nothing is cut, and everything can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget

from viewer.rendering.charts.column import NARROWEST
from viewer.rendering.labels import WrappedLabel, plain_label
from viewer.rendering.style import Style
from viewer.rendering.theme import style_sheet
from viewer.settings import Settings
from viewer.window.appearance import WindowAppearance
from viewer.window.editing.edit_sheet import WIDTH, EditSheet, Row, SheetVerdict
from viewer.window.figures.charts import ChartsPane
from viewer.window.figures.table import TOUCH, row_height
from viewer.window.help.help_text import Block, Shape
from viewer.window.help.prose import document_of
from viewer.window.issues import IssuesPane, ShownIssues
from viewer.window.wiring import Wired

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def sheet(qtbot, style: Style) -> Iterator[EditSheet]:
    parent = QWidget()  # named: it would go with the sheet before the test begins
    qtbot.addWidget(parent)
    rows = [Row(key, key) for key in ("label", "value", "unit", "period", "link", "page")]
    yield EditSheet(
        parent, rows, replace(style, scale=3.0), lambda _: SheetVerdict("好", good=True)
    )


def test_a_low_display_scrolls_the_fields_of_a_sheet_and_keeps_its_buttons(
    sheet: EditSheet, qtbot
) -> None:
    whole = sheet.height()
    sheet.resize(WIDTH, 220)
    sheet.show()
    assert sheet.height() < whole
    for button in (sheet.agree, sheet.cancel):
        corner = button.mapTo(sheet, QPoint(button.width(), button.height()))
        assert sheet.rect().contains(corner)
    area = sheet.findChild(QScrollArea, "sheet-fields")
    assert area.verticalScrollBar().maximum() > 0
    last = sheet.fields["page"]
    last.setFocus()
    area.ensureWidgetVisible(last)
    assert area.viewport().rect().contains(last.mapTo(area.viewport(), QPoint(1, 1)))


def test_a_sheet_does_not_grow_with_the_zoom_of_the_content(sheet: EditSheet) -> None:
    assert sheet.width() == WIDTH


def test_only_the_sheet_of_a_figure_offers_to_take_it_out(sheet: EditSheet) -> None:
    sheet.show()
    shown = {b.text() for b in sheet.findChildren(QPushButton) if b.isVisible()}
    assert shown == {sheet.cancel.text(), sheet.agree.text()}


def test_the_sidebar_folds_where_the_zoom_leaves_no_room(wired: Wired) -> None:
    assert wired.window.sidebar.isVisible()
    wired.appearance.set_scale(2.0)
    assert not wired.window.sidebar.isVisible()
    wired.appearance.set_scale(1.0)
    assert wired.window.sidebar.isVisible()


def test_charts_too_narrow_to_be_read_are_scrolled_to(wired: Wired) -> None:
    pane = wired.window.charts
    assert isinstance(pane, ChartsPane)
    wired.appearance.set_scale(3.0)
    pane.resize(300, 400)
    assert pane.column.width() >= round(NARROWEST * 3)
    assert pane.horizontalScrollBar().maximum() > 0


def test_a_message_of_several_lines_is_shown_whole(qtbot, style: Style) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(420, 300)
    pane = IssuesPane(holder)
    pane.apply_style(style)
    pane.show_issues(ShownIssues("", (), stop="这份文件随程序提供，不能修改。" * 4, refused=True))
    lines = pane.heading.heightForWidth(120) / pane.heading.fontMetrics().lineSpacing()
    assert lines > 3
    assert pane.heading.minimumHeight() > 3 * pane.heading.fontMetrics().lineSpacing()
    assert pane.minimumSizeHint().height() > pane.heading.minimumHeight()


def test_the_find_box_keeps_room_for_words_beside_its_count(wired: Wired) -> None:
    box = wired.window.topbar.find_box
    wired.window.resize(1024, 700)
    box.show_count("1 / 1")
    QApplication.processEvents()
    letters = box.line.fontMetrics().horizontalAdvance("视频侦查同步上案率")
    assert box.line.width() > letters
    wired.window.topbar.resize(640, 48)
    QApplication.processEvents()
    assert box.line.width() > box.line.fontMetrics().horizontalAdvance("视频侦查")
    wired.window.topbar.resize(1024, 48)
    QApplication.processEvents()
    assert wired.window.topbar.export.isVisible()
    box.show_count("")
    QApplication.processEvents()
    assert wired.window.topbar.title.width() > box.width()


def test_a_count_takes_no_more_of_a_wide_bar_than_it_needs(wired: Wired) -> None:
    bar = wired.window.topbar
    bar.resize(1440, 48)
    bar.find_box.show_count("1 / 1")
    QApplication.processEvents()
    title = wired.workspace.briefing.title
    assert bar.title.text() == title
    assert bar.find_box.line.width() > bar.find_box.count.width()


def test_touch_mode_has_room_for_fingers_and_holds_at_once(
    appearance: WindowAppearance, settings: Settings
) -> None:
    assert "min-height: 44px" not in style_sheet(appearance.style)
    assert row_height(appearance.style) < TOUCH
    settings.put("touch", True)
    appearance.follow_touch()
    assert "QMenu::item { padding: 13px" in style_sheet(appearance.style)
    assert row_height(appearance.style) == TOUCH


def test_the_desktop_s_wish_for_less_motion_is_followed(
    appearance: WindowAppearance, settings: Settings
) -> None:
    assert appearance.style.motion
    appearance.system_wants_less_motion(True)
    assert not appearance.style.motion


@pytest.mark.parametrize(("text", "narrow"), [("The page “Licences”", True), ("“许可”一页", False)])
def test_english_pages_have_narrow_quotation_marks(
    qtbot, style: Style, text: str, narrow: bool
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert ("Latin" in plain_label(text, parent).styleSheet()) is narrow
    wrapped = WrappedLabel(parent)
    wrapped.setText(text)
    assert ("Latin" in wrapped.styleSheet()) is narrow
    rows = [Row("label", "label")]
    sheet = EditSheet(parent, rows, style, lambda _: SheetVerdict(text, good=True))
    assert ("Latin" in sheet.verdict.styleSheet()) is narrow
    page = document_of((Block(Shape.TEXT, text),), style)
    families = page.begin().begin().fragment().charFormat().font().families()
    assert ("Latin" in families[0]) is narrow
