"""Ways through the window: trail, bookmarks, panes, menus of panes, zoom, the sidebar."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.window.whole import wire_whole
from viewer.settings import Settings
from viewer.window.appearance import WindowAppearance
from viewer.window.comparing import Comparing
from viewer.window.figures.table import FigureTable
from viewer.window.navigation.bookmarks import Bookmarks
from viewer.window.navigation.searching import Searching
from viewer.window.navigation.trail import Trail
from viewer.window.wiring import Wired

pytestmark = pytest.mark.qt_log_ignore("does not support")  # menus, off screen


def ask(wired: Wired, name: str) -> None:
    wired.window.actions_by_id[name].trigger()
    QApplication.processEvents()


def spoken(wired: Wired, section: int) -> str:
    index = wired.window.sidebar.sections.index(section)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def menu_texts(wired: Wired, pane, where: QPoint) -> list[str]:
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(pane, QContextMenuEvent(reason, where, pane.mapToGlobal(where)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    return texts


def test_back_and_forward_go_over_sections_and_figures(wired: Wired) -> None:
    ask(wired, "next-figure")
    ask(wired, "next-section")
    assert wired.workspace.number == 1
    ask(wired, "back")
    assert (wired.workspace.number, wired.workspace.selection.key) == (0, "papers")
    ask(wired, "back")
    assert (wired.workspace.number, wired.workspace.selection.key) == (0, "")
    assert not wired.window.actions_by_id["back"].isEnabled()
    ask(wired, "forward")
    ask(wired, "forward")
    assert wired.workspace.number == 1
    assert not wired.window.actions_by_id["forward"].isEnabled()


def test_the_place_that_was_shown_before_the_trail_was_imported_is_returned_to(
    wired: Wired,
) -> None:
    late = Trail(wired.window, wired.workspace)
    QApplication.processEvents()
    ask(wired, "next-section")
    assert wired.workspace.number == 1
    late.step(-1)
    assert wired.workspace.number == 0


def test_a_bookmark_is_set_listed_gone_to_and_remembered(wired: Wired, settings: Settings) -> None:
    ask(wired, "next-section")
    ask(wired, "next-figure")
    ask(wired, "bookmark")
    assert wired.window.actions_by_id["bookmark"].isChecked()
    assert "有书签" in spoken(wired, 1)
    ask(wired, "previous-section")
    assert not wired.window.actions_by_id["bookmark"].isChecked()
    marks = wired.window.findChild(Bookmarks)
    assert marks is not None
    (target,) = marks.targets()
    assert target.title == "第二节 — 中心"
    target.go()
    assert (wired.workspace.number, wired.workspace.selection.key) == (1, "centres")
    ask(wired, "bookmark")
    assert marks.targets() == ()


def test_a_right_click_on_the_sidebar_goes_nowhere_and_offers_what_can_be_done(
    wired: Wired, qtbot
) -> None:
    view = wired.window.sidebar.list
    where = view.visualRect(wired.window.sidebar.sections.index(1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=where)
    assert wired.workspace.number == 0
    assert menu_texts(wired, view.viewport(), where) == [
        "转到这一节",
        "从这一节开始演示",
        "复制标题",
    ]


def test_the_menu_of_the_passage_speaks_of_the_figure_under_the_pointer(wired: Wired) -> None:
    pane = wired.window.passage
    place = pane._marks.places(wired.workspace.figures()[0].quantity.words)[0].center().toPoint()
    said = menu_texts(wired, pane.viewport(), place)
    assert said[:5] == [
        "全选",
        "复制数字和出处",
        "与另一个数字相比",
        "加上或去掉书签",
        "从这项数字开始演示",
    ]
    assert wired.workspace.selection.key == ""


def test_selected_words_are_copied_with_their_source(wired: Wired) -> None:
    from viewer.model import Span

    wired.window.passage.show_unused(Span(0, 4))
    ask(wired, "copy-quote")
    assert QGuiApplication.clipboard().text() == "“𠮷市出台”（《小报》，“第一节”一节，第 1 段）"
    assert "已复制" in wired.window.status.selection.accessibleName()


def test_copying_without_a_selection_says_what_to_do(wired: Wired) -> None:
    ask(wired, "copy-quote")
    assert "请先选中" in wired.window.status.selection.accessibleName()


def test_f6_goes_round_the_panes(wired: Wired) -> None:
    window = wired.window
    window.activateWindow()
    window.passage.setFocus()
    seen = []
    for _ in range(4):
        ask(wired, "next-pane")
        seen.append(window.focusWidget().objectName())
    assert seen == ["charts", "find", "sections", "passage"]
    ask(wired, "previous-pane")
    assert window.focusWidget().objectName() == "sections"


def test_f10_and_alt_open_the_menu(wired: Wired, qtbot) -> None:
    popup = wired.window.topbar.popup
    ask(wired, "menu")
    assert popup.isVisible() and popup.activeAction() is popup.actions()[0]
    popup.close()
    wired.window.passage.setFocus()
    qtbot.keyPress(wired.window.passage, Qt.Key.Key_Alt)
    qtbot.keyRelease(wired.window.passage, Qt.Key.Key_Alt)
    assert popup.isVisible()
    popup.close()
    qtbot.keyPress(wired.window.passage, Qt.Key.Key_Alt)
    qtbot.keyClick(wired.window.passage, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.keyRelease(wired.window.passage, Qt.Key.Key_Alt)
    assert not popup.isVisible()


@pytest.mark.parametrize("pane", ["passage", "charts", "sections"])
def test_shift_f10_opens_the_menu_of_what_has_the_focus(
    wired: Wired, pane: str, qtbot: QtBot
) -> None:
    focused = wired.window.findChild(QWidget, pane)
    wired.window.activateWindow()  # on a display another window may be the active one
    qtbot.waitUntil(wired.window.isActiveWindow)
    focused.setFocus()
    ask(wired, "context-menu")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and menu is not wired.window.topbar.popup
    assert menu.actions()
    menu.close()


def turn(wired: Wired, notches: int) -> None:
    pane, none = wired.window.passage.viewport(), Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        QPointF(9, 9),
        pane.mapToGlobal(QPointF(9, 9)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        none,
        False,
    )
    QApplication.sendEvent(pane, event)


def test_ctrl_and_the_wheel_make_the_content_larger_up_to_three_times(wired: Wired) -> None:
    frame = wired.window.topbar.title.font().pixelSize()
    before = wired.window.passage.document().defaultFont().pixelSize()
    turn(wired, 1)
    assert wired.appearance.style.scale == 1.1
    turn(wired, 20)
    assert wired.appearance.style.scale == 3.0
    assert wired.window.passage.document().defaultFont().pixelSize() == 3 * before
    assert wired.window.topbar.title.font().pixelSize() == frame


def test_the_sidebar_folds_by_its_key_and_by_itself_in_a_narrow_window(
    wired: Wired, settings: Settings
) -> None:
    window = wired.window
    ask(wired, "sidebar")
    assert not window.sidebar.isVisible() and not settings.flag("sidebar")
    ask(wired, "sidebar")
    assert window.sidebar.isVisible()
    window.resize(800, 700)
    assert not window.sidebar.isVisible() and settings.flag("sidebar")
    ask(wired, "sidebar")
    assert window.sidebar.isVisible()
    window.resize(1200, 700)
    assert window.sidebar.isVisible()


def test_find_reads_the_labels_of_charts_and_lights_the_bar(wired: Wired, qtbot) -> None:
    box, searching = wired.window.topbar.find_box, wired.window.findChild(Searching)
    assert searching is not None

    def found(query: str) -> list[tuple[bool, str]]:
        box.asked.emit(query)
        qtbot.waitUntil(lambda: not searching.finder.busy)
        return [(hit.span is not None, hit.key) for hit in searching.finder.hits]

    assert found("80%") == [(True, ""), (True, "")]  # 八成 as well
    assert searching._lit == {"rate"}
    assert box.next.isVisible() and box.previous.isVisible()
    width = box.line.width()
    assert found("没有这样的话") == []
    assert box.line.width() == width
    section = wired.workspace.section
    assert section is not None
    renamed = replace(section.metrics[1], label="视频 Ｕsage")
    changed = replace(section, metrics=(section.metrics[0], renamed, section.metrics[2]))
    briefing = replace(wired.workspace.briefing, sections=(changed,))
    wired.workspace.take(wired.workspace.opened._replace(briefing=briefing))
    assert (False, "rate") in found("视频 usage")


def test_unused_numbers_are_counted_and_stepped_through_with_the_reason(
    qtbot, tmp_path, appearance: WindowAppearance, settings: Settings
) -> None:
    from viewer.pipeline import open_briefing

    path = tmp_path / "unused.yaml"
    path.write_text(
        "briefing: 1\ntitle: 余\nsections:\n"
        "  - {id: a, title: 甲, passage: 2019年修路3条。, metrics: []}\n"
        "  - {id: b, title: 乙, passage: 建桥5座，植树900棵。, metrics: []}\n",
        encoding="utf-8",
    )
    wired = wire_whole(appearance, settings)
    qtbot.addWidget(wired.window)
    wired.workspace.take(open_briefing(path))
    wired.window.show()
    ask(wired, "next-unused")
    said = wired.window.status.selection.accessibleName()
    assert "1 / 3" in said and "3条" in said and "没有指标用到" in said
    ask(wired, "next-unused")
    assert wired.workspace.number == 1
    assert wired.window.passage.chosen().of("建桥5座，植树900棵。") == "5座"
    qtbot.waitUntil(
        lambda: (
            "2 处未用"
            in str(wired.window.sidebar.sections.index(1).data(Qt.ItemDataRole.AccessibleTextRole))
        )
    )
    for _ in range(2):
        ask(wired, "next-unused")
    said = wired.window.status.selection.accessibleName()
    assert "1 / 1" in said and "2019年" in said and "日期" in said  # marked, and no figure
    ask(wired, "coverage")
    assert wired.window.status.selection.accessibleName() == ""


def test_the_table_covers_the_report_and_a_row_leads_to_its_section(wired: Wired) -> None:
    ask(wired, "report-table")
    table = wired.window.findChild(FigureTable)
    assert table is not None and wired.window.charts_place.currentWidget() is table
    assert [row.key for row in table.figures.rows] == ["papers", "rate", "caught", "centres"]
    table.setCurrentIndex(table.model().index(3, 0))
    assert (wired.workspace.number, wired.workspace.selection.key) == (1, "centres")
    assert len(table.figures.rows) == 4
    ask(wired, "report-table")
    assert [row.key for row in table.figures.rows] == ["centres"]


def row_menu(wired: Wired, table: FigureTable, row: int) -> QMenu:
    where = table.visualRect(table.model().index(row, 0)).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, where, table.viewport().mapToGlobal(where)
    )
    QApplication.sendEvent(table.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, said: str) -> None:
    (action,) = (action for action in menu.actions() if said in action.text())
    menu.close()
    action.trigger()
    QApplication.processEvents()


def test_the_menu_of_the_table_acts_on_a_row_of_any_section(wired: Wired, qtbot) -> None:
    ask(wired, "report-table")
    table = wired.window.findChild(FigureTable)
    where = table.visualRect(table.model().index(3, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.RightButton, pos=where)
    assert wired.workspace.selection.key == ""
    choose(row_menu(wired, table, 3), "出处")
    copied = QGuiApplication.clipboard().text()
    assert table.figures.rows[3].label in copied
    assert wired.workspace.briefing.title in copied
    assert wired.workspace.selection.key == ""
    choose(row_menu(wired, table, 0), "复制这一行")
    assert table.figures.rows[0].quote in QGuiApplication.clipboard().text()
    choose(row_menu(wired, table, 0), "查找")
    assert wired.window.topbar.find_box.line.text() == table.figures.rows[0].label


def test_two_rows_are_compared_from_the_menu(wired: Wired) -> None:
    comparing = Comparing(wired.window, wired.workspace, wired.appearance)
    wired.window.actions_by_id["compare"].triggered.connect(comparing.handlers()["compare"])
    ask(wired, "report-table")
    table = wired.window.findChild(FigureTable)
    choose(row_menu(wired, table, 0), "相比")
    assert wired.workspace.selection.key == "papers"
    choose(row_menu(wired, table, 2), "相比")
    said = wired.window.status.selection.accessibleName()
    assert "文件" in said
    assert table.figures.rows[2].label in said


def test_a_cell_that_is_cut_shows_whole_beside_the_table(wired: Wired, qtbot) -> None:
    ask(wired, "report-table")
    table = wired.window.findChild(FigureTable)
    at = table.visualRect(table.model().index(0, 0)).center()
    assert table.cut_text(at) == ""
    table.setColumnWidth(0, 24)
    at = table.visualRect(table.model().index(0, 0)).center()
    assert table.cut_text(at) == table.figures.rows[0].label
    table.tips.show_at(at)
    hint, seen = table.tips.hint, table.viewport()
    assert hint.isVisible()
    assert hint.text() == table.figures.rows[0].label
    area = seen.rect().translated(seen.mapToGlobal(QPoint(0, 0)))
    assert not hint.geometry().intersects(area)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert not hint.isVisible()
